"""Scores for reading: as tables, and as JSON."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table

from bot.cli.records import Record
from bot.cli.scoring import (
    Share,
    Verdict,
    accuracy,
    grouped,
    out_of_scope_recall,
    wrong_as_sure,
)

Verdicts = Sequence[Verdict]


def print_scores(verdicts: Verdicts, console: Console) -> None:
    """A table by language, and one by category, each with the totals."""
    for title, groups in _groupings(verdicts):
        table = Table(title, *_columns(verdicts))
        for name, group in groups.items():
            table.add_row(name, *_columns(group).values())
        table.add_section()
        table.add_row("all", *_columns(verdicts).values())
        console.print(table)


def print_failures(verdicts: Verdicts, console: Console) -> None:
    """Each question that went wrong: the messages, what was expected, what came."""
    for verdict in verdicts:
        if verdict.right:
            continue
        question = verdict.question
        console.print(f"{question.id} ({question.lang}, {question.category})")
        console.print(f"  asked: {' / '.join(question.turns)}")
        for fault in verdict.faults:
            console.print(f"  wrong: {fault}")
        console.print(f"  got:   {verdict.reply.kind}: {verdict.reply.plain}\n")


def as_record(verdicts: Verdicts) -> Record:
    """The scores and failures for other programs; shares go from 0 to 1."""
    groups = {
        f"by_{title}": {name: _scores(group) for name, group in groups.items()}
        for title, groups in _groupings(verdicts)
    }
    failures = [_failure(verdict) for verdict in verdicts if not verdict.right]
    return {**_scores(verdicts), **groups, "failures": failures}


def _groupings(verdicts: Verdicts) -> Iterator[tuple[str, dict[str, list[Verdict]]]]:
    yield "language", grouped(verdicts, lambda question: question.lang)
    yield "category", grouped(verdicts, lambda question: question.category)


def _shares(verdicts: Verdicts) -> dict[str, Share]:
    return {
        "accuracy": accuracy(verdicts),
        "wrong_as_sure": wrong_as_sure(verdicts),
        "out_of_scope_recall": out_of_scope_recall(verdicts),
    }


def _columns(verdicts: Verdicts) -> dict[str, str]:
    """Heading -> what stands under it."""
    right = accuracy(verdicts)
    shares = _shares(verdicts).items()
    return {"right": f"{right.some} of {right.all}"} | {
        name.replace("_", " "): str(share) for name, share in shares
    }


def _scores(verdicts: Verdicts) -> Record:
    right = accuracy(verdicts)
    ratios = {name: share.ratio for name, share in _shares(verdicts).items()}
    return {"questions": right.all, "right": right.some, **ratios}


def _failure(verdict: Verdict) -> Record:
    return {
        "id": verdict.question.id,
        "lang": verdict.question.lang,
        "category": verdict.question.category,
        "turns": verdict.question.turns,
        "wrong": verdict.faults,
        "kind": verdict.reply.kind,
        "text": verdict.reply.plain,
    }
