"""How old the facts are: the year that each was true in, as far as it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.facts.model import Fact, Knowledge

_MOST_YEARS: Final = 20
"""Years that are shown one by one; what is older goes together."""


@dataclass(frozen=True, slots=True)
class Ages:
    """The facts by the year that they are as of."""

    years: Mapping[int, int]
    """Year -> facts, without a hole, the first first; none where no fact has a date."""
    earlier: int
    """Facts from before the first year."""
    undated: int

    @property
    def most(self) -> int:
        """The largest number of facts that stands together."""
        return max((*self.years.values(), self.earlier, self.undated))


def ages(knowledge: Knowledge, this_year: int) -> Ages:
    """Count the facts by year, from the first that any is as of up to this one."""
    years = Counter(year_of(fact, knowledge) for fact in knowledge.facts.values())
    undated = years.pop(None, 0)
    dated = {year: count for year, count in years.items() if year is not None}
    if not dated:
        return Ages({}, 0, undated)
    last = max(this_year, *dated)
    first = max(min(dated), last - _MOST_YEARS + 1)
    shown = {year: dated.get(year, 0) for year in range(first, last + 1)}
    return Ages(shown, sum(dated.values()) - sum(shown.values()), undated)


def year_of(fact: Fact, knowledge: Knowledge) -> int | None:
    """Give the year that a fact says it is as of, else the latest that a source of it does."""
    dates = [fact.as_of] if fact.as_of else [knowledge.sources[one].as_of for one in fact.source]
    return max((_last_year(date) for date in dates if date), default=None)


def _last_year(period: str) -> int:
    """Give the year in which a date or period ends: 2010 for `2009/2010`."""
    return int(period.rpartition("/")[2][:4])
