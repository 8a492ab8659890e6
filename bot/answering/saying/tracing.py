"""What an answer rests on, worded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from bot.answering.computing.stated import Stated, stated_by
from bot.answering.saying.voice import Phrasing
from bot.facts.model import Fact, Knowledge

_MOST_SOURCES: Final = 8


class TracingWording:
    """Words where facts come from, in one language."""

    def __init__(self, knowledge: Knowledge, phrasing: Phrasing) -> None:
        """Take the sources, and the sentences of the language."""
        self._knowledge, self._phrasing = knowledge, phrasing
        self._say = phrasing.say

    def word(self, facts: tuple[Fact, ...]) -> Iterator[str]:
        """Name each source with its dates, what disputes the facts, and when they are due."""
        yield self._say("traced")
        sources = dict.fromkeys(source for fact in facts for source in fact.source)
        yield from map(self._source, islice(sources, _MOST_SOURCES))
        yield from (self._disputed(one) for fact in facts for one in stated_by(fact) if one.other)
        if due := min((fact.review_by for fact in facts if fact.review_by), default=None):
            yield self._say("traced-review", date=self._phrasing.date(due.isoformat()))
        yield self._say("traced-age")

    def _source(self, key: str) -> str:
        source = self._knowledge.sources[key]
        blanks = {
            "title": source.title,
            "publisher": source.publisher,
            "checked": self._phrasing.date(source.checked.isoformat()),
        }
        if source.as_of is None:
            line = self._say("traced-undated", **blanks)
        else:
            line = self._say("traced-source", **blanks, date=self._phrasing.date(source.as_of))
        return f"{line} {source.url}" if source.url else line

    def _disputed(self, stated: Stated) -> str:
        attribute = self._phrasing.concept(stated.attribute)
        return self._say(
            "traced-disputed", attribute=attribute, figure=self._phrasing.value(stated)
        )
