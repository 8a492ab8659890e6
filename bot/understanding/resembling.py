"""How near a question is, by its ideas, to the ways of asking for each fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.understanding.columns import Columns, Vector
from bot.understanding.parsing import Question
from bot.understanding.profiles import Profile, frame_key
from bot.understanding.related import Family
from bot.understanding.weights import Weigher

_CAUTION: Final = 0.45
"""Keeps two short, weak questions from looking the same."""


class Resemblance:
    """Compares questions with ways of asking, idea by idea."""

    def __init__(self, profiles: Sequence[Profile], weigher: Weigher, family: Family) -> None:
        """Take the ways of asking for each fact."""
        self._weigher, self._family, self._facts = weigher, family, len(profiles)
        asks = [(at, ask) for at, profile in enumerate(profiles) for ask in profile.asks]
        self._asks = Columns(dict.fromkeys(ask, 1.0) for _, ask in asks)
        self._owners = np.array([at for at, _ in asks], dtype=np.intp)
        self._weights = np.array([sum(map(weigher.weight, ask)) for _, ask in asks])

    def of(self, question: Question) -> Vector:
        """Tell for each fact how near its nearest way of asking is (an F-measure of weights)."""
        shared, asked = np.zeros(len(self._owners)), _CAUTION
        for item in question.items:
            weight = self._weigher.weight_of(item)
            shared += weight * self._asks.highest(self._family.related(item))
            asked += 0 if item.soft else weight
        for key in map(frame_key, question.operations):
            weight = self._weigher.weight(key)
            shared += weight * self._asks.dense(key)
            asked += weight
        nearest = np.zeros(self._facts)
        nearness = np.minimum(1.0, 2 * shared / (asked + self._weights))
        np.maximum.at(nearest, self._owners, nearness)
        return nearest
