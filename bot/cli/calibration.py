"""How far the confidence of replies can be believed; pure.

A confidence is calibrated if of the answers given with 0.8, eight in ten are right.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.reply import Kind
from bot.cli.scoring import Share, Verdict, accuracy

BINS = 10
EDGES = [number / BINS for number in range(BINS + 1)]


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies between two edges, the upper one included."""

    low: float
    high: float
    answers: tuple[Verdict, ...]

    @property
    def confidence(self) -> float | None:
        """The mean confidence, from 0 to 1; None where there is no answer."""
        return mean(answer.confidence for answer in self.answers)

    @property
    def right(self) -> Share:
        """The right ones of the answers."""
        return accuracy(self.answers)

    @property
    def gap(self) -> float:
        """How far mean confidence and share of right ones lie apart; 0 without an answer."""
        return abs((self.confidence or 0.0) - (self.right.ratio or 0.0))


def answers_among(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The replies whose confidence claims that they are right."""
    return tuple(verdict for verdict in verdicts if verdict.answers)


def bins(verdicts: Iterable[Verdict]) -> list[Bin]:
    """The answers in ten bins of equal width, from the least confident; empty ones too."""
    members: list[list[Verdict]] = [[] for _ in range(BINS)]
    for answer in answers_among(verdicts):
        members[bisect_left(EDGES[1:-1], answer.confidence)].append(answer)
    return [
        Bin(low, high, tuple(answers))
        for low, high, answers in zip(EDGES, EDGES[1:], members, strict=False)
    ]


def expected_calibration_error(verdicts: Iterable[Verdict]) -> float | None:
    """How far confidence and share of right answers lie apart, from 0 (best) to 1.

    The mean over the bins, weighted by their answers; None without an answer.
    Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017.
    """
    binned = bins(verdicts)
    total = sum(len(one.answers) for one in binned)
    return sum(len(one.answers) * one.gap for one in binned) / total if total else None


def brier_score(verdicts: Iterable[Verdict]) -> float | None:
    """The mean squared distance of confidence from outcome, from 0 (best) to 1.

    None without an answer. Brier: Verification of forecasts expressed in terms of probability,
    Monthly Weather Review 78, 1950.
    """
    return mean((answer.confidence - answer.right) ** 2 for answer in answers_among(verdicts))


def auroc(verdicts: Sequence[Verdict]) -> float | None:
    """How well confidence tells questions that have an answer from those that have none.

    The chance that of one question of each sort, the one in scope got the reply of higher
    confidence, refusals included: theirs says how likely the best fact would be right. A tie is
    half a chance. 1 is best, 0.5 is guessing; None unless both sorts occur.
    Hanley, McNeil: The meaning and use of the area under a ROC curve, Radiology 143, 1982.
    """
    inside = [_claim(verdict) for verdict in verdicts if not verdict.out_of_scope]
    outside = sorted(_claim(verdict) for verdict in verdicts if verdict.out_of_scope)
    won = [(bisect_left(outside, one) + bisect_right(outside, one)) / 2 for one in inside]
    return sum(won) / (len(inside) * len(outside)) if inside and outside else None


def _claim(verdict: Verdict) -> float:
    """How surely the question was taken for one that has an answer, told or not.

    Smalltalk is sure of the opposite: a greeting returned claims no answer.
    """
    return 0.0 if verdict.kind == Kind.SMALLTALK else verdict.confidence


def mean(values: Iterable[float]) -> float | None:
    """The mean; None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None
