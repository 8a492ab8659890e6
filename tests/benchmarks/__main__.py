"""`python -m tests.benchmarks DATA`: every benchmark, or those of `--only`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console

from . import hint3, roman_urdu, scale
from .peers import BM25, LINEAR, TOKEN_SET, W_RATIO

CONSOLE: Final = Console(width=120)
Sizes = tuple[int, ...]
DEFAULT_SIZES: Final = ",".join(map(str, scale.SIZES))
BENCHMARKS: Final[Mapping[str, Callable[[Path, Sizes], None]]] = {
    "hint3": lambda data, _: hint3.run(data, (W_RATIO, TOKEN_SET, BM25, LINEAR), CONSOLE),
    "roman-urdu": lambda data, _: roman_urdu.run(data, CONSOLE),
    "scale": lambda data, sizes: scale.run(data, (TOKEN_SET, BM25), CONSOLE, sizes),
}


def _numbers(written: str) -> Sizes:
    try:
        return tuple(map(int, written.split(",")))
    except ValueError:
        raise typer.BadParameter("write numbers, as in 600,2000") from None


def bench(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder of other people's data.")],
    only: Annotated[str, typer.Option(help=f"One of {', '.join(BENCHMARKS)}.")] = "",
    sizes: Annotated[str, typer.Option(help="Ways of asking, for scale.")] = DEFAULT_SIZES,
) -> None:
    """Measure the bot beside others."""
    if only and only not in BENCHMARKS:
        raise typer.BadParameter(f"{only} is none of {', '.join(BENCHMARKS)}")
    try:
        for name in [only] if only else BENCHMARKS:
            BENCHMARKS[name](data, _numbers(sizes))
    except FileNotFoundError as error:
        raise typer.BadParameter(str(error)) from None


if __name__ == "__main__":
    typer.run(bench)
