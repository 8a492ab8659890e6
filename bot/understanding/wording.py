"""How near a message is, by its very words, to ways of asking and to those who own them.

Words, pairs of words that stand close together, and pieces of words are weighed by rarity
(TF-IDF). Owners, such as facts, are ranked by kernel ridge regression over the nearest ways of
asking, solved for each message anew: nothing is trained, and a folder of any size is ready as
soon as it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import regex
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack

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
        self._strange = float(self._rarities(np.zeros(1, dtype=np.intp))[0])
        said = _Said.by(asks)
        self._words = self._rarity_of_words(said)
        shaped = tuple(map(_shaped, said.words))
        pairs, pieces = self._count_pairs(said, shaped), self._count_pieces(said, shaped)
        rarities = [self._rarities(_bearers(counts)) for counts in (pairs, pieces)]
        self._rarity = np.concatenate(rarities)
        views = map(_weighed, (pairs, pieces), rarities)
        self._asks = csr_array(hstack(tuple(views), format="csr"))
        """A row for each way of asking: its words and pairs, and behind them its pieces."""
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

    # what ways of asking are made of

    def _rarity_of_words(self, said: _Said) -> Mapping[str, float]:
        """Weigh each stem by how few ways of asking have it."""
        stems = _numbered(map(self._stem, said.words))
        numbers = said.each([stems[self._stem(word)] for word in said.words])
        counts = _counted(numbers, said.ends, len(stems))
        return dict(zip(stems, self._rarities(_bearers(counts)).tolist(), strict=True))

    def _count_pairs(self, said: _Said, shaped: Words) -> csr_array:
        """Count the stems and pairs in each way of asking."""
        stems = tuple(map(self._stem, shaped))
        self._stems = _numbered(stems)
        lines, found = self._with_pairs(said.each([self._stems[one] for one in stems]), said.lines)
        known, columns = np.unique(found, return_inverse=True)
        self._pairs = {pair: at for at, pair in enumerate(known.tolist())}
        shape = (self._many, len(known))
        return csr_array((np.ones(len(found)), (lines, columns)), shape=shape)

    def _with_pairs(self, stems: Places, lines: Places) -> tuple[Places, Places]:
        """Give stems, neighbours in their order, and near ones in any order, each as a number.

        Beside each stands its line, which no pair crosses. With numbers instead of texts, the
        pairs of a whole folder are found at once.
        """
        many = len(self._stems) + 1
        found = [(lines, stems)]
        for apart in range(1, _REACH + 1):
            within = lines[apart:] == lines[:-apart]
            line, one, other = (
                part[within] for part in (lines[apart:], stems[:-apart], stems[apart:])
            )
            if apart == 1:
                found.append((line, many * (1 + one) + other))
            low, high = np.minimum(one, other), np.maximum(one, other)
            found.append((line, many * (1 + many + low) + high))
        all_lines, numbers = zip(*found, strict=True)
        return np.concatenate(all_lines), np.concatenate(numbers)

    def _count_pieces(self, said: _Said, shaped: Words) -> csr_array:
        """Count the pieces of the words in each way of asking, looking at each word once."""
        pieces = [_pieces(word) for word in shaped]
        self._pieces = _numbered(chain.from_iterable(pieces))
        ids = [self._pieces[piece] for piece in chain.from_iterable(pieces)]
        of_words = _counted(np.array(ids, np.intp), _ends(pieces), len(self._pieces))
        return csr_array(_counted(said.places, said.ends, len(shaped)) @ of_words)

    # what a message is made of

    def _features(self, words: Words) -> tuple[Places, Weights]:
        """Give the known pieces of a message and their weights; both views are of one length."""
        shaped = tuple(map(_shaped, words))
        known, pairs = self._known_pairs(shaped)
        of_words = [self._known_pieces(word) for word in shaped]
        pieces = np.concatenate([_NOWHERE, *(ids for ids, _ in of_words)])
        found = (
            self._view(known, pairs - len(known)),
            self._view(pieces, sum(many for _, many in of_words)),
        )
        features = np.concatenate([ids for ids, _ in found])
        weights = np.concatenate([weights for _, weights in found])
        return features, weights.astype(np.float32)

    def _known_pairs(self, shaped: Words) -> tuple[Places, int]:
        """Give the stems and pairs that some way of asking has, and how many there are in all."""
        strange = len(self._stems)
        stems = as_places(self._stems.get(self._stem(word), strange) for word in shaped)
        _, found = self._with_pairs(stems, np.zeros_like(stems))
        known = as_places(self._pairs[one] for one in found.tolist() if one in self._pairs)
        return known, len(found)

    def _view(self, ids: Places, strange: int) -> tuple[Places, Vector]:
        """Give the pieces of one view and their weights, shortened by strange ones."""
        once, counts = np.unique(ids, return_counts=True)
        weights = _weights(counts.astype(np.float64), self._rarity[once])
        beyond = _STRANGE * strange * self._strange**2
        length = np.sqrt(2 * ((weights**2).sum() + beyond))
        return once, (weights / length if length else weights)

    def _find_pieces(self, word: str) -> tuple[Places, int]:
        """Give the pieces of a word that some way of asking has, and how many others it has."""
        pieces = _pieces(word)
        known = [self._pieces[piece] for piece in pieces if piece in self._pieces]
        return np.array(known, dtype=np.intp) + len(self._pairs), len(pieces) - len(known)

    def _rarities(self, counts: Places) -> Vector:
        """Weigh what so many ways of asking have (inverse document frequency, smoothed)."""
        return np.log((1 + self._many) / (1 + counts)) + 1

    def _known_share(self, words: Words) -> float:
        weights = {stem: self._words.get(stem, self._strange) for stem in map(self._stem, words)}
        known = sum(weight for stem, weight in weights.items() if stem in self._words)
        return known / sum(weights.values()) if weights else 0.0


class _Said(NamedTuple):
    """The words of some ways of asking, each of them once."""

    words: Words
    places: Places
    """The place in `words` of each word that is said, one way of asking after the other."""
    ends: Places
    """Where each way of asking ends in `places`, after a zero."""

    @classmethod
    def by(cls, asks: Sequence[Words]) -> _Said:
        """Collect what some ways of asking say."""
        words = _numbered(chain.from_iterable(asks))
        places = as_places(map(words.__getitem__, chain.from_iterable(asks)))
        return cls(tuple(words), places, _ends(asks))

    @property
    def lines(self) -> Places:
        """The number of the way of asking that each word is said in."""
        return np.repeat(np.arange(len(self.ends) - 1), np.diff(self.ends))

    def each(self, values: Sequence[int]) -> Places:
        """Give, for each word that is said, what stands for it, by its place in `words`."""
        return np.array(values, dtype=np.intp)[self.places]


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    """Number texts from 0 on, each once."""
    return {text: at for at, text in enumerate(dict.fromkeys(texts))}


def as_places(numbers: Iterable[int]) -> Places:
    """Put numbers into an array."""
    return np.fromiter(numbers, dtype=np.intp)


def _ends(parts: Iterable[Sequence[object]]) -> Places:
    """Give where each part ends if they stand one after the other, after a zero."""
    return np.cumsum([0, *map(len, parts)], dtype=np.intp)


def _counted(numbers: Places, ends: Places, many: int) -> csr_array:
    """Make a row for each stretch of numbers: how often each is in it."""
    shape = (len(ends) - 1, many)
    # A copy, because what stands twice is summed up in its place.
    counts = csr_array((np.ones(len(numbers)), numbers, ends), shape=shape, copy=True)
    counts.sum_duplicates()
    return counts


def _bearers(counts: csr_array) -> Places:
    """Tell how many rows have something in each column."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def _weighed(counts: csr_array, rarity: Vector) -> csr_array:
    """Make weights of counts; all rows are of one length."""
    lines = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    weights = _weights(counts.data, rarity[counts.indices])
    lengths = np.sqrt(np.bincount(lines, weights**2, minlength=counts.shape[0]) * 2)
    weights = (weights / lengths[lines]).astype(np.float32)
    return csr_array((weights, counts.indices, counts.indptr), shape=counts.shape)


def _weights(counts: Vector, rarity: Vector) -> Vector:
    return np.asarray((1 + np.log(counts)) * rarity)


def _shaped(word: str) -> str:
    return _DIGITS.sub(_shape, word)


def _pieces(word: str) -> tuple[str, ...]:
    marked = f"<{word}>"
    return tuple(
        marked[at : at + length] for length in _PIECES for at in range(len(marked) - length + 1)
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
