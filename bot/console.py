"""The terminal front end: lines in, replies out."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable, Iterator

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reply

with contextlib.suppress(ImportError):  # Windows has no readline
    # Gives `input` line editing and a history, which stays in memory: people's words are private.
    import readline  # noqa: F401

PROMPT = "> "
ENDINGS = {"quit", "exit"}


def converse(engine: Engine) -> None:
    """Talk until `quit` or the end of the input; only replies where the input is piped."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _take_turns(engine, sys.stdin, Context())
        return
    greeting = engine.say("greeting")
    print(shown(greeting))
    with contextlib.suppress(KeyboardInterrupt):
        _take_turns(engine, _typed(), Context(choices=greeting.targets))
    print(shown(engine.say("goodbye")))


def _take_turns(engine: Engine, lines: Iterable[str], context: Context) -> None:
    for line in lines:
        message = line.strip()
        if message.casefold() in ENDINGS:
            return
        if message:
            reply, context = engine.reply(message, context)
            print(shown(reply), flush=True)


def shown(reply: Reply) -> str:
    """A reply as the terminal shows it: text, source, and what may be asked next by number."""
    return "\n".join(filter(None, (reply.plain, reply.source_line, _next(reply))))


def _next(reply: Reply) -> str:
    """What may be asked after an answer: `[1] Where it is  [2] When it opened`."""
    if reply.kind is not Kind.ANSWER:
        return ""
    return "  ".join(
        f"[{number}] {choice.label}" for number, choice in enumerate(reply.choices, 1)
    )


def _typed() -> Iterator[str]:
    """Lines from the keyboard, until Ctrl-D."""
    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            print()
            return
