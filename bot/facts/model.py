"""What a knowledge folder says, as frozen values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, get_args

import snowballstemmer
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import InitErrorDetails

from bot.facts.declared import SLUG, known, wrong
from bot.facts.operations import Operation
from bot.facts.pages import did_you_mean, near

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=32)]
"""A short name in small letters, digits and single hyphens: `day-care`."""

Topic = Annotated[Slug, known("topics", "topic of vocabulary.toml")]
Kind = Annotated[Slug, known("kinds", "kind of vocabulary.toml")]
AttributeName = Annotated[Slug, known("attributes", "attribute of vocabulary.toml")]
SourceName = Annotated[Slug, known("sources", "source of sources.toml")]
EntityName = Annotated[Slug, known("entities", "id of an entity")]
LanguageCode = Annotated[Slug, known("languages", "language of this folder")]
ConceptName = Annotated[Slug, known("concepts", "concept that a language has words for")]

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = tuple[Sentence, ...]
Localised = Annotated[Mapping[LanguageCode, Sentence], Field(min_length=1)]
"""Text by language code, in one language at least."""


def _day(value: object) -> dt.date:
    """Accept 2026-11-20, quoted or not."""
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise wrong("is no day", "write it as in 2026-11-20") from None


def _partial_date(value: object) -> str:
    """Accept 2003, "2003-03", 2003-03-21 and "2003-03-21"."""
    text = str(value)
    parts = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
    try:
        year, month, day = parts.groups(default="01") if parts else ("", "", "")
        dt.date(int(year), int(month), int(day))
    except ValueError:
        remedy = 'write a year, month or day: 2003, "2003-03" or 2003-03-21'
        raise wrong("is no date", remedy) from None
    return text


def _period(value: object) -> str:
    """Accept a partial date, or two of them as in "2009/2010"."""
    return "/".join(_partial_date(part) for part in str(value).split("/", 1))


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a name that stands twice, capital letters aside."""
    folded = [name.casefold() for name in names]
    for number, name in enumerate(names):
        if name.casefold() in folded[:number]:
            twice = wrong(f'"{name}" stands twice', "remove one of the two")
            at_its_place = InitErrorDetails(type=twice, loc=(number,), input=name)
            raise ValidationError.from_exception_data("names", [at_its_place])
    return names


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise wrong("is no whole web address", "begin with https:// or http://")
    return value


def _script(value: str) -> str:
    if not re.fullmatch(r"[A-Z]+", value):
        raise wrong("is no script", "write Unicode's name in capitals, as in LATIN or ARABIC")
    return value


def _stemmer(value: str) -> str:
    stemmers = snowballstemmer.algorithms()
    if value not in stemmers:
        remedy = did_you_mean(near(value, stemmers), f"write one of {', '.join(stemmers)}")
        raise wrong(f"{value} is no stemmer", remedy)
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]
PartialDate = Annotated[str, BeforeValidator(_partial_date)]
Period = Annotated[str, BeforeValidator(_period)]


