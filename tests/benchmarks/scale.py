"""How fast a reply comes from larger and larger folders."""

from __future__ import annotations

import random
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Final, TypeVar

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.facts.reading import load

from .bots import Faq, Peer, Sawal, timed
from .folders import KNOWLEDGE, write_folder
from .hint3 import Task, tasks_in

SIZES: Final = (600, 2_000, 15_000, 150_000)
"""Ways of asking."""
_ASKS_A_FACT: Final = 15
_MOST_QUESTIONS: Final = 300
_OWN_QUESTIONS: Final = Path(__file__).parents[1] / "questions"
Row = tuple[str, ...]
Made = TypeVar("Made")


# what is asked, and of what


def made_faq(sentences: Sequence[str], size: int, seed: int = 1) -> Faq:
    """Make a FAQ of some size by recombining sentences.

    A fact is about three of them: a way of asking for it begins as one of the three does, and ends
    as any sentence may. Each fact brings one new word, put together from two others, which stands
    in a third of its ways of asking: so the number of words grows with that of the facts.
    """
    rng = random.Random(seed)
    said = [words for sentence in sentences if (words := sentence.split())]
    return {
        f"Fact {number}": tuple(_asks(said, rng, min(_ASKS_A_FACT, size - start)))
        for number, start in enumerate(range(0, size, _ASKS_A_FACT), 1)
    }


def _asks(said: Sequence[Sequence[str]], rng: random.Random, count: int) -> Iterator[str]:
    """Make the ways of asking for one fact."""
    own = rng.sample(said, 3)
    new = _new_word(rng.choice(rng.choice(said)), rng.choice(rng.choice(said)))
    for number in range(count):
        start, end = rng.choice(own), rng.choice(said)
        words = [*start[: len(start) // 2 + 1], *end[len(end) // 2 :]]
        if number % 3 == 0:
            words[rng.randrange(len(words))] = new
        yield " ".join(words)


def _new_word(first: str, second: str) -> str:
    """Put two words together: `mattress` and `delivery` make `mattvery`."""
    return first[: len(first) // 2 + 1] + second[len(second) // 2 :]


def _some_messages(tasks: Sequence[Task], seed: int = 1) -> Sequence[str]:
    messages = [message for task in tasks for message in task.messages]
    rng = random.Random(seed)
    return rng.sample(messages, min(_MOST_QUESTIONS, len(messages)))


def own_faq() -> Faq:
    """Give the ways of asking for each fact of our own knowledge."""
    facts = load(KNOWLEDGE).facts
    return {name: fact.ask["en"] for name, fact in facts.items() if "en" in fact.ask}


def own_questions() -> Sequence[str]:
    """Give the single questions by which our own knowledge is tested."""
    tables = (tomllib.loads(path.read_text("utf-8")) for path in _OWN_QUESTIONS.rglob("*.toml"))
    rows = (row for table in tables for row in table.get("asks", ()))
    return sorted({row["question"] for row in rows if "question" in row})


# times


def rows(
    faq: Faq, folder: Path, peers: Sequence[Peer], messages: Sequence[str], unit: str = ""
) -> Iterator[Row]:
    """Give a row of times for ourselves, over a folder, and for each peer, over the same FAQ."""
    size = sum(map(len, faq.values()))
    sawal, seconds = _made(lambda: Sawal(folder))
    yield f"{size:,}{unit}", "Sawal", f"{seconds:.1f}", *_times(timed(sawal.reply, messages)[1])
    for peer in peers:
        bot, seconds = _made(lambda peer=peer: peer.made_of(faq))
        yield "", peer.name, f"{seconds:.1f}", *_times(timed(bot.guess, messages)[1])


def _made(make: Callable[[], Made]) -> tuple[Made, float]:
    """Make something, and give it with the seconds that it took."""
    start = perf_counter()
    return make(), perf_counter() - start


def _times(milliseconds: Sequence[float]) -> Row:
    return tuple(f"{value:.2f}" for value in np.percentile(milliseconds, (50, 99)))


def run(data: Path, peers: Sequence[Peer], console: Console, sizes: Sequence[int]) -> None:
    """Print how long a question takes at each size, and over our own knowledge."""
    tasks = tasks_in(data)
    messages = _some_messages(tasks)
    sentences = [ask for task in tasks for asks in task.faq.values() for ask in asks]
    table = Table(
        "ways of asking", "bot", "seconds to load", "ms, median", "ms, 99 %", title="Scale"
    )
    for size in track(sizes, "sizes", console=console, transient=True):
        faq = made_faq(sentences, size)
        with tempfile.TemporaryDirectory() as folder:
            write_folder(faq, Path(folder))
            _add(table, rows(faq, Path(folder), peers, messages))
    _add(table, rows(own_faq(), KNOWLEDGE, peers, own_questions(), " (our own)"))
    console.print(table)


def _add(table: Table, rows: Iterator[Row]) -> None:
    for row in rows:
        table.add_row(*row)
    table.add_section()
