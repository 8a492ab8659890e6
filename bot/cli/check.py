"""`sawal check`: every mistake in the knowledge files, and what is worth a look."""

from collections.abc import Iterator
from typing import Annotated

import typer

from bot.answering.engine import Engine
from bot.cli.joining import ConfigOption, KnowledgeOption, settings_for
from bot.errors import KnowledgeError
from bot.facts.model import Knowledge
from bot.facts.noting import Notes, notes_on
from bot.facts.reading import load


def check(
    notes: Annotated[
        bool, typer.Option("--notes", help="List each thing that is worth a look, too.")
    ] = False,
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """List every mistake in the knowledge files, with file, line and remedy."""
    folder = settings_for(knowledge, config).knowledge_folder
    try:
        known = load(folder)
    except KnowledgeError as error:
        for mistake in error.mistakes:
            typer.echo(mistake)
        raise typer.Exit(1) from None
    Engine(known).prepare()
    typer.echo(f"No mistakes in {folder}. {_counts_of(known)}.")
    for line in _shown(notes_on(folder), whole=notes):
        typer.echo(line)


def _counts_of(known: Knowledge) -> str:
    counts = {
        "entities": len(known.entities),
        "facts": len(known.facts),
        "sources": len(known.sources),
        "languages": len(known.languages),
    }
    return ", ".join(f"{name}: {count}" for name, count in counts.items())


def _shown(notes: Notes, *, whole: bool) -> Iterator[str]:
    """Say how many notes of each sort there are, and what they are where that is asked for."""
    sorts = {note: found for note, found in notes.items() if found}
    if sorts and not whole:
        counts = ", ".join(f"{note}: {len(found)}" for note, found in sorts.items())
        yield f"Worth a look (sawal check --notes lists them): {counts}."
        return
    for note, found in sorts.items():
        yield f"\n{note.capitalize()}: {len(found)}"
        yield from map(str, found)
