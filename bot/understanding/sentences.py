"""A message, cut into the questions that it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.facts.model import Language
from bot.understanding.text import clean

_SENTENCE_END: Final = re.compile(r"(?<=[?؟!.;۔])\s+|\n+")
_CLAUSE_END: Final = re.compile(r"[,،:]\s+|\s+[-–—]+\s+")


class Cutter:
    """Cuts messages of one language."""

    def __init__(self, language: Language) -> None:
        """Take the words that open and join questions."""
        self._opener = _any_of(language.openers)
        joiner = _any_of(language.joiners).pattern
        self._asks_within = language.postpositional
        reach = r"[^,،]*?\b" if self._asks_within else ""
        self._join = re.compile(
            rf"[\s,،]+{joiner}\s+(?={reach}{self._opener.pattern})", re.IGNORECASE
        )

    def sentences_in(self, message: str) -> tuple[str, ...]:
        """Cut a message where a sentence or line ends."""
        return _stripped(_SENTENCE_END.split(clean(message)))

    def questions_in(self, sentence: str) -> tuple[str, ...]:
        """Cut a sentence where a second question is joined on: "..., and when did it open".

        Where question words stand within, as in "bachay kitne hain aur fees kitni hai", each part
        has to hold one.
        """
        parts = _stripped(self._join.split(sentence))
        asks = all(map(self._opener.search, parts)) or not self._asks_within
        return parts if asks else (sentence,)

    def clause_in(self, sentence: str) -> str | None:
        """Find the clause that asks: "I visit Chiclayo in May, what is it like there"."""
        clauses = _stripped(_CLAUSE_END.split(sentence))
        return next((clause for clause in clauses[1:] if self._opener.match(clause)), None)


def _stripped(parts: Iterable[str]) -> tuple[str, ...]:
    stripped = (part.strip(" ,") for part in parts)
    return tuple(part for part in stripped if part)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of some whole words; nothing where there are none."""
    either = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"(?:{either})\b", re.IGNORECASE)
