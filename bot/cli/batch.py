"""`sawal batch`: conversations in, replies out, as JSON lines."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.joining import ConfigOption, KnowledgeOption, engine_for, settings_for
from bot.cli.jsonlines import BadLine, Conversation, opened, read_lines
from bot.cli.records import as_json, records


def batch(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help='Lines like {"id": "1", "turns": ["..."]}; by default what is piped in.',
        ),
    ] = None,
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer many conversations: JSON lines in, one JSON line out for each turn."""
    engine = engine_for(settings_for(knowledge, config))
    all_good = True
    with opened(file) as stream:
        for line in read_lines(stream, Conversation):
            if isinstance(line, BadLine):
                all_good = False
                typer.echo(line, err=True)
                continue
            for record in records(engine, line.id, line.turns):
                typer.echo(as_json(record))
    if not all_good:
        raise typer.Exit(1)
