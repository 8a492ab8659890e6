"""What the entities of a kind have: the staff of the centres, each with where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.answering.computing.scope import Scope, common_kinds
from bot.facts.model import Fact
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

_ASKING: Final = frozenset(
    {Operation.LIST, Operation.WHICH, Operation.TELL, Operation.BACK, Operation.ALSO}
)


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything that is stated of one attribute, with the entities that have it."""

    attribute: str
    kinds: frozenset[str]
    whole: tuple[str, ...]
    excluded: tuple[str, ...]
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """Concept -> entities, what most of them have first."""
    facts: tuple[Fact, ...]
    silent: tuple[str, ...]
    """The entities for which our sources mention none of it."""


def take_inventory(scope: Scope) -> tuple[Inventory, tuple[Item, ...]] | None:
    """List what the entities of a kind have, and give the items that this leaves open."""
    attribute = _attribute_of(scope)
    if attribute is None:
        return None
    stated = scope.knowledge.things_of
    found: dict[str, dict[str, Fact]] = {}
    for entity in scope.pool:
        for key, concept, fact in stated[entity.id]:
            if key == attribute:
                found.setdefault(concept, {}).setdefault(entity.id, fact)
    having = {entity for by_entity in found.values() for entity in by_entity}
    if not having:
        return None
    ordered = sorted(found.items(), key=lambda one: -len(one[1]))
    left = (item for item in scope.question.content if attribute not in item.concepts)
    return Inventory(
        attribute=attribute,
        kinds=scope.kinds or common_kinds(scope.knowledge, scope.pool),
        whole=scope.wholes,
        excluded=scope.excluded,
        values=tuple((concept, tuple(by_entity)) for concept, by_entity in ordered),
        facts=tuple(
            dict.fromkeys(fact for _, by_entity in ordered for fact in by_entity.values())
        ),
        silent=tuple(one.id for one in scope.pool if one.id not in having),
    ), tuple(item for item in left if not item.concepts & scope.kinds)


def _attribute_of(scope: Scope) -> str | None:
    """Find what is asked for, which stands before the kind: not "which centres have staff"."""
    question = scope.question
    plain = question.operations <= _ASKING
    if not (plain and scope.is_general) or set(scope.named) != set(scope.wholes):
        return None
    if question.figures:
        return None
    for item in question.items:
        if item.concepts & scope.kinds:
            return None
        for concept in sorted(item.concepts):
            attribute = scope.knowledge.vocabulary.attributes.get(concept)
            if attribute is not None and attribute.type == "set":
                return concept
    return None
