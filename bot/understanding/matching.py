"""Facts ranked by what they account for and by how people ask for them, in ideas and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from bot.facts.model import Fact, Knowledge
from bot.understanding.columns import Columns, Vector
from bot.understanding.confidence import confidence, confidence_by_words
from bot.understanding.covering import Cover, Coverage
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Question
from bot.understanding.phrasings import Phrasings
from bot.understanding.profiles import Profiles
from bot.understanding.related import Family
from bot.understanding.resembling import Resemblance
from bot.understanding.weights import Weigher
from bot.understanding.wording import Mask

OVERVIEW: Final = "overview"
"""The topic that every entity has, and that therefore groups nothing."""
_COVER, _RESEMBLANCE, _TOPICAL, _SOFT = 0.4, 0.48, 0.08, 0.1
"""What the parts of a score count that speak of ideas."""
_WORDING, _TOPIC_WORDING = 0.5, 0.2
"""The same of those that speak of words."""
_SMALLTALK: Final = 0.45
"""How near to smalltalk a message has to be to be taken for it."""
_ASKED, _UNASKED = 0.35, 0.15
"""What likeness of ideas counts as likeness of words, where a language has few ways of asking for
a fact, and none."""
_ABOUT: Final = 0.8
"""How far a fact has to be about what "and Lahore?" names."""
_BESIDE: Final = 0.6
"""What the score of a fact is worth that is beside the question."""
_UNNAMED: Final = 1.0
"""What such a fact passes over."""
_LONGEST_LIST: Final = 16
_PLACES: Final = 6
"""Decimal places from which on scores are the same."""


@dataclass(frozen=True)
class Candidate:
    """A fact that may be what was asked for, and what speaks for and against it."""

    fact: Fact
    cover: float = 0.0
    """The share of the question, weighed by rarity, that the fact accounts for."""
    content: float = 0.0
    """The same of its content alone, names and operations aside."""
    resemblance: float = 0.0
    """How near the question's ideas are to those of the nearest way of asking for it, 0 to 1."""
    wording: float = 0.0
    """How near its words are to the ways of asking for it, about 0 to 1."""
    topic: float = 0.0
    """How much nearer they are to those of the fact's topic than to any other's."""
    untold: float = 0.0
    """How much nearer they are to a topic that is not told of what the question names."""
    missing: float = 0.0
    """The weight of the weightiest name, thing or operation that it does not account for."""
    strange: float = 0.0
    """The weight of the weightiest unknown word that it does not account for."""
    score: float = 0.0
    """All of this in one number, to rank by."""
    margin: float = 0.0
    """By how much the score exceeds that of the next fact on something else."""
    by_words: bool = False
    """Whether nothing but words is known of the ways of asking."""

    @cached_property
    def confidence(self) -> float:
        """How likely the fact is what was asked for, 0 to 1."""
        return confidence_by_words(self.wording) if self.by_words else confidence(self)


