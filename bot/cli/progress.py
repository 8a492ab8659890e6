"""A bar for whoever waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def bar_on(stream: TextIO) -> Iterator[Progress]:
    """A bar that is gone when done, if the stream is a terminal that can redraw; else nothing."""
    console = Console(file=stream)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        # rich alone would also draw into a pipe where FORCE_COLOR is set.
        disable=not (stream.isatty() and console.is_interactive),
    ) as progress:
        yield progress
