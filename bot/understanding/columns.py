"""A sparse table of numbers, read by columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]


class Columns:
    """Rows that are mostly empty, such as facts by the ideas that they account for."""

    def __init__(self, rows: Iterable[Mapping[str, float]]) -> None:
        """Take the values of each row by key."""
        found: dict[str, tuple[list[int], list[float]]] = {}
        self._length = 0
        for row in rows:
            for key, value in row.items():
                places, values = found.setdefault(key, ([], []))
                places.append(self._length)
                values.append(value)
            self._length += 1
        self._columns = {
            key: (np.array(places, dtype=np.intp), np.array(values, dtype=np.float64))
            for key, (places, values) in found.items()
        }

    def __contains__(self, key: str) -> bool:
        """Whether any row has a value for a key."""
        return key in self._columns

    def rows(self, key: str) -> list[int]:
        """Give the rows that have a value for a key."""
        return self._columns[key][0].tolist() if key in self._columns else []

    def dense(self, key: str) -> Vector:
        """Give the value of each row for a key, 0 where it has none."""
        return self.highest([(key, 1.0)])

    def highest(self, keys: Iterable[tuple[str, float]]) -> Vector:
        """Give the highest value of each row over some keys, each times a level."""
        total = np.zeros(self._length)
        for key, level in keys:
            if key in self._columns:
                places, values = self._columns[key]
                total[places] = np.maximum(total[places], level * values)
        return total
