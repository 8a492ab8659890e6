"""Computed answers, worded."""

from __future__ import annotations

from typing import assert_never

from bot.answering.comparing import Comparison, Extreme, HalfStated, SideBySide
from bot.answering.computing import Computed
from bot.answering.figure_wording import FigureWording
from bot.answering.holding import Holding
from bot.answering.inventory import Inventory
from bot.answering.list_wording import ListWording
from bot.answering.listing import Listing
from bot.answering.phrasing import Phrasing, capitalised
from bot.answering.selecting import Selection


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
