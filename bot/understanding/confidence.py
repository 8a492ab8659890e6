"""How likely a fact is what was asked for: one number for all that speaks for and against it.

Two logistic regressions. The weights were fitted on questions whose answer is known
(`python -m tests.fitting` fits those of the first anew), so that of the answers with a confidence
of 0.9 about nine in ten are right.
"""

from __future__ import annotations

from math import exp, sqrt
from operator import mul
from typing import Final, NamedTuple, Protocol

_MISSING: Final = 0.33
"""The most that something that decides may weigh and be passed over without harm."""
_PASSED_OVER: Final = 0.12
"""How likely a fact is right at most that passes over something that decides."""
_PLAIN_BIAS: Final = -4.7
_PLAIN_NEARNESS: Final = 10.9


class Terms(NamedTuple):
    """A number for each thing that counts: of one fact how much there is, or what it weighs."""

    bias: float
    """What holds of every fact."""
    cover: float
    content: float
    wording: float
    topic: float
    untold: float
    strange: float
    margin: float


WEIGHTS: Final = Terms(
    bias=-3.8,
    cover=1.25,
    content=2.55,
    wording=2.75,
    topic=2.0,
    untold=-1.5,
    strange=-1.4,
    margin=1.3,
)
"""What each thing weighs."""


class Evidence(Protocol):
    """What speaks for and against a fact."""

    @property
    def cover(self) -> float:
        """The share of the question that it accounts for."""

    @property
    def content(self) -> float:
        """The same of its content alone, names and operations aside."""

    @property
    def wording(self) -> float:
        """How near the question's words are to the ways of asking for it."""

    @property
    def topic(self) -> float:
        """How much nearer they are to those of its topic than to any other's."""

    @property
    def untold(self) -> float:
        """How much nearer they are to a topic that is not told of what the question names."""

    @property
    def missing(self) -> float:
        """The weight of the weightiest name, thing or operation that it passes over."""

    @property
    def strange(self) -> float:
        """The weight of the weightiest unknown word that it passes over."""

    @property
    def margin(self) -> float:
        """By how much its score exceeds that of the next fact on something else."""


def confidence(evidence: Evidence) -> float:
    """Tell how likely a fact is right, 0 to 1."""
    likely = _logistic(sum(map(mul, WEIGHTS, features(evidence))))
    return min(likely, _PASSED_OVER) if is_vetoed(evidence) else likely


def features(evidence: Evidence) -> Terms:
    """Tell how much there is of each thing that has a weight.

    The first bit of a likeness or a lead says the most: of these the root counts.
    """
    return Terms(
        bias=1.0,
        cover=evidence.cover,
        content=evidence.content,
        wording=sqrt(max(evidence.wording, 0.0)),
        topic=evidence.topic,
        untold=max(evidence.untold, 0.0),
        strange=evidence.strange,
        margin=sqrt(max(evidence.margin, 0.0)),
    )


def is_vetoed(evidence: Evidence) -> bool:
    """Whether a fact passes over something that decides: nothing makes up for that."""
    return evidence.missing > _MISSING


def confidence_by_words(nearness: float) -> float:
    """Tell the same where nothing but the words of the ways of asking is known."""
    return _logistic(_PLAIN_BIAS + _PLAIN_NEARNESS * nearness)


def _logistic(sum_: float) -> float:
    return 1 / (1 + exp(-sum_))
