"""Computed answers, worded."""

from __future__ import annotations

from typing import assert_never

from bot.answering.computing.calculating import Computed
from bot.answering.computing.comparing import Comparison, Extreme, HalfStated, SideBySide
from bot.answering.computing.holding import Holding
from bot.answering.computing.inventory import Inventory
from bot.answering.computing.listing import Listing
from bot.answering.computing.selecting import Selection
from bot.answering.saying.figures import FigureWording
from bot.answering.saying.lists import ListWording
from bot.answering.saying.voice import Phrasing, capitalised


class Wording:
    """Words what was computed, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._lists, self._figures = ListWording(phrasing), FigureWording(phrasing)

    def word(self, computed: Computed) -> str:
        """Word a computed answer: what was found, and then what our sources leave open."""
        match computed:
            case Listing():
                sentences = self._lists.listing(computed)
            case Inventory():
                sentences = self._lists.inventory(computed)
            case Selection():
                sentences = self._figures.selection(computed)
            case Extreme():
                sentences = self._figures.extreme(computed)
            case Comparison():
                sentences = self._figures.comparison(computed)
            case HalfStated():
                sentences = self._figures.half_stated(computed)
            case Holding():
                return "\n\n".join(self._lists.holding(computed))
            case SideBySide():
                return "\n\n".join(self._figures.side_by_side(computed))
            case _:
                assert_never(computed)
        return " ".join(map(capitalised, sentences))
