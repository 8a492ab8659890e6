"""Whether a figure or date keeps within limits, as far as its source lets us tell."""

from __future__ import annotations

from typing import Final

from bot.answering.computing.stated import Stated
from bot.facts.operations import Operation
from bot.understanding.figures import Figure

_RISING: Final = frozenset({Operation.MORE, Operation.AFTER, Operation.AT_LEAST, Operation.SINCE})
_FIRM: Final = frozenset({"exact", "about"})


def keeps_within(stated: Stated, limits: tuple[Figure, ...]) -> bool | None:
    """Whether a value keeps within all limits; None where its bound leaves that open."""
    verdicts = {_keeps(stated, limit) for limit in limits}
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _keeps(stated: Stated, limit: Figure) -> bool | None:
    bound = stated.bound
    size = size_of(stated)
    fits = _fits(size, limit)
    if bound in _FIRM or stated.basis == "capacity" or limit.frame is None:
        return fits
    is_rising = limit.frame in _RISING
    if bound == "over":
        return is_rising if size >= limit.value else None
    return fits if fits != is_rising else None


def size_of(stated: Stated) -> float:
    """Give a figure, or the year of a date."""
    return float(stated.value[:4]) if isinstance(stated.value, str) else stated.value.value


def _fits(size: float, limit: Figure) -> bool:
    match limit.frame:
        case Operation.MORE | Operation.AFTER:
            return size > limit.value
        case Operation.LESS | Operation.BEFORE:
            return size < limit.value
        case Operation.AT_LEAST | Operation.SINCE:
            return size >= limit.value
        case Operation.AT_MOST | Operation.UNTIL:
            return size <= limit.value
        case _:
            return size == limit.value
