"""Facts ranked by what they are about and by how people ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.facts.model import Fact, Knowledge, Quantity, states_a_figure
from bot.facts.operations import Operation
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Mention, Question, parse

_FIGURE: Final = re.compile(r"\d")

Vector = NDArray[np.float64]

_ASKED, _TOLD, _NARROWER, _BROADER = 0.95, 0.8, 0.75, 0.3
"""How far a fact accounts for an idea that it is asked for, that it tells, a case of which it
tells, or of which it tells only the wider idea."""
_INNER: Final = 0.6
"""What a part of a phrase is worth beside the whole of it."""
_OWN, _MEMBER, _NAMED, _PARENT = 1.0, 0.85, 0.6, 0.4
"""How far a fact accounts for an entity: its own, a part of it, named in it, the whole of it."""
_NAME_WEIGHT: Final = 2.0
_WHOLE_WEIGHT: Final = 0.7
"""What the name of a country or group weighs, which singles out none of its members."""
_LEAST_WEIGHT: Final = 0.15
_FRAME_WEIGHT: Final = 0.3
"""What the operation weighs, beside ideas that weigh up to 1."""
_CAUTION: Final = 0.3
"""Keeps two short, weak questions from looking the same."""
_BARELY: Final = 0.35
"""Below this level a fact does not account for a thing."""
_NEEDED: Final[Mapping[Operation, float]] = {
    Operation.HOW_MANY: 0.55,
    Operation.WHEN: 0.55,
    Operation.WHERE: 0.3,
    Operation.WHO: 0.3,
}
"""Operations that a fact has to serve, and what they weigh."""
_STRANGER_FREQUENCIES: Final = (5.4, 5.9)
_STRANGER_WEIGHTS: Final = (1.0, 0.45, 0.3)
"""What a word that no fact uses weighs, by how common it is (Zipf scale, 0 to 8)."""
_LONGEST_LIST: Final = 40
OVERVIEW: Final = "overview"


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
    """One number for all three, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a fact accounts for."""

    asks: tuple[frozenset[str], ...]
    levels: Mapping[str, float]
    entities: Mapping[str, float]
    named: tuple[str, ...]
    """The entities that its sentence names, in its order."""


class FactIndex:
    """The facts of one knowledge folder, as one language asks for them."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, language: str) -> None:
        """Work out what each fact is about."""
        self._knowledge, self._lexicon, self._language = knowledge, lexicon, language
        self.facts = tuple(knowledge.facts.values())
        self._topics = tuple(f.id if f.topic == OVERVIEW else f.topic for f in self.facts)
        self.weight = lru_cache(maxsize=16384)(self._weight)
        profiles = [self._profile(fact) for fact in self.facts]
        self._named = {
            fact.id: profile.named for fact, profile in zip(self.facts, profiles, strict=True)
        }
        self._levels = _columns([profile.levels for profile in profiles])
        self._about = _columns([dict.fromkeys((f.topic, *f.states), 1.0) for f in self.facts])
        self._entities = _columns([profile.entities for profile in profiles])
        asks = [(at, ask) for at, profile in enumerate(profiles) for ask in profile.asks]
        self._ask_fact = np.array([at for at, _ in asks], dtype=np.intp)
        self._asks = _columns([dict.fromkeys(ask, 1.0) for _, ask in asks])
        self._ask_weight = np.array([sum(map(self.weight, ask)) for _, ask in asks])

    @cached_property
    def _general(self) -> frozenset[str]:
        """Ideas that no fact is about: a word of theirs in passing tells nothing of them.

        "The source names no town" does not tell anybody's name.
        """
        vocabulary = self._knowledge.vocabulary
        told = {*vocabulary.topics, *vocabulary.kinds, *vocabulary.attributes, *vocabulary.broader}
        for fact in self.facts:
            told.update(*(value for value in fact.states.values() if isinstance(value, tuple)))
        return frozenset(self._knowledge.languages[self._language].concepts) - told

    @cached_property
    def _narrower(self) -> Mapping[str, frozenset[str]]:
        """Concept -> the concepts that are a case of it."""
        found: dict[str, set[str]] = {}
        for narrow, wide in self._knowledge.vocabulary.broader.items():
            for concept in wide:
                found.setdefault(concept, set()).add(narrow)
        return {concept: frozenset(cases) for concept, cases in found.items()}

    def rank(self, question: Question) -> tuple[Candidate, ...]:
        """Give the facts that account for something in a question, best first."""
        cover, missing = self._cover(question)
        resemblance = self._resemblance(question)
        topicality = self._topicality(question)
        score = 0.5 * cover + 0.42 * resemblance + 0.08 * topicality - 0.15 * missing
        best = np.argsort(-score, kind="stable")[:_LONGEST_LIST]
        numbers = (cover, resemblance, missing, score)
        return tuple(
            Candidate(self.facts[at], *(float(number[at]) for number in numbers))
            for at in best
            if score[at] > 0
        )

    def named_in(self, fact: Fact) -> tuple[str, ...]:
        """Give the entities that a fact names, in its order; its own aside."""
        return self._named[fact.id]

    def _weight(self, key: str) -> float:
        """Weigh an idea or word by how few topics speak of it, 0.15 to 1.

        Topics and not facts, because "the aim" singles out one fact of each of many entities.
        """
        if key.startswith("?"):
            return _FRAME_WEIGHT
        if key in self._knowledge.vocabulary.weak:
            return _LEAST_WEIGHT
        column = self._levels.get(key)
        if column is None:
            return self._weight_of_stranger(key)
        every = len(set(self._topics)) + 1
        speaking = len({self._topics[at] for at in column[0]}) + 0.5
        return max(_LEAST_WEIGHT, min(1.0, log(every / speaking) / log(every)))

    def weight_of(self, item: Item) -> float:
        """Weigh an item of a question by the commonest thing it can stand for."""
        keys = item.concepts or {item.stem}
        known = [self.weight(key) for key in keys if key in self._levels]
        if known:
            return min(known)
        return self._weight_of_stranger(item.said.casefold()) * (1.2 if item.is_name else 1)

    def accounted_for(self, item: Item) -> Vector:
        """Tell for each fact how far it accounts for an item."""
        total = np.zeros(len(self.facts))
        for key, level in self._related(item):
            np.maximum(total, level * self._dense(self._levels, key), out=total)
        for entity in item.entities:
            np.maximum(total, self._dense(self._entities, entity), out=total)
        return total

    def named(self, mention: Mention) -> Vector:
        """Tell for each fact how far it is about what was named."""
        total = np.zeros(len(self.facts))
        for entity in mention.entities:
            np.maximum(total, self._dense(self._entities, entity), out=total)
        return total

    def _cover(self, question: Question) -> tuple[Vector, Vector]:
        """Tell for each fact how much of a question it accounts for, and the most it misses."""
        covered, missing, whole = np.zeros(len(self.facts)), np.zeros(len(self.facts)), 0.0
        for weight, level in self._parts_of(question):
            covered += weight * level
            whole += weight
            np.maximum(missing, np.where(level < _BARELY, weight, 0.0), out=missing)
        return (covered / whole if whole else covered), missing

    def _topicality(self, question: Question) -> Vector:
        """Tell for each fact which share of a question's content is its very topic."""
        topical, whole = np.zeros(len(self.facts)), 1e-9
        for item in question.content:
            weight = self.weight_of(item)
            whole += weight
            here = [self._dense(self._about, concept) for concept in item.concepts]
            topical += weight * np.max(here, axis=0) if here else 0.0
        return topical / whole

    def _parts_of(self, question: Question) -> Iterator[tuple[float, Vector]]:
        """Give what a question is made of: its weight, and how far each fact accounts for it."""
        for item in question.content:
            yield self.weight_of(item), self.accounted_for(item)
        for mention in question.mentions:
            is_whole = mention.entities <= self._knowledge.members.keys()
            yield (_WHOLE_WEIGHT if is_whole else _NAME_WEIGHT), self.named(mention)
        for operation in question.operations & _NEEDED.keys():
            served = self._dense(self._levels, _frame(operation))
            if operation is Operation.HOW_MANY:
                served = np.minimum(served, self._counts(question))
            yield _NEEDED[operation], served

    def _counts(self, question: Question) -> Vector:
        """Tell which facts count what a question asks the number of, and not just anything."""
        if question.counted is None:
            return np.ones(len(self.facts))
        counting = self._dense(self._asks, _frame(Operation.HOW_MANY), len(self._ask_fact))
        counting = np.maximum(counting, self._states_figures[self._ask_fact])
        shared = np.zeros(len(self._ask_fact))
        for key, level in self._related(question.counted):
            np.maximum(shared, level * self._dense(self._asks, key, len(shared)), out=shared)
        result = np.zeros(len(self.facts))
        np.maximum.at(result, self._ask_fact, counting * (shared >= _INNER))
        for concept in question.counted.concepts & self._counted.keys():
            result[self._counted[concept]] = 1.0
        return result

    @cached_property
    def _counted(self) -> Mapping[str, list[int]]:
        """Attribute -> the facts that state a figure of it."""
        found: dict[str, list[int]] = {}
        for at, fact in enumerate(self.facts):
            for attribute, value in fact.states.items():
                if isinstance(value, Quantity):
                    found.setdefault(attribute, []).append(at)
        return found

    @cached_property
    def _states_figures(self) -> Vector:
        """1 for each fact that states a figure as data."""
        return np.array([states_a_figure(fact) for fact in self.facts], dtype=np.float64)

    def _resemblance(self, question: Question) -> Vector:
        """Tell for each fact how near its nearest way of asking is (an F-measure of weights)."""
        shared, asked = np.zeros(len(self._ask_fact)), 0.0
        for item in question.items:
            weight, best = self.weight_of(item), np.zeros(len(self._ask_fact))
            for key, level in self._related(item):
                np.maximum(best, level * self._dense(self._asks, key, len(best)), out=best)
            shared += weight * best
            asked += 0 if item.soft else weight
        for operation in question.operations:
            key = _frame(operation)
            shared += self.weight(key) * self._dense(self._asks, key, len(shared))
            asked += self.weight(key)
        nearness = np.minimum(1.0, 2 * shared / (asked + self._ask_weight + _CAUTION))
        result = np.zeros(len(self.facts))
        np.maximum.at(result, self._ask_fact, nearness)
        return result

    def _related(self, item: Item) -> Iterator[tuple[str, float]]:
        """Give what an item stands for, and its cases and wider ideas with what they are worth."""
        broader = self._knowledge.vocabulary.broader
        for key in _keys(item):
            yield key, 1.0
            for case in self._narrower.get(key, ()):
                yield case, _NARROWER
            for wide in broader.get(key, ()):
                yield wide, _BROADER
        for key in item.inner:
            yield key, _INNER

    def _dense(self, columns: Columns, key: str, length: int | None = None) -> Vector:
        dense = np.zeros(len(self.facts) if length is None else length)
        if key in columns:
            rows, values = columns[key]
            dense[rows] = values
        return dense

    def _weight_of_stranger(self, key: str) -> float:
        """Weigh a word that no fact uses: everyday words say less than rare ones."""
        frequency = self._lexicon.speller.frequency(key)
        return _STRANGER_WEIGHTS[bisect_right(_STRANGER_FREQUENCIES, frequency)]

    def _profile(self, fact: Fact) -> _Profile:
        entity = self._knowledge.entities[fact.entity]
        told = parse(fact.text.get(self._language, ""), self._lexicon)
        asked = [parse(text, self._lexicon) for text in fact.ask.get(self._language, ())]
        about = {fact.topic, *fact.states, *_kinds(self._knowledge, entity.kind)}
        stated = {
            one for value in fact.states.values() if isinstance(value, tuple) for one in value
        }
        mentioned = [key for key in _question_keys(told) if key not in self._general]
        levels = dict.fromkeys([*stated, *mentioned], _TOLD)
        for question in asked:
            levels |= dict.fromkeys(_ask_keys(question), _ASKED)
        levels |= dict.fromkeys(about, 1.0)
        levels |= dict.fromkeys(map(_frame, _served(fact, told.text)), _ASKED)
        sure = (mention.entities for mention in told.mentions if len(mention.entities) == 1)
        named = dict.fromkeys(one for entities in sure for one in entities)
        named.pop(fact.entity, None)
        entities = dict.fromkeys(named, _NAMED)
        entities |= dict.fromkeys(self._knowledge.members.get(fact.entity, ()), _PARENT)
        entities |= dict.fromkeys(self._knowledge.wholes_of(fact.entity), _MEMBER)
        entities[fact.entity] = _OWN
        asks = [frozenset(_ask_keys(question)) for question in asked]
        return _Profile((*asks, frozenset({fact.topic})), levels, entities, tuple(named))


