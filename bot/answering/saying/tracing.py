"""What an answer rests on, worded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.answering.computing.stated import Stated, stated_by
from bot.answering.saying.voice import Phrasing
from bot.facts.model import Fact, Knowledge, Source

_MOST_SOURCES: Final = 5


class TracingWording:
    """Words where facts come from, in one language."""

    def __init__(self, knowledge: Knowledge, phrasing: Phrasing) -> None:
        """Take the sources, and the sentences of the language."""
        self._knowledge, self._phrasing = knowledge, phrasing
        self._say = phrasing.say

    def word(self, facts: tuple[Fact, ...]) -> Iterator[str]:
        """Name each source with its dates, what disputes the facts, and when they are due."""
        yield self._say("traced")
        keys = dict.fromkeys(source for fact in facts for source in fact.source)
        sources = [self._knowledge.sources[key] for key in keys]
        yield from map(self._source, sources[:_MOST_SOURCES])
        if more := len(sources[_MOST_SOURCES:]):
            yield self._say("traced-more", count=self._phrasing.number(more))
        checked = min(source.checked for source in sources)
        yield self._say("traced-checked", date=self._phrasing.date(checked.isoformat()))
        yield from (self._disputed(one) for fact in facts for one in stated_by(fact) if one.other)
        if due := min((fact.review_by for fact in facts if fact.review_by), default=None):
            yield self._say("traced-review", date=self._phrasing.date(due.isoformat()))
        yield self._say("traced-age")

    def _source(self, source: Source) -> str:
        blanks = {"title": source.title, "publisher": source.publisher}
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
