"""Messages that are, word for word, only greeting, thanks and the like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.understanding.lexicon import Lexicon
from bot.understanding.names import Phrase

_PADDING: Final = 12
"""Words without content that a long piece of smalltalk may have around it."""


class Smalltalk:
    """Recognises smalltalk by the whole message, words without content aside."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect what people say."""
        self._lexicon = lexicon
        self._sorts = {
            lexicon.phrase(text): sort
            for sort, talk in lexicon.spoken.smalltalk.items()
            for text in talk.says
        }
        self._stems = frozenset(chain.from_iterable(self._sorts))
        self._longest = max(map(len, self._sorts), default=0)

    def sort_of(self, message: str) -> str | None:
        """Name the sort of smalltalk that a message is; None if it says anything else.

        The longest piece counts: "ok bye, take care" is a goodbye.
        """
        reading = self._lexicon.read(message)
        if len(reading.stems) > self._longest + _PADDING:
            return None
        said = {at for span in reading.spans if span.ids("filler") for at in span.places}
        others = (stem for at, stem in enumerate(reading.stems) if at not in said)
        if not self._stems.issuperset(others):
            return None
        pieces = list(self._pieces(reading.stems))
        said.update(at for piece in pieces for at in piece)
        longest = max(pieces, key=len, default=None)
        if longest is None or len(said) < len(reading.stems):
            return None
        return self._sorts[reading.stems[longest.start : longest.stop]]

    def _pieces(self, stems: Phrase) -> Iterator[range]:
        """Give the places of every stretch that is smalltalk."""
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                if stems[start:end] in self._sorts:
                    yield range(start, end)
