"""Answers that no file states: lists, counts, comparisons and extremes, from typed attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias, assert_never

from bot.facts.model import Entity, Fact, Knowledge, Quantity
from bot.facts.operations import Operation
from bot.understanding.parsing import Item, Question

_LISTING: Final = frozenset({Operation.LIST, Operation.WHICH, Operation.HOW_MANY, Operation.WHERE})
_COMPARING: Final = frozenset({Operation.COMPARE, Operation.MORE, Operation.LESS})
_ORDERING: Final = frozenset(
    {Operation.BEFORE, Operation.AFTER, Operation.EARLIEST, Operation.LATEST}
)
_EXTREMES: Final = (Operation.MOST, Operation.LEAST, Operation.EARLIEST, Operation.LATEST)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one entity's fact states of an attribute."""

    entity: str
    fact: Fact
    value: Quantity | str
    """A figure, or a partial date."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entities of some kinds that fit the conditions."""

    kinds: frozenset[str]
    whole: tuple[str, ...]
    conditions: tuple[str, ...]
    entities: tuple[str, ...]
    facts: tuple[Fact, ...]
    """What shows that they fit."""
    counted: bool
    without: bool
    """Whether the conditions have to be absent from our sources."""
    silent: bool
    """Whether other entities of the kinds are in the knowledge."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """The entity with the highest, lowest, earliest or latest value, and the others."""

    operation: Operation
    attribute: str
    ranked: tuple[Stated, ...]
    """All with the same basis, the extreme first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more values of one attribute, the first named first."""

    attribute: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Facts of several entities, where no figures can be compared."""

    facts: tuple[Fact, ...]


Computed: TypeAlias = Listing | Extreme | Comparison | SideBySide


def entities_of(computed: Computed) -> tuple[str, ...]:
    """Give the entities that a computed answer is about, in its order."""
    match computed:
        case Listing():
            return computed.entities
        case Extreme():
            return tuple(one.entity for one in computed.ranked)
        case Comparison():
            return tuple(one.entity for one in computed.stated)
        case SideBySide():
            return tuple(fact.entity for fact in computed.facts)
        case _:
            assert_never(computed)


@dataclass(frozen=True, slots=True)
class Calculation:
    """A computed answer, and what of the question it leaves unaccounted for."""

    answer: Computed
    left: tuple[Item, ...]


