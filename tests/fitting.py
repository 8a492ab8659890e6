"""`python -m tests.fitting`: the weights of confidence, fitted anew on our own questions.

A question is a point: how much there is of each thing that has a weight in the fact that ranks
first for it, and whether that fact is right. Facts that a veto rules out are no points.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.special import expit
from scipy.stats import mannwhitneyu

from bot.answering.conversation import Context
from bot.answering.deciding import is_answer
from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reply
from bot.cli.eval import questions_in
from bot.cli.jsonlines import Question
from bot.cli.scoring import judge
from bot.facts.model import Fact
from bot.facts.reading import load
from bot.understanding.confidence import WEIGHTS, Terms, features, is_vetoed
from bot.understanding.matching import Candidate

TESTS: Final = Path(__file__).parent
KNOWLEDGE: Final = TESTS.parent / "knowledge"
QUESTIONS: Final = TESTS / "questions"
RIDGE: Final = 1.0
"""How much a weight far from nothing costs."""
STEPS: Final = 30
BINS: Final = 10
NO_SINGLE_FACT: Final = {"list", "count", "compare", "multi", "smalltalk", "ambiguous"}
"""Categories of questions that no one fact answers."""
Numbers = NDArray[np.float64]


# the questions


@dataclass(frozen=True)
class Ask:
    """A question, or a conversation that ends with it, and which facts answer it."""

    file: str
    turns: tuple[str, ...]
    is_right: Callable[[Fact], bool]


def asks() -> Iterator[Ask]:
    """Give the questions of every file."""
    for path in sorted(QUESTIONS.rglob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8")).get("asks", ()):
            turns = tuple(row.get("turns") or (row["question"],))
            yield Ask(str(path), turns, _one_of(row.get("fact", ())))
    for path in sorted(QUESTIONS.rglob("*.jsonl")):
        for question in questions_in(path, "en"):
            if question.category not in NO_SINGLE_FACT:
                yield Ask(str(path), tuple(question.turns), _meeting(question))


def _one_of(ids: str | list[str]) -> Callable[[Fact], bool]:
    right = {ids} if isinstance(ids, str) else set(ids)
    return lambda fact: fact.id in right


def _meeting(question: Question) -> Callable[[Fact], bool]:
    def is_right(fact: Fact) -> bool:
        told = Reply(Kind.ANSWER, fact.text["en"], "en", facts=(fact.id,))
        return judge(question, told).right

    return is_right


# the points


@dataclass(frozen=True)
class Points:
    """What is known of the facts that rank first, a row for each question."""

    terms: Numbers
    right: NDArray[np.bool_]
    file: NDArray[np.str_]

    def of(self, places: NDArray[np.bool_]) -> Points:
        """Give some of them."""
        return Points(self.terms[places], self.right[places], self.file[places])


def points(asked: Iterable[Ask], engine: Engine) -> Points:
    """Ask every question, and note down the fact that ranks first."""
    rows: list[tuple[Terms, bool, str]] = []
    for ask in asked:
        first = _first_ranked(engine, ask.turns)
        if first and not is_vetoed(first):
            rows.append((features(first), ask.is_right(first.fact), ask.file))
    terms, right, file = zip(*rows, strict=True)
    return Points(np.array(terms), np.array(right), np.array(file))


def _first_ranked(engine: Engine, turns: tuple[str, ...]) -> Candidate | None:
    """Find the fact that ranks first; where a message asks several things, for one it answers."""
    context = Context()
    for turn in turns[:-1]:
        _, context = engine.reply(turn, context)
    decisions = [one.decision for one in engine.explain(turns[-1], context)]
    ranked = [decision for decision in decisions if decision.candidates]
    answering = [decision for decision in ranked if is_answer(decision.outcome)]
    return next((one.candidates[0] for one in answering or ranked), None)


# the fit


def fitted(known: Points) -> Numbers:
    """Find the weights that make what is known likeliest, by Newton's method.

    Logistic regression with a ridge, which keeps all weights but the bias from growing large.
    le Cessie, van Houwelingen: Ridge Estimators in Logistic Regression, Applied Statistics 41,
    1992.
    """
    ridge = RIDGE * np.eye(known.terms.shape[1])
    ridge[0, 0] = 0.0
    weights = np.zeros(len(ridge))
    for _ in range(STEPS):
        likely = expit(known.terms @ weights)
        slope = known.terms.T @ (likely - known.right) + ridge @ weights
        bend = (known.terms.T * (likely * (1 - likely))) @ known.terms + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def foretold(known: Points) -> Numbers:
    """Tell how likely each first fact is right, by weights that were fitted on other files."""
    likely = np.zeros(len(known.right))
    for file in np.unique(known.file):
        own = known.file == file
        likely[own] = expit(known.terms[own] @ fitted(known.of(~own)))
    return likely


# the report


def log_loss(likely: Numbers, right: NDArray[np.bool_]) -> float:
    """Tell how far likelihoods are from what is right: the mean surprise; 0 is best."""
    return float(-np.log(np.where(right, likely, 1 - likely)).mean())


def auroc(likely: Numbers, right: NDArray[np.bool_]) -> float:
    """Tell how often a right fact is likelier than a wrong one; a tie is half.

    Hanley, McNeil: The meaning and use of the area under a ROC curve, Radiology 143, 1982.
    """
    won = mannwhitneyu(likely[right], likely[~right]).statistic
    return float(won / (right.sum() * (~right).sum()))


def report(known: Points, console: Console) -> None:
    """Print the weights, and what they are worth on files that they were not fitted on."""
    likely, in_force = foretold(known), expit(known.terms @ np.array(WEIGHTS))
    console.print(f"{len(known.right)} questions, the first fact right for {known.right.sum()}")
    console.print(_weights(fitted(known)))
    console.print(_quality({"in force": in_force, "fitted": likely}, known.right))
    console.print(_reliability(likely, known.right))


def _weights(weights: Numbers) -> Table:
    table = Table("weight", "in force", "fitted")
    for name, weight, new in zip(Terms._fields, WEIGHTS, weights, strict=True):
        table.add_row(name, f"{weight:.2f}", f"{new:.2f}")
    return table


def _quality(likelihoods: dict[str, Numbers], right: NDArray[np.bool_]) -> Table:
    table = Table("weights", "log loss", "AUROC")
    for name, likely in likelihoods.items():
        table.add_row(name, f"{log_loss(likely, right):.3f}", f"{auroc(likely, right):.3f}")
    return table


def _reliability(likely: Numbers, right: NDArray[np.bool_]) -> Table:
    table = Table("confidence", "questions", "mean", "right")
    bins = np.minimum((likely * BINS).astype(int), BINS - 1)
    for number in np.unique(bins):
        own = bins == number
        span = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        means = (f"{values[own].mean():.2f}" for values in (likely, right))
        table.add_row(span, str(own.sum()), *means)
    return table


if __name__ == "__main__":
    report(points(asks(), Engine(load(KNOWLEDGE))), Console(width=100))
