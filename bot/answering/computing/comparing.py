"""Extremes and comparisons of figures and dates, or of what is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, TypeAlias

from bot.answering.computing.scope import Scope
from bot.answering.computing.stated import (
    Stated,
    asked_basis,
    attributes_asked,
    attributes_of,
    by_basis,
    left_beside,
    silent_among,
    stated_in,
    topics_of,
)
from bot.facts.model import AttributeType, Entity, Fact
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
_OTHER_WAY: Final = {Operation.LESS: Operation.LEAST, Operation.AFTER: Operation.LATEST}
_FEWEST: Final = 2
"""Values there have to be for one to be the highest."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """The entities with the highest, lowest, earliest or latest values, and the others."""

    operation: Operation
    attribute: str
    rankings: tuple[tuple[Stated, ...], ...]
    """Those with the same basis together, the extreme first."""
    others: tuple[Stated, ...] = ()
    """What counts on another basis, and can't be compared."""
    silent: tuple[str, ...] = ()
    """The entities for which our sources state nothing."""
    most: int = 1
    """How many were asked for: "the three oldest"."""

    @property
    def shape(self) -> AttributeType:
        """Whether dates are ranked, or figures."""
        return "date" if self.operation in _OF_DATES else "quantity"

    def first(self, ranked: tuple[Stated, ...]) -> tuple[Stated, ...]:
        """Give as many as were asked for, and what is level with the last of them."""
        last = ranked[min(self.most, len(ranked)) - 1]
        found = (one for at, one in enumerate(ranked) if at < self.most or one.is_level_with(last))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values of one attribute, in the order of the question."""

    attribute: str
    stated: tuple[Stated, Stated]


@dataclass(frozen=True, slots=True)
class HalfStated:
    """What our sources state of some of the entities to compare, and for which they don't."""

    attribute: str
    shape: AttributeType
    stated: tuple[Stated, ...]
    silent: tuple[str, ...]
    topics: frozenset[str]
    """The topics that could tell of it in words."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Facts of several entities, where no values can be compared."""

    facts: tuple[Fact, ...]
    silent: tuple[str, ...] = ()
    """The entities on which our sources don't tell what is compared."""
    mixed: bool = False
    """Whether they state figures that count in different ways."""


Compared: TypeAlias = Extreme | Comparison | HalfStated | SideBySide
_Found: TypeAlias = tuple[Compared, tuple[Item, ...]]


def compare(scope: Scope) -> _Found | None:
    """Compare what a question names, and give the items that this leaves open."""
    operations = scope.question.operations
    if len(scope.particular) < _FEWEST or not operations & (_OF_FIGURES | _OF_DATES):
        return None
    if any(figure.frame not in _EXTREMES for figure in scope.question.figures):
        return None
    entities = [scope.knowledge.entities[one] for one in scope.particular]
    found = [
        (attribute, tuple(stated_in(attribute, entities)))
        for attribute in _attributes_to_compare(scope)
    ]
    whole = [one for one in found if len(one[1]) == len(entities)]
    partly = [one for one in found if one[1] or Operation.COMPARE not in operations]
    chosen = next(iter([*whole, *partly]), None)
    if chosen is None:
        return _side_by_side(scope, entities) if Operation.COMPARE in operations else None
    attribute, stated = chosen
    return _compared(scope, attribute, stated), left_beside(scope, attribute)


def _compared(scope: Scope, attribute: str, stated: tuple[Stated, ...]) -> Compared:
    """Compare the values of one attribute, as far as they can be compared."""
    silent = silent_among(scope.particular, stated)
    groups = by_basis(stated)
    if silent and len(stated) < _FEWEST:
        return half_stated(scope, attribute, stated, silent)
    if len(groups) > 1 and max(map(len, groups)) < _FEWEST:
        return SideBySide(tuple(one.fact for one in stated), mixed=True)
    match stated:
        case (one, other) if not silent:
            return Comparison(attribute, (one, other))
    return _ranked(scope, _extreme_of(scope), attribute, stated, silent)


