"""Which of the entities that a question names have what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.answering.computing.conditions import Condition, conditions_in, stating
from bot.answering.computing.scope import Scope
from bot.facts.model import Fact
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

_PLAIN: Final = frozenset(
    {
        Operation.ALSO,
        Operation.BACK,
        Operation.BOTH,
        Operation.LIST,
        Operation.WHICH,
        Operation.WITHOUT,
    }
)
"""Frames that ask only whether there is something."""
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Holding:
    """The facts that state what is asked for, and what our sources don't mention."""

    entities: tuple[str, ...]
    facts: tuple[Fact, ...]
    silent: tuple[tuple[Condition, tuple[str, ...]], ...]
    """What isn't mentioned, each with the entities for which it isn't."""


def hold(scope: Scope) -> tuple[Holding, tuple[Item, ...]] | None:
    """Look for things at the entities that a question names, and give what this leaves open."""
    conditions, left = conditions_in(scope, scope.question.content)
    asked = tuple(one for either in conditions for one in either)
    if not asked or not _asks_for_things(scope, asked):
        return None
    found = {
        one: {entity: _stating(scope, entity, one) for entity in scope.particular} for one in asked
    }
    facts = [fact for by_entity in found.values() for fact in by_entity.values() if fact]
    order = scope.particular.index
    silent = (
        (one, tuple(entity for entity, fact in by_entity.items() if fact is None))
        for one, by_entity in found.items()
    )
    return Holding(
        entities=scope.particular,
        facts=tuple(dict.fromkeys(sorted(facts, key=lambda fact: order(fact.entity)))),
        silent=tuple((one, entities) for one, entities in silent if entities),
    ), left


def _stating(scope: Scope, entity: str, condition: Condition) -> Fact | None:
    return stating(scope.knowledge, entity, condition.concept)


def _asks_for_things(scope: Scope, asked: tuple[Condition, ...]) -> bool:
    """Whether a question asks for things at two places, or for two things."""
    question = scope.question
    sure = len(scope.named) == len(question.mentions) and not scope.excluded
    things = all(one.concept in scope.knowledge.things for one in asked)
    joined = any(item.tie.joined for item in question.content) and len(asked) > 1
    several = joined or len(scope.particular) >= _FEWEST
    plain = question.operations <= _PLAIN and not question.figures
    return (
        sure
        and things
        and several
        and plain
        and bool(scope.particular)
        and not any(one in scope.knowledge.members for one in scope.particular)
    )
