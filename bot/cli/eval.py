"""`sawal eval`: the score of a file of questions."""

from collections import deque
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.answering.engine import Engine
from bot.answering.reply import Reply
from bot.cli.joining import ConfigOption, KnowledgeOption, engine_for, settings_for
from bot.cli.jsonlines import BadLine, Question, opened, read_lines
from bot.cli.records import as_json, replies
from bot.cli.report import as_record, print_failures, print_scores
from bot.cli.scoring import judge
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
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Score the answers to a file of questions, by language and category."""
    questions = questions_in(file, language)
    engine = engine_for(settings_for(knowledge, config))
    verdicts = [judge(question, _last_reply(engine, question)) for question in questions]
    if json:
        typer.echo(as_json(as_record(verdicts)))
        return
    console = Console(highlight=False, markup=False)
    if failures:
        print_failures(verdicts, console)
    print_scores(verdicts, console)


def questions_in(file: Path, language: str | None = None) -> list[Question]:
    """The questions of a file, of one language or all; InputError names every bad line."""
    with opened(file) as stream:
        lines = list(read_lines(stream, Question))
    if bad := [f"{file}: {line}" for line in lines if isinstance(line, BadLine)]:
        raise InputError("\n".join(bad))
    questions = [line for line in lines if isinstance(line, Question)]
    wanted = [question for question in questions if language in {None, question.lang}]
    if not wanted:
        held = ", ".join(sorted({question.lang for question in questions})) or "none"
        raise InputError(f"{file}: no question to score; the languages in it: {held}")
    return wanted


def _last_reply(engine: Engine, question: Question) -> Reply:
    [(_, reply, _)] = deque(replies(engine, question.turns), maxlen=1)
    return reply
