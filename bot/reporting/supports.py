"""What rests on each source."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts.model import Entity, Fact, Knowledge, Source


@dataclass(frozen=True, slots=True)
class Support:
    """A source, and what would fall without it."""

    id: str
    source: Source
    facts: tuple[Fact, ...]
    places: tuple[Entity, ...]
    """The entities whose place it tells."""

    @property
    def is_idle(self) -> bool:
        """Whether nothing rests on it."""
        return not (self.facts or self.places)


def supports(knowledge: Knowledge) -> tuple[Support, ...]:
    """Give every source with what rests on it, the one that bears most first."""
    facts: dict[str, list[Fact]] = {source: [] for source in knowledge.sources}
    places: dict[str, list[Entity]] = {source: [] for source in knowledge.sources}
    for fact in knowledge.facts.values():
        for source in dict.fromkeys(fact.source):
            facts[source].append(fact)
    for entity in knowledge.entities.values():
        for source in dict.fromkeys(entity.place.source if entity.place else ()):
            places[source].append(entity)
    found = (
        Support(name, source, tuple(facts[name]), tuple(places[name]))
        for name, source in knowledge.sources.items()
    )
    return tuple(sorted(found, key=lambda one: -len(one.facts) - len(one.places)))