Columns = Mapping[str, tuple[NDArray[np.intp], Vector]]
"""Key -> the rows that have it, and their values."""


def _columns(rows: Iterable[Mapping[str, float]]) -> Columns:
    columns: dict[str, tuple[list[int], list[float]]] = {}
    for number, row in enumerate(rows):
        for key, value in row.items():
            places, values = columns.setdefault(key, ([], []))
            places.append(number)
            values.append(value)
    return {key: (np.array(at, dtype=np.intp), np.array(v)) for key, (at, v) in columns.items()}


def _keys(item: Item) -> Iterator[str]:
    yield from item.concepts
    if item.stem:
        yield item.stem


def _question_keys(question: Question) -> Iterator[str]:
    for item in question.items:
        yield from _keys(item)
        yield from item.inner


def _ask_keys(question: Question) -> Iterator[str]:
    yield from _question_keys(question)
    yield from map(_frame, question.operations)


def _frame(operation: Operation) -> str:
    """Give the key of an operation, beside those of ideas and words."""
    return f"?{Operation.LIST if operation is Operation.WHICH else operation}"


def _served(fact: Fact, text: str) -> Iterator[Operation]:
    """Give the operations that what a fact states serves by itself."""
    if states_a_figure(fact) or _FIGURE.search(text):
        yield Operation.HOW_MANY
    if any(isinstance(value, str) for value in fact.states.values()):
        yield Operation.WHEN


def _kinds(knowledge: Knowledge, kind: str) -> Iterator[str]:
    """Give a kind and the broader ones."""
    while kind:
        yield kind
        kind = knowledge.vocabulary.kinds.get(kind, "")
