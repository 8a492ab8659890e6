"""`sawal eval`: the score of a file of questions."""

import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.answering.engine import Engine
from bot.answering.reply import Reply
from bot.cli.comparison import Comparison, compare
from bot.cli.joining import ConfigOption, KnowledgeOption, engine_for, settings_for
from bot.cli.jsonlines import BadLine, Question, numbered_lines, opened, repeated_ids
from bot.cli.progress import bar_on
from bot.cli.records import as_json, replies
from bot.cli.results import as_record, saved_verdicts
from bot.cli.score_tables import print_comparison, print_failures, print_scores
from bot.cli.scoring import Verdict, judge
from bot.errors import InputError


def evaluate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Questions as JSON lines.")],
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Only this one, like en.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    failures: Annotated[
        bool, typer.Option("--failures", help="Show each question that went wrong.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="RESULT", help="Show what changed since this saved `--json`."
        ),
    ] = None,
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Score the answers to a file of questions, and say how far to believe their confidence."""
    questions = questions_in(file, language)
    then = _verdicts_then(baseline, language)
    verdicts = verdicts_on(questions, engine_for(settings_for(knowledge, config)))
    comparison = None if then is None else compare(then, verdicts)
    if json:
        typer.echo(as_json(as_record(verdicts, comparison)))
    else:
        _print(verdicts, comparison, failures)


def questions_in(file: Path, language: str | None = None) -> list[Question]:
    """The questions of a file, of one language or all; InputError names every bad line."""
    with opened(file) as stream:
        lines = dict(numbered_lines(stream, Question))
    questions = {number: line for number, line in lines.items() if isinstance(line, Question)}
    bad = [line for line in lines.values() if isinstance(line, BadLine)]
    if bad := sorted([*bad, *repeated_ids(questions)], key=lambda line: line.number):
        raise InputError("\n".join(f"{file}: {line}" for line in bad))
    wanted = [question for question in questions.values() if language in {None, question.lang}]
    if not wanted:
        held = ", ".join(sorted({question.lang for question in questions.values()})) or "none"
        raise InputError(f"{file}: no question to score; the languages in it: {held}")
    return wanted


def verdicts_on(questions: Sequence[Question], engine: Engine) -> list[Verdict]:
    """Ask every question; whoever waits at a terminal sees how far it is."""
    with bar_on(sys.stderr) as bar:
        return [
            judge(question, _last_reply(engine, question))
            for question in bar.track(questions, description="asking")
        ]


def _verdicts_then(baseline: Path | None, language: str | None) -> list[Verdict] | None:
    """The verdicts of the baseline, if there is one, on the questions that are asked now."""
    if baseline is None:
        return None
    return [one for one in saved_verdicts(baseline) if language in {None, one.lang}]


def _print(verdicts: list[Verdict], comparison: Comparison | None, failures: bool) -> None:
    console = Console(highlight=False, markup=False)
    if failures:
        print_failures(verdicts, console)
    print_scores(verdicts, console)
    if comparison:
        print_comparison(comparison, console)


def _last_reply(engine: Engine, question: Question) -> Reply:
    [(_, reply, _)] = deque(replies(engine, question.turns), maxlen=1)
    return reply
