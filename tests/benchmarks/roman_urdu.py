"""Roman Urdu spelling: hold one spelling of each word out, find the word among the others'."""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler
from rich.console import Console
from rich.table import Table

from bot.facts.model import Sounds
from bot.understanding.sounds import SoundIndex

FILE: Final = Path("roman-urdu") / "dakshina_ur_variants.tsv"
LANGUAGE: Final = Path(__file__).parents[2] / "knowledge/languages/ur-Latn/language.toml"
SEEDS: Final = (0, 1, 2)
"""Each holds other spellings out."""
Spellings = Mapping[str, Sequence[str]]
"""Word -> its spellings in Latin letters."""
Finder = Callable[[str], str | None]
"""Gives the known spelling that another is taken for."""


def spellings_in(data: Path) -> Spellings:
    """Read the words that have several spellings, or say that the file is missing."""
    if not (data / FILE).is_file():
        raise FileNotFoundError(f"{data / FILE} is not there; see CONTRIBUTING.md")
    found: dict[str, list[str]] = defaultdict(list)
    for line in (data / FILE).read_text("utf-8").splitlines():
        word, spelling, _ = line.split("\t")
        found[word].append(spelling)
    return found


def held_out(spellings: Spellings, seed: int) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Give a spelling of each word that has several, and all others with what they spell."""
    chance = random.Random(seed)
    asked: dict[str, str] = {}
    known: dict[str, set[str]] = defaultdict(set)
    for word, written in spellings.items():
        out = chance.randrange(len(written)) if len(written) > 1 else None
        for number, spelling in enumerate(written):
            if number == out:
                asked[word] = spelling
            else:
                known[spelling].add(word)
    return asked, known


def sounds() -> Sounds:
    """Read what the language file says of sounds."""
    return Sounds(**tomllib.loads(LANGUAGE.read_text("utf-8"))["sounds"])


def by_sound(known: Sequence[str]) -> Finder:
    """Find as the bot does."""
    index = SoundIndex(known, sounds())
    return lambda spelling: heard.word if (heard := index.nearest(spelling)) else None


def _most_alike(scorer: Callable[..., float]) -> Callable[[Sequence[str]], Finder]:
    def finder(known: Sequence[str]) -> Finder:
        return lambda spelling: process.extract(spelling, known, scorer=scorer, limit=1)[0][0]

    return finder


FINDERS: Final[Mapping[str, Callable[[Sequence[str]], Finder]]] = {
    "Jaro-Winkler": _most_alike(JaroWinkler.normalized_similarity),
    "RapidFuzz ratio": _most_alike(fuzz.ratio),
    "Sawal, by sound": by_sound,
}


def measured(
    spellings: Spellings, finder: Callable[[Sequence[str]], Finder]
) -> tuple[float, float]:
    """Give the percentage that is found at first, and the milliseconds that a word takes."""
    right = total = 0
    began = perf_counter()
    for seed in SEEDS:
        asked, known = held_out(spellings, seed)
        find = finder(list(known))
        right += sum(word in known.get(find(one) or "", ()) for word, one in asked.items())
        total += len(asked)
    return 100 * right / total, 1000 * (perf_counter() - began) / total


def run(data: Path, console: Console) -> None:
    """Print a table."""
    spellings = spellings_in(data)
    table = Table("finder", "first choice %", "ms a word", title="Roman Urdu spelling (Dakshina)")
    for name, finder in FINDERS.items():
        share, milliseconds = measured(spellings, finder)
        table.add_row(name, f"{share:.1f}", f"{milliseconds:.2f}")
    console.print(table)
