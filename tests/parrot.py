"""An engine that repeats what it hears, and the commands over it, in this process."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import ExitStack, chdir
from dataclasses import dataclass, replace
from unittest.mock import patch

from bot.__main__ import main
from bot.answering.conversation import Context
from bot.answering.reply import Choice, Kind, Reason, Reply, SourceNote
from bot.cli import joining

SOURCE = SourceNote("A Book", "2010", "2026-11-20", None)
WHICH = Reply(
    Kind.CHOICES,
    "Which one?",
    "en",
    choices=(Choice("The red", "red"), Choice("The blue", "blue")),
)
UNSURE = Reply(Kind.UNKNOWN, "I don't know.", "en", Reason.UNCLEAR, confidence=0.0)


class Parrot:
    """Answers with the message; offers choices to `which`, knows nothing about `mystery`."""

    def __init__(self, knowledge: object = None, _gists: object = None) -> None:
        self.knowledge = knowledge

    def prepare(self, message: str | None = None) -> None:
        """Be ready for anything."""

    def reply(self, message: str, context: Context) -> tuple[Reply, Context]:
        offered = {str(number): one for number, one in enumerate(context.choices, 1)}
        if message in offered:
            return self.choose(offered[message], Context())
        match message:
            case "which":
                return WHICH, replace(context, choices=WHICH.targets)
            case "mystery":
                return UNSURE, context
            case "crash":
                raise ZeroDivisionError
        return self._answer(f"You said {message}"), context

    def choose(self, target: str, context: Context) -> tuple[Reply, Context]:
        return self._answer(f"You chose {target}"), context

    def say(self, phrase_key: str, _context: object = None) -> Reply:
        examples = (Choice("An example", "example"),) if phrase_key == "greeting" else ()
        return Reply(Kind.SMALLTALK, f"({phrase_key})", "en", choices=examples)

    def _answer(self, text: str) -> Reply:
        return Reply(
            Kind.ANSWER,
            text,
            "en",
            entities=("parrot",),
            facts=("parrot/voice",),
            sources=(SOURCE,),
            source_line="From A Book, 2010.",
        )


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    out: str
    err: str
    code: int


def sawal(*arguments: str, piped: bytes = b"", **variables: str) -> Ran:
    """Run a command with a parrot for an engine, in an empty folder, with these variables only."""
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with ExitStack() as stack:
        stack.enter_context(chdir(stack.enter_context(tempfile.TemporaryDirectory())))
        stack.enter_context(patch.dict(os.environ, variables | {"COLUMNS": "200"}, clear=True))
        stack.enter_context(patch.object(joining, "load", str))
        stack.enter_context(patch.object(joining, "Engine", Parrot))
        stack.enter_context(patch.object(sys, "argv", ["sawal", *arguments]))
        stack.enter_context(patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped))))
        stack.enter_context(patch.object(sys, "stdout", out))
        stack.enter_context(patch.object(sys, "stderr", err))
        code = _exit_code()
    return Ran(_text(out), _text(err), code)


def _exit_code() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]
