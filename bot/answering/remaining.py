"""The rest of a list that was cut, asked for by a button that holds the whole question."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answering.conditions import Condition
from bot.answering.listing import Listing, listing_of
from bot.answering.scope import Scope
from bot.facts.model import Knowledge
from bot.understanding.parsing import Item, Mention, Question

_MARK: Final = "+"
"""What a target begins with that asks for the rest of a list."""
_LONGEST: Final = 48
"""Characters that fit into a button."""
_PARTS: Final = 5


def target_of(listing: Listing) -> str | None:
    """Write down which list goes on where: `+12;centre;peru;;day-care,!nurse|dentist`.

    None where that doesn't fit into a button.
    """
    parts = (
        str(listing.start),
        ",".join(sorted(listing.kinds)),
        ",".join(listing.whole),
        ",".join(listing.excluded),
        ",".join("|".join(map(_written, either)) for either in listing.conditions),
    )
    target = _MARK + ";".join(parts)
    fits = len(target) <= _LONGEST and target.isascii() and listing.is_known
    return target if fits else None


def remaining(knowledge: Knowledge, target: str) -> Listing | None:
    """Give the part of a list that a target asks for; None if there is no such list."""
    parts = target.removeprefix(_MARK).split(";")
    if len(target) > _LONGEST or not target.startswith(_MARK):
        return None
    if len(parts) != _PARTS or not parts[0].isdecimal():
        return None
    start, kinds, whole, excluded, conditions = parts[0], *(_names(part) for part in parts[1:])
    known = knowledge.vocabulary.kinds.keys() >= set(kinds)
    if not known or not knowledge.entities.keys() >= {*whole, *excluded}:
        return None
    question = Question(
        "",
        mentions=(
            *(Mention("", frozenset({one})) for one in whole),
            *(Mention("", frozenset({one}), negated=True) for one in excluded),
        ),
        items=(Item("", frozenset(kinds), soft=True),),
    )
    listing = listing_of(Scope(knowledge, question), tuple(map(_read, conditions)))
    return replace(listing, start=int(start)) if int(start) < len(listing.entities) else None


def _written(condition: Condition) -> str:
    return f"!{condition.concept}" if condition.negated else condition.concept


def _read(either: str) -> tuple[Condition, ...]:
    return tuple(
        Condition(one.removeprefix("!"), one.startswith("!")) for one in either.split("|")
    )


def _names(part: str) -> list[str]:
    return part.split(",") if part else []
