"""How near a message is, by its very words, to the ways of asking for each fact.

Words, pairs of words that stand close together, and pieces of words are weighed by rarity
(TF-IDF). Facts are ranked by kernel ridge regression over the nearest ways of asking, solved for
each message anew: nothing is trained, and a folder of any size is ready as soon as it is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, TypeAlias

import numpy as np
import regex
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bot.understanding.columns import Vector

Places: TypeAlias = NDArray[np.intp]
Mask: TypeAlias = NDArray[np.bool_]
Words: TypeAlias = tuple[str, ...]

_REACH: Final = 4
"""How far apart two words may stand to count as a pair."""
_PIECES: Final = range(2, 6)
"""Lengths of the pieces of a word, its ends marked."""
_STRANGE: Final = 0.6
"""What a piece that no way of asking has counts in the length of a message."""
_NEIGHBOURS: Final = 400
"""Ways of asking that are looked at closely, the nearest."""
_RIDGE: Final = 0.5
"""What is added to the diagonal, so that no single way of asking decides."""
_STEPS: Final = 12
_EXACT: Final = 1e-4
"""How long and how exactly the regression is solved."""
_NEAREST: Final = 0.2
"""What the nearest way of asking counts beside all of them together."""
_KNOWN_POWER: Final = 0.25
"""How strongly words that no way of asking has speak against all facts."""
_DIGITS: Final = regex.compile(r"\p{N}+")
_LONGEST_FIGURE: Final = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """How near a message is to each way of asking, by its words."""

    similar: Vector
    """The cosine of each way of asking, 0 to 1."""
    known: float
    """The share of the message's words, weighed by rarity, that some way of asking has."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ways of asking that are nearest to a message, the nearest first."""

    places: Places
    similar: Vector
    votes: Vector
    """What each adds to the nearness of its owner."""
    known: float

    def nearness(self, owners: Places, many: int) -> Vector:
        """Tell how near each of so many owners of ways of asking is, about 0 to 1."""
        votes, nearest = np.zeros(many), np.zeros(many)
        whose = owners[self.places]
        owned = whose >= 0
        np.add.at(votes, whose[owned], self.votes[owned])
        np.maximum.at(nearest, whose[owned], self.similar[owned])
        near: Vector = np.maximum((1 - _NEAREST) * votes + _NEAREST * nearest, 0.0)
        near *= self.known**_KNOWN_POWER
        return near


