"""The parts, joined by what the options and settings say."""

import gc
import threading
from pathlib import Path
from typing import Annotated

import typer

from bot.answering.engine import Engine
from bot.cli.shelf import Shelf
from bot.config import Settings, read_settings
from bot.facts.reading import load

KnowledgeOption = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", help="Folder of knowledge files to answer from."),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings; ./config.toml is read where there is one."
    ),
]


def settings_for(knowledge: Path | None, config: Path | None) -> Settings:
    """The settings, with the folder named on the command line above all others."""
    settings = read_settings(config)
    return settings.model_copy(update={"knowledge": knowledge}) if knowledge else settings


def engine_for(settings: Settings, message: str | None = None) -> Engine:
    """An engine over the knowledge that the settings name, ready for any or one message."""
    # Nothing that is made here is ever thrown away: looking for garbage only costs time.
    gc.disable()
    engine, shelf = _engine_and_shelf(settings)
    _prepare(engine, shelf, message)
    gc.enable()
    return engine


def engine_at_once(settings: Settings) -> Engine:
    """An engine that is ready in the first language; the others get ready while it talks."""
    gc.disable()
    engine, shelf = _engine_and_shelf(settings)
    _prepare(engine, shelf, "")
    gc.enable()
    threading.Thread(target=_prepare, args=(engine, shelf), daemon=True).start()
    return engine


def _engine_and_shelf(settings: Settings) -> tuple[Engine, Shelf]:
    shelf = Shelf(settings.knowledge_folder)
    return Engine(load(settings.knowledge_folder), shelf.gists), shelf


def _prepare(engine: Engine, shelf: Shelf, message: str | None = None) -> None:
    engine.prepare(message)
    shelf.keep()
    gc.freeze()
