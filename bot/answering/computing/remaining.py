"""The rest of a list that was cut, asked for by a button that holds the whole question."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answering.computing.conditions import Condition, Conditions, concepts_of
from bot.answering.computing.listing import Listing, listing_of
from bot.answering.computing.scope import Scope
from bot.facts.model import Knowledge
from bot.understanding.parsing import Item, Mention, Question

_MARK: Final = "+"
"""What a target begins with that asks for the rest of a list."""
_LONGEST: Final = 48
"""Characters that fit into a button."""
_PARTS: Final = 5


def rest_of(listing: Listing) -> Listing | None:
    """Give the rest of a list that can be asked for by a button; else all is told at once."""
    rest = listing.rest
    return rest if rest is not None and _fits(target_of(rest)) else None


def target_of(listing: Listing) -> str:
    """Write down which list goes on where: `+12;centre;peru;;day-care,!nurse|dentist`."""
    parts = (
        str(listing.start),
        ",".join(sorted(listing.kinds)),
        ",".join(listing.whole),
        ",".join(listing.excluded),
        ",".join("|".join(map(_written, either)) for either in listing.conditions),
    )
    return _MARK + ";".join(parts)


def remaining(knowledge: Knowledge, target: str) -> Listing | None:
    """Give the part of a list that a target asks for; None if there is no such list."""
    if not (_fits(target) and target.startswith(_MARK) and target.count(";") == _PARTS - 1):
        return None
    start, *others = target.removeprefix(_MARK).split(";")
    kinds, whole, excluded, written = (part.split(",") if part else [] for part in others)
    conditions = tuple(map(_read, written))
    if not start.isdecimal() or not _is_known(knowledge, kinds, [*whole, *excluded], conditions):
        return None
    listing = listing_of(Scope(knowledge, _question(kinds, whole, excluded)), conditions)
    return replace(listing, start=int(start)) if int(start) < len(listing.entities) else None


def _question(kinds: list[str], whole: list[str], excluded: list[str]) -> Question:
    return Question(
        "",
        mentions=(
            *(Mention("", frozenset({one})) for one in whole),
            *(Mention("", frozenset({one}), negated=True) for one in excluded),
        ),
        items=(Item("", frozenset(kinds), soft=True),),
    )


def _is_known(
    knowledge: Knowledge, kinds: list[str], entities: list[str], conditions: Conditions
) -> bool:
    """Whether there is still everything that a button from another day speaks of."""
    return (
        knowledge.vocabulary.kinds.keys() >= set(kinds)
        and knowledge.entities.keys() >= set(entities)
        and all(map(knowledge.attributes_of, concepts_of(conditions)))
    )


def _fits(target: str) -> bool:
    return target.isascii() and len(target) <= _LONGEST


def _written(condition: Condition) -> str:
    return f"!{condition.concept}" if condition.negated else condition.concept


def _read(either: str) -> tuple[Condition, ...]:
    return tuple(
        Condition(one.removeprefix("!"), one.startswith("!")) for one in either.split("|")
    )
