"""What of a question each fact accounts for, by its ideas, names and operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np

from bot.facts.model import Fact, Knowledge, Quantity
from bot.facts.operations import Operation
from bot.understanding.columns import Columns, Vector
from bot.understanding.parsing import Item, Question
from bot.understanding.profiles import Profile, frame_key
from bot.understanding.related import INNER, WIDER, Family
from bot.understanding.weights import Weigher

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
_LITTLE: Final = 0.3
"""Keeps a single word that hardly counts from being all of a question."""
_BARELY: Final = 0.4
"""Below this level a fact does not account for a thing."""
_PLAINLY: Final = 0.85
"""Below this level it mentions an idea only in passing."""


class _Part(Enum):
    """What a part of a question does to the facts that pass it over."""

    DECIDING = auto()
    """A name, a thing or an operation: whoever asks for it wants nothing else."""
    DECISIVE = auto()
    """An idea of that sort that is never answered in passing: a salary, an address."""
    STRANGE = auto()
    """A word that nobody knows, which may matter or not."""
    COLOURING = auto()
    """An idea that only adds to the others."""


_LEAST_OF: Final[Mapping[_Part, float]] = {_Part.DECIDING: 0.4, _Part.DECISIVE: 0.4}
"""What a thing or idea that decides weighs at least, however many facts speak of it."""
_Weighed: TypeAlias = tuple[float, Vector, _Part]
"""A part of a question: its weight, how far each fact accounts for it, and what it is."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What each fact accounts for; a number for each fact."""

    share: Vector
    """The share of the question's content, weighed by rarity."""
    content: Vector
    """The same of its content alone, names and operations aside; 1 where there is none."""
    missing: Vector
    """The weight of the weightiest name, thing or operation that it passes over."""
    strange: Vector
    """The weight of the weightiest unknown word that it passes over."""
    topical: Vector
    """The share of the content that is its very topic, or what it states."""
    soft: Vector
    """The share of the words that only help."""
    entity: Vector
    """How far it is about what the question names, 0 to 1; 1 where nothing is named."""


