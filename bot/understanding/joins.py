"""How the words of a question hang together: and, or, without."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.facts.operations import Operation
from bot.understanding.spans import Span

_NEXT: Final = 1
"""Words between the parts of a list that has its "or" at the end: "a dentist, a nurse or ..."."""


_AFFIRMING: Final = frozenset(
    {Operation.BUT, Operation.WHICH, Operation.LIST, Operation.HOW_MANY, Operation.TELL}
)
"""What ends a negation: "can't you tell me which centres have a dentist"."""
_JOINS: Final = (Operation.OR, Operation.AND)


@dataclass(frozen=True, slots=True)
class Tie:
    """How one piece of a question hangs on the pieces before it."""

    joined: Operation | None = None
    """`and` or `or`; None where no word says."""
    listed: Operation | None = None
    """What joins the end of the list that it may be part of: "a dentist, a nurse or ..."."""
    negated: bool = False
    """Whether it has to be absent: "without a dentist"."""
    had: bool = False
    """Whether it is something to have: "with a library"."""
    every: bool = False
    """Whether all or any of it are meant: "any centre"."""


LOOSE: Final = Tie()


@dataclass(slots=True)
class _Walk:
    """What has been heard on the way through a sentence."""

    tie: Tie = LOOSE
    since: int = 0
    """Stretches since the last piece."""
    is_used: bool = False
    """Whether something stands under the last "without"."""
    is_fresh: bool = False
    """Whether nothing stands between the last "without" and here."""

    def hear(self, span: Span) -> None:
        """Take in a word that joins, negates or asks for all."""
        frames = span.ids("operation")
        self.since += 1
        if not frames:
            return
        affirms = bool(frames & _AFFIRMING) or (Operation.HAVE in frames and self.is_used)
        if Operation.WITHOUT in frames:
            self.is_used, self.is_fresh = False, True
        self.tie = Tie(
            joined=next((join for join in _JOINS if join in frames), self.tie.joined),
            negated=Operation.WITHOUT in frames or (self.tie.negated and not affirms),
            had=self.tie.had or Operation.HAVE in frames,
            every=self.tie.every or Operation.EVERY in frames,
        )

    def reach(self) -> Tie:
        """Give the tie of the piece that is reached; "no nurse or dentist" is neither of them."""
        tie = self.tie
        if tie.negated and tie.joined is Operation.OR and not self.is_fresh:
            tie = replace(tie, joined=Operation.AND)
        self.pause()
        self.since = 0
        return tie

    def pause(self) -> None:
        """Begin anew after a piece or a name: what joined it joins nothing else."""
        self.is_used, self.is_fresh = True, False
        self.tie = Tie(negated=self.tie.negated)

    def pass_name(self) -> None:
        """Go on after a name; "all the Peru centres" are all centres."""
        every = self.tie.every
        self.pause()
        self.tie, self.since = replace(self.tie, every=every), _NEXT + 1

    def pass_by(self, span: Span) -> Tie:
        """Give the tie of an idea that asks for nothing, such as a kind."""
        tie = Tie(every=self.tie.every or self.tie.had)
        self.tie = replace(self.tie, every=False, had=False)
        self.hear(span)
        return tie


def ties_of(
    spans: Sequence[Span],
    pieces: Collection[int],
    asides: Collection[int],
    names: Collection[int],
    *,
    postpositional: bool = False,
) -> Mapping[int, Tie]:
    """Tell for the start of each piece, aside and name how it hangs on those before it.

    Where what negates stands behind, a sentence is walked through backwards too; only a "without"
    that has nothing before it holds for what follows.
    """
    ties = _walked(spans, pieces, asides, names)
    if not postpositional or _begins_negated(spans, pieces, names):
        return ties
    behind = _walked(spans[::-1], pieces, asides, names)
    return {start: _with_behind(tie, behind[start]) for start, tie in ties.items()}


def _begins_negated(
    spans: Sequence[Span], pieces: Collection[int], names: Collection[int]
) -> bool:
    first = next((at for at, span in enumerate(spans) if span.start in {*pieces, *names}), 0)
    return any(Operation.WITHOUT in span.ids("operation") for span in spans[:first])


def _with_behind(tie: Tie, behind: Tie) -> Tie:
    """Let what stands behind a piece negate it: "no nurse or dentist" is neither of them."""
    joined = tie.joined
    if behind.negated and joined is Operation.OR:
        joined = Operation.AND
    return replace(tie, joined=joined, negated=behind.negated, had=tie.had or behind.had)


def _walked(
    spans: Iterable[Span],
    pieces: Collection[int],
    asides: Collection[int],
    names: Collection[int],
) -> Mapping[int, Tie]:
    ties: dict[int, Tie] = {}
    near: list[tuple[int, bool]] = []
    walk = _Walk()
    for span in spans:
        if span.start in names:
            ties[span.start] = Tie(negated=walk.tie.negated and not walk.is_used)
            walk.pass_name()
        elif span.start in pieces:
            near.append((span.start, walk.since <= _NEXT))
            ties[span.start] = walk.reach()
        elif span.start in asides:
            ties[span.start] = walk.pass_by(span)
        else:
            walk.hear(span)
    return ties | dict(_lists(ties, near))


def _lists(ties: Mapping[int, Tie], near: Sequence[tuple[int, bool]]) -> Iterator[tuple[int, Tie]]:
    """Let the last word that joins a list join all of it: "a dentist, nurse or midwife"."""
    later: Operation | None = None
    for start, is_near in reversed(near):
        tie = ties[start]
        if tie.joined is None and is_near and later is not None:
            yield start, replace(tie, listed=later)
        else:
            later = tie.joined
