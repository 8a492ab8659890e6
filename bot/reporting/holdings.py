"""How many entities and facts there are, by kind and by country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.facts.model import Entity, Knowledge


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entities share something, and how many facts tell of them."""

    name: str
    """A kind, or the id of a country; empty for the entities that have none."""
    entities: int
    facts: int
    narrower: tuple[Tally, ...] = ()
    """The same for the narrower kinds, where there are any."""


def by_kind(knowledge: Knowledge) -> tuple[Tally, ...]:
    """Count by broadest kind, the largest first, and by narrower kinds within each."""
    groups = by_broadest_kind(knowledge)
    return _largest_first(
        _tally(kind, entities, _narrower(kind, entities)) for kind, entities in groups.items()
    )


def by_country(knowledge: Knowledge) -> tuple[Tally, ...]:
    """Count by country, the largest first; a country's own entity counts as in it."""
    groups = grouped(knowledge.entities.values(), partial(_country, knowledge.countries))
    return _largest_first(_tally(country, entities) for country, entities in groups.items())


def by_broadest_kind(knowledge: Knowledge) -> Mapping[str, tuple[Entity, ...]]:
    """Put together the entities of each broadest kind."""
    return grouped(
        knowledge.entities.values(),
        lambda entity: next(reversed(knowledge.kinds_of(entity.kind)), ""),
    )


def grouped(
    entities: Iterable[Entity], key: Callable[[Entity], str]
) -> Mapping[str, tuple[Entity, ...]]:
    """Put together the entities that have the same key."""
    groups: dict[str, tuple[Entity, ...]] = {}
    for entity in entities:
        groups[key(entity)] = (*groups.get(key(entity), ()), entity)
    return groups


def kind_of(entity: Entity) -> str:
    """Give the kind that an entity's file names."""
    return entity.kind


def _narrower(broadest: str, entities: Iterable[Entity]) -> tuple[Tally, ...]:
    groups = grouped(entities, kind_of)
    if groups.keys() == {broadest}:
        return ()
    return _largest_first(_tally(kind, group) for kind, group in groups.items())


def _country(countries: frozenset[str], entity: Entity) -> str:
    return entity.country or (entity.id if entity.id in countries else "")


def _tally(name: str, entities: tuple[Entity, ...], narrower: tuple[Tally, ...] = ()) -> Tally:
    return Tally(name, len(entities), sum(len(one.facts) for one in entities), narrower)


def _largest_first(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Sort by size; what has no name comes last."""
    return tuple(sorted(tallies, key=lambda one: (not one.name, -one.entities)))