class Coverage:
    """Tells what of a question each fact accounts for."""

    def __init__(
        self,
        knowledge: Knowledge,
        profiles: Sequence[Profile],
        weigher: Weigher,
        family: Family,
    ) -> None:
        """Take the facts by their profiles, in the order of the knowledge."""
        self._knowledge, self._weigher, self._family = knowledge, weigher, family
        self._facts = tuple(knowledge.facts.values())
        self._levels = weigher.levels
        self._entities = Columns(profile.entities for profile in profiles)
        self._about = Columns(dict.fromkeys((f.topic, *f.states), 1.0) for f in self._facts)
        counting = [
            [ask for ask in profile.asks if frame_key(Operation.HOW_MANY) in ask]
            for profile in profiles
        ]
        self._counting = Columns(
            dict.fromkeys((key for ask in asks for key in ask), 1.0) for asks in counting
        )

    def of(self, question: Question) -> Cover:
        """Tell what each fact accounts for."""
        content = [self._content_part(item) for item in question.content]
        parts = [*content, *self._frame_parts(question)]
        return Cover(
            share=self._share(parts),
            content=self._share(content, beside=_LITTLE),
            missing=self._most_passed_over(parts, _Part.DECIDING, _Part.DECISIVE),
            strange=self._most_passed_over(parts, _Part.STRANGE),
            topical=self._topical(question),
            soft=self._soft(question),
            entity=self._entity(question),
        )

    def passed_over(self, question: Question, fact: Fact) -> tuple[Item, ...]:
        """Give the pieces of content that a fact does not account for."""
        at = self._facts.index(fact)
        return tuple(item for item in question.content if self._told_of(item)[at] < _BARELY)

    @property
    def _nothing(self) -> Vector:
        return np.zeros(len(self._facts))

    def _content_part(self, item: Item) -> _Weighed:
        weight, part = self._weigher.weight_of(item), self._part(item)
        return max(weight, _LEAST_OF.get(part, 0.0)), self._told_of(item), part

    def _frame_parts(self, question: Question) -> Iterator[_Weighed]:
        """Give the names and operations of a question."""
        for mention in question.mentions:
            is_whole = mention.entities <= self._knowledge.members.keys()
            yield (_WHOLE if is_whole else _NAME), self._named(mention.entities), _Part.DECIDING
        for operation in _needed(question):
            yield _NEEDED[operation], self._serves(operation, question), _Part.DECIDING

    def _share(self, parts: Sequence[_Weighed], beside: float = 0.0) -> Vector:
        """Tell which share of some parts each fact accounts for."""
        covered, whole = self._nothing + beside, beside
        for weight, level, _ in parts:
            covered += weight * level
            whole += weight
        return np.divide(covered, whole) if whole else covered

    def _most_passed_over(self, parts: Sequence[_Weighed], *sorts: _Part) -> Vector:
        """Tell the weight of the weightiest part of some sorts that each fact passes over."""
        most = self._nothing
        for weight, level, part in parts:
            if part in sorts:
                least = _PLAINLY if part is _Part.DECISIVE else _BARELY
                np.maximum(most, np.where(level < least, weight, 0.0), out=most)
        return most

    def _told_of(self, item: Item) -> Vector:
        """Tell how far each fact accounts for a piece of content."""
        told = self._levels.highest(self._family.related(item))
        return np.maximum(told, self._named(item.entities))

    def _named(self, entities: frozenset[str]) -> Vector:
        """Tell how far each fact is about any of some entities."""
        return self._entities.highest((entity, 1.0) for entity in entities)

    def _entity(self, question: Question) -> Vector:
        """Tell how far each fact is about what a question names."""
        named = [self._named(mention.entities) for mention in question.mentions]
        return np.maximum.reduce(named) if named else np.ones(len(self._facts))

    def _part(self, item: Item) -> _Part:
        """Tell a word that nobody knows, a thing or idea that decides, and all others apart."""
        if not item.concepts:
            return _Part.STRANGE
        if item.concepts & self._decisive:
            return _Part.DECISIVE
        return _Part.DECIDING if item.concepts & self._things else _Part.COLOURING

    @cached_property
    def _decisive(self) -> frozenset[str]:
        return frozenset(self._knowledge.vocabulary.decisive)

    @cached_property
    def _things(self) -> frozenset[str]:
        return frozenset(one for fact in self._facts for one in self._things_in(fact))

    def _things_in(self, fact: Fact) -> Iterator[str]:
        """Give the things that a fact states as data: a dentist, a kitchen."""
        attributes = self._knowledge.vocabulary.attributes
        for attribute, value in fact.states.items():
            if attributes[attribute].things and isinstance(value, tuple):
                yield from value

    # shares of the content

    def _soft(self, question: Question) -> Vector:
        """Tell for each fact which share of the soft words it accounts for; they break ties."""
        soft = [item for item in question.items if item.soft]
        shares = [self._levels.highest(self._family.related(item)) for item in soft]
        return np.mean(shares, axis=0) if shares else self._nothing

    def _topical(self, question: Question) -> Vector:
        """Tell for each fact which share of a question's content is its very topic."""
        topical, whole = self._nothing, 0.0
        for item in question.content:
            weight = self._weigher.weight_of(item)
            topical = topical + weight * self._about.highest((one, 1.0) for one in item.concepts)
            whole += weight
        return np.divide(topical, whole) if whole else topical

    # operations

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

    def _counts(self, counted: Item) -> Vector:
        """Tell which facts count what a question asks the number of, and not just anything."""
        related = tuple(self._family.related(counted))
        counting = self._counting.highest(related) >= INNER
        result: Vector = counting.astype(np.float64)
        for key, level in related:
            if level > WIDER:
                result[self._stating.get(key, [])] = 1.0
        result[self._lists_only(counted)] = 1.0
        return result

    def _lists_only(self, counted: Item) -> list[int]:
        """Find the facts whose lists are of what is counted, so that they can be told for it."""
        knowledge, kinds = self._knowledge, counted.concepts
        return [
            at
            for at, fact in enumerate(self._facts)
            if fact.lists
            and all(knowledge.is_any_of(knowledge.entities[one].kind, kinds) for one in fact.lists)
        ]

    @cached_property
    def _stating(self) -> Mapping[str, list[int]]:
        """What is stated as data -> the facts that state it: figures, and things there are."""
        found: dict[str, list[int]] = {}
        for at, fact in enumerate(self._facts):
            figures = (key for key, value in fact.states.items() if isinstance(value, Quantity))
            for stated in (*figures, *self._things_in(fact)):
                found.setdefault(stated, []).append(at)
        return found


def _needed(question: Question) -> frozenset[Operation]:
    """Give the operations that a fact has to serve; "what happens when" asks for no date."""
    needed = question.operations & _NEEDED.keys()
    asks_otherwise = question.operations & {Operation.TELL, Operation.LIST, Operation.WHICH}
    return needed - {Operation.WHEN} if asks_otherwise else needed
