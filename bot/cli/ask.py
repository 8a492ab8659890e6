"""`sawal ask`: one question."""

from typing import Annotated

import typer
from rich.console import Console

from bot.answering.conversation import Context
from bot.cli.explaining import as_records, print_explanations
from bot.cli.joining import ConfigOption, KnowledgeOption, engine_for, settings_for
from bot.cli.records import as_json, records


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know.")],
    json: Annotated[
        bool, typer.Option("--json", help="Print what `batch` prints for a turn.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how it was understood, and what settled it.")
    ] = False,
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask one question and print the reply with its source."""
    engine = engine_for(settings_for(knowledge, config), question)
    explanations = engine.explain(question) if explain else ()
    if json:
        for record in records(engine, None, [question]):
            extra = {"explanation": as_records(explanations, engine.knowledge)} if explain else {}
            typer.echo(as_json(record | extra))
        return
    reply, _ = engine.reply(question, Context())
    typer.echo(reply.plain)
    if reply.source_line:
        typer.echo(reply.source_line)
    if explain:
        console = Console(highlight=False, markup=False)
        print_explanations(explanations, engine.knowledge, console)
