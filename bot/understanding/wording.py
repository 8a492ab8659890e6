"""How near a message is, by its very words, to ways of asking and to those who own them.

Words, pairs of words that stand close together, and pieces of words are weighed by rarity
(TF-IDF). Owners, such as facts, are ranked by kernel ridge regression over the nearest ways of
asking, solved for each message anew: nothing is trained, and a folder of any size is ready as
soon as it is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Final, TypeAlias

import numpy as np
import regex
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bot.understanding.columns import Vector

Places: TypeAlias = NDArray[np.intp]
Mask: TypeAlias = NDArray[np.bool_]
Weights: TypeAlias = NDArray[np.float32]
Words: TypeAlias = tuple[str, ...]

_REACH: Final = 4
"""How far apart two words may stand to count as a pair."""
_PIECES: Final = range(2, 6)
"""Lengths of the pieces of a word, its ends marked."""
_STRANGE: Final = 0.6
"""What a piece that no way of asking has counts in the length of a message."""
MANY: Final = 250
"""Ways of asking that are looked at closely, the nearest."""
FEW: Final = 80
"""The same where ideas speak as well as words."""
_RIDGE: Final = 0.5
"""What is added to the diagonal, so that no single way of asking decides."""
_STEPS: Final = 12
_EXACT: Final = 1e-3
"""How long and how exactly the regression is solved."""
_NEAREST: Final = 0.2
"""What the nearest way of asking counts beside all of them together."""
_KNOWN_POWER: Final = 0.25
"""How strongly words that no way of asking has speak against all facts."""
_LEAST_KNOWN: Final = 0.001
"""What a message of unknown words counts as known: their pieces may still be."""
_NOWHERE: Final = np.zeros(0, dtype=np.intp)
_DIGITS: Final = regex.compile(r"\p{N}+")
_LONGEST_FIGURE: Final = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """How near a message is to each way of asking, by its words."""

    similar: Weights
    """The cosine of each way of asking, 0 to 1."""
    known: float
    """The share of the message's words, weighed by rarity, that some way of asking has."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ways of asking that are nearest to a message."""

    places: Places
    similar: Weights
    votes: Weights
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
        near *= max(self.known, _LEAST_KNOWN) ** _KNOWN_POWER
        return near


class WordingIndex:
    """The ways of asking for facts, by their words, pairs of words and pieces of words."""

    def __init__(self, asks: Sequence[Words], stem: Callable[[str], str]) -> None:
        """Take the words of each way of asking."""
        self._stem, self._many = stem, len(asks)
        self._ids: dict[str, int] = {}
        counts = self._counted(asks)
        self._rarity = self._rarities(np.bincount(counts.indices, minlength=len(self._ids)))
        words = Counter(chain.from_iterable(set(map(stem, ask)) for ask in asks))
        rarities = self._rarities(np.fromiter(words.values(), dtype=np.intp))
        self._words = dict(zip(words, rarities.tolist(), strict=True))
        self._strange = float(self._rarities(np.zeros(1, dtype=np.intp))[0])
        self._asks = self._weighed(counts)
        self._by_piece = csr_array(self._asks.T)
        self._known_pieces = lru_cache(maxsize=8192)(self._find_pieces)

    def wording_of(self, words: Words) -> Wording:
        """Compare the words of a message with each way of asking."""
        features, weights = self._features(words)
        if not features.size:
            return Wording(np.zeros(self._many, np.float32), 0.0)
        return Wording(self._by_piece[features].T @ weights, self._known_share(words))

    def neighbours(
        self, wording: Wording, among: Mask | None = None, most: int = MANY
    ) -> Neighbours:
        """Find the nearest ways of asking, of all or of some, and let them vote."""
        near = _nearest(wording.similar, among, most)
        similar = wording.similar[near]
        votes = _regressed(self._asks[near], similar) if near.size else np.zeros(0, np.float32)
        return Neighbours(near, similar, votes, wording.known)

    # pieces

    def _counted(self, asks: Sequence[Words]) -> csr_array:
        """Count the pieces of each way of asking: a row for its words, one for their pieces."""
        pieces_of = cache(self._new_pieces)
        ids: list[int] = []
        ends = [0]
        for ask in asks:
            shaped = _shaped(ask)
            ids.extend(map(self._new_id, _words_and_pairs(tuple(map(self._stem, shaped)))))
            ends.append(len(ids))
            ids.extend(chain.from_iterable(map(pieces_of, shaped)))
            ends.append(len(ids))
        shape = (2 * len(asks), len(self._ids))
        counts = csr_array((np.ones(len(ids)), np.array(ids, dtype=np.intp), ends), shape=shape)
        counts.sum_duplicates()
        return counts

    def _new_pieces(self, word: str) -> tuple[int, ...]:
        return tuple(map(self._new_id, _pieces(word)))

    def _new_id(self, piece: str) -> int:
        return self._ids.setdefault(piece, len(self._ids))

    def _features(self, words: Words) -> tuple[Places, Weights]:
        """Give the known pieces of a message and their weights; both views are of one length."""
        shaped = _shaped(words)
        pairs = list(_words_and_pairs(tuple(map(self._stem, shaped))))
        known = [self._ids[pair] for pair in pairs if pair in self._ids]
        of_words = [self._known_pieces(word) for word in shaped]
        pieces = [ids for ids, _ in of_words]
        strange = (len(pairs) - len(known), sum(many for _, many in of_words))
        views = (np.array(known, dtype=np.intp), np.concatenate([_NOWHERE, *pieces]))
        found = [self._view(ids, many) for ids, many in zip(views, strange, strict=True)]
        features = np.concatenate([ids for ids, _ in found])
        weights = np.concatenate([weights for _, weights in found])
        return features, weights.astype(np.float32)

    def _view(self, ids: Places, strange: int) -> tuple[Places, Vector]:
        """Give the pieces of one view and their weights, shortened by strange ones."""
        once, counts = np.unique(ids, return_counts=True)
        weights = self._weights(once, counts.astype(np.float64))
        beyond = _STRANGE * strange * self._strange**2
        length = np.sqrt(2 * ((weights**2).sum() + beyond))
        return once, (weights / length if length else weights)

    def _find_pieces(self, word: str) -> tuple[Places, int]:
        """Give the pieces of a word that some way of asking has, and how many others it has."""
        pieces = _pieces(word)
        known = [self._ids[piece] for piece in pieces if piece in self._ids]
        return np.array(known, dtype=np.intp), len(pieces) - len(known)

    def _weighed(self, counts: csr_array) -> csr_array:
        """Make a row of weights for each way of asking; its two views are of one length."""
        lines = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        weights = self._weights(counts.indices.astype(np.intp), counts.data)
        lengths = np.sqrt(np.bincount(lines, weights**2, minlength=counts.shape[0]) * 2)
        shape = (self._many, len(self._ids))
        weights = (weights / lengths[lines]).astype(np.float32)
        return csr_array((weights, (lines // 2, counts.indices)), shape=shape)

    def _rarities(self, counts: Places) -> Vector:
        """Weigh what so many ways of asking have (inverse document frequency, smoothed)."""
        return np.log((1 + self._many) / (1 + counts)) + 1

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


def _nearest(similar: Weights, among: Mask | None, most: int) -> Places:
    """Give the places of the highest numbers above nothing, of all or of some."""
    near = np.flatnonzero(similar if among is None else similar * among)
    if near.size > most:
        near = near[np.argpartition(similar[near], -most)[-most:]]
    return near


def _regressed(table: csr_array, similar: Weights) -> Weights:
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
