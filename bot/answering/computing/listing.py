"""Lists and counts of the entities that fit a question's conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from bot.answering.computing.conditions import (
    Conditions,
    are_mentioned,
    concepts_of,
    conditions_in,
    proof,
)
from bot.answering.computing.scope import Scope, common_kinds
from bot.facts.model import Entity, Fact, Knowledge
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

MOST_SHOWN: Final = 12
"""Names of a list that are told at once, if there are several more."""
_LONGEST: Final = MOST_SHOWN + 2
_ASKING: Final = frozenset({Operation.LIST, Operation.WHICH, Operation.HOW_MANY})
_OTHERWISE: Final = frozenset(
    {Operation.WHO, Operation.WHY, Operation.HOW, Operation.WHEN, Operation.DURATION}
)
"""Frames that ask for no entities."""
_PLACING: Final = frozenset({Operation.WHERE, Operation.WHICH})
_COMPARING: Final = frozenset({Operation.MORE, Operation.LESS, Operation.BEFORE, Operation.AFTER})
_EXTREMES: Final = frozenset(
    {Operation.MOST, Operation.LEAST, Operation.EARLIEST, Operation.LATEST}
)
_FEWEST: Final = 2
"""Entities there have to be for a list of some of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entities of some kinds that fit the conditions."""

    kinds: frozenset[str]
    """Empty where no kind was said and nothing fits."""
    whole: tuple[str, ...]
    conditions: Conditions
    """What the entities have, or what our sources don't mention for them."""
    entities: tuple[str, ...]
    facts: tuple[Fact, ...]
    """What shows that they fit."""
    pool: tuple[str, ...]
    """All entities of the kinds."""
    excluded: tuple[str, ...] = ()
    """What the question leaves out: "other than Callao"."""
    counted: bool = False
    """Whether their number was asked for."""
    uncounted: bool = False
    """Whether the number of what they have was asked for, which no source gives."""
    of_things: bool = True
    """Whether what fits has something, rather than being about it."""
    is_known: bool = True
    """Whether anything in question has what was asked for."""
    start: int = 0
    """The place in `entities` of the first that is told."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The entities that are told by name."""
        return self.entities[self.start : self._end]

    @property
    def silent(self) -> bool:
        """Whether there are others, of which our sources say nothing."""
        return len(self.entities) < len(self.pool)

    @property
    def rest(self) -> Listing | None:
        """The same list from where this one is cut; None where all is told."""
        return replace(self, start=self._end) if self._end < len(self.entities) else None

    @property
    def _end(self) -> int:
        left = len(self.entities) - self.start
        return self.start + (MOST_SHOWN if left > _LONGEST else left)


def list_entities(scope: Scope) -> tuple[Listing, tuple[Item, ...]] | None:
    """Make the list that a question asks for, and give the items that it leaves open."""
    conditions, left = conditions_in(scope, scope.question.content)
    if not _asks_for_list(scope, conditions) or not _is_accounted(scope, conditions):
        return None
    listing = listing_of(scope, conditions)
    if not listing.kinds and not conditions:
        return None
    uncounted = _counts_things(scope, conditions) and bool(listing.entities)
    counted = _counts_kinds(scope)
    return replace(listing, counted=counted, uncounted=uncounted), left


def listing_of(scope: Scope, conditions: Conditions) -> Listing:
    """List the entities in question that fit; where no kind is said, of the kinds that do."""
    proofs = {one.id: proof(scope.knowledge, one.id, conditions) for one in scope.pool}
    alike = [one for one in scope.pool if proofs[one.id] is not None]
    kinds = scope.kinds or common_kinds(scope.knowledge, alike)
    pool = tuple(one.id for one in scope.pool if _is_of(scope.knowledge, one, kinds))
    fitting = tuple(one for one in pool if proofs[one] is not None)
    return Listing(
        kinds=kinds,
        whole=scope.wholes,
        conditions=conditions,
        entities=fitting,
        facts=tuple(dict.fromkeys(fact for one in fitting for fact in proofs[one] or ())),
        pool=pool,
        excluded=scope.excluded,
        of_things=scope.knowledge.things.issuperset(concepts_of(conditions)),
        is_known=are_mentioned(scope, conditions),
    )


def _is_of(knowledge: Knowledge, entity: Entity, kinds: frozenset[str]) -> bool:
    """Whether an entity is of some kinds; of no kind, whether anything is stated to be there."""
    if kinds:
        return knowledge.is_any_of(entity.kind, kinds)
    return any(concept in knowledge.things for _, concept, _ in knowledge.things_of[entity.id])


def _asks_for_list(scope: Scope, conditions: Conditions) -> bool:
    """Whether a question asks for entities of a kind, or for all that belongs to a whole."""
    operations = scope.question.operations
    if len(scope.wholes) != len(scope.named) or len(scope.pool) < _FEWEST:
        return False
    if Operation.HOW_MANY in operations:
        return _counts_kinds(scope) or _counts_things(scope, conditions)
    if operations & _OTHERWISE:
        return False
    if scope.kinds:
        return bool(operations & _ASKING) or (
            scope.is_general and bool(conditions or scope.excluded)
        )
    lists_whole = Operation.LIST in operations and not conditions
    return bool(scope.wholes) and (lists_whole or _asks_for_things(scope, conditions))


def _counts_kinds(scope: Scope) -> bool:
    counted, asked = scope.question.counted, Operation.HOW_MANY in scope.question.operations
    return asked and counted is not None and bool(counted.concepts & scope.kinds)


def _counts_things(scope: Scope, conditions: Conditions) -> bool:
    """Whether the number of dentists is asked, of which we know only where there are some."""
    counted, operations = scope.question.counted, scope.question.operations
    if Operation.HOW_MANY not in operations or counted is None or _counts_kinds(scope):
        return False
    things = set(concepts_of(conditions)) & scope.knowledge.things
    general = bool(scope.wholes) or scope.is_general
    return general and bool(counted.concepts & things) and len(conditions) == 1


def _asks_for_things(scope: Scope, conditions: Conditions) -> bool:
    """Whether a question asks where there is a thing: "is there a nurse in Peru"."""
    operations, concepts = scope.question.operations, concepts_of(conditions)
    if not concepts or not scope.knowledge.things.issuperset(concepts):
        return False
    asks = bool(operations & _PLACING) or any(map(_is_sought, scope.question.content))
    return asks and operations <= _PLACING | {Operation.WITHOUT}


def _is_sought(item: Item) -> bool:
    tie = item.tie
    return tie.had or tie.every or tie.negated or tie.joined is Operation.OR


def _is_accounted(scope: Scope, conditions: Conditions) -> bool:
    """Whether a list takes in every number and comparison of a question."""
    operations = scope.question.operations
    compares = bool(operations & _EXTREMES or (conditions and operations & _COMPARING))
    return not scope.figures and not compares
