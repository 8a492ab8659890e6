"""How good guesses are, for messages of which some are out of scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np


@dataclass(frozen=True)
class Judged:
    """One guess."""

    confidence: float
    in_scope: bool
    right: bool = False


@dataclass(frozen=True)
class Quality:
    """Three numbers on many guesses."""

    top1: float
    """Percent of the messages in scope whose guess is right, however unsure."""
    auroc: float
    """The chance that a message in scope is given more confidence than one out of scope."""
    balance: float
    """The best mean, over all thresholds of confidence, of two shares in percent.

    One is that of messages in scope which are answered rightly, the other that of messages out of
    scope which are refused.
    """

    def __str__(self) -> str:
        """`73.2 .817 69.7`."""
        return f"{self.top1:.1f} {self.auroc:.3f} {self.balance:.1f}".replace(" 0.", " .")


def quality(judged: Sequence[Judged]) -> Quality:
    """Measure guesses; some have to be in scope and some out of it."""
    right = np.sort([one.confidence for one in judged if one.in_scope and one.right])
    inside = np.sort([one.confidence for one in judged if one.in_scope])
    outside = np.sort([one.confidence for one in judged if not one.in_scope])
    beaten = (np.searchsorted(outside, inside, side) for side in ("left", "right"))
    thresholds = np.append(np.unique([*inside, *outside]), np.inf)
    answered = 1 - np.searchsorted(right, thresholds) / max(len(right), 1)
    kept = answered * len(right) / len(inside)
    refused = np.searchsorted(outside, thresholds) / len(outside)
    return Quality(
        top1=100 * len(right) / len(inside),
        auroc=float(np.mean(sum(beaten)) / 2 / len(outside)),
        balance=100 * float(np.max(kept + refused)) / 2,
    )


def mean_of(qualities: Sequence[Quality]) -> Quality:
    """Give the mean of each number."""
    return Quality(
        top1=mean(one.top1 for one in qualities),
        auroc=mean(one.auroc for one in qualities),
        balance=mean(one.balance for one in qualities),
    )
