"""The other bots: nearest sentence, BM25, a linear classifier; they need the group `bench`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import bm25s
import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from .bots import NOTHING, Faq, Guess, Peer


class NearestSentence:
    """The entry of the most similar way of asking, by one of RapidFuzz' ratios."""

    def __init__(self, faq: Faq, ratio: Callable[..., float]) -> None:
        """Normalise all ways of asking."""
        pairs = [(label, default_process(ask)) for label, asks in faq.items() for ask in asks]
        self._labels, self._asks = zip(*pairs, strict=True)
        self._ratio = ratio

    def guess(self, message: str) -> Guess:
        """Look at every way of asking."""
        asked = default_process(message)
        found = process.extractOne(asked, self._asks, scorer=self._ratio)
        return Guess(self._labels[found[2]], found[1] / 100) if found else NOTHING


class Bm25:
    """The entry of the way of asking that BM25 ranks first."""

    def __init__(self, faq: Faq) -> None:
        """Index all ways of asking."""
        pairs = [(label, ask) for label, asks in faq.items() for ask in asks]
        self._labels, asks = zip(*pairs, strict=True)
        self._index = bm25s.BM25()
        self._index.index([_tokens(ask) for ask in asks], show_progress=False)

    def guess(self, message: str) -> Guess:
        """Look the words up."""
        if not (tokens := _tokens(message)):
            return NOTHING
        scores = self._index.get_scores(tokens)
        best = int(np.argmax(scores))
        return Guess(self._labels[best], float(scores[best])) if scores[best] > 0 else NOTHING


class LinearClassifier:
    """A support vector machine over TF-IDF of words and of letters."""

    def __init__(self, faq: Faq) -> None:
        """Learn from all ways of asking."""
        pairs = [(label, ask) for label, asks in faq.items() for ask in asks]
        labels, asks = zip(*pairs, strict=True)
        self._pipeline = _pipeline().fit(asks, labels)

    def guess(self, message: str) -> Guess:
        """Give the label with the highest margin."""
        margins = np.atleast_2d(self._pipeline.decision_function([message]))[0]
        best = int(np.argmax(margins))
        return Guess(str(self._pipeline.classes_[best]), float(margins[best]))


def _tokens(text: str) -> list[str]:
    return default_process(text).split()


def _pipeline() -> Pipeline:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    return make_pipeline(FeatureUnion([("words", words), ("letters", letters)]), LinearSVC())


W_RATIO: Final = Peer("RapidFuzz WRatio", lambda faq: NearestSentence(faq, fuzz.WRatio))
TOKEN_SET: Final = Peer(
    "RapidFuzz token_set_ratio", lambda faq: NearestSentence(faq, fuzz.token_set_ratio)
)
BM25: Final = Peer("BM25", Bm25)
LINEAR: Final = Peer("TF-IDF, linear SVM", LinearClassifier)
