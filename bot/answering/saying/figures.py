"""Figures and dates, worded: values of several, extremes, comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Final

from bot.answering.computing.comparing import Comparison, Extreme, HalfStated, SideBySide
from bot.answering.computing.selecting import Selection
from bot.answering.computing.stated import Stated, by_basis
from bot.answering.saying.terms import Terms
from bot.answering.saying.voice import Phrasing
from bot.facts.model import Quantity
from bot.facts.operations import Operation
from bot.understanding.figures import Figure

_FIRM: Final = frozenset({"exact", "about"})
"""Figures that can be subtracted, unlike "up to" and "over"."""
_OF_YEARS: Final[Mapping[Operation | None, Operation]] = {
    Operation.AT_LEAST: Operation.SINCE,
    Operation.AT_MOST: Operation.UNTIL,
}
"""What limits are called of years: "2003 or later", not "at least 2003"."""


class FigureWording:
    """Words figures and dates, in one language."""

    def __init__(self, phrasing: Phrasing) -> None:
        """Take the sentences of the language."""
        self._phrasing, self._terms = phrasing, Terms(phrasing)
        self._say = phrasing.say

    def selection(self, selection: Selection) -> Iterator[str]:
        """Word what keeps within limits, or the value of each."""
        blanks = {
            "kinds": self._terms.kinds(selection.kinds, selection.whole, selection.excluded),
            "attribute": self._criteria(selection),
            "names": self._phrasing.values(selection.fitting),
            "count": self._phrasing.number(len(selection.fitting)),
        }
        if selection.reference:
            stated = self._phrasing.values([selection.reference])
            attribute = self._phrasing.concept(selection.attribute)
            yield self._say("stated", attribute=attribute, names=stated)
        yield self._say(_selection_phrase(selection), **blanks)
        if selection.open:
            yield self._say("select-open", rest=self._phrasing.values(selection.open))
        if selection.others:
            yield self._say("other-basis", rest=self._phrasing.values(selection.others))
        if selection.added and selection.sum:
            yield self._say("sum", figure=self._phrasing.quantity(selection.sum))
        elif selection.added:
            yield self._say("no-sum")
        elif len(by_basis(selection.fitting)) > 1:
            yield self._say("mixed-bases")
        yield from self._terms.silent(selection.attribute, selection.shape, selection.silent)

    def _criteria(self, selection: Selection) -> str:
        """Name what is chosen by: "opening date: before 2005", "people helped"."""
        named = self._phrasing.concept(selection.attribute)
        limits = [self._limit(limit, selection) for limit in selection.limits]
        if limits:
            named = self._say("limited", attribute=named, limits=self._phrasing.joined(limits))
        if not selection.conditions:
            return named
        return self._phrasing.joined([named, self._terms.conditions(selection.conditions)])

    def _limit(self, limit: Figure, selection: Selection) -> str:
        if selection.shape == "date":
            frame, figure = _OF_YEARS.get(limit.frame, limit.frame), f"{limit.value:.0f}"
        else:
            frame, figure = limit.frame, self._phrasing.number(limit.value)
        return self._say(f"limit-{frame}", figure=figure) if frame else figure

    def extreme(self, extreme: Extreme) -> Iterator[str]:
        """Name the extremes, and then the others."""
        for ranked in extreme.rankings:
            first = extreme.first(ranked)
            several = extreme.most > 1
            phrase = f"{extreme.operation}-several" if several else str(extreme.operation)
            names = (self._phrasing.short(one.entity) for one in first)
            yield self._say(
                phrase,
                name=self._phrasing.values(first) if several else self._phrasing.joined(names),
                attribute=self._phrasing.concept(extreme.attribute),
                figure=self._phrasing.joined(dict.fromkeys(map(self._phrasing.value, first))),
            )
            if rest := ranked[len(first) :]:
                yield self._say("others", rest=self._phrasing.values(rest))
        if extreme.others:
            yield self._say("other-basis", rest=self._phrasing.values(extreme.others))
        if len(extreme.rankings) > 1:
            yield self._say("mixed-bases")
        yield from self._terms.silent(extreme.attribute, extreme.shape, extreme.silent)

    def comparison(self, comparison: Comparison) -> Iterator[str]:
        """Word two values beside each other."""
        by_date = isinstance(comparison.stated[0].value, str)
        first, last = sorted(comparison.stated, key=attrgetter("size"), reverse=not by_date)
        yield self._say(
            _comparing_phrase(first, last),
            name=self._phrasing.short(first.entity),
            other=self._phrasing.short(last.entity),
            figure=self._phrasing.value(first),
            attribute=self._phrasing.concept(comparison.attribute),
            **{"other-figure": self._phrasing.value(last)},
        )
        yield from self._difference(first, last)

    def _difference(self, high: Stated, low: Stated) -> Iterator[str]:
        """Say how much more, where both figures are more than bounds."""
        if not (isinstance(high.value, Quantity) and isinstance(low.value, Quantity)):
            return
        bounds = {high.bound, low.bound}
        if bounds <= _FIRM and high.value.value > low.value.value:
            number = self._phrasing.number(high.value.value - low.value.value)
            firm = bounds == {"exact"}
            yield self._say(
                "difference", difference=number if firm else self._say("about", figure=number)
            )

    def half_stated(self, half: HalfStated) -> Iterator[str]:
        """Tell what is stated, and for which nothing is."""
        if half.stated:
            attribute = self._phrasing.concept(half.attribute)
            names = self._phrasing.values(half.stated)
            yield self._say("stated", attribute=attribute, names=names)
        yield from self._terms.silent(half.attribute, half.shape, half.silent)

    def side_by_side(self, beside: SideBySide) -> Iterator[str]:
        """Tell facts one after the other."""
        yield from map(self._phrasing.text, beside.facts)
        if beside.mixed:
            yield self._say("mixed-bases")
        if beside.silent:
            yield self._say(
                "not-told", names=self._phrasing.joined(map(self._phrasing.short, beside.silent))
            )


def _selection_phrase(selection: Selection) -> str:
    if not selection.fitting:
        return "select-none"
    if not selection.limits and not selection.conditions:
        return "each"
    if not selection.counted:
        return "select"
    return "select-count-one" if len(selection.fitting) == 1 else "select-count-other"


def _comparing_phrase(first: Stated, last: Stated) -> str:
    """Choose the words for two values, the greater or earlier one first."""
    by_date = isinstance(first.value, str)
    if not first.is_level_with(last):
        return "compare-before" if by_date else "compare-more"
    same = first.value == last.value
    return ("compare-same-date" if by_date else "compare-equal") if same else "compare-level"
