"""Which line of a TOML text says what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')


def lines_by_path(text: str) -> Mapping[Path, int]:
    """Give the line (from 1) of every table and key, such as `("facts", 0, "topic")`."""
    lines: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in _outside_of_values(text):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            path = table
            for part in _parts(key[1]):
                path = (*path, part)
                lines.setdefault(path, number)
    return lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """Give the line of a path, or of the nearest thing around it; 1 where nothing is near."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _outside_of_values(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin a table or key, not those inside a longer value."""
    open_quote, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not open_quote and depth <= 0:
            depth = 0
            yield number, line
            if _HEADER.match(line):
                continue
        open_quote, rest = _after_long_strings(line, open_quote)
        bare = _STRING.sub("", rest)
        depth += sum(map(bare.count, "[{")) - sum(map(bare.count, "]}"))


def _after_long_strings(line: str, open_quote: str) -> tuple[str, str]:
    """Cut strings in triple quotes out of a line; say which one stays open."""
    rest = ""
    while True:
        if open_quote:
            _, found, line = line.partition(open_quote)
            if not found:
                return open_quote, rest
            open_quote = ""
        starts = [(at, quote) for quote in ('"""', "'''") if (at := line.find(quote)) >= 0]
        if not starts:
            return "", rest + line
        at, open_quote = min(starts)
        rest, line = rest + line[:at], line[at + 3 :]
