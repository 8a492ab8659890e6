"""Words without their endings."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Final

import snowballstemmer

from bot.facts.model import Language

_SHORTEST: Final = 3
"""Letters that have to be left of a word."""

Stemmer = Callable[[str], str]
"""Gives what the forms of a word have in common."""


def stemmer_of(language: Language) -> Stemmer:
    """Make the stemmer of a language: it cuts off the endings that are listed, then Snowball's."""
    snowball = snowballstemmer.stemmer(language.stemmer) if language.stemmer else None
    endings = sorted(language.endings, key=len, reverse=True)

    def stem(word: str) -> str:
        if word.endswith(language.kept_endings):
            return word
        fitting = (one for one in endings if word.endswith(one))
        longest = next((one for one in fitting if len(word) - len(one) >= _SHORTEST), "")
        bare = word.removesuffix(longest)
        return str(snowball.stemWord(bare)) if snowball else bare

    return lru_cache(maxsize=16384)(stem)


def mixed(own: Stemmer, other: Stemmer, others: Collection[str]) -> Stemmer:
    """Let words of another language keep their form, and be cut as there: `person`, `schoolon`."""

    def stem(word: str) -> str:
        return other(word if word in others else own(word))

    return lru_cache(maxsize=16384)(stem)
