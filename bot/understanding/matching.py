"""Facts ranked by what they are about and by how people ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.facts.model import Fact, Knowledge
from bot.understanding.columns import Columns, Vector
from bot.understanding.covering import Coverage
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Question
from bot.understanding.phrasings import Phrasings
from bot.understanding.profiles import Profiler
from bot.understanding.related import Family
from bot.understanding.resembling import Resemblance
from bot.understanding.weights import Weigher

OVERVIEW: Final = "overview"
"""The topic that every entity has, and that therefore groups nothing."""
_COVER, _RESEMBLANCE, _TOPICAL, _SOFT = 0.4, 0.48, 0.08, 0.1
"""What the parts of a score count that speak of ideas."""
_WORDING, _TOPIC_WORDING = 0.5, 0.2
"""The same of those that speak of words."""
_LONGEST_LIST: Final = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that may be what was asked for."""

    fact: Fact
    cover: float
    """The share of the question's content, weighed by rarity, that the fact accounts for."""
    resemblance: float
    """How near the question's ideas are to those of the nearest way of asking for it, 0 to 1."""
    wording: float
    """How near its words are to the ways of asking for it, about 0 to 1."""
    topic: float
    """How near its words are to the ways of asking for the fact's topic, about 0 to 1."""
    other_topic: float
    """How near they are to the nearest other topic."""
    missing: float
    """The weight of the weightiest thing in the question that it does not account for."""
    score: float
    """One number for all of it."""


class FactIndex:
    """The facts of one knowledge folder, as one language asks for them."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, language: str) -> None:
        """Work out what each fact is about."""
        self._facts = tuple(knowledge.facts.values())
        profiler = Profiler(knowledge, lexicon, language)
        profiles = [profiler.profile(fact) for fact in self._facts]
        topics = [fact.id if fact.topic == OVERVIEW else fact.topic for fact in self._facts]
        self._named = {fact.id: one.named for fact, one in zip(self._facts, profiles, strict=True)}
        levels, family = Columns(profile.levels for profile in profiles), Family(knowledge)
        self._weigher = Weigher(levels, topics, lexicon)
        self._coverage = Coverage(knowledge, profiles, self._weigher, family)
        self._resemblance = Resemblance(profiles, self._weigher, family)
        self._phrasings = Phrasings(knowledge, profiles, lexicon, language)

    def rank(self, question: Question) -> tuple[Candidate, ...]:
        """Give the facts that account for something in a question, best first."""
        cover, resemblance = self._coverage.of(question), self._resemblance.of(question)
        near = self._phrasings.nearness(question, cover.entity)
        score = _COVER * cover.share + _RESEMBLANCE * resemblance
        score += _TOPICAL * cover.topical + _SOFT * cover.soft
        wording = near.fact if question.words else resemblance
        score += _WORDING * wording + _TOPIC_WORDING * near.topic * cover.entity
        numbers: tuple[Vector, ...] = (
            cover.share,
            resemblance,
            wording,
            near.topic,
            near.other_topic,
            cover.missing,
            score,
        )
        return tuple(
            Candidate(self._facts[at], *(float(number[at]) for number in numbers))
            for at in np.argsort(-score, kind="stable")[:_LONGEST_LIST]
            if score[at] > 0
        )

    def weight_of(self, item: Item) -> float:
        """Tell how much an item of a question counts, 0.2 to 1.2."""
        return self._weigher.weight_of(item)

    def named_in(self, fact: Fact) -> tuple[str, ...]:
        """Give the entities that a fact names, in its order; its own aside."""
        return self._named[fact.id]
