"""Which topics are told of each entity, and where one is missing that its kind mostly has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bot.facts.model import Entity, Fact, Knowledge
from bot.reporting.holdings import by_broadest_kind, grouped, kind_of

_SHARED_BY: Final = 2
"""Entities that have to have something before it can be missing from another of their kind."""

Standing = Literal["told", "gap", "rare"]
"""Told; not told though most of its kind have it; not told, as of most of its kind."""


@dataclass(frozen=True, slots=True)
class Column:
    """A topic or attribute, and which entities of one kind have it."""

    name: str
    facts: Mapping[str, int]
    """Entity -> how many of its facts are on the topic, or state the attribute."""
    of: int
    """How many entities are of the kind."""

    @property
    def is_usual(self) -> bool:
        """Whether at least half of the kind have it."""
        return 2 * len(self.facts) >= self.of

    def count(self, entity: Entity) -> int:
        """Tell how many facts an entity has in this column."""
        return self.facts.get(entity.id, 0)

    def standing(self, entity: Entity) -> Standing:
        """Tell whether an entity has it, and if not whether that is a gap."""
        if entity.id in self.facts:
            return "told"
        return "gap" if self.is_usual else "rare"

    @property
    def gaps(self) -> int:
        """How many of the kind lack what most of it have."""
        return self.of - len(self.facts) if self.is_usual else 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is told of each entity of a broad kind."""

    kind: str
    """Empty for the entities that have none."""
    groups: Mapping[str, tuple[Entity, ...]]
    """Kind as the files name it -> its entities."""
    topics: tuple[Column, ...]
    """Those that two have at least, the most frequent first."""
    attributes: tuple[Column, ...]
    """The same for typed data."""
    singular: tuple[tuple[str, str], ...]
    """Topics that a single entity has, each with the entity's id."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from left to right."""
        return (*self.topics, *self.attributes)

    @property
    def size(self) -> int:
        """How many entities it shows."""
        return sum(map(len, self.groups.values()))

    @property
    def gaps(self) -> int:
        """How many topics are missing that most of the kind have."""
        return sum(column.gaps for column in self.topics)

    def gaps_of(self, entity: Entity) -> int:
        """Tell how many of them are missing of one entity."""
        return sum(column.standing(entity) == "gap" for column in self.topics)


def matrices(knowledge: Knowledge) -> tuple[Matrix, ...]:
    """Make a matrix for each broadest kind, the one with most entities first."""
    groups = by_broadest_kind(knowledge).items()
    made = (_matrix(knowledge, kind, entities) for kind, entities in groups)
    return tuple(sorted(made, key=lambda one: (not one.kind, -one.size)))


def _matrix(knowledge: Knowledge, kind: str, entities: tuple[Entity, ...]) -> Matrix:
    groups = grouped(entities, kind_of)
    topics = _columns(knowledge.vocabulary.topics, entities, _topic_of)
    attributes = _columns(knowledge.vocabulary.attributes, entities, _attributes_of)
    return Matrix(
        kind,
        dict(sorted(groups.items(), key=lambda group: -len(group[1]))),
        topics=tuple(filter(_is_shared, topics)),
        attributes=tuple(filter(_is_shared, attributes)),
        singular=tuple(
            (one.name, entity) for one in topics if len(one.facts) == 1 for entity in one.facts
        ),
    )


def _is_shared(column: Column) -> bool:
    return len(column.facts) >= _SHARED_BY


def _topic_of(fact: Fact) -> Iterable[str]:
    return (fact.topic,)


def _attributes_of(fact: Fact) -> Iterable[str]:
    return fact.states


def _columns(
    names: Iterable[str], entities: tuple[Entity, ...], of: Callable[[Fact], Iterable[str]]
) -> list[Column]:
    """Make a column for each name, the most frequent first, else in the given order."""
    facts: dict[str, dict[str, int]] = {name: {} for name in names}
    for entity in entities:
        for fact in entity.facts:
            for name in filter(None, of(fact)):
                facts[name][entity.id] = facts[name].get(entity.id, 0) + 1
    columns = (Column(name, counts, len(entities)) for name, counts in facts.items())
    return sorted(columns, key=lambda column: -len(column.facts))
