"""TOML files with the line of everything they say."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import Mistake
from bot.facts import places

Shape = TypeVar("Shape")

_ADVICE: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("is missing", "add it"),
    "string_too_short": ("is empty", "write something or remove it"),
    "too_short": ("is empty", "write something or remove it"),
    "string_pattern_mismatch": (
        "has characters that a name here can't have",
        "use small letters, digits and single hyphens, as in day-care",
    ),
    "string_too_long": ("is too long", "shorten it"),
    "string_type": ("is not a text", 'put it in quotes: "..."'),
    "tuple_type": ("is not a list", 'put it in brackets: ["...", "..."]'),
}
"""Kind of pydantic's error -> what is wrong, and how to mend it."""


@dataclass(frozen=True)
class Page:
    """One TOML file: what it says, and on which line."""

    path: Path
    content: Mapping[str, Any]
    lines: Mapping[places.Path, int] = field(repr=False)

    def mistake(self, where: places.Path, problem: str, remedy: str) -> Mistake:
        """Describe a mistake at a place of this page."""
        names = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where)
        line = places.line_of(where, self.lines)
        return Mistake(self.path, line, "".join(names).lstrip(".") or "file", problem, remedy)


def read_page(path: Path) -> Page | Mistake:
    """Read one file, or say why it can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Page(path, tomllib.loads(text), places.lines_by_path(text))
    except OSError as error:
        return Mistake(path, 1, "file", f"can't be read ({error.strerror})", "put it there")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Mistake(path, line, "file", "is not UTF-8 text", "save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        return _syntax_mistake(path, str(error))


def validated(
    page: Page, shape: type[Shape], content: Any, at: places.Path = ()
) -> Shape | tuple[Mistake, ...]:
    """Check part of a page against a shape, and give the value or all that is wrong with it."""
    try:
        return TypeAdapter(shape).validate_python(content)
    except ValidationError as error:
        known = _keys(shape)
        return tuple(_mistake_of(page, at, dict(problem), known) for problem in error.errors())


def _syntax_mistake(path: Path, message: str) -> Mistake:
    line = re.search(r"at line (\d+)", message)
    problem = re.sub(r"\s*\(at .*\)$", "", message)
    return Mistake(
        path,
        int(line[1]) if line else 1,
        "file",
        f"is not valid TOML here or on the line before ({problem})",
        "check quotes, brackets and commas",
    )


def _mistake_of(
    page: Page, at: places.Path, error: Mapping[str, Any], known: frozenset[str]
) -> Mistake:
    """Word one of pydantic's errors."""
    where = (*at, *_written(error["loc"], page, at))
    if error["type"] == "extra_forbidden":
        key = str(error["loc"][-1])
        return page.mistake((*at, *error["loc"]), "is not a known key", _similar(key, known))
    problem, remedy = _ADVICE.get(error["type"], (_plain(str(error["msg"])), "correct it"))
    return page.mistake(where, problem, remedy)


def _plain(message: str) -> str:
    """Take pydantic's own prefix off a message."""
    return "is wrong: " + message.removeprefix("Value error, ")


def _similar(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, sorted(known), n=1)
    return f"did you mean {near[0]}?" if near else "remove it"


def _written(loc: tuple[str | int, ...], page: Page, at: places.Path) -> Iterator[str | int]:
    """Drop the parts of an error's place that stand in no file, such as pydantic's tags."""
    here: Any = page.content
    for part in at:
        here = here[part]
    for number, part in enumerate(loc):
        match here:
            case list() if isinstance(part, int) and part < len(here):
                here = here[part]
                yield part
            case dict() if part in here or number == len(loc) - 1:
                here = here.get(part)
                yield part
            case _:
                continue


def _keys(shape: Any) -> frozenset[str]:
    """Name the keys that a model and the models within it take."""
    schema = TypeAdapter(shape).json_schema()
    definitions = (schema, *schema.get("$defs", {}).values())
    return frozenset(key for part in definitions for key in part.get("properties", {}))
