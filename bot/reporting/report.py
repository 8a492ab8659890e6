"""All that the page shows, counted on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bot.facts.model import Knowledge
from bot.reporting.ages import Ages, ages
from bot.reporting.coverage import Matrix, matrices
from bot.reporting.disputes import Dispute, disputes
from bot.reporting.holdings import Tally, by_country, by_kind
from bot.reporting.reviews import Reviews, reviews
from bot.reporting.supports import Support, supports
from bot.reporting.translations import Translation, translations


@dataclass(frozen=True, slots=True)
class Report:
    """What a knowledge folder holds, and what it lacks."""

    day: dt.date
    """The day on which it was counted."""
    entities: int
    facts: int
    kinds: tuple[Tally, ...]
    countries: tuple[Tally, ...]
    matrices: tuple[Matrix, ...]
    without_topic: int
    """Facts that no matrix shows."""
    ages: Ages
    reviews: Reviews
    disputes: tuple[Dispute, ...]
    translations: tuple[Translation, ...]
    supports: tuple[Support, ...]

    @property
    def gaps(self) -> int:
        """How many topics are missing that most entities of the same kind have."""
        return sum(matrix.gaps for matrix in self.matrices)

    @property
    def idle(self) -> int:
        """How many sources nothing rests on."""
        return sum(support.is_idle for support in self.supports)


def report_on(knowledge: Knowledge, files: Mapping[str, str], today: dt.date) -> Report:
    """Count everything; `files` holds the file of each entity."""
    return Report(
        day=today,
        entities=len(knowledge.entities),
        facts=len(knowledge.facts),
        kinds=by_kind(knowledge),
        countries=by_country(knowledge),
        matrices=matrices(knowledge),
        without_topic=sum(not fact.topic for fact in knowledge.facts.values()),
        ages=ages(knowledge, today.year),
        reviews=reviews(knowledge, files, today),
        disputes=disputes(knowledge),
        translations=translations(knowledge),
        supports=supports(knowledge),
    )
