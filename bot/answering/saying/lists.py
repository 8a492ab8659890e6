"""Lists, counts, and what is there or not, worded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.computing.holding import Holding
from bot.answering.computing.inventory import Inventory
from bot.answering.computing.listing import Listing
from bot.answering.computing.remaining import rest_of
from bot.answering.saying.terms import Terms, has_absence, is_absence, is_mixed
from bot.answering.saying.voice import Phrasing


class ListWording:
    """Words lists, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._phrasing, self._terms = phrasing, Terms(phrasing)
        self._say = phrasing.say

    def listing(self, listing: Listing) -> Iterator[str]:
        """Word a list or count, or the rest of one."""
        kinds = self._terms.kinds(listing.kinds, listing.whole, listing.excluded)
        value = self._terms.conditions(listing.conditions)
        names = self._names(listing)
        if listing.start:
            yield self._say("list-rest", kinds=kinds, names=names)
        elif _is_single(listing):
            yield from map(self._phrasing.text, listing.facts)
        elif not listing.kinds:
            names = self._phrasing.joined(map(self._phrasing.short, listing.whole))
            yield self._say("not-mentioned", names=names, value=value)
        elif not listing.entities:
            phrase = "list-none-where" if is_mixed(listing.conditions) else "list-none"
            yield self._say(phrase, kinds=kinds, value=value)
        else:
            count = self._phrasing.number(len(listing.entities))
            phrase = _listing_phrase(listing)
            yield self._say(phrase, kinds=kinds, value=value, names=names, count=count)
        if listing.uncounted:
            yield self._say("list-uncounted")
        elif _has_silent_others(listing):
            yield self._say("list-silent")

    def _names(self, listing: Listing) -> str:
        """Name what is listed; a long list is cut where its rest can be asked for."""
        rest = rest_of(listing)
        if rest is None:
            told = listing.entities[listing.start :]
            return self._phrasing.joined(map(self._phrasing.short, told))
        shown = self._phrasing.listed(map(self._phrasing.short, listing.shown))
        more = self._phrasing.number(len(listing.entities) - rest.start)
        return self._say("and-more", names=shown, count=more)

    def inventory(self, inventory: Inventory) -> Iterator[str]:
        """Word what the entities of a kind have, by value."""
        items = (
            self._say(
                "inventory-item",
                value=self._phrasing.concept(concept),
                names=self._phrasing.joined(map(self._phrasing.short, entities)),
            )
            for concept, entities in inventory.values
        )
        attribute = self._phrasing.concept(inventory.attribute)
        kinds = self._terms.kinds(inventory.kinds, inventory.whole, inventory.excluded)
        yield self._say(
            "inventory",
            attribute=attribute,
            kinds=kinds,
            items=self._phrasing.listed(items, "semicolon"),
        )
        if inventory.silent:
            yield self._say("list-silent")

    def holding(self, holding: Holding) -> Iterator[str]:
        """Tell what is there, and what our sources don't mention."""
        yield from map(self._phrasing.text, holding.facts)
        by_entities: dict[tuple[str, ...], list[str]] = {}
        for condition, entities in holding.silent:
            by_entities.setdefault(entities, []).append(self._terms.condition(condition))
        for entities, values in by_entities.items():
            names = self._phrasing.joined(map(self._phrasing.short, entities))
            value = self._phrasing.joined(values, either=True)
            yield self._say("not-mentioned", names=names, value=value)


def _is_single(listing: Listing) -> bool:
    """Whether the facts of one entity are the whole answer: "which ministry is for education"."""
    return (
        len(listing.entities) == 1
        and bool(listing.facts)
        and not (listing.counted or listing.uncounted)
        and not is_mixed(listing.conditions)
    )


def _has_silent_others(listing: Listing) -> bool:
    fits = bool(listing.conditions and listing.entities)
    return listing.silent and fits and not any(map(has_absence, listing.conditions))


def _listing_phrase(listing: Listing) -> str:
    condition = ("-with" if listing.of_things else "-about") if listing.conditions else ""
    if is_absence(listing.conditions):
        condition = "-without"
    elif is_mixed(listing.conditions):
        condition = "-where"
    if not listing.counted:
        return f"list{condition}"
    return f"count{condition}{'-one' if len(listing.entities) == 1 else '-other'}"
