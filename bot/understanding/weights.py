"""How much each idea and word of a question counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Final

from bot.understanding.columns import Columns
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item

LEAST: Final = 0.2
_FRAME: Final = 0.3
"""What an operation weighs, beside ideas that weigh up to 1."""
_STRANGER_FREQUENCIES: Final = (5.4, 5.9)
_STRANGERS: Final = (1.0, 0.45, 0.3)
"""What a word that no fact uses weighs, by how common it is (Zipf scale, 0 to 8)."""
_LIGHT: Final = 0.25
"""What a word weighs that hardly changes what is asked."""
_NAME: Final = 1.2
"""By how much more a word that looks like a name counts."""


class Weigher:
    """Weighs ideas and words by how few topics speak of them (inverse document frequency).

    Topics and not facts, because "the aim" singles out one fact of each of many entities.
    """

    def __init__(self, levels: Columns, topics: Sequence[str], lexicon: Lexicon) -> None:
        """Take which facts account for what, the topic of each, and the language's words."""
        self.levels = levels
        """How far each fact accounts for each idea and word."""
        self._topics = topics
        self._weak, self._light, self._speller = lexicon.weak, lexicon.light, lexicon.speller
        self._every = len(set(topics)) + 1
        self.weight = lru_cache(maxsize=16384)(self._weight)

    def weight_of(self, item: Item) -> float:
        """Weigh an item of a question by what it can stand for, on average, 0.2 to 1.2."""
        known = [key for key in item.concepts if key in self.levels]
        if known:
            return sum(map(self.weight, known)) / len(known)
        if item.stem in self._light and not item.concepts:
            return _LIGHT
        as_stranger = self._weight_of_stranger(item.said.casefold())
        if item.stem in self.levels and not item.concepts:
            return min(as_stranger, self.weight(item.stem))
        return as_stranger * (_NAME if item.is_name else 1)

    def _weight(self, key: str) -> float:
        """Weigh what a question or fact is found by, 0.2 to 1."""
        if key.startswith("?"):
            return _FRAME
        if key in self._weak:
            return LEAST
        if key not in self.levels:
            return self._weight_of_stranger(key)
        speaking = len({self._topics[row] for row in self.levels.rows(key)}) + 0.5
        return max(LEAST, min(1.0, log(self._every / speaking) / log(self._every)))

    def _weight_of_stranger(self, word: str) -> float:
        """Weigh a word that no fact uses: everyday words say less than rare ones."""
        return _STRANGERS[bisect_right(_STRANGER_FREQUENCIES, self._speller.frequency(word))]
