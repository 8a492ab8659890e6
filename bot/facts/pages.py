"""TOML files with the line of everything they say, and what is wrong with it in plain words."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

import rtoml
from pydantic import TypeAdapter, ValidationError

from bot.errors import Mistake
from bot.facts import places

Shape = TypeVar("Shape")

_LARGEST: Final = 1_000_000
"""Bytes of a file that people can still edit."""

_ADVICE: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("is missing", "add it"),
    "string_too_short": ("is empty", "write something or remove it"),
    "too_short": ("is empty", "write something or remove it"),
    "string_pattern_mismatch": (
        "has characters that a name here can't have",
        "use small letters, digits and single hyphens, as in day-care",
    ),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "string_type": ("is not a text", 'put it in quotes: "..."'),
    "tuple_type": ("is not a list", 'put it in brackets: ["...", "..."]'),
    "dict_type": ("is not a table", 'name its parts, as in text.en = "..."'),
    "mapping_type": ("is not a table", 'name its parts, as in text.en = "..."'),
    "model_type": ("is not a table", "name its parts, as in { value = 520 }"),
    "float_type": ("is not a number", "write digits without quotes"),
    "finite_number": ("is not a number", "write digits"),
    "less_than_equal": ("is more than {le:.0f}", "correct it"),
    "greater_than_equal": ("is less than {ge:.0f}", "correct it"),
}
"""Kind of pydantic's error -> what is wrong, and how to mend it."""


@dataclass(frozen=True)
class Page:
    """One TOML file: what it says, and on which line."""

    path: Path
    content: Mapping[str, Any]
    text: str = field(repr=False)

    def line_of(self, where: places.Path) -> int:
        """Give the line of a place, or of the nearest thing around it."""
        return places.line_of(where, self._lines)

    @cached_property
    def _lines(self) -> Mapping[places.Path, int]:
        """Place -> line; only a file with mistakes takes the time to look them up."""
        try:
            return places.lines_by_path(self.text)
        except RecursionError:  # lists within lists, as deep as tomllib can just bear
            return {}

    def mistake(self, where: places.Path, problem: str, remedy: str) -> Mistake:
        """Describe a mistake at a place of this page."""
        names = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where)
        name = _one_line("".join(names)).lstrip(".") or "file"
        return Mistake(self.path, self.line_of(where), name, _one_line(problem), _one_line(remedy))


def read_page(path: Path) -> Page | Mistake:
    """Read one file, or say why it can't be read."""
    match _text_of(path):
        case Mistake() as mistake:
            return mistake
        case text:
            return _parsed(path, text)


def validated(
    page: Page,
    shape: TypeAdapter[Shape],
    content: object,
    at: places.Path = (),
    context: object = None,
) -> Shape | tuple[Mistake, ...]:
    """Check part of a page against a shape, and give the value or all that is wrong with it."""
    try:
        return shape.validate_python(content, context=context)
    except ValidationError as error:
        problems = [_Problem.of(page, at, dict(one), shape) for one in error.errors()]
        misspelt = {(*one.where[:-1], one.meant) for one in problems if one.meant}
        told = (one for one in problems if not (one.is_gap and one.where in misspelt))
        return tuple(dict.fromkeys(page.mistake(o.where, o.problem, o.remedy) for o in told))


def near(name: str, known: Collection[str]) -> str | None:
    """Find the name that was probably meant."""
    return next(iter(difflib.get_close_matches(name, sorted(known), n=1)), None)


def did_you_mean(meant: str | None, otherwise: str) -> str:
    """Word a remedy for what is probably misspelt."""
    return f"did you mean {meant}?" if meant else otherwise


# reading


def _text_of(path: Path) -> str | Mistake:
    try:
        if not path.is_file():
            return _not_a_file(path)
        if path.stat().st_size > _LARGEST:
            return Mistake(path, 1, "file", "is larger than a million bytes", "split it")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        problem = f"can't be read ({error.strerror})"
        return Mistake(path, 1, "file", problem, "allow the bot to read it")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Mistake(path, line, "file", "is not UTF-8 text", "save it as UTF-8")


def _not_a_file(path: Path) -> Mistake:
    if path.exists():
        return Mistake(path, 1, "file", "is not a file", "rename or remove it")
    return Mistake(path, 1, "file", "is missing", "add it")