class WordingIndex:
    """The ways of asking for facts, by their words, pairs of words and pieces of words."""

    def __init__(self, asks: Sequence[Words], stem: Callable[[str], str]) -> None:
        """Take the words of each way of asking."""
        self._stem, self._many = stem, len(asks)
        self._ids: dict[str, int] = {}
        new_pieces = cache(self._new_pieces)
        views = [self._new_views(ask, new_pieces) for ask in asks]
        counts = Counter(chain.from_iterable(chain.from_iterable(views)))
        self._rarity = self._rarities(counts[one] for one in range(len(self._ids)))
        words = Counter(chain.from_iterable(set(map(stem, ask)) for ask in asks))
        self._words = dict(zip(words, self._rarities(words.values()).tolist(), strict=True))
        self._strange = float(self._rarities([0])[0])
        self._asks = self._table(views)
        self._by_piece = csr_array(self._asks.T)

    def wording_of(self, words: Words) -> Wording:
        """Compare the words of a message with each way of asking."""
        features, weights = self._features(words)
        if not features.size:
            return Wording(np.zeros(self._many), 0.0)
        return Wording(self._by_piece[features].T @ weights, self._known_share(words))

    def neighbours(self, wording: Wording, among: Mask | None = None) -> Neighbours:
        """Find the nearest ways of asking, of all or of some, and let them vote."""
        similar = wording.similar if among is None else wording.similar * among
        near = (
            np.argpartition(-similar, _NEIGHBOURS)[:_NEIGHBOURS]
            if similar.size > _NEIGHBOURS
            else np.arange(similar.size)
        )
        near = near[similar[near] > 0]
        near = near[np.argsort(-similar[near], kind="stable")]
        votes = _regressed(self._asks[near], similar[near]) if near.size else np.zeros(0)
        return Neighbours(near, similar[near], votes, wording.known)

    # pieces

    def _views(self, words: Words) -> tuple[Iterator[str], Iterator[str]]:
        """Give the words and pairs of words of a text, and the pieces of its words."""
        shaped = _shaped(words)
        pieces = chain.from_iterable(map(_pieces, shaped))
        return _words_and_pairs(tuple(map(self._stem, shaped))), pieces

    def _new_views(
        self, words: Words, new_pieces: Callable[[str], tuple[int, ...]]
    ) -> tuple[Counter[int], Counter[int]]:
        """Number what stands in a way of asking."""
        shaped = _shaped(words)
        pairs = map(self._new_id, _words_and_pairs(tuple(map(self._stem, shaped))))
        return Counter(pairs), Counter(chain.from_iterable(map(new_pieces, shaped)))

    def _new_pieces(self, word: str) -> tuple[int, ...]:
        return tuple(map(self._new_id, _pieces(word)))

    def _new_id(self, piece: str) -> int:
        return self._ids.setdefault(piece, len(self._ids))

    def _features(self, words: Words) -> tuple[NDArray[np.intp], Vector]:
        """Give the known pieces of a message and their weights."""
        features: list[int] = []
        weights: list[Vector] = []
        for view in self._views(words):
            counts = Counter(view)
            known = {self._ids[one]: count for one, count in counts.items() if one in self._ids}
            ids = np.fromiter(known.keys(), dtype=np.intp, count=len(known))
            here = self._weights(ids, np.fromiter(known.values(), dtype=np.float64))
            strange = [count for one, count in counts.items() if one not in self._ids]
            beyond = (self._strange * (1 + np.log(np.array(strange, dtype=np.float64)))) ** 2
            length = np.sqrt((here**2).sum() + _STRANGE * beyond.sum())
            features.extend(ids)
            weights.append(here / (length * np.sqrt(2)) if length else here)
        return np.array(features, dtype=np.intp), np.concatenate(weights)

    def _table(self, views: Sequence[tuple[Counter[int], Counter[int]]]) -> csr_array:
        """Make a row of weights for each way of asking; its two views are of one length."""
        sizes = [len(view) for both in views for view in both]
        lines = np.repeat(np.arange(len(sizes)), sizes)
        flat = list(chain.from_iterable(views))
        ids = np.fromiter(chain.from_iterable(flat), dtype=np.intp, count=len(lines))
        counts = chain.from_iterable(view.values() for view in flat)
        weights = self._weights(ids, np.fromiter(counts, dtype=np.float64, count=len(lines)))
        lengths = np.sqrt(np.bincount(lines, weights**2, minlength=len(sizes)) * 2)
        shape = (len(views), len(self._ids))
        return csr_array((weights / lengths[lines], (lines // 2, ids)), shape=shape)

    def _rarities(self, counts: Iterable[int]) -> Vector:
        """Weigh what so many ways of asking have (inverse document frequency, smoothed)."""
        return np.log((1 + self._many) / (1 + np.fromiter(counts, dtype=np.float64))) + 1

    def _weights(self, ids: NDArray[np.intp], counts: Vector) -> Vector:
        return np.asarray((1 + np.log(counts)) * self._rarity[ids])

    def _known_share(self, words: Words) -> float:
        weights = {stem: self._words.get(stem, self._strange) for stem in map(self._stem, words)}
        known = sum(weight for stem, weight in weights.items() if stem in self._words)
        return known / sum(weights.values()) if weights else 0.0


def _shaped(words: Words) -> Words:
    return tuple(_DIGITS.sub(_shape, word) for word in words)


def _words_and_pairs(stems: Words) -> Iterator[str]:
    """Give stems, neighbours in their order, and near ones in any order."""
    yield from stems
    for at, stem in enumerate(stems):
        if at + 1 < len(stems):
            yield f"{stem} {stems[at + 1]}"
        for other in stems[at + 1 : at + 1 + _REACH]:
            yield "&".join(sorted((stem, other)))


def _pieces(word: str) -> tuple[str, ...]:
    marked = f"<{word}>"
    return tuple(
        f"~{marked[at : at + length]}"
        for length in _PIECES
        for at in range(len(marked) - length + 1)
    )


def _shape(figure: regex.Match[str]) -> str:
    """Make figures of the same length alike: which order it is says nothing of what is asked."""
    return "#" * min(len(figure.group()), _LONGEST_FIGURE)


def _regressed(table: csr_array, similar: Vector) -> Vector:
    """Weigh the nearest ways of asking: solve (A A' + ridge) x = b by conjugate gradients."""
    turned = table.T
    weights, left = np.zeros_like(similar), similar.copy()
    step, size = left.copy(), float(left @ left)
    enough = _EXACT * size
    for _ in range(_STEPS):
        moved = table @ (turned @ step) + _RIDGE * step
        length = size / float(step @ moved)
        weights += length * step
        left -= length * moved
        before, size = size, float(left @ left)
        if size < enough:
            break
        step = left + size / before * step
    return weights
