"""Answers that no file states, computed from typed attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from bot.answering.computing.comparing import (
    Comparison,
    Extreme,
    HalfStated,
    SideBySide,
    compare,
    find_extreme,
)
from bot.answering.computing.holding import Holding, hold
from bot.answering.computing.inventory import Inventory, take_inventory
from bot.answering.computing.listing import Listing, list_entities
from bot.answering.computing.scope import Scope
from bot.answering.computing.selecting import Selection, check_limits, select
from bot.facts.model import Fact, Knowledge
from bot.understanding.parsing import Item, Question

Computed: TypeAlias = (
    Listing | Selection | Inventory | Holding | Extreme | Comparison | HalfStated | SideBySide
)


@dataclass(frozen=True, slots=True)
class Calculation:
    """A computed answer, and what of the question it leaves unaccounted for."""

    answer: Computed
    left: tuple[Item, ...]


def calculate(knowledge: Knowledge, question: Question) -> Calculation | None:
    """Compute what a question asks for; None where it asks for nothing computable."""
    scope = Scope(knowledge, question)
    found = (
        hold(scope)
        or compare(scope)
        or find_extreme(scope)
        or check_limits(scope)
        or select(scope)
        or take_inventory(scope)
        or list_entities(scope)
    )
    return Calculation(*found) if found else None


def entities_of(computed: Computed) -> tuple[str, ...]:
    """Give the entities that a computed answer is about, in its order."""
    match computed:
        case Listing():
            return computed.entities
        case Selection():
            return tuple(one.entity for one in computed.fitting)
        case _:
            return tuple(dict.fromkeys(fact.entity for fact in facts_of(computed)))


def facts_of(computed: Computed) -> tuple[Fact, ...]:
    """Give the facts that a computed answer rests on."""
    match computed:
        case Listing() | Inventory() | Holding() | SideBySide():
            return computed.facts
        case Extreme():
            return tuple(one.fact for ranked in computed.rankings for one in ranked)
        case Selection():
            shown = (*computed.fitting, *computed.open, *computed.others)
            return (*(one.fact for one in shown), *computed.proofs)
        case Comparison() | HalfStated():
            return tuple(one.fact for one in computed.stated)
        case _:
            assert_never(computed)


def is_known(computed: Computed) -> bool:
    """Whether our sources tell anything of what was asked for."""
    match computed:
        case Listing():
            return computed.is_known and not computed.uncounted
        case Selection():
            return bool(computed.fitting or computed.open or not computed.silent)
        case Holding():
            return bool(computed.facts)
        case HalfStated():
            return bool(computed.stated)
        case _:
            return True


def says_itself(fact: Fact, computed: Computed) -> bool:
    """Whether a fact on a country or group tells what would be computed of its members."""
    match computed:
        case Inventory(attribute=attribute, whole=whole):
            return fact.entity in whole and fact.topic == attribute
        case Selection(attribute=attribute, whole=whole):
            return fact.entity in whole and attribute in fact.states
        case _:
            return False


def belies(fact: Fact, computed: Computed) -> bool:
    """Whether a fact that fits a question tells of what was found nowhere as data."""
    match computed:
        case Listing(uncounted=True):
            return True
        case Listing(entities=(), pool=pool, whole=whole, is_known=False):
            return fact.entity in {*pool, *whole}
        case Holding(silent=silent):
            return any(fact.entity in entities for _, entities in silent)
        case HalfStated(silent=silent, topics=topics):
            return fact.entity in silent and fact.topic in topics
        case _:
            return False
