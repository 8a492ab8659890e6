"""Messages that are only greeting, thanks and the like."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.model import Language
from bot.understanding.lexicon import Lexicon, Phrase


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
        self._fillers = lexicon.fillers

    def sort_of(self, message: str) -> str | None:
        """Name the sort of smalltalk that a message is; None if it says anything else."""
        stems = self._lexicon.read(message).stems
        fitting = sorted(self._parts(stems), key=len, reverse=True)
        return next((self._sorts[part] for part in fitting), None)

    def _parts(self, stems: Phrase) -> Iterator[Phrase]:
        """Give the stretches that are smalltalk while the rest carries no content."""
        for start in range(len(stems)):
            for end in range(start + 1, len(stems) + 1):
                rest = (*stems[:start], *stems[end:])
                if stems[start:end] in self._sorts and self._fillers.issuperset(rest):
                    yield stems[start:end]
