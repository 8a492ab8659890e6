"""Numbers in a question, and what is said of them: "more than 400", "before 2005"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.facts.operations import Operation
from bot.understanding.spans import Span

_AHEAD: Final = (
    Operation.AT_LEAST,
    Operation.AT_MOST,
    Operation.SINCE,
    Operation.UNTIL,
    Operation.BEFORE,
    Operation.AFTER,
    Operation.MORE,
    Operation.LESS,
    Operation.BETWEEN,
    Operation.MOST,
    Operation.LEAST,
    Operation.EARLIEST,
    Operation.LATEST,
)
"""What may stand before a number; "not before" is `since` before it is `before`."""
_EXTREMES: Final = (Operation.MOST, Operation.LEAST, Operation.EARLIEST, Operation.LATEST)
_BEHIND: Final = (
    Operation.AT_LEAST,
    Operation.AT_MOST,
    Operation.SINCE,
    Operation.UNTIL,
    *_EXTREMES,
)
"""What may stand behind it: "2003 or later", "the three oldest"."""
_REACH: Final = 2
"""Words without content that may stand between a number and its frame: "before about 2005"."""
_MULTIPLIES: Final = 100
"""The least number word that multiplies the one before it: "four hundred"."""
_MOST_DIGITS: Final = 15
"""Digits of a number that are read; a longer one is no figure that a fact states."""
_YEARS: Final = range(1000, 3000)
_LEAST_OF_RANGE: Final = 10
"""The least number that begins a range with nothing said: "400-500", unlike "1.5"."""
_GROUPED: Final = re.compile(r"(?<=\d)[,'’\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a question."""

    value: float
    frame: Operation | None = None
    """What is said of it; None for the very number."""
    of: frozenset[str] = frozenset()
    """What the next word may stand for: people, in "400 people"."""

    @property
    def is_year(self) -> bool:
        """Whether it can be a year."""
        return self.value in _YEARS


@dataclass(frozen=True, slots=True)
class _Numeral:
    """The stretches of a message that make one number."""

    first: int
    last: int
    value: float


def ungrouped(text: str) -> str:
    """Take out what parts off thousands.

    >>> ungrouped("1,200 people, 2003")
    '1200 people, 2003'
    """
    return _GROUPED.sub("", text)


def figures_in(
    words: Sequence[str],
    spans: Sequence[Span],
    worth: Mapping[str, float],
    *,
    postpositional: bool = False,
) -> tuple[Figure, ...]:
    """Find the numbers that stand by themselves, not in a name or phrase; `words` by place.

    Where frames are `postpositional`, as in "500 se zyada", they are looked for behind first.
    """
    numerals: list[_Numeral] = []
    for at, span in enumerate(spans):
        value = _value(words[span.end - 1], worth)
        if value is None or (len(span.places) > 1 and not _heads_extreme(span, spans[at + 1 :])):
            continue
        before = numerals[-1] if numerals and numerals[-1].last == at - 1 else None
        if before and value >= _MULTIPLIES and not words[span.start].isdecimal():
            numerals[-1] = _Numeral(before.first, at, before.value * value)
        else:
            numerals.append(_Numeral(at, at, value))
    framed = _framed_behind if postpositional else _framed
    return tuple(_ranges(numerals, [framed(one, spans, numerals) for one in numerals]))


def _heads_extreme(span: Span, rest: Sequence[Span]) -> bool:
    """Whether a frame that ends with a number stands before an extreme: "the two | oldest"."""
    stands_before = any(True for one in rest[:1] for _ in _frames(one, _EXTREMES))
    return stands_before and bool(span.ids("operation")) and not span.ids("entity")


def _value(word: str, worth: Mapping[str, float]) -> float | None:
    return float(word[:_MOST_DIGITS]) if word.isdecimal() else worth.get(word)


def _framed(numeral: _Numeral, spans: Sequence[Span], numerals: Sequence[_Numeral]) -> Figure:
    """Find what is said of a number, before it or else behind it, and what it is a number of."""
    taken = {at for one in numerals for at in (one.first, one.last)}
    frame = next(_ahead(numeral, spans, taken), None)
    rest = spans[numeral.last + 1 :]
    if frame is None and rest and numeral.last + 2 not in taken:
        behind = _frames(rest[0], _BEHIND)
        frame, rest = next(behind, None), rest[1:] if rest[0].ids("operation") else rest
    of = rest[0].ids("concept") if rest else frozenset[str]()
    return Figure(numeral.value, frame, of)


def _framed_behind(
    numeral: _Numeral, spans: Sequence[Span], numerals: Sequence[_Numeral]
) -> Figure:
    """Find what is said of a number behind it, or behind what it counts, or else before it."""
    rest = list(spans[numeral.last + 1 : numeral.last + 2 + _REACH])
    of = frozenset[str]()
    for at, span in enumerate(rest, start=numeral.last + 1):
        if any(at in (one.first, one.last) for one in numerals) or span.ids("entity"):
            break
        if frame := next(_frames(span, _AHEAD), None):
            return Figure(numeral.value, frame, of)
        of = of or span.ids("concept")
    return _framed(numeral, spans, numerals)


def _ahead(numeral: _Numeral, spans: Sequence[Span], taken: set[int]) -> Iterator[Operation]:
    for at in range(numeral.first - 1, max(-1, numeral.first - 2 - _REACH), -1):
        span = spans[at]
        if at in taken or span.ids("entity"):
            return
        yield from _frames(span, _AHEAD)
        if not span.ids("filler"):
            return


def _frames(span: Span, wanted: Sequence[Operation]) -> Iterator[Operation]:
    said = span.ids("operation") | span.inner_ids("operation")
    return (frame for frame in wanted if frame in said)


def _ranges(numerals: Sequence[_Numeral], figures: Sequence[Figure]) -> Iterator[Figure]:
    """Give the figures; of "between 1995 and 2003" the least and the most."""
    pairs = zip(pairwise(numerals), pairwise(figures), strict=True)
    begins = {at for at, pair in enumerate(pairs) if _is_range(*pair)}
    for at, figure in enumerate(figures):
        if at in begins:
            yield replace(figure, frame=Operation.AT_LEAST, of=figure.of or figures[at + 1].of)
        elif at - 1 in begins:
            yield replace(figure, frame=Operation.AT_MOST)
        else:
            yield figure


def _is_range(places: tuple[_Numeral, _Numeral], values: tuple[Figure, Figure]) -> bool:
    (one, other), (low, high) = places, values
    if low.value >= high.value or high.frame not in {None, Operation.UNTIL, Operation.BETWEEN}:
        return False
    if Operation.BETWEEN in {low.frame, high.frame}:
        return True
    is_near = other.first - one.last == 1 or high.frame is Operation.UNTIL
    return low.frame is None and is_near and low.value >= _LEAST_OF_RANGE
