"""Files of JSON lines: conversations to answer, questions to score."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.errors import InputError


def _pattern(value: object) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise ValueError("this is no text; write a pattern in quotes")  # noqa: TRY004 - pydantic
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"this is no pattern: {error}; mend or escape it") from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Kind = Literal["answer", "choices", "unknown", "urgent", "smalltalk"]


class Line(BaseModel):
    """One line's object; keys that nobody asked for are ignored."""

    model_config = ConfigDict(frozen=True, strict=True)


class Conversation(Line):
    """What someone writes, message after message."""

    id: str | int
    turns: Annotated[list[str], Field(min_length=1)]


class Expectation(Line):
    """What any right reply has to be and to contain."""

    kind: Annotated[list[Kind], Field(min_length=1)]
    """The accepted kinds."""
    must: list[Annotated[list[Pattern], Field(min_length=1)]] = []
    """Groups of patterns: of each, one has to occur in an answer."""
    must_not: list[Pattern] = []
    """Patterns that must not occur in an answer."""
    facts: list[str] = []
    """Facts of which an answer has to tell one; any will do where none is named."""


class Question(Conversation):
    """A conversation whose last reply is judged."""

    lang: str
    category: str
    expect: Expectation


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that can't be used."""

    number: int
    """From 1."""
    problem: str

    def __str__(self) -> str:
        """`line 3: what is wrong; how to mend it`."""
        return f"line {self.number}: {self.problem}"


LineT = TypeVar("LineT", bound=Line)


def read_lines(stream: Iterable[bytes], model: type[LineT]) -> Iterator[LineT | BadLine]:
    """Each line as a value of the model, or what is wrong with it; blank lines are skipped."""
    for _, line in numbered_lines(stream, model):
        yield line


def numbered_lines(
    stream: Iterable[bytes], model: type[LineT]
) -> Iterator[tuple[int, LineT | BadLine]]:
    """The same with each line's number, from 1."""
    for number, raw in enumerate(stream, start=1):
        line = raw.removeprefix(b"\xef\xbb\xbf").strip()
        if line:
            yield number, _parsed(line, number, model)


def repeated_ids(conversations: Mapping[int, Conversation]) -> Iterator[BadLine]:
    """The lines that take an id which an earlier line has; `1` and `"1"` are the same."""
    first: dict[str, int] = {}
    for number, conversation in conversations.items():
        earlier = first.setdefault(str(conversation.id), number)
        if earlier != number:
            problem = f"{conversation.id} stands on line {earlier} too; give each line its own"
            yield BadLine(number, f"id: {problem}")


def _parsed(line: bytes, number: int, model: type[LineT]) -> LineT | BadLine:
    try:
        return model.model_validate(json.loads(line.decode()))
    except UnicodeDecodeError:
        return BadLine(number, "this is not UTF-8; save the file as UTF-8")
    except ValidationError as error:
        return BadLine(number, "; ".join(map(_worded, _by_place(error).items())))
    except (ValueError, RecursionError):
        return BadLine(number, 'this is not JSON; write {"id": "1", "turns": ["..."]}')


def _by_place(error: ValidationError) -> dict[str, str]:
    """Field -> problem; `id` is tried as a text and as a number, but one line will do."""
    problems: dict[str, str] = {}
    for detail in error.errors(include_input=False):
        keys = [str(key) for key in detail["loc"] if key not in {"str", "int"}]
        cause = detail.get("ctx", {}).get("error")
        problems.setdefault(".".join(keys) or "line", str(cause or detail["msg"]))
    return problems


def _worded(item: tuple[str, str]) -> str:
    place, problem = item
    return f"{place}: {problem}"


@contextmanager
def opened(file: Path | None) -> Iterator[BinaryIO]:
    """The bytes of a file; of what is piped in where there is none, or for `-`."""
    if file is None or str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise InputError(f"{file}: can't be read: {error.strerror}; check the path") from None
    with stream:
        yield stream
