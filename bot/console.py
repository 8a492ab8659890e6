"""The terminal front end: lines in, replies out."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable, Iterator, Sequence

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Choice, Kind, Reply

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
        _take_turns(engine, sys.stdin, offered=())
        return
    greeting = engine.say("greeting")
    print(shown(greeting))
    with contextlib.suppress(KeyboardInterrupt):
        _take_turns(engine, _typed(), greeting.choices)
    print(shown(engine.say("goodbye")))


def _take_turns(engine: Engine, lines: Iterable[str], offered: Sequence[Choice]) -> None:
    context = Context()
    for line in lines:
        message = line.strip()
        if message.casefold() in ENDINGS:
            return
        if not message:
            continue
        reply, context = respond(engine, message, context, offered)
        offered = reply.choices
        print(shown(reply), flush=True)


def respond(
    engine: Engine, message: str, context: Context, offered: Sequence[Choice]
) -> tuple[Reply, Context]:
    """Reply to a message, which may be the number or the label of a choice just offered."""
    choice = chosen(message, offered)
    return engine.choose(choice.target, context) if choice else engine.reply(message, context)


def chosen(message: str, offered: Sequence[Choice]) -> Choice | None:
    """The choice that a message picks: `2` or `2.` the second, a label the one so called."""
    for number, choice in enumerate(offered, start=1):
        if message.casefold() in {str(number), f"{number}.", choice.label.casefold()}:
            return choice
    return None


def shown(reply: Reply) -> str:
    """A reply as the terminal shows it: text, source, and what may be asked next by number."""
    return "\n".join(filter(None, (reply.plain, reply.source_line, _next(reply))))


def _next(reply: Reply) -> str:
    """Choices that the text does not list already: `[1] Where it is  [2] When it opened`."""
    if reply.kind is Kind.CHOICES:
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
