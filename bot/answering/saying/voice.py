"""The sentences, names, figures and dates of one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from bot.answering.computing.stated import Stated
from bot.answering.reply import SourceNote
from bot.facts.model import Fact, Knowledge, Quantity, Value


class Phrasing:
    """Says things in one language."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Take the sentences of the language."""
        self.code = language
        self._knowledge = knowledge
        self._language = knowledge.languages[language]
        self._locale = self._language.locale
        self.runs_left = Locale.parse(self._locale).text_direction == "rtl"
        """Whether it is written from right to left."""

    def say(self, phrase: str, **blanks: str) -> str:
        """Fill the blanks of one of the bot's own sentences."""
        return self._language.phrases[phrase].format(**blanks)

    @property
    def examples(self) -> tuple[str, ...]:
        """The questions to begin with."""
        return self._language.examples

    def smalltalk(self, sort: str) -> str:
        """Give the reply to one sort of smalltalk."""
        return self._language.smalltalk[sort].reply

    # names

    def text(self, fact: Fact) -> str:
        """Give the sentences of a fact, in the first language if this one hasn't any that hold."""
        return fact.current_text(self.code) or fact.original

    def texts(self, facts: Iterable[Fact]) -> Iterator[str]:
        """Give the sentences of facts; a line says so where they aren't in this language."""
        told: set[str] = set()
        for fact in facts:
            code = self.code if fact.current_text(self.code) else next(iter(fact.text))
            if code not in {self.code, *told}:
                yield self.say("untranslated", language=self.language(code))
            told.add(code)
            yield self.text(fact)

    def language(self, code: str) -> str:
        """Name a language as readers of this one call it."""
        return self._language.language_names.get(code, self._knowledge.languages[code].name)

    def localised(self, text: Mapping[str, str]) -> str:
        """Give a text in this language, or in the first that it has."""
        return text.get(self.code) or next(iter(text.values()))

    def full_name(self, entity: str) -> str:
        """Give the whole name of an entity."""
        return self.localised(self._knowledge.entities[entity].name)

    def short(self, entity: str) -> str:
        """Give the name of an entity for lists and buttons."""
        named = self._knowledge.entities[entity]
        if self.code in named.name:
            return named.short.get(self.code) or named.name[self.code]
        return self.localised(named.short or named.name)

    def concept(self, concept: str) -> str:
        """Name an idea in the middle of a sentence."""
        return self._language.concepts[concept].name or concept.replace("-", " ")

    def plural(self, concept: str) -> str:
        """Name several of a kind."""
        return self._language.concepts[concept].plural or self.concept(concept)

    def joined(self, parts: Iterable[str], *, either: bool = False) -> str:
        """Put parts together: "a, b and c", or "a, b or c"."""
        *listed, last = list(parts) or [""]
        if not listed:
            return last
        return self.say("or" if either else "and", names=self.listed(listed), name=last)

    def listed(self, parts: Iterable[str], mark: str = "comma") -> str:
        """Put parts after one another: "a, b, c", or "a; b; c" with a semicolon."""
        return reduce(lambda names, name: self.say(mark, names=names, name=name), parts)

    # figures and dates

    def number(self, number: float) -> str:
        """Write a number as the language's readers do."""
        return format_decimal(number, locale=self._locale)

    def value(self, stated: Stated) -> str:
        """Word a figure or date, and what another source says instead."""
        value = self.data(stated.value)
        if stated.other is None:
            return value
        return self.say("disputed", figure=value, other=self.data(stated.other))

    def data(self, value: Value) -> str:
        """Word what an attribute holds: ideas, a figure or a date."""
        match value:
            case Quantity():
                return self.quantity(value)
            case tuple():
                return self.joined(map(self.concept, value))
            case date:
                return self.date(date)

    def values(self, stated: Iterable[Stated]) -> str:
        """List entities, each with its figure or date."""
        return self.joined(f"{self.short(one.entity)} ({self.value(one)})" for one in stated)

    def quantity(self, quantity: Quantity) -> str:
        """Word a figure with its bound and what it counts on: "about 520 a day"."""
        figure = self.number(quantity.value)
        if quantity.bound != "exact":
            figure = self.say(quantity.bound, figure=figure)
        return self.say(f"per-{quantity.per}", figure=figure)

    def as_of(self, fact: Fact) -> str | None:
        """Word when a fact was true, if anything says so."""
        date = self._knowledge.as_of(fact)
        return self.date(date) if date else None

    def date(self, partial: str) -> str:
        """Word a partial date: `2003`, `March 2003`, `21 March 2003`, or a period of them."""
        return "–".join(self._one_date(part) for part in partial.split("/"))

    def _one_date(self, partial: str) -> str:
        year, *rest = map(int, partial.split("-"))
        match rest:
            case [month, day]:
                return format_date(dt.date(year, month, day), "long", locale=self._locale)
            case [month]:
                return format_skeleton("yMMMM", dt.date(year, month, 1), locale=self._locale)
            case _:
                return str(year)

    # sources

    def source_line(self, sources: Iterable[str]) -> str:
        """Name sources with their dates, as the last line of a reply."""
        named = [self._named_source(source) for source in dict.fromkeys(sources)]
        return self.say("source", sources=self.listed(named, "semicolon")) if named else ""

    def _named_source(self, key: str) -> str:
        source = self._knowledge.sources[key]
        if source.as_of is None:
            return self.say("source-undated", title=source.title, publisher=source.publisher)
        date = self.date(source.as_of)
        return self.say("source-dated", title=source.title, publisher=source.publisher, date=date)

    def note(self, key: str) -> SourceNote:
        """Give a source as data."""
        source = self._knowledge.sources[key]
        return SourceNote(source.title, source.as_of, source.checked.isoformat(), source.url)


def capitalised(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
