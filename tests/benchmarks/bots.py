"""What is measured: bots that find the entry of a FAQ for which a message asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from bot.answering.engine import Engine
from bot.answering.reply import Reply
from bot.facts.reading import load

Faq: TypeAlias = Mapping[str, Sequence[str]]
"""Label of an entry -> the ways of asking for it."""
Result = TypeVar("Result")


class Guess(NamedTuple):
    """The entry that fits best, whether or not a bot would answer with it."""

    label: str
    confidence: float


NOTHING = Guess("", 0.0)


class Bot(Protocol):
    """Anything that guesses."""

    def guess(self, message: str) -> Guess:
        """Give the best entry, and how sure it is."""


@dataclass(frozen=True)
class Peer:
    """Another bot, and how to make it of a FAQ."""

    name: str
    made_of: Callable[[Faq], Bot]


class Sawal:
    """Ourselves, over a knowledge folder."""

    def __init__(self, folder: Path) -> None:
        """Load the folder."""
        self._engine = Engine(load(folder))
        self._engine.prepare()

    def guess(self, message: str) -> Guess:
        """Give the id of the best fact."""
        candidates = self._engine.candidates(message)
        return Guess(candidates[0].fact.id, candidates[0].confidence) if candidates else NOTHING

    def reply(self, message: str) -> Reply:
        """Reply as to anyone."""
        return self._engine.reply(message)[0]


def timed(
    ask: Callable[[str], Result], messages: Iterable[str]
) -> tuple[list[Result], list[float]]:
    """Ask everything, and give the results with the milliseconds that each took."""
    results, milliseconds = [], []
    for message in messages:
        start = perf_counter()
        results.append(ask(message))
        milliseconds.append((perf_counter() - start) * 1000)
    return results, milliseconds
