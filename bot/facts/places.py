"""Which line of a TOML text says what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

Path = tuple[str | int, ...]
"""The way to a thing in a file: `("facts", 0, "topic")`."""

_TOKEN: Final = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')'''  # text in triple quotes
    r"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""  # text
    r"|\#[^\n]*|\n|[\[\]{}=,.]"  # comment, end of line, mark
    r"""|[^\s\[\]{}=,.#"']+""",  # key, number, date
    re.DOTALL,
)
_MARKS: Final = frozenset("[]{}=,\n")


class _Token(NamedTuple):
    text: str
    line: int


def lines_by_path(text: str) -> Mapping[Path, int]:
    """Give the line (from 1) of every table, key and item of a list in valid TOML."""
    scan = _Scan(text)
    scan.document()
    return scan.lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """Give the line of a path, or of the nearest thing around it; 1 where nothing is near."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
    """One walk through a text, which notes where things begin."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._latest: dict[Path, int] = {}
        """Path of a `[[table]]` -> the number of the one that is being written."""
        self._tokens = _tokens(text)
        self._next = next(self._tokens)

    def document(self) -> None:
        """Walk through headers and keys."""
        table: Path = ()
        while self._next.text:
            if self._next.text == "\n":
                self._take()
            elif self._next.text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        line = self._take().line
        is_array = self._took("[")
        *outer, name = self._key()
        while self._took("]"):
            pass
        path: Path = ()
        for part in outer:
            path = self._note((*path, part), line)
            path = (*path, self._latest[path]) if path in self._latest else path
        path = self._note((*path, name), line)
        if is_array:
            self._latest[path] = self._latest.get(path, -1) + 1
            path = self._note((*path, self._latest[path]), line)
        return path

    def _pair(self, table: Path) -> None:
        """Walk through a key and its value."""
        line, path = self._next.line, table
        for part in self._key():
            path = self._note((*path, part), line)
        self._took("=")
        self._value(path)

    def _key(self) -> list[str]:
        """Take a key with its dots: `text.en`."""
        parts = [_plain(self._take().text)]
        while self._took("."):
            parts.append(_plain(self._take().text))
        return parts

    def _value(self, path: Path) -> None:
        start = self._take().text
        if start == "[":
            self._items(path)
        elif start == "{":
            self._pairs(path)
        else:
            while self._next.text and self._next.text not in _MARKS:
                self._take()

    def _items(self, path: Path) -> None:
        """Walk through the rest of a list."""
        number = 0
        while self._next.text and not self._took("]"):
            if self._next.text in (",", "\n"):
                self._take()
            else:
                self._value(self._note((*path, number), self._next.line))
                number += 1

    def _pairs(self, path: Path) -> None:
        """Walk through the rest of a table in braces."""
        while self._next.text and not self._took("}"):
            if self._next.text in (",", "\n"):
                self._take()
            else:
                self._pair(path)

    def _note(self, path: Path, line: int) -> Path:
        self.lines.setdefault(path, line)
        return path

    def _take(self) -> _Token:
        token, self._next = self._next, next(self._tokens, _Token("", 0))
        return token

    def _took(self, mark: str) -> bool:
        """Take a mark if it is the next thing."""
        return self._next.text == mark and bool(self._take())


def _tokens(text: str) -> Iterator[_Token]:
    """Cut a text into keys, values and marks, with the lines on which they begin."""
    line = 1
    for match in _TOKEN.finditer(text):
        if not match[0].startswith("#"):
            yield _Token(match[0], line)
        line += match[0].count("\n")
    yield _Token("", line)


def _plain(key: str) -> str:
    """Take the quotes off a key."""
    return str(tomllib.loads(f"key = {key}")["key"]) if key[:1] in ('"', "'") else key
