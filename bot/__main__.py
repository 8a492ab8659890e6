"""The command `sawal`."""

from __future__ import annotations

import io
import sys

import typer

from bot.cli.app import app
from bot.errors import SawalError


def main() -> None:
    """Run one command; a mistake that its reader can mend ends in one message and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Half a surrogate pair, which JSON can carry in, goes out as JSON writes it: \ud800.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="sawal")
    except SawalError as error:
        typer.echo(error, err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
