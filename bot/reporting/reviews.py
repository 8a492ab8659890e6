"""Which facts somebody has to look at again, and by when."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.facts.model import Fact, Knowledge

_SOON: Final = 3
"""Months from today."""


@dataclass(frozen=True, slots=True)
class Review:
    """A fact that ages."""

    fact: Fact
    file: str
    """Where it stands, from the knowledge folder on."""
    by: dt.date


@dataclass(frozen=True, slots=True)
class Reviews:
    """The facts by when they are due for review; each list begins with the first."""

    overdue: tuple[Review, ...]
    """Their day is over."""
    soon: tuple[Review, ...]
    """Their day is today, or within three months."""
    later: tuple[Review, ...]
    never: int
    """Facts that no review was set for."""

    @property
    def due(self) -> tuple[Review, ...]:
        """What to look at now."""
        return (*self.overdue, *self.soon)


def reviews(knowledge: Knowledge, files: Mapping[str, str], today: dt.date) -> Reviews:
    """Sort the facts by when they are due; `files` holds the file of each entity."""
    waiting = sorted(
        (
            Review(fact, files[fact.entity], fact.review_by)
            for fact in knowledge.facts.values()
            if fact.review_by
        ),
        key=lambda one: one.by,
    )
    limit = _months_after(today, _SOON)
    return Reviews(
        overdue=tuple(one for one in waiting if one.by < today),
        soon=tuple(one for one in waiting if today <= one.by <= limit),
        later=tuple(one for one in waiting if limit < one.by),
        never=len(knowledge.facts) - len(waiting),
    )


def _months_after(day: dt.date, months: int) -> dt.date:
    """Give the same day of a later month, or the last of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
