"""`sawal ask`: one question."""

from typing import Annotated

import typer

from bot.answering.conversation import Context
from bot.cli.joining import ConfigOption, KnowledgeOption, engine_for, settings_for
from bot.cli.records import as_json, records


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know.")],
    json: Annotated[
        bool, typer.Option("--json", help="Print what `batch` prints for a turn.")
    ] = False,
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask one question and print the reply with its source."""
    engine = engine_for(settings_for(knowledge, config))
    if json:
        for record in records(engine, None, [question]):
            typer.echo(as_json(record))
        return
    reply, _ = engine.reply(question, Context())
    typer.echo(reply.plain)
    if reply.source_line:
        typer.echo(reply.source_line)
