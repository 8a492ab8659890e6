"""Figures and dates that facts state, and which of them can stand beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.answering.computing.scope import Scope
from bot.facts.model import AttributeType, Entity, Fact, Knowledge, Quantity
from bot.understanding.parsing import Item

BASES: Final = frozenset({"per-day", "per-month", "per-quarter", "per-year", "in-total"})
"""Concepts that say what a figure counts on, and ask for nothing else."""
_ASKED: Final = {"total": "in-total"}
"""Basis -> the concept that asks for it, where it isn't `per-` and its name."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one entity's fact states of an attribute."""

    attribute: str
    fact: Fact
    value: Quantity | str
    """A figure, or a partial date."""
    other: Quantity | str | None = None
    """What another source says instead."""

    @property
    def entity(self) -> str:
        """Of what it is stated."""
        return self.fact.entity

    @property
    def basis(self) -> str:
        """What it counts on; values of different bases are never compared."""
        return self.value.per if isinstance(self.value, Quantity) else "date"

    @property
    def bound(self) -> str:
        """Whether it is the very figure, or one that limits it."""
        return self.value.bound if isinstance(self.value, Quantity) else "exact"

    @property
    def size(self) -> float | str:
        """What it is compared by."""
        return self.value.value if isinstance(self.value, Quantity) else self.value

    def is_level_with(self, other: Stated) -> bool:
        """Whether neither is more: equal figures, or dates that the same words could mean.

        2011 and May 2011 are level: nothing says which came first.
        """
        if isinstance(self.value, str) and isinstance(other.value, str):
            return self.value.startswith(other.value) or other.value.startswith(self.value)
        return self.size == other.size


def stated_in(attribute: str, entities: Iterable[Entity]) -> Iterator[Stated]:
    """Give what each entity's first fact on an attribute states."""
    for entity in entities:
        stating = (fact for fact in entity.facts if attribute in fact.states)
        if fact := next(stating, None):
            yield from (one for one in stated_by(fact) if one.attribute == attribute)


def stated_by(fact: Fact) -> Iterator[Stated]:
    """Give the figures and dates that a fact states."""
    for attribute, value in fact.states.items():
        other = fact.disputes.get(attribute)
        if not isinstance(value, tuple):
            yield Stated(attribute, fact, value, None if isinstance(other, tuple) else other)


def silent_among(entities: Iterable[str], stated: Iterable[Stated]) -> tuple[str, ...]:
    """Give the entities for which nothing is stated."""
    having = {one.entity for one in stated}
    return tuple(one for one in entities if one not in having)


def topics_of(knowledge: Knowledge, attribute: str) -> frozenset[str]:
    """Give the topics of the facts that state an attribute."""
    return frozenset(fact.topic for fact in knowledge.facts.values() if attribute in fact.states)


def by_basis(values: Iterable[Stated]) -> list[tuple[Stated, ...]]:
    """Part values by what they count on, the commonest basis first."""
    values = tuple(values)
    bases = Counter(one.basis for one in values).most_common()
    return [tuple(one for one in values if one.basis == basis) for basis, _ in bases]


def asked_basis(
    scope: Scope, groups: Iterable[tuple[Stated, ...]], *, added: bool = False
) -> tuple[Stated, ...] | None:
    """Give the values on the basis that a question asks for; None where it asks for none.

    Where the sum is asked, "in total" is no basis.
    """
    for group in groups:
        basis = group[0].basis
        if added and basis in _ASKED:
            continue
        if _ASKED.get(basis, f"per-{basis}") in scope.question.concepts:
            return group
    return None


def attributes_asked(scope: Scope, shape: AttributeType) -> list[str]:
    """Give the attributes of a type that a question asks for, outright or by a wider idea.

    "How many people" asks for the people helped.
    """
    fitting = attributes_of(scope, shape)
    concepts, broader = scope.question.concepts, scope.knowledge.vocabulary.broader
    outright = [one for one in fitting if one in concepts]
    shared = {one: len(concepts.intersection(broader.get(one, ()))) for one in fitting}
    most = max(shared.values(), default=0)
    return outright or [one for one, count in shared.items() if 0 < count == most]


def attributes_of(scope: Scope, shape: AttributeType) -> list[str]:
    """Give all attributes of a type, first what is stated of the most that could be meant."""
    attributes = scope.knowledge.vocabulary.attributes
    fitting = [one for one, attribute in attributes.items() if attribute.type == shape]
    return sorted(fitting, key=scope.stating.__getitem__, reverse=True)


def left_beside(scope: Scope, attribute: str) -> tuple[Item, ...]:
    """Give the items that neither an attribute nor the kinds account for."""
    vocabulary = scope.knowledge.vocabulary
    wider = vocabulary.broader.get(attribute, ())
    accounted = {attribute, *wider, *vocabulary.kinds, *BASES}
    return tuple(item for item in scope.question.content if not item.concepts & accounted)
