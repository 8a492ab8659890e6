"""How likely a fact is what was asked for: one number for all that speaks for and against it.

Two logistic regressions. The weights were fitted on questions whose answer is known
(`python -m tests.fitting` fits them anew), so that of the answers with a confidence of 0.9 about
nine in ten are right.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import Final

_BIAS: Final = -2.3
_COVER: Final = 2.99
_WORDING: Final = 1.76
_TOPIC: Final = 1.96
_PASSED_OVER: Final = -2.44
_MARGIN: Final = 1.96
MISSING: Final = 0.33
"""The most that a thing in the question may weigh and be left unaccounted for without harm."""

_PLAIN_BIAS: Final = -4.7
_PLAIN_NEARNESS: Final = 10.9


def confidence(
    *, cover: float, wording: float, topic: float, missing: float, margin: float
) -> float:
    """Tell how likely a fact is right, 0 to 1.

    Args:
        cover: the share of the question that it accounts for.
        wording: how near the question's words are to the ways of asking for it.
        topic: how much nearer they are to those of its topic than to any other's.
        missing: the weight of the weightiest thing that it passes over.
        margin: by how much its score exceeds that of the next fact on something else.

    """
    return _logistic(
        _BIAS
        + _COVER * cover
        + _WORDING * sqrt(max(wording, 0.0))
        + _TOPIC * topic
        + _PASSED_OVER * (missing > MISSING)
        + _MARGIN * sqrt(max(margin, 0.0))
    )


def confidence_by_words(nearness: float) -> float:
    """Tell the same where nothing but the words of the ways of asking is known."""
    return _logistic(_PLAIN_BIAS + _PLAIN_NEARNESS * nearness)


def _logistic(sum_: float) -> float:
    return 1 / (1 + exp(-sum_))
