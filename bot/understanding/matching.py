"""Facts ranked by what they are about and by how people ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from bot.facts.model import Fact, Knowledge, Quantity, states_a_figure
from bot.facts.operations import Operation
from bot.understanding.columns import Columns, Vector
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Question
from bot.understanding.profiles import Profiler, frame_key, keys_of
from bot.understanding.weights import Weigher

OVERVIEW: Final = "overview"
"""The topic that every entity has, and that therefore groups nothing."""
_NARROWER, _BROADER, _INNER = 0.7, 0.3, 0.6
"""What a case of an idea, a wider idea and a part of a phrase are worth beside the idea."""
_NAME, _WHOLE = 2.4, 0.7
"""What a name weighs, and that of a country or group, which singles out none of its members."""
_NEEDED: Final[Mapping[Operation, float]] = {
    Operation.HOW_MANY: 0.55,
    Operation.WHEN: 0.55,
    Operation.WHERE: 0.3,
    Operation.WHO: 0.3,
    Operation.NAME: 0.55,
    Operation.MOST: 0.55,
    Operation.LEAST: 0.55,
    Operation.EARLIEST: 0.55,
    Operation.LATEST: 0.55,
}
"""Operations that a fact has to serve, and what they weigh."""
_CAUTION: Final = 0.45
"""Keeps two short, weak questions from looking the same."""
_BARELY: Final = 0.4
"""Below this level a fact does not account for a thing."""
_COVER, _RESEMBLANCE, _TOPICALITY, _SOFT = 0.4, 0.48, 0.08, 0.1
"""What the parts of a score count."""
_LONGEST_LIST: Final = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that may be what was asked for."""

    fact: Fact
    cover: float
    """The share of the question's content, weighed by rarity, that the fact accounts for."""
    resemblance: float
    """How near the question is to the nearest way of asking for it, 0 to 1."""
    missing: float
    """The weight of the weightiest thing in the question that it does not account for."""
    score: float
    """One number for all of it, up to 1."""