def _parsed(path: Path, text: str) -> Page | Mistake:
    """Read TOML; rtoml takes a fifth of the time, and tomllib says what is wrong."""
    with suppress(rtoml.TomlParsingError):
        return Page(path, rtoml.loads(text), text)
    try:
        return Page(path, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        return _syntax_mistake(path, text, str(error))
    except RecursionError:
        return Mistake(path, 1, "file", "has lists within lists without end", "remove some")
    except ValueError:  # Python reads no number of thousands of digits
        return Mistake(path, 1, "file", "has a number that is far too long", "shorten it")


def _syntax_mistake(path: Path, text: str, message: str) -> Mistake:
    """Word what tomllib says, as in `Cannot overwrite a value (at line 3, column 7)`."""
    found = re.search(r"\(at line (\d+)", message)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    reason = _one_line(re.sub(r"\s*\(at [^()]*\)$", "", message))
    if re.search("overwrite|twice|mutate|already", reason):
        remedy = "remove one of the two; a list of tables has double brackets, as in [[facts]]"
        return Mistake(path, line, "file", "says the same thing twice", remedy)
    problem = f"is not valid TOML here or just before ({reason})"
    return Mistake(path, line, "file", problem, "check quotes, brackets and commas")


# wording


class _Problem(NamedTuple):
    """One of pydantic's errors, in plain words."""

    where: places.Path
    problem: str
    remedy: str
    is_gap: bool = False
    """Whether a key is missing."""
    meant: str | None = None
    """The key that an unknown one probably stands for."""

    @classmethod
    def of(
        cls, page: Page, at: places.Path, error: Mapping[str, Any], shape: TypeAdapter[Shape]
    ) -> _Problem:
        """Say what is wrong, and how to mend it."""
        where = (*at, *_written(error["loc"], _part(page.content, at)))
        if error["type"] == "extra_forbidden":
            table = _part(page.content, where[:-1])
            meant = near(str(where[-1]), _keys_like(table, shape))
            return cls(where, "is not a known key", did_you_mean(meant, "remove it"), meant=meant)
        return cls(where, *_worded(error), is_gap=error["type"] == "missing")


def _worded(error: Mapping[str, Any]) -> tuple[str, str]:
    """Say what is wrong, and how to mend it."""
    context = error.get("ctx", {})
    match error["type"]:
        case "wrong":
            return context["problem"], context["remedy"]
        case "enum" | "literal_error":
            return _not_one_of(str(error["input"]), context["expected"])
        case "tuple_type" if isinstance(error["input"], dict):
            return "is one table, not a list of them", "double its brackets, as in [[facts]]"
        case kind if kind in _ADVICE:
            problem, remedy = _ADVICE[kind]
            return problem.format_map(context), remedy
        case _:
            return f"is wrong: {error['msg']}", "correct it"


def _not_one_of(written: str, expected: str) -> tuple[str, str]:
    """Offer what is allowed, which pydantic lists as `'day', 'month' or 'year'`."""
    meant = near(written, re.findall(r"'([^']*)'", expected))
    return f"{written[:40]} is not allowed", did_you_mean(meant, f"write {expected}")


def _part(content: Any, at: places.Path) -> Any:  # noqa: ANN401 - whatever stands in the file
    for part in at:
        content = content[part]
    return content


def _written(loc: tuple[str | int, ...], content: object) -> Iterator[str | int]:
    """Drop the parts of an error's place that stand in no file, such as pydantic's tags."""
    for number, part in enumerate(loc):
        match content:
            case list() if isinstance(part, int) and part < len(content):
                content = content[part]
                yield part
            case dict() if part in content:
                content = content[part]
                yield part
            case dict() if number == len(loc) - 1 and part != "[key]":
                yield part
            case _:
                continue


def _keys_like(table: Mapping[str, object], shape: TypeAdapter[Shape]) -> Collection[str]:
    """Give the keys of the model, in a shape, that shares most keys with a table."""
    schema = shape.json_schema()
    models = (schema, *schema.get("$defs", {}).values())
    keys = (model.get("properties", {}).keys() for model in models)
    return max(keys, key=lambda known: len(known & table.keys()))


def _one_line(text: str) -> str:
    """Keep what can be printed on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
