"""Ideas beside the one that is said: its cases, the wider ones, and the parts of a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.facts.model import Knowledge
from bot.understanding.parsing import Item
from bot.understanding.profiles import keys_of

_CASE: Final = 0.7
"""What a case of an idea is worth beside the idea."""
WIDER: Final = 0.3
"""The same of a wider idea."""
INNER: Final = 0.6
"""The same of a part of a phrase."""


class Family:
    """Knows which ideas are cases of which."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the ideas and how they hang together."""
        self._wider, self._cases = knowledge.vocabulary.broader, knowledge.cases_of

    def related(self, item: Item) -> Iterator[tuple[str, float]]:
        """Give what an item stands for, its cases and wider ideas, with what they are worth."""
        for key in keys_of(item):
            yield key, 1.0
            for case in self._cases.get(key, ()):
                yield case, _CASE
            for wide in self._wider.get(key, ()):
                yield wide, WIDER
        for key in item.inner:
            yield key, INNER
