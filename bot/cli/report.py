"""`sawal report`: what the knowledge holds and what it lacks, as a page."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.joining import ConfigOption, KnowledgeOption, settings_for
from bot.facts.folder import entity_files
from bot.facts.reading import load
from bot.reporting.report import report_on
from bot.reporting.writing import write_whole


def report(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The page to write; an old one is replaced.")
    ] = Path("report.html"),
    knowledge: KnowledgeOption = None,
    config: ConfigOption = None,
) -> None:
    """Write a web page that shows what the knowledge holds, what it lacks and what ages."""
    # Loading the templates' library takes time; the other commands go without.
    from bot.reporting.page import page  # noqa: PLC0415

    folder = settings_for(knowledge, config).knowledge_folder
    known = load(folder)
    today = dt.date.today()  # noqa: DTZ011 - the day of whoever reads the page
    write_whole(file, page(report_on(known, entity_files(folder), today), known))
    typer.echo(f"Written to {file}; open it in a browser.")