class FactIndex:
    """The facts of one knowledge folder, as one language asks for them."""

    def __init__(
        self,
        knowledge: Knowledge,
        lexicon: Lexicon,
        own: Profiles,
        original: Profiles | None = None,
    ) -> None:
        """Take what the language makes of the facts, beside what the first language does."""
        self._facts = tuple(knowledge.facts.values())
        self._borrows, language = original is not None, lexicon.spoken.code
        told_in = map(knowledge.languages_of, self._facts)
        self._abroad = np.array([language not in codes for codes in told_in], dtype=bool)
        profiles = [
            own[one] if original is None else own[one].beside(original[one])
            for one in knowledge.facts
        ]
        topics = [fact.id if fact.topic == OVERVIEW else fact.topic for fact in self._facts]
        self._named = {fact.id: one.named for fact, one in zip(self._facts, profiles, strict=True)}
        levels, family = Columns(profile.levels for profile in profiles), Family(knowledge)
        self._weigher = Weigher(levels, topics, lexicon)
        self._coverage = Coverage(knowledge, profiles, self._weigher, family)
        self._resemblance = Resemblance(profiles, self._weigher, family)
        self._phrasings = Phrasings(knowledge, profiles, lexicon)
        self.is_plain = not knowledge.vocabulary.topics
        """Whether it is a mere list of questions and answers, where words alone can decide."""

    def rank(self, question: Question) -> tuple[Candidate, ...]:
        """Give the facts that account for something in a question, best first."""
        return self._by_words(question) if self.is_plain else self._by_all(question)

    def _by_words(self, question: Question) -> tuple[Candidate, ...]:
        near = self._phrasings.nearness(question, np.ones(len(self._facts))).fact
        return tuple(
            Candidate(
                self._facts[at],
                wording=float(near[at]),
                score=float(near[at]),
                by_words=True,
            )
            for at in _best_first(near)
        )

    def _by_all(self, question: Question) -> tuple[Candidate, ...]:
        cover, resemblance = self._coverage.of(question), self._resemblance.of(question)
        near = self._phrasings.nearness(question, cover.entity)
        score = _COVER * cover.share + _RESEMBLANCE * resemblance
        score += _TOPICAL * cover.topical + _SOFT * cover.soft
        wording = self._wording(near.fact, resemblance) if question.words else resemblance
        score += _WORDING * wording + _TOPIC_WORDING * near.topic * cover.entity
        beside = self._beside_the_question(question, cover)
        missing = np.where(beside, np.maximum(cover.missing, _UNNAMED), cover.missing)
        score = np.round(score * np.where(beside, _BESIDE, 1.0), _PLACES)
        untold = near.untold - near.topic
        best = _best_first(score)
        return tuple(
            Candidate(
                self._facts[at],
                cover=float(cover.share[at]),
                content=float(cover.content[at]),
                resemblance=float(resemblance[at]),
                wording=float(wording[at]),
                topic=float(near.topic[at] - near.other_topic[at]),
                untold=float(untold[at]),
                missing=float(missing[at]),
                strange=float(cover.strange[at]),
                score=float(score[at]),
                margin=margin,
            )
            for at, margin in zip(best, self._margins(best, score), strict=True)
        )

    def _beside_the_question(self, question: Question, cover: Cover) -> Mask:
        """Mark the facts of a country that nobody means, and those that only mention what is.

        Whoever asks in Spanish for "the emergency number" is in Peru; "and Lahore?" asks for more
        than a fact that mentions Lahore.
        """
        beside: Mask = np.zeros(len(self._facts), dtype=bool)
        if not question.mentions:
            beside |= self._abroad
        if not question.words:
            beside |= cover.entity < _ABOUT
        return beside

    def _wording(self, near: Vector, resemblance: Vector) -> Vector:
        """Tell how near the words are; ideas stand in where another language asks more."""
        if not self._borrows:
            return near
        return np.maximum(near, np.where(self._phrasings.is_asked, _ASKED, _UNASKED) * resemblance)

    def _margins(self, best: list[int], score: Vector) -> Iterator[float]:
        """Tell of the best facts by how much each exceeds the next on something else."""
        for at in best:
            rivals = (other for other in best if self._is_rival(other, at))
            rival = next(rivals, None)
            yield float(score[at] - score[rival]) if rival is not None else float(score[at])

    def _is_rival(self, other: int, one: int) -> bool:
        """Whether one of two is wrong if the other is right; the same of another entity is not."""
        fact, that = self._facts[one], self._facts[other]
        return other != one and (that.topic != fact.topic or that.entity == fact.entity)

    def smalltalk_in(self, question: Question) -> str | None:
        """Name the sort of smalltalk that a question is near to; None if it is near to none."""
        sort, near = self._phrasings.smalltalk_in(question)
        return sort if near >= _SMALLTALK else None

    def passed_over(self, question: Question, fact: Fact) -> tuple[Item, ...]:
        """Give the pieces of a question's content that a fact does not account for."""
        return self._coverage.passed_over(question, fact)

    def weight_of(self, item: Item) -> float:
        """Tell how much an item of a question counts, 0.2 to 1.2."""
        return self._weigher.weight_of(item)

    def named_in(self, fact: Fact) -> tuple[str, ...]:
        """Give the entities that a fact names, in its order; its own aside."""
        return self._named[fact.id]


def _best_first(score: Vector) -> list[int]:
    """Give the places of the highest scores above nothing; equal ones in the order of facts."""
    places = np.argsort(-score, kind="stable")[:_LONGEST_LIST]
    return [int(at) for at in places if score[at] > 0]