def half_stated(
    scope: Scope, attribute: str, stated: tuple[Stated, ...], silent: tuple[str, ...]
) -> HalfStated:
    """Tell what is stated, and for which nothing is."""
    shape = scope.knowledge.vocabulary.attributes[attribute].type
    return HalfStated(attribute, shape, stated, silent, topics_of(scope.knowledge, attribute))


def _extreme_of(scope: Scope) -> Operation:
    """Turn a comparison of more than two into the search for the first of them."""
    operations = scope.question.operations
    asked = [one for one in _EXTREMES if one in operations]
    other_way = [extreme for one, extreme in _OTHER_WAY.items() if one in operations]
    by_date = Operation.EARLIEST if operations & _OF_DATES else Operation.MOST
    return next(iter([*asked, *other_way]), by_date)


def _side_by_side(scope: Scope, entities: list[Entity]) -> _Found:
    """Put what is told of each entity beside each other: of the topic asked for, or of all."""
    for topic in scope.knowledge.vocabulary.topics:
        facts = tuple(fact for fact in (_on(topic, entity) for entity in entities) if fact)
        if topic in scope.question.concepts and facts:
            silent = tuple(one.id for one in entities if _on(topic, one) is None)
            return SideBySide(facts, silent), left_beside(scope, topic)
    overviews = tuple(entity.facts[0] for entity in entities if entity.facts)
    return SideBySide(overviews), scope.question.content


def _on(topic: str, entity: Entity) -> Fact | None:
    return next((fact for fact in entity.facts if fact.topic == topic), None)


def find_extreme(scope: Scope) -> _Found | None:
    """Find the highest, lowest, earliest or latest, and give the items that this leaves open."""
    operation = _extreme_asked(scope)
    if operation is None or set(scope.named) != set(scope.wholes):
        return None
    if any(figure.frame is not operation for figure in scope.question.figures):
        return None
    shape: AttributeType = "date" if operation in _OF_DATES else "quantity"
    asked_for = attributes_asked(scope, shape)
    attribute = next(iter(asked_for or attributes_of(scope, shape)), None)
    if attribute is None:
        return None
    values = tuple(stated_in(attribute, scope.pool))
    asked_of = scope.pool if scope.kinds else ()
    silent = silent_among((one.id for one in asked_of), values)
    extreme = _ranked(scope, operation, attribute, values, silent)
    if extreme.rankings:
        return extreme, left_beside(scope, attribute)
    if asked_for and silent:
        return half_stated(scope, attribute, values, silent), left_beside(scope, attribute)
    return None


def _extreme_asked(scope: Scope) -> Operation | None:
    """Find which extreme is asked for; "rank the centres by people helped" asks for the most."""
    operations = scope.question.operations
    asked = [one for one in _EXTREMES if one in operations]
    if Operation.COMPARE in operations and scope.is_general:
        asked += [Operation.MOST] if attributes_asked(scope, "quantity") else []
        asked += [Operation.EARLIEST] if attributes_asked(scope, "date") else []
    return next(iter(asked), None)


def _ranked(
    scope: Scope,
    operation: Operation,
    attribute: str,
    values: tuple[Stated, ...],
    silent: tuple[str, ...],
) -> Extreme:
    """Rank the values on the basis that is asked for, or else on each by itself."""
    groups = by_basis(values)
    chosen = asked_basis(scope, groups)
    rankings = tuple(
        tuple(sorted(group, key=attrgetter("size"), reverse=operation in _FALLING))
        for group in ([chosen] if chosen else groups)
        if len(group) >= _FEWEST
    )
    ranked = {one for ranking in rankings for one in ranking}
    others = tuple(one for one in values if one not in ranked)
    most = max([1, *(int(figure.value) for figure in scope.question.figures)])
    return Extreme(operation, attribute, rankings, others, silent, most)


def _attributes_to_compare(scope: Scope) -> Iterator[str]:
    """Give the attributes to compare by: those asked for, or else all of their type."""
    operations = scope.question.operations
    if operations & _OF_DATES:
        yield from attributes_asked(scope, "date") or attributes_of(scope, "date")
    if operations & _OF_FIGURES:
        plainly = operations & _OF_FIGURES != {Operation.COMPARE}
        others = attributes_of(scope, "quantity") if plainly else ()
        yield from attributes_asked(scope, "quantity") or others