class Frozen(BaseModel):
    """Immutable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Frozen):
    """A document that facts come from."""

    title: Sentence
    publisher: Sentence
    checked: Day
    """The day someone last looked at it."""
    as_of: Period | None = None
    """When its words were true: a year, month, day or period; None if it bears no date."""
    url: Annotated[str, AfterValidator(_web_address)] | None = None


class Quantity(Frozen):
    """A number and what it counts on."""

    value: Annotated[float, Field(strict=True, allow_inf_nan=False)]
    per: Literal["day", "month", "year", "total", "capacity"] = "total"
    """The basis; figures with different bases are never compared."""
    bound: Literal["exact", "about", "up-to", "over"] = "exact"


AttributeType = Literal["set", "quantity", "date"]


@dataclass(frozen=True)
class _Typed:
    """A value as a file gives it, and the type of its attribute."""

    type: AttributeType
    value: object


def _with_types(states: object, info: ValidationInfo) -> object:
    """Pair each value with the type that the vocabulary gives its attribute."""
    types = getattr(info.context, "attributes", None)
    if not (types and isinstance(states, dict)):
        return states
    return {
        name: _Typed(types[name], value) if types.get(name) in get_args(AttributeType) else value
        for name, value in states.items()
    }


def _type_of(value: object) -> AttributeType:
    """Tell a list, a table with a figure and a date apart."""
    match value:
        case _Typed():
            return value.type
        case list() | tuple():
            return "set"
        case dict() | Quantity():
            return "quantity"
        case _:
            return "date"


def _untyped(value: object) -> object:
    return value.value if isinstance(value, _Typed) else value


Value = Annotated[
    Annotated[tuple[ConceptName, ...], Field(min_length=1), BeforeValidator(_untyped), Tag("set")]
    | Annotated[Quantity, BeforeValidator(_untyped), Tag("quantity")]
    | Annotated[PartialDate, BeforeValidator(_untyped), Tag("date")],
    Discriminator(_type_of),
]
"""What an attribute holds: concepts, a figure, or a date."""


class WrittenFact(Frozen):
    """A fact as its file gives it."""

    id: Slug | None = None
    topic: Topic
    source: Annotated[tuple[SourceName, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
    text: Localised
    ask: Mapping[LanguageCode, Annotated[Words, Field(min_length=1)]] = {}
    """How people ask for it."""
    states: Annotated[Mapping[AttributeName, Value], BeforeValidator(_with_types)] = {}
    """Typed attributes that the sentence states."""
    review_by: Day | None = None


class Fact(WrittenFact):
    """One thing that is known about one entity."""

    id: str
    """`entity/topic`, or `entity/` and the fact's own id; fits into a button of Telegram."""
    entity: str


def states_a_figure(fact: Fact) -> bool:
    """Whether a fact states a quantity as data."""
    return any(isinstance(value, Quantity) for value in fact.states.values())


class WrittenEntity(Frozen):
    """An entity as its file gives it."""

    id: Slug
    kind: Kind
    name: Localised
    short: Mapping[LanguageCode, Sentence] = {}
    """The name in a button or list, where the whole name is too long."""
    aliases: Mapping[LanguageCode, Annotated[Words, AfterValidator(_each_once)]] = {}
    country: EntityName | None = None
    part_of: EntityName | None = None
    facts: tuple[WrittenFact, ...] = ()


class Entity(WrittenEntity):
    """A centre, programme, body, law, initiative or subject."""

    facts: tuple[Fact, ...] = ()


class Attribute(Frozen):
    """What can be counted, listed, filtered or compared."""

    type: AttributeType


class Vocabulary(Frozen):
    """The language-neutral ideas, and how they hang together."""

    topics: tuple[ConceptName, ...]
    """In the order of a card."""
    kinds: Mapping[ConceptName, Annotated[str, known("kinds", "kind of vocabulary.toml")]]
    """Kind of entity -> broader kind, or an empty text."""
    attributes: Mapping[ConceptName, Attribute]
    broader: Mapping[ConceptName, tuple[ConceptName, ...]] = {}
    """Concept -> wider concepts that it is a case of."""
    weak: tuple[ConceptName, ...] = ()
    """Concepts so general that they ask for nothing by themselves."""
    decisive: tuple[ConceptName, ...] = ()
    """Concepts that no answer may pass over: whoever asks for a salary wants nothing else."""


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


class WrittenLanguage(Frozen):
    """What `language.toml` says of a language."""

    code: Slug
    name: Sentence
    script: Annotated[Sentence, AfterValidator(_script)]
    """Unicode's name of the script, as in `LATIN SMALL LETTER A`."""
    stemmer: Annotated[Sentence, AfterValidator(_stemmer)] | None = None
    """The name of its Snowball stemmer, such as `english`; None to match whole words."""
    fillers: Words
    """Words that carry no content."""
    light: Words = ()
    """Words that colour a question and hardly change what it asks."""
    numbers: Words = ()
    """Numbers as words."""
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


class Language(WrittenLanguage):
    """One language: its words for concepts, its frames and the bot's sentences in it."""

    concepts: Mapping[str, Concept]
    phrases: Mapping[str, Sentence]
    smalltalk: Mapping[str, Talk] = {}


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
