"""Messages that are only greeting, thanks and the like."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from bot.facts.model import Language
from bot.understanding.lexicon import Lexicon
from bot.understanding.names import Phrase

_PADDING: Final = 12
"""Words without content that a long piece of smalltalk may have around it."""


class Smalltalk:
    """Recognises smalltalk by the whole message, words without content aside."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        """Collect what people say."""
        self._lexicon = lexicon
        self._sorts = {
            lexicon.phrase(text): sort
            for sort, talk in language.smalltalk.items()
            for text in talk.says
        }

        self._longest = max(map(len, self._sorts), default=0)

    def sort_of(self, message: str) -> str | None:
        """Name the sort of smalltalk that a message is; None if it says anything else."""
        reading = self._lexicon.read(message)
        if len(reading.stems) > self._longest + _PADDING:
            return None
        empty = {at for span in reading.spans if span.ids("filler") for at in span.places}
        fitting = sorted(self._parts(reading.stems, empty), key=len, reverse=True)
        return next((self._sorts[part] for part in fitting), None)

    def _parts(self, stems: Phrase, empty: Collection[int]) -> Iterator[Phrase]:
        """Give the stretches that are smalltalk while the rest carries no content."""
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                rest = (*range(start), *range(end, len(stems)))
                if stems[start:end] in self._sorts and all(at in empty for at in rest):
                    yield stems[start:end]
