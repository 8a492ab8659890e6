"""Extremes and comparisons of figures and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from bot.answering.scope import Scope
from bot.facts.model import AttributeType, Entity, Fact, Quantity, Vocabulary
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

_EXTREMES: Final = (Operation.MOST, Operation.LEAST, Operation.EARLIEST, Operation.LATEST)
_OF_FIGURES: Final = frozenset(
    {Operation.MORE, Operation.LESS, Operation.MOST, Operation.LEAST, Operation.COMPARE}
)
_OF_DATES: Final = frozenset(
    {Operation.BEFORE, Operation.AFTER, Operation.EARLIEST, Operation.LATEST}
)
_FALLING: Final = frozenset({Operation.MOST, Operation.LATEST})
_FEWEST: Final = 2
"""Values there have to be for one to be the highest."""
_BASES: Final = frozenset({"per-day", "per-month", "per-year", "in-total"})
"""Concepts that say what a figure counts on, and ask for nothing else."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one entity's fact states of an attribute."""

    entity: str
    fact: Fact
    value: Quantity | str
    """A figure, or a partial date."""

    @property
    def basis(self) -> str:
        """What it counts on; values of different bases are never compared."""
        return self.value.per if isinstance(self.value, Quantity) else "date"

    def is_level_with(self, other: Stated) -> bool:
        """Whether neither is more: equal figures, or dates that the same words could mean.

        2011 and May 2011 are level: nothing says which came first.
        """
        if isinstance(self.value, str) and isinstance(other.value, str):
            return self.value.startswith(other.value) or other.value.startswith(self.value)
        return self.size == other.size

    @property
    def size(self) -> float | str:
        """What it is compared by."""
        return self.value.value if isinstance(self.value, Quantity) else self.value


@dataclass(frozen=True, slots=True)
class Extreme:
    """The entity with the highest, lowest, earliest or latest value, and the others."""

    operation: Operation
    attribute: str
    ranked: tuple[Stated, ...]
    """All with the same basis, the extreme first."""
    others: tuple[Stated, ...]
    """What counts on another basis, and can't be compared."""

    @property
    def first(self) -> tuple[Stated, ...]:
        """The extreme, and what is level with it."""
        return tuple(one for one in self.ranked if one.is_level_with(self.ranked[0]))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more values of one attribute, in the order of the question."""

    attribute: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Facts of several entities, where no values can be compared."""

    facts: tuple[Fact, ...]


def compare(scope: Scope) -> tuple[Comparison | SideBySide, tuple[Item, ...]] | None:
    """Compare what a question names, and give the items that this leaves open."""
    operations = scope.question.operations
    if len(scope.particular) < _FEWEST or not operations & (_OF_FIGURES | _OF_DATES):
        return None
    entities = [scope.knowledge.entities[one] for one in scope.particular]
    for attribute in _attributes_to_compare(scope):
        stated = tuple(_stated(attribute, entities))
        if len(stated) == len(entities):
            level = len(_of_one_basis(scope, stated)) == len(stated)
            facts = tuple(one.fact for one in stated)
            answer = Comparison(attribute, stated) if level else SideBySide(facts)
            return answer, _left(scope, attribute)
    return _side_by_side(scope, entities) if Operation.COMPARE in operations else None


def _side_by_side(scope: Scope, entities: Iterable[Entity]) -> tuple[SideBySide, tuple[Item, ...]]:
    """Put what is told of each entity beside each other: of the topic asked for, or of all."""
    for topic in scope.knowledge.vocabulary.topics:
        facts = tuple(fact for fact in (_on(topic, entity) for entity in entities) if fact)
        if topic in scope.question.concepts and len(facts) == len(scope.particular):
            return SideBySide(facts), _left(scope, topic)
    overviews = tuple(entity.facts[0] for entity in entities if entity.facts)
    return SideBySide(overviews), scope.question.content


def _on(topic: str, entity: Entity) -> Fact | None:
    return next((fact for fact in entity.facts if fact.topic == topic), None)


def find_extreme(scope: Scope) -> tuple[Extreme, tuple[Item, ...]] | None:
    """Find the highest, lowest, earliest or latest, and give the items that this leaves open."""
    asked = (one for one in _EXTREMES if one in scope.question.operations)
    operation = next(asked, None)
    if operation is None or set(scope.named) != set(scope.wholes):
        return None
    attribute = next(_attributes_of(scope, "date" if operation in _OF_DATES else "quantity"), None)
    if attribute is None:
        return None
    values = tuple(_stated(attribute, scope.pool))
    stated = _of_one_basis(scope, values)
    if len(stated) < _FEWEST:
        return None
    ranked = tuple(sorted(stated, key=attrgetter("size"), reverse=operation in _FALLING))
    others = tuple(one for one in values if one not in stated)
    return Extreme(operation, attribute, ranked, others), _left(scope, attribute)


def _attributes_to_compare(scope: Scope) -> Iterator[str]:
    operations = scope.question.operations
    if operations & _OF_DATES:
        yield from _attributes_of(scope, "date")
    if operations & _OF_FIGURES:
        plainly = operations & _OF_FIGURES != {Operation.COMPARE}
        yield from _attributes_of(scope, "quantity", others=plainly)


def _attributes_of(scope: Scope, shape: AttributeType, *, others: bool = True) -> Iterator[str]:
    """Give the attributes of a type that are asked for, and then the others if none is."""
    fitting = _of_type(scope.knowledge.vocabulary, shape)
    asked = [one for one in fitting if one in scope.question.concepts]
    yield from asked or (fitting if others else ())


def _of_type(vocabulary: Vocabulary, shape: AttributeType) -> list[str]:
    return [one for one, attribute in vocabulary.attributes.items() if attribute.type == shape]


def _stated(attribute: str, entities: Iterable[Entity]) -> Iterator[Stated]:
    """Give what each entity's first fact on an attribute states."""
    for entity in entities:
        fact = next((fact for fact in entity.facts if attribute in fact.states), None)
        value = fact.states[attribute] if fact else None
        if fact and isinstance(value, Quantity | str):
            yield Stated(entity.id, fact, value)


def _of_one_basis(scope: Scope, values: tuple[Stated, ...]) -> tuple[Stated, ...]:
    """Keep the values on the basis that is asked for, or else on the commonest."""
    bases = [basis for basis, _ in Counter(one.basis for one in values).most_common()]
    asked = [basis for basis in bases if f"per-{basis}" in scope.question.concepts]
    chosen = next(iter([*asked, *bases]), None)
    return tuple(one for one in values if one.basis == chosen)


def _left(scope: Scope, attribute: str) -> tuple[Item, ...]:
    """Give the items that neither the attribute nor the kinds account for."""
    accounted = {attribute, *scope.knowledge.vocabulary.kinds, *_BASES}
    return tuple(item for item in scope.question.content if not item.concepts & accounted)
