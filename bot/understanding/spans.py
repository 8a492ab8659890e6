"""Stretches of a message that stand for something, and which of them count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple


class Meaning(NamedTuple):
    """One thing that a phrase can stand for."""

    sort: Literal["entity", "concept", "operation", "filler"]
    id: str


class Span(NamedTuple):
    """Some words of a message, and what they stand for."""

    start: int
    end: int
    meanings: frozenset[Meaning] = frozenset()
    """Empty where nobody knows the word."""
    inner: frozenset[Meaning] = frozenset()
    """What shorter stretches within it stand for: a kind within a name, a frame within an idea."""

    @property
    def places(self) -> range:
        """The places of its words in the message."""
        return range(self.start, self.end)

    def ids(self, sort: str) -> frozenset[str]:
        """Give the ids of the meanings of one sort."""
        return _ids_of(self.meanings, sort)

    def inner_ids(self, sort: str) -> frozenset[str]:
        """Give the ids of what stands within it."""
        return _ids_of(self.inner, sort)


@cache
def _ids_of(meanings: frozenset[Meaning], sort: str) -> frozenset[str]:
    """Give the ids of one sort; the sets of meanings of a knowledge folder are few."""
    return frozenset(meaning.id for meaning in meanings if meaning.sort == sort)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Put together what is known of the same words."""
    by_place: dict[tuple[int, int], frozenset[Meaning]] = {}
    for span in spans:
        place = (span.start, span.end)
        by_place[place] = by_place.get(place, frozenset()) | span.meanings
    return [Span(start, end, meanings) for (start, end), meanings in by_place.items()]


def longest(spans: Iterable[Span]) -> list[Span]:
    """Keep the spans that lie in no longer one, each with what the longest within it mean."""
    ordered = sorted(spans, key=attrgetter("start"))
    outer = _outermost(ordered)
    return [span if _is_word(span) else _with_inner(span, ordered) for span in outer]


def are_apart(outer: Iterable[Span]) -> bool:
    """Whether no two of the longest spans, by their order, share a word."""
    return all(one.end <= other.start for one, other in pairwise(outer))


def cuts_a_name(span: Span, names: Iterable[Span]) -> bool:
    """Whether a span shares words with a name that it is no part of: "work at SOS | Schools"."""
    return any(
        name.start < span.end and span.start < name.end and not span.ids("entity")
        for name in names
    )


def _outermost(ordered: Iterable[Span]) -> list[Span]:
    """Keep those that lie in no other; `ordered` by start."""
    kept: list[Span] = []
    for span in ordered:
        while kept and kept[-1].start == span.start and kept[-1].end < span.end:
            kept.pop()
        if not kept or kept[-1].end < span.end:
            kept.append(span)
    return kept


def _is_word(span: Span) -> bool:
    """Whether a span is a single word, with nothing within."""
    return span.end - span.start == 1


def _with_inner(span: Span, ordered: Sequence[Span]) -> Span:
    """Give a span with what the longest shorter stretches within it mean."""
    first = bisect_left(ordered, span.start, key=attrgetter("start"))
    last = bisect_left(ordered, span.end, key=attrgetter("start"))
    within = (
        other
        for other in ordered[first:last]
        if other.end <= span.end and other.end - other.start < span.end - span.start
    )
    inner = frozenset(meaning for one in _outermost(within) for meaning in one.meanings)
    return span._replace(inner=inner)
