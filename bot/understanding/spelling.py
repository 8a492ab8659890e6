"""Repair of spelling and of lost spaces, against the words that the knowledge really uses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.facts.model import Sounds
from bot.understanding.sounds import SoundIndex
from bot.understanding.text import shortened_runs

_REAL_WORD: Final = 3.0
"""From this frequency on (Zipf scale, 0 to 8) a word stands for itself."""
_COMMON_WORD: Final = 4.0
"""Up to this frequency a long real word may be a name with one slip: `Cisco` for `Cusco`."""
_LONG: Final = 5
_SHORTEST: Final = 3
"""Letters below which a word is left as it is."""
_LENGTHS: Final = (4, 6, 10)
"""Lengths from which on one more slip is allowed."""
_HARDLY_A_WORD: Final = 3.4
_MUCH_RARER: Final = 2.5
"""Beside a word so much commoner, a rare one with a single other letter is a slip: `ther`."""
_MISTAKE_IS_RARER: Final = 1.5
"""By how much rarer than the word it stands for a misspelling is."""
_MOST_PARTS: Final = 4
_FEW_PARTS: Final = 2
"""More parts than these are chance, unless one of them is a name."""
_EVERYDAY: Final = 6.5
"""Words of two letters this common may have lost their spaces: `is`, `in`, `of`."""
_SOUNDS_ALIKE: Final = 0.14
"""How differently, for each of its letters, a word may sound from the one that it stands for."""
_SOUNDS_THE_SAME: Final = 0.06
"""The same of a word that might stand for itself."""
_MOST_DIFFERENT: Final = 1.2
_VOWELS: Final = str.maketrans("", "", "aeiou")
_DOUBLED: Final = re.compile(r"(.)\1+")


class Speller:
    """Finds the known word that an unknown one stands for."""

    def __init__(
        self,
        spoken: Iterable[str],
        names: Iterable[str],
        seen: Iterable[str],
        languages: Iterable[str],
        sounds: Sounds | None = None,
    ) -> None:
        """Take the words to repair to.

        `spoken` stand for something, `names` may be repaired to even from real words, `seen` occur
        in what the knowledge says; `languages` are those whose frequencies of words count. Where
        there are `sounds`, words are found by them first.
        """
        self._names = frozenset(names)
        self._spoken = frozenset(spoken) | self._names
        self._known = self._spoken.union(seen)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._known):
            self._by_length.setdefault(len(word), []).append(word)
        self._languages = tuple(languages)
        self._sounds = SoundIndex(self._spoken, sounds) if sounds and sounds.loose else None
        self._settled = self._spoken if self._sounds else self._known
        self._of_like_length = cache(self._find_of_like_length)
        self.frequency = lru_cache(maxsize=16384)(self._frequency)
        """Tells how common a word is, from 0 (unseen) to 8 (`the`), where it is commonest."""
        self.repair = lru_cache(maxsize=16384)(self._repair)

    def __contains__(self, word: str) -> bool:
        """Whether a word is known, and stands for itself."""
        return word in self._settled

    def prepare(self) -> None:
        """Load the frequencies of words, which the first strange word has to wait for else."""
        self.frequency("a")

    def _frequency(self, word: str) -> float:
        # Four questions of five have no word to ask this of, and need not wait for the import.
        from wordfreq import zipf_frequency  # noqa: PLC0415

        listed = self._counted_languages
        return max((float(zipf_frequency(word, one)) for one in listed), default=0.0)

    @cached_property
    def _counted_languages(self) -> list[str]:
        """Give the languages of which somebody has counted the words."""
        from wordfreq import available_languages  # noqa: PLC0415 - as above

        return [one for one in self._languages if one in available_languages()]

    def _repair(self, word: str) -> tuple[str, ...]:
        """Give the words that a word stands for; itself where nothing better is known."""
        if word in self._spoken or not word.isalpha() or len(word) < _SHORTEST:
            return (word,)
        if heard := self._heard(word):
            return heard
        if word in self._known:
            return (word,)
        for shorter in shortened_runs(word):
            if shorter in self._known:
                return (shorter,)
        return self._nearest(word) or self._split(word) or (word,)

    def _heard(self, word: str) -> tuple[str, ...]:
        """Find the word that one sounds like; () if there is none, or sounds settle nothing."""
        if self._sounds is None:
            return ()
        if word in self._known or self.frequency(word) >= _REAL_WORD:
            heard = self._sounds.same(word, _SOUNDS_THE_SAME * len(word))
        else:
            most = min(_SOUNDS_ALIKE * len(word), _MOST_DIFFERENT)
            heard = self._sounds.nearest(word, most)
        return (heard.word,) if heard else ()

    def _nearest(self, word: str) -> tuple[str, ...]:
        reach = _edits_allowed(len(word))
        limit = max(reach, 2)
        near = self._of_like_length(len(word))
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=limit, limit=12)
        fitting = [
            (known, distance) for known, distance, _ in found if self._fits(word, known, distance)
        ]
        best = min(fitting, key=lambda pair: self._cost(word, *pair), default=None)
        return (best[0],) if best else ()

    def _find_of_like_length(self, length: int) -> list[str]:
        """Give the known words that one of so many letters can stand for."""
        reach = _edits_allowed(length)
        lengths = range(length - reach, length + max(reach, 2) + 1)
        return [known for like in lengths for known in self._by_length.get(like, ())]

    def _fits(self, word: str, known: str, distance: float) -> bool:
        """Decide whether a known word is near enough to be what was meant."""
        same_consonants = _skeleton(word) == _skeleton(known)
        if distance > _edits_allowed(len(word)) and not (same_consonants and word[0] == known[0]):
            return False
        frequency = self.frequency(word)
        if known in self._names:
            near = distance == 1 and len(word) >= _LONG and frequency < _COMMON_WORD
            return near or frequency < _REAL_WORD
        rarer = self.frequency(known) - frequency
        if distance == 1 and frequency < _HARDLY_A_WORD and rarer >= _MUCH_RARER:
            return True
        return frequency < _REAL_WORD and (rarer >= _MISTAKE_IS_RARER or frequency == 0)

    def _cost(self, word: str, known: str, distance: float) -> float:
        """Rank repairs: few edits, same first letter, same consonants, a common word."""
        same_consonants = _skeleton(word) == _skeleton(known)
        return (
            distance + (word[0] != known[0]) - 0.2 * same_consonants - 0.2 * self.frequency(known)
        )

    def _split(self, word: str) -> tuple[str, ...]:
        """Put back missing spaces: `socialcentre`, `whereislahore`."""
        if self.frequency(word) >= _REAL_WORD:
            return ()
        parts = self._parts(word, _MOST_PARTS)
        by_chance = len(parts) > _FEW_PARTS and self._names.isdisjoint(parts)
        return () if by_chance else parts

    def _parts(self, word: str, most: int) -> tuple[str, ...]:
        """Cut a word into at most so many known ones, the longest first; () if it can't be."""
        if self._is_part(word):
            return (word,)
        if most == 1:
            return ()
        for at in range(len(word) - 1, 1, -1):
            if self._is_part(word[:at]) and (rest := self._parts(word[at:], most - 1)):
                return (word[:at], *rest)
        return ()

    def _is_part(self, word: str) -> bool:
        """Whether a word is known, and not so short that it stands in any other by chance."""
        long_enough = len(word) >= _SHORTEST or self.frequency(word) >= _EVERYDAY
        return long_enough and word in self._known


def _skeleton(word: str) -> str:
    """Give the consonants of a word, doubled ones once: `suport` and `support` are alike."""
    return _DOUBLED.sub(r"\1", word.translate(_VOWELS))


def _edits_allowed(length: int) -> int:
    """Allow more slips in longer words: none below four letters, three from ten on."""
    return bisect_right(_LENGTHS, length)
