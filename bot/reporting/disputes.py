"""Where sources disagree."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts.model import Fact, Knowledge, Value


@dataclass(frozen=True, slots=True)
class Dispute:
    """An attribute of which one source says this and another that."""

    fact: Fact
    attribute: str
    stated: Value
    """What the fact states."""
    disputed: Value
    """What another of its sources says."""


def disputes(knowledge: Knowledge) -> tuple[Dispute, ...]:
    """Find them, in the order of the files."""
    return tuple(
        Dispute(fact, attribute, fact.states[attribute], value)
        for fact in knowledge.facts.values()
        for attribute, value in fact.disputes.items()
    )
