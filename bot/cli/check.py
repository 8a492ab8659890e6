"""`sawal check`: every mistake in the knowledge files."""

import typer

from bot.answering.engine import Engine
from bot.cli.joining import ConfigOption, KnowledgeOption, settings_for
from bot.errors import KnowledgeError
from bot.facts.reading import load


def check(knowledge: KnowledgeOption = None, config: ConfigOption = None) -> None:
    """List every mistake in the knowledge files, with file, line and remedy."""
    folder = settings_for(knowledge, config).knowledge_folder
    try:
        known = load(folder)
    except KnowledgeError as error:
        for mistake in error.mistakes:
            typer.echo(mistake)
        raise typer.Exit(1) from None
    Engine(known).prepare()
    counts = {
        "entities": len(known.entities),
        "facts": len(known.facts),
        "sources": len(known.sources),
        "languages": len(known.languages),
    }
    summary = ", ".join(f"{name}: {count}" for name, count in counts.items())
    typer.echo(f"No mistakes in {folder}. {summary}.")
