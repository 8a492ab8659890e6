"""How near two spellings are by their sound, where a language has no fixed spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, permutations
from math import inf
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from bot.facts.model import Sounds

_SAME, _NEAR, _LOOSE = 0.1, 0.25, 0.45
"""What it costs to write one letter for another: of one sound, a near one, both loose."""
_OTHER: Final = 1.0
_DOUBLED, _COMES_AND_GOES = 0.05, 0.4
"""What it costs to leave out a letter beside the same one, and a loose one."""
_AT_THE_START: Final = 0.15
"""By how much more a change of the first letter costs."""
_SWAPPED: Final = 0.5
_LOOKED_AT: Final = 30
"""Words that are compared by sound, of those that look most alike."""
_ALIKE: Final = 55
"""How much alike two words have to look for that, from 0 to 100."""
_LONGER: Final = 3
"""By how many letters one spelling of a word may be longer than another."""


class Heard(NamedTuple):
    """A known word that sounds like another."""

    word: str
    cost: float
    """How far apart the two are: 0 for the same word, 1 for another consonant."""


class SoundIndex:
    """Finds the known word that a spelling sounds most like.

    The distance is Damerau and Levenshtein's, in which a change costs the less the less it is
    heard (Kukich 1992, on weighted edits).
    """

    def __init__(self, words: Iterable[str], sounds: Sounds) -> None:
        """Take the words to find, and which letters sound alike."""
        self._loose = frozenset(sounds.loose)
        self._changes = dict(_changes(sounds))
        self._silent = str.maketrans("", "", sounds.loose)
        self._by_length: dict[int, list[str]] = {}
        self._by_frame: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            self._by_length.setdefault(len(word), []).append(word)
            self._by_frame.setdefault(self._frame(word), []).append(word)
        self._of_like_length = lru_cache(maxsize=64)(self._find_of_like_length)

    def nearest(self, word: str, most: float = inf) -> Heard | None:
        """Give the word that sounds most like one, and at most so differently."""
        return self._best(word, self._alike(word), most)

    def same(self, word: str, most: float) -> Heard | None:
        """Give the same of the words that differ from one only in letters that come and go."""
        return self._best(word, self._by_frame.get(self._frame(word), ()), most)

    def _best(self, word: str, candidates: Iterable[str], most: float) -> Heard | None:
        best: Heard | None = None
        for known in candidates:
            cost = self.distance(word, known, most)
            if cost <= most and (best is None or cost < best.cost):
                best, most = Heard(known, cost), cost
        return best

    def _alike(self, word: str) -> Iterable[str]:
        """Give the words that look most like one, those with the same frame first."""
        same = self._by_frame.get(self._frame(word), ())
        like = self._of_like_length(len(word))
        found = process.extract(
            word, like, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_LOOKED_AT
        )
        looks = {known: likeness for known, likeness, _ in found}
        first = sorted(same, key=lambda known: -looks.get(known, 0.0))
        return dict.fromkeys(chain(first, looks))

    def distance(self, one: str, other: str, most: float = inf) -> float:
        """Tell how differently two spellings sound, 0 if they are the same; inf beyond `most`."""
        gone = [self._omission(one, at) for at in range(len(one))]
        come = [self._omission(other, at) for at in range(len(other))]
        before: list[float] = []
        row = [0.0]
        for cost in come:
            row.append(row[-1] + cost)
        for at, letter in enumerate(one):
            last, row, older = row, [row[0] + gone[at]], before
            before = last
            for to, letter_to in enumerate(other):
                cost = last[to] + self._change(letter, letter_to, first=not (at and to))
                cost = min(cost, last[to + 1] + gone[at], row[to] + come[to])
                if at and to and letter == other[to - 1] and one[at - 1] == letter_to:
                    cost = min(cost, older[to - 1] + _SWAPPED)
                row.append(cost)
            if min(row) > most:
                return inf
        return row[-1]

    def _omission(self, word: str, at: int) -> float:
        letter = word[at]
        if at and word[at - 1] == letter:
            return _DOUBLED
        if letter in self._loose:
            return _COMES_AND_GOES + (0 if at else _AT_THE_START)
        return _OTHER

    def _change(self, letter: str, other: str, *, first: bool) -> float:
        if letter == other:
            return 0.0
        cost = self._changes.get((letter, other), _OTHER)
        return cost + _AT_THE_START if first and cost > _SAME else cost

    def _frame(self, word: str) -> str:
        """Give what is left of a word without the letters that come and go, doubled ones once."""
        kept = word.translate(self._silent)
        return "".join(one for at, one in enumerate(kept) if not at or kept[at - 1] != one)

    def _find_of_like_length(self, length: int) -> list[str]:
        lengths = range(max(1, length - _LONGER), length + _LONGER + 1)
        return [word for like in lengths for word in self._by_length.get(like, ())]


def _changes(sounds: Sounds) -> Iterator[tuple[tuple[str, str], float]]:
    """Give what each change of a letter for another costs; the cheapest of a pair comes last."""
    for cost, groups in (
        (_LOOSE, (sounds.loose,)),
        (_NEAR, sounds.near),
        (_SAME, sounds.same),
    ):
        for group in groups:
            for pair in permutations(group, 2):
                yield pair, cost
