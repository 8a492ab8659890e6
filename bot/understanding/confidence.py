"""How likely a fact is what was asked for: one number for all that speaks for and against it.

Two logistic regressions. The weights were fitted on questions whose answer is known
(`python -m tests.fitting` fits them anew), so that of the answers with a confidence of 0.9 about
nine in ten are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt
from typing import Final

_BIAS: Final = -2.91
_COVER: Final = 1.28
_CONTENT: Final = 2.6
_WORDING: Final = 1.54
_TOPIC: Final = 2.34
_STRANGE: Final = -1.6
_MARGIN: Final = 1.39
_MISSING: Final = 0.33
"""The most that something that decides may weigh and be passed over without harm."""
_PASSED_OVER: Final = 0.12
"""How likely a fact is right at most that passes over something that decides."""
_PLAIN_BIAS: Final = -4.7
_PLAIN_NEARNESS: Final = 10.9


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a fact."""

    cover: float
    """The share of the question that it accounts for."""
    content: float
    """The same of its content alone, names and operations aside."""
    wording: float
    """How near the question's words are to the ways of asking for it."""
    topic: float
    """How much nearer they are to those of its topic than to any other's."""
    missing: float
    """The weight of the weightiest name, thing or operation that it passes over."""
    strange: float
    """The weight of the weightiest unknown word that it passes over."""
    margin: float
    """By how much its score exceeds that of the next fact on something else."""


def confidence(evidence: Evidence) -> float:
    """Tell how likely a fact is right, 0 to 1."""
    likely = _logistic(
        _BIAS
        + _COVER * evidence.cover
        + _CONTENT * evidence.content
        + _WORDING * sqrt(max(evidence.wording, 0.0))
        + _TOPIC * evidence.topic
        + _STRANGE * evidence.strange
        + _MARGIN * sqrt(max(evidence.margin, 0.0))
    )
    return likely if evidence.missing <= _MISSING else min(likely, _PASSED_OVER)


def confidence_by_words(nearness: float) -> float:
    """Tell the same where nothing but the words of the ways of asking is known."""
    return _logistic(_PLAIN_BIAS + _PLAIN_NEARNESS * nearness)


def _logistic(sum_: float) -> float:
    return 1 / (1 + exp(-sum_))
