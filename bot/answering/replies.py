"""Outcomes, worded in one language from the knowledge files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter
from typing import Final, assert_never

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.answering.comparing import Comparison, Extreme, SideBySide, Stated
from bot.answering.computing import Computed
from bot.answering.listing import Listing
from bot.answering.naming import MOST_CHOICES
from bot.answering.outcome import (
    NoFact,
    OtherLanguage,
    Outcome,
    OutOfScope,
    Small,
    Told,
    Unclear,
    UnknownName,
    WhichEntity,
    WhichFact,
    Worked,
)
from bot.answering.reply import Choice, Kind, Reason, Reply, SourceNote
from bot.facts.model import Fact, Knowledge, Quantity
from bot.facts.operations import Operation

_MOST_NAMES: Final = 12
_MOST_BUTTONS: Final = 6
_LONGEST_LABEL: Final = 40
_FIRM: Final = frozenset({"exact", "about"})
"""Figures that can be subtracted, unlike "up to" and "over"."""
_EXTREME_PHRASES: Final = {
    Operation.MOST: "most",
    Operation.LEAST: "least",
    Operation.EARLIEST: "earliest",
    Operation.LATEST: "latest",
}


class Writer:
    """Words replies in one language."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Take the sentences of the language."""
        self._knowledge, self._code = knowledge, language
        self._language = knowledge.languages[language]
        self._locale = self._language.locale

    def say(self, phrase: str, **blanks: str) -> str:
        """Fill the blanks of one of the bot's own sentences."""
        return self._language.phrases[phrase].format(**blanks)

    def example_choices(self) -> tuple[Choice, ...]:
        """Offer the example questions of the language."""
        examples = enumerate(self._language.examples)
        return tuple(Choice(question, f"?{number}") for number, question in examples)

    def labels_of(self, target: str, *, alone: bool) -> tuple[str, ...]:
        """Give all that a choice may be called by; nothing where its target is gone.

        A fact goes by the name of its entity too, unless the choice stands alone: then the name
        tells it from nothing, and asks about the entity.
        """
        if fact := self._knowledge.facts.get(target):
            names = () if alone else self.labels_of(fact.entity, alone=alone)
            return (self._fact_choice(fact).label, *names)
        if target in self._knowledge.entities:
            return (self._full_name(target), self._short(target))
        return tuple(one.label for one in self.example_choices() if one.target == target)

    def write(self, outcome: Outcome) -> Reply:  # noqa: C901, PLR0911 - a return for each outcome
        """Word an outcome."""
        match outcome:
            case Told():
                return self._told(outcome)
            case Worked(computed, confidence):
                return self._worked(computed, confidence)
            case WhichEntity():
                return self._which(outcome)
            case WhichFact(facts):
                choices = tuple(map(self._fact_choice, facts))
                return self._asked_back(choices)
            case NoFact():
                return self._no_fact(outcome)
            case UnknownName():
                return self._unknown_name(outcome)
            case OutOfScope():
                text = self.say("out-of-scope")
                return self._unknown(Reason.OUT_OF_SCOPE, text, self.example_choices())
            case Unclear():
                text = self.say("unclear")
                return self._unknown(Reason.UNCLEAR, text, self.example_choices())
            case OtherLanguage():
                return self._unknown(Reason.UNCLEAR, self.say("other-language"))
            case Small(sort):
                return self._small(sort)
            case _:
                assert_never(outcome)

    def source_line(self, sources: Iterable[str]) -> str:
        """Name sources with their dates, as the last line of a reply."""
        named = [self._named_source(source) for source in dict.fromkeys(sources)]
        return self.say("source", sources="; ".join(named)) if named else ""

    # answers

    def _told(self, told: Told) -> Reply:
        text = "\n\n".join(self._text(fact) for fact in told.facts)
        buttons = tuple(self._fact_choice(fact) for fact in told.next_facts[:_MOST_BUTTONS])
        return self._answer(text, told.facts, told.confidence, choices=buttons)

    def _worked(self, computed: Computed, confidence: float) -> Reply:
        match computed:
            case Listing():
                return self._listing(computed, confidence)
            case Extreme():
                text = self._extreme(computed)
                stated = computed.ranked
            case Comparison():
                text = self._comparison(computed)
                stated = computed.stated
            case SideBySide(facts):
                text = "\n\n".join(self._text(fact) for fact in facts)
                return self._answer(text, facts, confidence)
            case _:
                assert_never(computed)
        entities = tuple(one.entity for one in stated)
        return self._answer(text, tuple(one.fact for one in stated), confidence, entities)

    def _listing(self, listing: Listing, confidence: float) -> Reply:
        told = map(self._text, listing.facts) if _is_single(listing) else ()
        text = _capitalised(" ".join([*told, *self._listing_sentences(listing)]))
        facts = listing.facts or tuple(
            self._knowledge.entities[entity].facts[0]
            for entity in (*listing.entities, *listing.whole)
            if self._knowledge.entities[entity].facts
        )
        buttons = tuple(map(self._entity_choice, listing.entities[:_MOST_BUTTONS]))
        return self._answer(text, facts, confidence, listing.entities, buttons)

    def _listing_sentences(self, listing: Listing) -> Iterable[str]:
        values = self._joined(self._concept(one) for one in listing.conditions)
        blanks = {
            "kinds": self._kinds(listing),
            "names": self._names(listing.entities),
            "value": values,
        }
        if _is_single(listing):
            yield self.say("list-silent")
            return
        if not listing.entities:
            yield self.say("list-none", kinds=blanks["kinds"], value=values)
            return
        form = "count" if listing.counted else "list"
        condition = "-without" if listing.without else "-with" if listing.conditions else ""
        ending = ("-one" if len(listing.entities) == 1 else "-other") if listing.counted else ""
        count = self._number(len(listing.entities))
        yield self.say(f"{form}{condition}{ending}", **blanks, count=count)
        if listing.silent and listing.conditions and not listing.without:
            yield self.say("list-silent")

    def _kinds(self, listing: Listing) -> str:
        plurals = (self._plural(kind) for kind in sorted(listing.kinds))
        wholes = [self._short(whole) for whole in listing.whole]
        named = self._joined(plurals)
        return self.say("kinds-of", kinds=named, whole=self._joined(wholes)) if wholes else named

    def _extreme(self, extreme: Extreme) -> str:
        first = extreme.first
        told = self.say(
            _EXTREME_PHRASES[extreme.operation],
            name=self._joined(self._short(one.entity) for one in first),
            attribute=self._concept(extreme.attribute),
            figure=self._joined(dict.fromkeys(map(self._value, first))),
            rest=self._with_values(extreme.ranked[len(first) :]),
        )
        if not extreme.others:
            return told
        return f"{told} {self.say('other-basis', rest=self._with_values(extreme.others))}"

    def _with_values(self, stated: Iterable[Stated]) -> str:
        return self._joined(f"{self._short(one.entity)} ({self._value(one)})" for one in stated)

    def _comparison(self, comparison: Comparison) -> str:
        by_date = isinstance(comparison.stated[0].value, str)
        first, *others = sorted(comparison.stated, key=attrgetter("size"), reverse=not by_date)
        last = others[-1]
        told = self.say(
            _comparing_phrase(first, last),
            name=self._short(first.entity),
            other=self._short(last.entity),
            figure=self._value(first),
            attribute=self._concept(comparison.attribute),
            **{"other-figure": self._value(last)},
        )
        between = (f"{self._short(one.entity)}: {self._value(one)}." for one in others[:-1])
        return " ".join([told, *self._difference(first, last), *between])

    def _difference(self, high: Stated, low: Stated) -> Iterable[str]:
        """Say how much more, where both figures are more than bounds."""
        values = (high.value, low.value)
        if any(isinstance(value, str) or value.bound not in _FIRM for value in values):
            return
        if isinstance(high.size, float) and isinstance(low.size, float) and high.size > low.size:
            number = self._number(high.size - low.size)
            firm = all(isinstance(v, Quantity) and v.bound == "exact" for v in values)
            yield self.say(
                "difference", difference=number if firm else self.say("about", figure=number)
            )

    # questions back, and not knowing

    def _which(self, which: WhichEntity) -> Reply:
        targets = tuple(fact.id for fact in which.facts) or which.entities
        pairs = list(zip(which.entities, targets, strict=True))[:MOST_CHOICES]
        choices = tuple(Choice(self._full_name(entity), target) for entity, target in pairs)
        return self._asked_back(choices)

    def _asked_back(self, choices: tuple[Choice, ...]) -> Reply:
        return Reply(Kind.CHOICES, self.say("which"), self._code, choices=choices)

    def _no_fact(self, missing: NoFact) -> Reply:
        phrase = "no-fact" if missing.known else "no-fact-bare"
        text = self.say(phrase, name=self._full_name(missing.entity))
        choices = tuple(self._fact_choice(fact) for fact in missing.known[:_MOST_BUTTONS])
        return self._unknown(Reason.NO_FACT, text, choices, (missing.entity,))

    def _unknown_name(self, stranger: UnknownName) -> Reply:
        phrase = "unknown-name" if stranger.nearest else "unknown-name-bare"
        nearest = tuple(Choice(self._full_name(one), one) for one in stranger.nearest)
        text = self.say(phrase, name=stranger.name)
        return self._unknown(Reason.UNKNOWN_NAME, text, nearest or self.example_choices())

    def _unknown(
        self,
        reason: Reason,
        text: str,
        choices: tuple[Choice, ...] = (),
        entities: tuple[str, ...] = (),
    ) -> Reply:
        return Reply(Kind.UNKNOWN, text, self._code, reason, entities, choices=choices)

    def _small(self, sort: str) -> Reply:
        return Reply(Kind.SMALLTALK, self._language.smalltalk[sort].reply, self._code)

    def _answer(
        self,
        text: str,
        facts: tuple[Fact, ...],
        confidence: float,
        entities: tuple[str, ...] = (),
        choices: tuple[Choice, ...] = (),
    ) -> Reply:
        sources = tuple(dict.fromkeys(source for fact in facts for source in fact.source))
        return Reply(
            Kind.ANSWER,
            text,
            self._code,
            entities=entities or tuple(dict.fromkeys(fact.entity for fact in facts)),
            facts=tuple(dict.fromkeys(fact.id for fact in facts)),
            choices=choices,
            sources=tuple(map(self._note, sources)),
            source_line=self.source_line(sources),
            confidence=confidence,
        )

    # names, figures, dates

    def _text(self, fact: Fact) -> str:
        """Give a fact in this language, or in the first that it has."""
        return fact.text.get(self._code) or next(iter(fact.text.values()))

    def _full_name(self, entity: str) -> str:
        name = self._knowledge.entities[entity].name
        return name.get(self._code) or next(iter(name.values()))

    def _short(self, entity: str) -> str:
        return self._knowledge.entities[entity].short.get(self._code) or self._full_name(entity)

    def _concept(self, concept: str) -> str:
        return self._language.concepts[concept].name or concept.replace("-", " ")

    def _plural(self, concept: str) -> str:
        return self._language.concepts[concept].plural or self._concept(concept)

    def _names(self, entities: tuple[str, ...]) -> str:
        names = [self._short(entity) for entity in entities]
        more = len(names) - _MOST_NAMES
        if more > 0:
            shown = ", ".join(names[:_MOST_NAMES])
            return self.say("and-more", names=shown, count=self._number(more))
        return self._joined(names)

    def _entity_choice(self, entity: str) -> Choice:
        return Choice(self._short(entity), entity)

    def _fact_choice(self, fact: Fact) -> Choice:
        label = self._concept(fact.topic) if fact.topic else self._first_asked(fact)
        return Choice(_capitalised(label), fact.id)

    def _first_asked(self, fact: Fact) -> str:
        """Give the first way of asking for a fact, or else its text, as short as a button."""
        return _cut(next(iter(fact.ask.get(self._code, ())), self._text(fact)))

    def _joined(self, parts: Iterable[str]) -> str:
        listed = list(parts)
        return format_list(listed, locale=self._locale) if listed else ""

    def _number(self, number: float) -> str:
        return format_decimal(number, locale=self._locale)

    def _value(self, stated: Stated) -> str:
        if isinstance(stated.value, str):
            return self.date(stated.value)
        return self._quantity(stated.value)

    def _quantity(self, quantity: Quantity) -> str:
        figure = self._number(quantity.value)
        if quantity.bound != "exact":
            figure = self.say(quantity.bound, figure=figure)
        return self.say(f"per-{quantity.per}", figure=figure)

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

    def _named_source(self, key: str) -> str:
        source = self._knowledge.sources[key]
        if source.as_of is None:
            return self.say("source-undated", title=source.title, publisher=source.publisher)
        date = self.date(source.as_of)
        return self.say("source-dated", title=source.title, publisher=source.publisher, date=date)

    def _note(self, key: str) -> SourceNote:
        source = self._knowledge.sources[key]
        return SourceNote(source.title, source.as_of, source.checked.isoformat(), source.url)


def _comparing_phrase(first: Stated, last: Stated) -> str:
    """Choose the words for two values, the greater or earlier one first."""
    by_date = isinstance(first.value, str)
    if not first.is_level_with(last):
        return "compare-before" if by_date else "compare-more"
    same = first.value == last.value
    return ("compare-same-date" if by_date else "compare-equal") if same else "compare-level"


def _is_single(listing: Listing) -> bool:
    """Whether one fact is the whole answer: "which ministry is for education"."""
    return len(listing.entities) == 1 and bool(listing.facts) and not listing.counted


def _cut(text: str) -> str:
    """Leave out the end of what is too long for a button: "How do I get my money…"."""
    is_short = len(text) <= _LONGEST_LABEL
    return text if is_short else f"{text[: _LONGEST_LABEL - 1].rsplit(' ', 1)[0]}…"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
