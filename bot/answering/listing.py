"""Lists and counts of the entities that fit a question's conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.answering.scope import Scope, common_kinds
from bot.facts.model import Entity, Fact, Knowledge
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

_ASKING: Final = frozenset(
    {Operation.LIST, Operation.WHICH, Operation.HOW_MANY, Operation.WITHOUT}
)
_FEWEST: Final = 2
"""Entities there have to be for a list of some of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entities of some kinds that fit the conditions."""

    kinds: frozenset[str]
    whole: tuple[str, ...]
    conditions: tuple[str, ...]
    """Concepts that the entities have, or don't have."""
    entities: tuple[str, ...]
    facts: tuple[Fact, ...]
    """What shows that they fit."""
    counted: bool
    """Whether their number was asked for."""
    without: bool
    """Whether the conditions have to be absent from our sources."""
    silent: bool
    """Whether other entities of the kinds are in the knowledge."""


def list_entities(scope: Scope) -> tuple[Listing, tuple[Item, ...]] | None:
    """Make the list that a question asks for, and give the items that it leaves open."""
    if not _asks_for_list(scope):
        return None
    conditions, left = _conditions(scope)
    without = Operation.WITHOUT in scope.question.operations and bool(conditions)
    proofs = {entity.id: _proof(scope.knowledge, entity, conditions) for entity in scope.pool}
    fitting = tuple(one for one, proof in proofs.items() if (proof is None) == without)
    kinds = scope.kinds or common_kinds(scope.knowledge, scope.pool)
    if not kinds or (not scope.kinds and (conditions or not fitting)):
        return None
    listing = Listing(
        kinds=kinds,
        whole=scope.wholes,
        conditions=conditions,
        entities=fitting,
        facts=tuple(fact for one in fitting for fact in proofs[one] or ()),
        counted=Operation.HOW_MANY in scope.question.operations,
        without=without,
        silent=len(fitting) < len(scope.pool),
    )
    return listing, left


def _asks_for_list(scope: Scope) -> bool:
    """Whether a question asks for entities of a kind, or for all that belongs to a whole."""
    operations, counted = scope.question.operations, scope.question.counted
    if Operation.HOW_MANY in operations:
        asks = counted is not None and bool(counted.concepts & scope.kinds)
    else:
        asks = bool(scope.kinds) or (Operation.LIST in operations and bool(scope.wholes))
    only_wholes = len(scope.wholes) == len(scope.named)
    return bool(operations & _ASKING) and asks and only_wholes and len(scope.pool) >= _FEWEST


def _conditions(scope: Scope) -> tuple[tuple[str, ...], tuple[Item, ...]]:
    """Tell the items that entities can fit from those that nothing stated explains."""
    knowledge = scope.knowledge
    values = {value for entity in scope.pool for value, _ in _values(entity)}
    conditions: dict[str, None] = {}
    left: list[Item] = []
    for item in scope.question.content:
        if item.concepts & knowledge.vocabulary.kinds.keys():
            continue
        fitting = (one for one in sorted(item.concepts) if _cases(knowledge, one) & values)
        condition = next(fitting, None)
        if condition is None:
            left.append(item)
        else:
            conditions[condition] = None
    return tuple(conditions), tuple(left)


def _proof(
    knowledge: Knowledge, entity: Entity, conditions: Iterable[str]
) -> tuple[Fact, ...] | None:
    """Give a fact for each condition; None where one is not stated."""
    facts = [_stating(entity, _cases(knowledge, condition)) for condition in conditions]
    found = tuple(fact for fact in facts if fact is not None)
    return found if len(found) == len(facts) else None


def _stating(entity: Entity, wanted: frozenset[str]) -> Fact | None:
    return next((fact for value, fact in _values(entity) if value in wanted), None)


def _cases(knowledge: Knowledge, concept: str) -> frozenset[str]:
    """Give a concept and those that are a case of it: staff, and dentist."""
    broader = knowledge.vocabulary.broader
    return frozenset({concept, *(case for case, wide in broader.items() if concept in wide)})


def _values(entity: Entity) -> Iterator[tuple[str, Fact]]:
    """Give each concept that an entity's facts state, with the fact."""
    for fact in entity.facts:
        for value in fact.states.values():
            if isinstance(value, tuple):
                for concept in value:
                    yield concept, fact
