"""Answers that no file states, computed from typed attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from bot.answering.comparing import Comparison, Extreme, SideBySide, compare, find_extreme
from bot.answering.listing import Listing, list_entities
from bot.answering.scope import Scope
from bot.facts.model import Knowledge
from bot.understanding.parsing import Item, Question

Computed: TypeAlias = Listing | Extreme | Comparison | SideBySide


@dataclass(frozen=True, slots=True)
class Calculation:
    """A computed answer, and what of the question it leaves unaccounted for."""

    answer: Computed
    left: tuple[Item, ...]


def calculate(knowledge: Knowledge, question: Question) -> Calculation | None:
    """Compute what a question asks for; None where it asks for nothing computable."""
    scope = Scope(knowledge, question)
    found = compare(scope) or find_extreme(scope) or list_entities(scope)
    return Calculation(*found) if found else None


def entities_of(computed: Computed) -> tuple[str, ...]:
    """Give the entities that a computed answer is about, in its order."""
    match computed:
        case Listing():
            return computed.entities
        case Extreme():
            return tuple(one.entity for one in computed.ranked)
        case Comparison():
            return tuple(one.entity for one in computed.stated)
        case SideBySide():
            return tuple(fact.entity for fact in computed.facts)
        case _:
            assert_never(computed)