class FactIndex:
    """The facts of one knowledge folder, as one language asks for them."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, language: str) -> None:
        """Work out what each fact is about."""
        self._knowledge = knowledge
        self._facts = tuple(knowledge.facts.values())
        profiler = Profiler(knowledge, lexicon, language)
        profiles = [profiler.profile(fact) for fact in self._facts]
        asks = [(at, ask) for at, profile in enumerate(profiles) for ask in profile.asks]
        topics = [fact.id if fact.topic == OVERVIEW else fact.topic for fact in self._facts]
        self._named = {fact.id: one.named for fact, one in zip(self._facts, profiles, strict=True)}
        self._levels = Columns(profile.levels for profile in profiles)
        self._entities = Columns(profile.entities for profile in profiles)
        self._about = Columns(dict.fromkeys((f.topic, *f.states), 1.0) for f in self._facts)
        self._asks = Columns(dict.fromkeys(ask, 1.0) for _, ask in asks)
        self._ask_fact = np.array([at for at, _ in asks], dtype=np.intp)
        self._weigher = Weigher(self._levels, topics, lexicon)
        self._ask_weight = np.array([sum(map(self._weigher.weight, ask)) for _, ask in asks])

    def rank(self, question: Question) -> tuple[Candidate, ...]:
        """Give the facts that account for something in a question, best first."""
        cover, missing = self._cover(question)
        resemblance = self._resemblance(question)
        score = _COVER * cover + _RESEMBLANCE * resemblance
        score += _TOPICALITY * self._topicality(question) + _SOFT * self._soft(question)
        numbers = (cover, resemblance, missing, np.minimum(score, 1.0))
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

    # what of the question a fact accounts for

    def _cover(self, question: Question) -> tuple[Vector, Vector]:
        """Tell for each fact how much of a question it accounts for, and the most it misses."""
        covered, missing, whole = np.zeros(len(self._facts)), np.zeros(len(self._facts)), 0.0
        for weight, level, decides in self._parts_of(question):
            covered += weight * level
            whole += weight
            if decides:
                np.maximum(missing, np.where(level < _BARELY, weight, 0.0), out=missing)
        return (covered / whole if whole else covered), missing

    def _soft(self, question: Question) -> Vector:
        """Tell for each fact which share of the soft words it accounts for; they break ties."""
        soft = [item for item in question.items if item.soft]
        shares = [self._levels.highest(self._related(item)) for item in soft]
        return np.mean(shares, axis=0) if shares else np.zeros(len(self._facts))

    def _parts_of(self, question: Question) -> Iterator[tuple[float, Vector, bool]]:
        """Give the parts of a question: weight, how far facts account for it, if it decides.

        What decides speaks against every fact that passes it over.
        """
        for item in question.content:
            named = self._entities.highest((entity, 1.0) for entity in item.entities)
            told = self._levels.highest(self._related(item))
            yield self.weight_of(item), np.maximum(told, named), self._decides(item)
        for mention in question.mentions:
            is_whole = mention.entities <= self._knowledge.members.keys()
            about = self._entities.highest((entity, 1.0) for entity in mention.entities)
            yield (_WHOLE if is_whole else _NAME), about, True
        for operation in _needed(question):
            yield _NEEDED[operation], self._serves(operation, question), True

    def _decides(self, item: Item) -> bool:
        """Whether an item is a stranger's word, a thing, or an idea that decides."""
        return not item.concepts or bool(item.concepts & self._deciding)

    @cached_property
    def _deciding(self) -> frozenset[str]:
        return self._stated.union(self._knowledge.vocabulary.decisive)

    def _serves(self, operation: Operation, question: Question) -> Vector:
        served = self._levels.dense(frame_key(operation))
        if operation is Operation.HOW_MANY and question.counted is not None:
            return np.minimum(served, self._counts(question.counted))
        if operation is Operation.NAME and not self._is_role(question.called):
            return np.ones_like(served)
        return served

    def _is_role(self, called: Item | None) -> bool:
        """Whether the name of a dentist or a village is asked for, not that of a centre."""
        vocabulary = self._knowledge.vocabulary
        ours = {*vocabulary.kinds, *vocabulary.topics, *vocabulary.weak}
        return called is not None and not called.entities and not called.concepts & ours

    @cached_property
    def _stated(self) -> frozenset[str]:
        """The things that facts state as data: a dentist, a kitchen."""
        return frozenset(one for fact in self._facts for one in self._things_in(fact))

    def _things_in(self, fact: Fact) -> Iterator[str]:
        attributes = self._knowledge.vocabulary.attributes
        for attribute, value in fact.states.items():
            if attributes[attribute].things and isinstance(value, tuple):
                yield from value

    def _counts(self, counted: Item) -> Vector:
        """Tell which facts count what a question asks the number of, and not just anything."""
        counting = self._asks.dense(frame_key(Operation.HOW_MANY))
        shared = self._asks.highest(self._related(counted))
        told = self._levels.highest(self._related(counted)) >= _INNER
        result = self._best_ask(counting * (shared >= _INNER))
        np.maximum(result, self._states_figures * told, out=result)
        for key, level in self._related(counted):
            if level > _BROADER:
                result[self._stating.get(key, [])] = 1.0
        return result

    @cached_property
    def _states_figures(self) -> Vector:
        """1 for each fact that states a figure as data."""
        return np.array([states_a_figure(fact) for fact in self._facts], dtype=np.float64)

    @cached_property
    def _stating(self) -> Mapping[str, list[int]]:
        """What is stated as data -> the facts that state it: figures, and things there are."""
        found: dict[str, list[int]] = {}
        for at, fact in enumerate(self._facts):
            figures = (key for key, value in fact.states.items() if isinstance(value, Quantity))
            for stated in (*figures, *self._things_in(fact)):
                found.setdefault(stated, []).append(at)
        return found

    def _topicality(self, question: Question) -> Vector:
        """Tell for each fact which share of a question's content is its very topic."""
        topical, whole = np.zeros(len(self._facts)), 0.0
        for item in question.content:
            weight = self.weight_of(item)
            topical += weight * self._about.highest((one, 1.0) for one in item.concepts)
            whole += weight
        return topical / whole if whole else topical

    # how near the question is to the ways of asking for a fact

    def _resemblance(self, question: Question) -> Vector:
        """Tell for each fact how near its nearest way of asking is (an F-measure of weights)."""
        shared, asked = np.zeros(len(self._ask_fact)), _CAUTION
        for item in question.items:
            weight = self.weight_of(item)
            shared += weight * self._asks.highest(self._related(item))
            asked += 0 if item.soft else weight
        for key in map(frame_key, question.operations):
            weight = self._weigher.weight(key)
            shared += weight * self._asks.dense(key)
            asked += weight
        return self._best_ask(np.minimum(1.0, 2 * shared / (asked + self._ask_weight)))

    def _best_ask(self, nearness: Vector) -> Vector:
        """Give for each fact the highest number of its ways of asking."""
        result = np.zeros(len(self._facts))
        np.maximum.at(result, self._ask_fact, nearness)
        return result

    def _related(self, item: Item) -> Iterator[tuple[str, float]]:
        """Give what an item stands for, and its cases and wider ideas with what they are worth."""
        for key in keys_of(item):
            yield key, 1.0
            for case in self._narrower.get(key, ()):
                yield case, _NARROWER
            for wide in self._knowledge.vocabulary.broader.get(key, ()):
                yield wide, _BROADER
        for key in item.inner:
            yield key, _INNER

    @cached_property
    def _narrower(self) -> Mapping[str, frozenset[str]]:
        """Concept -> the concepts that are a case of it."""
        found: dict[str, set[str]] = {}
        for narrow, wide in self._knowledge.vocabulary.broader.items():
            for concept in wide:
                found.setdefault(concept, set()).add(narrow)
        return {concept: frozenset(cases) for concept, cases in found.items()}


def _needed(question: Question) -> frozenset[Operation]:
    """Give the operations that a fact has to serve; "what happens when" asks for no date."""
    needed = question.operations & _NEEDED.keys()
    asks_otherwise = question.operations & {Operation.TELL, Operation.LIST, Operation.WHICH}
    return needed - {Operation.WHEN} if asks_otherwise else needed
