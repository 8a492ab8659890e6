"""Where the last answer comes from, for who doubts it."""

from __future__ import annotations

from typing import Final

from bot.answering.conversation import Context
from bot.answering.outcome import Small, Traced
from bot.facts.model import Knowledge

PROVENANCE: Final = "provenance"
"""The sort of smalltalk that asks how the bot knows; its reply is for when it has told nothing."""


def small(knowledge: Knowledge, sort: str, context: Context) -> Small | Traced:
    """Answer smalltalk: doubts with what the last answer rests on."""
    facts = tuple(knowledge.facts[one] for one in context.told if one in knowledge.facts)
    return Traced(facts) if sort == PROVENANCE and facts else Small(sort)
