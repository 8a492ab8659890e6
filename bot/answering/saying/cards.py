"""Cards, worded: what stands beneath an overview."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.cards import Card, Row
from bot.answering.saying.voice import Phrasing, capitalised
from bot.facts.model import Point, Quantity


class CardWording:
    """Words cards, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._phrasing = phrasing
        self._say = phrasing.say

    def word(self, card: Card) -> Iterator[str]:
        """Give the rows, and how to get in touch."""
        rows = [*([self._place(card.place)] if card.place else []), *map(self._row, card.rows)]
        yield "\n".join(rows)
        if card.reach:
            yield self._phrasing.text(card.reach)

    def _row(self, row: Row) -> str:
        attribute = capitalised(self._phrasing.concept(row.attribute))
        return self._say("card-row", attribute=attribute, value=self._value(row))

    def _value(self, row: Row) -> str:
        """Word a list; a date; a figure with the time that it is of."""
        if row.stated is None:
            return self._phrasing.data(row.concepts)
        value = self._phrasing.value(row.stated)
        if not isinstance(row.stated.value, Quantity):
            return value
        if date := self._phrasing.as_of(row.stated.fact):
            return self._say("card-dated", value=value, date=date)
        return self._say("card-undated", value=value)

    def _place(self, place: Point) -> str:
        return self._say(
            "card-place",
            town=self._phrasing.localised(place.town),
            latitude=self._phrasing.number(place.latitude),
            longitude=self._phrasing.number(place.longitude),
        )
