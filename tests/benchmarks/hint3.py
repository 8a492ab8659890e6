"""HINT3: real messages to three live chat bots, many of them out of scope."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.answering.reply import Kind, Reply

from .bots import Bot, Faq, Guess, Peer, Sawal, timed
from .folders import write_folder
from .measures import Judged, Quality, mean_of, quality

OUT_OF_SCOPE = "NO_NODES_DETECTED"


@dataclass(frozen=True)
class Task:
    """One chat bot: what it knows, and what it was asked."""

    name: str
    faq: Faq
    messages: tuple[str, ...]
    labels: tuple[str, ...]
    """The right label of each message, or that it is out of scope."""


@dataclass(frozen=True)
class Trial:
    """How one bot did on one task."""

    quality: Quality
    milliseconds: list[float]


@dataclass(frozen=True)
class Decisions:
    """What came of our own decision to answer or not, in percent."""

    right: float
    """Messages in scope that are answered with their entry."""
    wrong: float
    """Messages in scope that are answered with another."""
    asked: float
    """Messages in scope on which we ask back."""
    refused: float
    """Messages out of scope that are not answered."""


def tasks_in(data: Path) -> tuple[Task, ...]:
    """Read the tasks, or say which files are missing."""
    training = sorted((data / "hint3" / "train").glob("*_train.csv"))
    if not training:
        raise FileNotFoundError(f"{data}/hint3/train holds no *_train.csv; see CONTRIBUTING.md")
    return tuple(map(_task, training))


def _task(training: Path) -> Task:
    name = training.name.removesuffix("_train.csv")
    faq: dict[str, list[str]] = {}
    for sentence, label in _rows(training):
        faq.setdefault(label, []).append(sentence)
    messages, labels = zip(*_rows(training.parents[1] / "test" / f"{name}_test.csv"), strict=True)
    return Task(name, faq, messages, labels)


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["sentence"], row["label"]


# trials


def trial(task: Task, bot: Bot) -> Trial:
    """Let a bot guess at every message of a task."""
    guesses, milliseconds = timed(bot.guess, task.messages)
    return Trial(quality(judged(task, guesses)), milliseconds)


def judged(task: Task, guesses: Sequence[Guess]) -> list[Judged]:
    """Compare guesses with the right labels."""
    pairs = zip(task.labels, guesses, strict=True)
    return [
        Judged(guess.confidence, in_scope=label != OUT_OF_SCOPE, right=label == guess.label)
        for label, guess in pairs
    ]


def own_trial(task: Task) -> tuple[Trial, Decisions]:
    """Do the same with ourselves; the time is that of a whole reply."""
    with tempfile.TemporaryDirectory() as folder:
        label_of = write_folder(task.faq, Path(folder))
        sawal = Sawal(Path(folder))
    replies, milliseconds = timed(sawal.reply, task.messages)
    guesses = (sawal.guess(message) for message in task.messages)
    labelled = [Guess(label_of.get(one.label, ""), one.confidence) for one in guesses]
    told = [tuple(label_of[fact] for fact in reply.facts) for reply in replies]
    return (
        Trial(quality(judged(task, labelled)), milliseconds),
        decisions(task, replies, told),
    )


def decisions(task: Task, replies: Sequence[Reply], told: Sequence[tuple[str, ...]]) -> Decisions:
    """Count what was decided on each message; `told` has the labels of each reply's facts."""
    inside, refusals = [], []
    for label, reply, answer in zip(task.labels, replies, told, strict=True):
        is_answer = reply.kind is Kind.ANSWER
        if label == OUT_OF_SCOPE:
            refusals.append(not is_answer)
        else:
            inside.append((is_answer and label in answer, is_answer, reply.kind is Kind.CHOICES))
    right, answered, asked = (
        100 * sum(column) / len(inside) for column in zip(*inside, strict=True)
    )
    return Decisions(right, answered - right, asked, 100 * sum(refusals) / len(refusals))


# tables


def run(data: Path, peers: Sequence[Peer], console: Console) -> None:
    """Print how well we and the peers do."""
    tasks = tasks_in(data)
    own = [own_trial(task) for task in track(tasks, "Sawal", console=console, transient=True)]
    table = Table(
        "bot", *(task.name for task in tasks), "mean", "ms", title="HINT3: top-1, AUROC, balance"
    )
    table.add_row("Sawal", *_cells([one for one, _ in own]))
    for peer in track(peers, "peers", console=console, transient=True):
        table.add_row(peer.name, *_cells([trial(task, peer.made_of(task.faq)) for task in tasks]))
    console.print(table)
    console.print(_decision_table(tasks, [decided for _, decided in own]))


def _cells(trials: Sequence[Trial]) -> Iterator[str]:
    """Give the cells of a bot: each task, their mean, the median time of a question."""
    qualities = [one.quality for one in trials]
    yield from map(str, qualities)
    yield str(mean_of(qualities))
    yield f"{median(ms for one in trials for ms in one.milliseconds):.2f}"


def _decision_table(tasks: Sequence[Task], decided: Sequence[Decisions]) -> Table:
    table = Table(
        "",
        "right",
        "wrong",
        "asks back",
        "out of scope refused",
        title="HINT3: what Sawal itself decides, percent",
    )
    for task, one in zip(tasks, decided, strict=True):
        numbers = (one.right, one.wrong, one.asked, one.refused)
        table.add_row(task.name, *(f"{number:.1f}" for number in numbers))
    return table
