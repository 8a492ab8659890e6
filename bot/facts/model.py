"""What a knowledge folder says, as frozen values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from bot.facts.operations import Operation

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=32)]
"""A short name in small letters, digits and single hyphens: `day-care`."""

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = tuple[Sentence, ...]
Localised = Mapping[Slug, Sentence]
"""Text by language code."""

PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def _partial_date(value: object) -> str:
    """Accept 2003, 2003-03, "2003-03-21" and TOML's own dates."""
    text = str(value)
    if isinstance(value, bool) or not PARTIAL_DATE.match(text):
        raise ValueError('write a year, year-month or day: 2003, "2003-03" or 2003-03-21')
    return text


def _period(value: object) -> str:
    """Accept a partial date, or two of them as in "2009/2010"."""
    return "/".join(_partial_date(part) for part in str(value).split("/", 1))


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


PartialDate = Annotated[str, BeforeValidator(_partial_date)]
Period = Annotated[str, BeforeValidator(_period)]
OneOrMore = Annotated[tuple[Slug, ...], BeforeValidator(_one_or_more), Field(min_length=1)]


def _web_address(value: str) -> str:
    if not re.match(r"https?://[^\s]+$", value):
        raise ValueError("write a whole web address, http:// or https://")
    return value


class Frozen(BaseModel):
    """Immutable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Frozen):
    """A document that facts come from."""

    title: Sentence
    publisher: Sentence
    checked: dt.date
    """The day someone last looked at it."""
    as_of: Period | None = None
    """When its words were true: a year, month, day or period; None if it bears no date."""
    url: Annotated[str, AfterValidator(_web_address)] | None = None


class Quantity(Frozen):
    """A number and what it counts on."""

    value: float
    per: Literal["day", "month", "year", "total", "capacity"] = "total"
    """The basis; figures with different bases are never compared."""
    bound: Literal["exact", "about", "up-to", "over"] = "exact"


def _type_of_value(value: object) -> AttributeType:
    """Tell a list, a table with a figure and a date apart."""
    match value:
        case list() | tuple():
            return "set"
        case dict() | Quantity():
            return "quantity"
        case _:
            return "date"


AttributeType = Literal["set", "quantity", "date"]
Value = Annotated[
    Annotated[tuple[Slug, ...], Field(min_length=1), Tag("set")]
    | Annotated[Quantity, Tag("quantity")]
    | Annotated[PartialDate, Tag("date")],
    Discriminator(_type_of_value),
]
"""What an attribute holds: concepts, a figure, or a date."""

FactId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)
]
"""`entity/topic`, or `entity/` and the fact's own id; fits into a button of Telegram."""


class Fact(Frozen):
    """One thing that is known about one entity."""

    id: FactId
    entity: Slug
    topic: Slug
    source: OneOrMore
    text: Annotated[Localised, Field(min_length=1)]
    ask: Mapping[Slug, Words] = {}
    states: Mapping[Slug, Value] = {}
    """Typed attributes that the sentence states."""
    review_by: dt.date | None = None


def states_a_figure(fact: Fact) -> bool:
    """Whether a fact states a quantity as data."""
    return any(isinstance(value, Quantity) for value in fact.states.values())


class Entity(Frozen):
    """A centre, programme, body, law, initiative or subject."""

    id: Slug
    kind: Slug
    name: Localised
    short: Localised = {}
    """The name in a button or list, where the whole name is too long."""
    aliases: Mapping[Slug, Words] = {}
    country: Slug | None = None
    part_of: Slug | None = None
    facts: tuple[Fact, ...] = ()


class Attribute(Frozen):
    """What can be counted, listed, filtered or compared."""

    type: AttributeType


class Vocabulary(Frozen):
    """The language-neutral ideas, and how they hang together."""

    topics: tuple[Slug, ...]
    """In the order of a card."""
    kinds: Mapping[Slug, Slug | Literal[""]]
    """Kind of entity -> broader kind, or an empty text."""
    attributes: Mapping[Slug, Attribute]
    broader: Mapping[Slug, tuple[Slug, ...]] = {}
    """Concept -> wider concepts that it is a case of."""
    weak: tuple[Slug, ...] = ()
    """Concepts so general that they ask for nothing by themselves."""


class Concept(Frozen):
    """How one language says one idea."""

    name: Sentence | None = None
    """As shown to readers, in the middle of a sentence."""
    plural: Sentence | None = None
    words: Words = ()
    """Words and phrases that mean it."""


class Talk(Frozen):
    """One kind of smalltalk."""

    says: Words
    reply: Sentence


class Language(Frozen):
    """One language: its words for concepts, its frames and the bot's sentences in it."""

    code: Slug
    name: Sentence
    script: Sentence
    """Unicode's name of the script, as in `LATIN SMALL LETTER A`."""
    stemmer: Sentence | None = None
    """The name of its Snowball stemmer, such as `english`; None to match whole words."""
    concepts: Mapping[Slug, Concept]
    fillers: Words
    """Words that carry no content."""
    kept_endings: Words = ()
    """Endings that make another word, and are not cut off with the others: `ism`."""
    operations: Mapping[Operation, Words]
    """Operation -> the phrases that ask for it."""
    openers: Words = ()
    """Words that a question begins with."""
    joiners: Words = ()
    """Words that join two questions in one sentence."""
    examples: Words = ()
    """Questions to begin with."""
    phrases: Mapping[Slug, Sentence]
    smalltalk: Mapping[Slug, Talk] = {}


@dataclass(frozen=True)
class Knowledge:
    """A whole folder, read and checked: every reference in it leads somewhere."""

    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    entities: Mapping[str, Entity]
    languages: Mapping[str, Language]

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id, in the order of the files."""
        return {fact.id: fact for entity in self.entities.values() for fact in entity.facts}

    def wholes_of(self, entity: str) -> tuple[str, ...]:
        """Give the country and the group that an entity belongs to, itself aside."""
        one = self.entities[entity]
        wholes = dict.fromkeys((one.country, one.part_of))
        return tuple(whole for whole in wholes if whole is not None and whole != entity)

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Country or group -> the entities that belong to it."""
        members: dict[str, list[str]] = {}
        for entity in self.entities:
            for whole in self.wholes_of(entity):
                members.setdefault(whole, []).append(entity)
        return {whole: tuple(found) for whole, found in members.items()}

    def kinds_of(self, kind: str) -> tuple[str, ...]:
        """Give a kind of entity and the broader ones, the narrowest first."""
        kinds: list[str] = []
        while kind:
            kinds.append(kind)
            kind = self.vocabulary.kinds.get(kind, "")
        return tuple(kinds)

    def is_a(self, kind: str, broader: str) -> bool:
        """Whether a kind of entity is, or belongs to, a broader one."""
        return broader in self.kinds_of(kind)
