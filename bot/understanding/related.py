"""Ideas beside the one that is said: its cases, the wider ones, and the parts of a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
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
        self._wider = knowledge.vocabulary.broader

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

    @cached_property
    def _cases(self) -> Mapping[str, frozenset[str]]:
        """Concept -> the concepts that are a case of it."""
        found: dict[str, set[str]] = {}
        for narrow, wide in self._wider.items():
            for concept in wide:
                found.setdefault(concept, set()).add(narrow)
        return {concept: frozenset(cases) for concept, cases in found.items()}
