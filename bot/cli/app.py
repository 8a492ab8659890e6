"""All commands under one name."""

from typing import Annotated

import typer

from bot import __version__
from bot.cli.ask import ask
from bot.cli.batch import batch
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.eval import evaluate
from bot.cli.report import report
from bot.cli.run import run

app = typer.Typer(
    name="sawal",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sawal {__version__}")
        raise typer.Exit


@app.callback()
def sawal(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Say which."),
    ] = False,
) -> None:
    """Answer questions from curated files, in Telegram or in the terminal."""


app.command()(run)
app.command()(chat)
app.command()(ask)
app.command()(batch)
app.command()(check)
app.command("eval")(evaluate)
app.command()(report)