class Calculator:
    """Computes over the typed attributes of one knowledge folder."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Look at the entities only."""
        self._knowledge = knowledge
        self._vocabulary = knowledge.vocabulary

    def compute(self, question: Question) -> Calculation | None:
        """Compute what a question asks for; None where it asks for nothing computable."""
        named = self._named(question)
        if len(named) > 1 and question.operations & (
            _COMPARING | _ORDERING | {Operation.BOTH, *_EXTREMES}
        ):
            return self._compare(question, named)
        for operation in _EXTREMES:
            if operation in question.operations and set(named) <= self._members.keys():
                return self._extreme(question, operation)
        if question.operations & _LISTING:
            return self._list(question)
        return None

    # entities, wholes and kinds

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        """Whole -> what belongs to it."""
        members: dict[str, list[str]] = {}
        for entity in self._knowledge.entities.values():
            for whole in dict.fromkeys((entity.country, entity.part_of)):
                if whole is not None and whole != entity.id:
                    members.setdefault(whole, []).append(entity.id)
        return {whole: tuple(found) for whole, found in members.items()}

    def _named(self, question: Question) -> tuple[str, ...]:
        """Give the entities that a question names without doubt."""
        sure = (tuple(mention.entities) for mention in question.mentions)
        return tuple(dict.fromkeys(one[0] for one in sure if len(one) == 1))

    def _wholes(self, question: Question) -> tuple[str, ...]:
        return tuple(one for one in self._named(question) if one in self._members)

    def _kinds(self, question: Question) -> frozenset[str]:
        """Give the kinds in a question; of "government bodies" and "ministries" the narrower.

        The kind that a named entity is of is part of its name, and asks for nothing.
        """
        named = [self._knowledge.entities[one].kind for one in self._named(question)]
        kinds = {
            kind
            for kind in question.concepts & self._vocabulary.kinds.keys()
            if not any(self._knowledge.is_a(own, kind) for own in named)
        }
        broader = {self._vocabulary.kinds[kind] for kind in kinds}
        return frozenset(kinds - broader)

    def _pool(self, question: Question) -> tuple[Entity, ...]:
        """Give the entities that a question's kinds and wholes speak of."""
        kinds, wholes = self._kinds(question), self._wholes(question)
        return tuple(
            entity
            for entity in self._knowledge.entities.values()
            if (not kinds or any(self._knowledge.is_a(entity.kind, kind) for kind in kinds))
            and (not wholes or any(entity.id in self._members[whole] for whole in wholes))
        )

    # lists and counts

    def _list(self, question: Question) -> Calculation | None:
        kinds, wholes = self._kinds(question), self._wholes(question)
        pool = self._pool(question)
        counted = Operation.HOW_MANY in question.operations
        if counted and not (question.counted and question.counted.concepts & kinds):
            return None
        if not kinds and Operation.LIST not in question.operations:
            return None
        only_wholes = len(wholes) == len(self._named(question))
        if not only_wholes or len(pool) < 2:
            return None
        conditions, left = self._conditions(question, pool)
        without = Operation.WITHOUT in question.operations and bool(conditions)
        shown = {entity.id: self._facts_for(entity, conditions) for entity in pool}
        fitting = tuple(one for one, facts in shown.items() if _fits(facts, without=without))
        if not (fitting or kinds):
            return None
        proof = () if without else tuple(f for one in fitting for f in shown[one] or ())
        listing = Listing(
            kinds or self._kinds_of(pool),
            wholes,
            conditions,
            fitting,
            proof,
            counted,
            without,
            len(fitting) < len(pool),
        )
        return Calculation(listing, left)

    def _kinds_of(self, pool: Iterable[Entity]) -> frozenset[str]:
        """Give the narrowest kinds that together take in all of some entities."""
        kinds = frozenset(entity.kind for entity in pool)
        while len(kinds) > 1:
            wider = frozenset(self._vocabulary.kinds.get(kind, "") or kind for kind in kinds)
            if wider == kinds:
                break
            kinds = wider
        return kinds

    def _conditions(
        self, question: Question, pool: Iterable[Entity]
    ) -> tuple[tuple[str, ...], tuple[Item, ...]]:
        """Tell the items that entities can fit or not from those that nothing explains."""
        values = {value for entity in pool for value, _ in _values(entity)}
        conditions: list[str] = []
        left: list[Item] = []
        for item in question.content:
            fitting = sorted(
                concept for concept in item.concepts if self._with_cases(concept) & values
            )
            if item.concepts & self._vocabulary.kinds.keys():
                continue
            if fitting:
                conditions.append(fitting[0])
            else:
                left.append(item)
        return tuple(dict.fromkeys(conditions)), tuple(left)

    def _facts_for(self, entity: Entity, conditions: tuple[str, ...]) -> tuple[Fact, ...] | None:
        """Give a fact for each condition; None where one is not stated."""
        found: list[Fact] = []
        for condition in conditions:
            wanted = self._with_cases(condition)
            fact = next((fact for value, fact in _values(entity) if value in wanted), None)
            if fact is None:
                return None
            found.append(fact)
        return tuple(found)

    def _with_cases(self, concept: str) -> frozenset[str]:
        """Give a concept and those that are a case of it."""
        broader = self._vocabulary.broader
        return frozenset({concept, *(case for case, wide in broader.items() if concept in wide)})

    # extremes and comparisons

    def _extreme(self, question: Question, operation: Operation) -> Calculation | None:
        attribute = self._attribute(question, operation)
        if attribute is None:
            return None
        by_date = self._vocabulary.attributes[attribute].type == "date"
        if operation in {Operation.MOST, Operation.LEAST} and by_date:
            return None
        stated = self._same_basis(question, self._stated(attribute, self._pool(question)))
        falling = operation in {Operation.MOST, Operation.LATEST}
        ranked = sorted(stated, key=_size, reverse=falling)
        if len(ranked) < 2:
            return None
        return Calculation(
            Extreme(operation, attribute, tuple(ranked)), self._left(question, attribute)
        )

    def _compare(self, question: Question, named: tuple[str, ...]) -> Calculation:
        entities = [self._knowledge.entities[one] for one in named]
        for attribute in self._attributes_to_compare(question):
            stated = self._same_basis(question, self._stated(attribute, entities))
            if len(stated) == len(named):
                left = self._left(question, attribute)
                return Calculation(Comparison(attribute, tuple(stated)), left)
        overviews = tuple(entity.facts[0] for entity in entities if entity.facts)
        return Calculation(SideBySide(overviews), question.content)

    def _attributes_to_compare(self, question: Question) -> Iterator[str]:
        operations = question.operations
        if operations & _ORDERING:
            yield from self._of_type("date")
        asked = self._asked_attributes(question)
        yield from asked
        if operations & {Operation.MORE, Operation.LESS, *_EXTREMES} and not asked:
            yield from self._of_type("quantity")

    def _attribute(self, question: Question, operation: Operation) -> str | None:
        """Choose the attribute that an extreme is asked of."""
        kind = "date" if operation in _ORDERING else "quantity"
        fitting = self._of_type(kind)
        asked = [one for one in self._asked_attributes(question) if one in fitting]
        return next(iter([*asked, *fitting]), None)

    def _asked_attributes(self, question: Question) -> tuple[str, ...]:
        asked = question.concepts
        return tuple(
            one
            for one, shape in self._vocabulary.attributes.items()
            if one in asked and shape.type != "set"
        )

    def _of_type(self, kind: str) -> tuple[str, ...]:
        attributes = self._vocabulary.attributes.items()
        return tuple(one for one, shape in attributes if shape.type == kind)

    def _stated(self, attribute: str, entities: Iterable[Entity]) -> list[Stated]:
        found = []
        for entity in entities:
            fact = next((fact for fact in entity.facts if attribute in fact.states), None)
            value = fact.states[attribute] if fact else None
            if fact and isinstance(value, Quantity | str):
                found.append(Stated(entity.id, fact, value))
        return found

    def _same_basis(self, question: Question, stated: list[Stated]) -> list[Stated]:
        """Keep the values on the basis that is asked for, or else on the commonest."""
        bases = Counter(_basis(one) for one in stated)
        asked = [basis for basis in bases if f"per-{basis}" in question.concepts]
        chosen = (asked or [basis for basis, _ in bases.most_common(1)] or [None])[0]
        return [one for one in stated if _basis(one) == chosen]

    def _left(self, question: Question, attribute: str) -> tuple[Item, ...]:
        """Give the items that neither the attribute nor the kinds account for."""
        kinds = self._kinds(question)
        fact_words = {attribute, *kinds, *_NOT_COUNTED}
        return tuple(item for item in question.content if not item.concepts & fact_words)


_NOT_COUNTED: Final = frozenset({"per-day", "per-month", "per-year", "in-total"})
"""Concepts of a basis."""


def _fits(facts: tuple[Fact, ...] | None, *, without: bool) -> bool:
    return (facts is None) == without


def _values(entity: Entity) -> Iterator[tuple[str, Fact]]:
    """Give each concept that an entity's facts state, with the fact."""
    for fact in entity.facts:
        for value in fact.states.values():
            if isinstance(value, tuple):
                for concept in value:
                    yield concept, fact


def _basis(stated: Stated) -> str:
    return stated.value.per if isinstance(stated.value, Quantity) else "date"


def _size(stated: Stated) -> float | str:
    return stated.value.value if isinstance(stated.value, Quantity) else stated.value
