"""What a knowledge folder says, as frozen values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.facts.declared import known, wrong
from bot.facts.forms import (
    AttributeName,
    ConceptName,
    Day,
    DifferentWords,
    EntityName,
    Kind,
    KnownTopic,
    LanguageCode,
    LanguageTag,
    LocaleName,
    Localised,
    OneOrMoreSources,
    PartialDate,
    Period,
    Script,
    Sentence,
    Slug,
    Stemmer,
    Topic,
    WebAddress,
    Words,
)
from bot.facts.operations import Operation


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
    url: WebAddress | None = None


class Quantity(Frozen):
    """A number and what it counts on."""

    value: Annotated[float, Field(strict=True, allow_inf_nan=False)]
    per: Literal["day", "month", "quarter", "year", "total", "capacity"] = "total"
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


Typed = Annotated[Mapping[AttributeName, Value], BeforeValidator(_with_types)]
"""Values by attribute."""


class Review(Frozen):
    """When a translation was last compared with the English, and with which English."""

    on: Day
    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")]
    """The fingerprint of the text that it was compared with."""


class WrittenFact(Frozen):
    """A fact as its file gives it."""

    id: Slug | None = None
    topic: Annotated[Topic, Field(validate_default=True)] = ""
    """What it tells of its entity; empty in a plain FAQ."""
    source: OneOrMoreSources
    text: Localised
    reviewed: Mapping[LanguageCode, Review] = {}
    """Translation -> its last review, by someone who didn't write it."""
    ask: Mapping[LanguageCode, Annotated[Words, Field(min_length=1)]] = {}
    """How people ask for it."""
    states: Typed = {}
    """Typed attributes that the sentence states."""
    disputes: Typed = {}
    """What another of its sources says instead of what it states."""
    as_of: Period | None = None
    """When it was true, where its sources don't say it of all their words."""
    lists: tuple[EntityName, ...] = ()
    """The entities that the sentence lists, in its order."""
    review_by: Day | None = None

    @field_validator("disputes")
    @classmethod
    def _disputes_what_it_states(cls, disputes: Typed, info: ValidationInfo) -> Typed:
        """Refuse to dispute what isn't stated."""
        for attribute in disputes.keys() - info.data.get("states", disputes).keys():
            raise wrong(f"disputes {attribute}, which the fact doesn't state", "add it to states")
        return disputes


class Fact(WrittenFact):
    """One thing that is known about one entity."""

    id: str
    """`entity/topic`, or `entity/` and the fact's own id; fits into a button of Telegram."""
    entity: str

    def __hash__(self) -> int:
        """Hash by the id, which no two facts share."""
        return hash(self.id)

    @property
    def original(self) -> str:
        """The text that the others are translated from: the first."""
        return next(iter(self.text.values()))

    def is_outdated(self, language: str) -> bool:
        """Whether the original has changed since its translation was last compared with it."""
        review = self.reviewed.get(language)
        return review is not None and review.of != fingerprint(self.original)

    def current_text(self, language: str) -> str | None:
        """Give its text in a language, if there is one that says what the original says."""
        return None if self.is_outdated(language) else self.text.get(language)


def fingerprint(text: str) -> str:
    """Give six digits that change with a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def states_a_figure(fact: Fact) -> bool:
    """Whether a fact states a quantity as data."""
    return any(isinstance(value, Quantity) for value in fact.states.values())


class Point(Frozen):
    """Where a town lies; where in the town the entity is, no source says."""

    town: Localised
    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees, north above 0."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees, east above 0."""
    source: OneOrMoreSources


class WrittenEntity(Frozen):
    """An entity as its file gives it."""

    id: Slug
    kind: Annotated[Kind, Field(validate_default=True)] = ""
    """Empty where the vocabulary has no kinds."""
    name: Localised
    short: Mapping[LanguageCode, Sentence] = {}
    """The name in a button or list, where the whole name is too long."""
    aliases: Mapping[LanguageCode, DifferentWords] = {}
    country: EntityName | None = None
    part_of: EntityName | None = None
    run_by: EntityName | None = None
    """The organisation behind it, which answers for it where nothing is known of itself."""
    place: Point | None = None
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)] | None = None
    """The languages that what belongs to it has to be told in; None for all."""
    facts: tuple[WrittenFact, ...] = ()


class Entity(WrittenEntity):
    """A centre, programme, body, law, initiative or subject."""

    facts: tuple[Fact, ...] = ()


class Attribute(Frozen):
    """What can be counted, listed, filtered or compared."""

    type: AttributeType
    things: bool = False
    """Whether it holds things that are there or not: who asks for one wants nothing else."""


class Vocabulary(Frozen):
    """The language-neutral ideas, and how they hang together."""

    topics: tuple[ConceptName, ...]
    """In the order of a card."""
    kinds: Mapping[ConceptName, Annotated[str, known("kinds", "kind of vocabulary.toml")]]
    """Kind of entity -> broader kind, or an empty text."""
    attributes: Mapping[ConceptName, Attribute]
    card: tuple[AttributeName, ...] = ()
    """Attributes that an overview shows, in this order."""
    reach: tuple[KnownTopic, ...] = ()
    """Topics that tell how to get in touch, the best first."""
    everywhere: tuple[ConceptName, ...] = ()
    """Kinds of things that serve a whole country, whatever town is named; what they are for."""
    inherited: tuple[KnownTopic, ...] = ()
    """Topics of which what an organisation tells holds for all that it runs."""
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


class Term(Frozen):
    """Which word each language uses for something that is spoken of again and again."""

    words: Mapping[LanguageCode, Sentence]
    avoid: Mapping[LanguageCode, Words] = {}
    """Words that readers don't know, or that mean something else."""
    note: Sentence | None = None

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, written: object) -> object:
        """Take the languages, which stand beside the rest, together: `en = "vaccination"`."""
        if not isinstance(written, dict):
            return written
        rest = {key: written[key] for key in ("avoid", "note") if key in written}
        return {"words": {key: one for key, one in written.items() if key not in rest}, **rest}


class Glossary(Frozen):
    """What translations keep to."""

    terms: tuple[Term, ...] = ()
    spelling: Mapping[LanguageCode, Words] = {}
    """The spellings to prefer, in a language that has several for a word."""


class Talk(Frozen):
    """One kind of smalltalk."""

    says: Words
    reply: Sentence


class Sounds(Frozen):
    """How spellings of one word differ, in a language that has no fixed spelling."""

    same: Words = ()
    """Letters that stand for one sound: `wv`."""
    near: Words = ()
    """Letters that are taken for one another: `ei`."""
    loose: str = ""
    """Letters that come and go: vowels, and an `h` that is hardly heard."""


class WrittenLanguage(Frozen):
    """What `language.toml` says of a language."""

    code: LanguageTag
    name: Sentence
    script: Script
    """Unicode's name of the script, as in `LATIN SMALL LETTER A`."""
    locale: LocaleName
    """Whose habits figures, dates and lists are written in, as in `en_GB`."""
    stemmer: Stemmer | None = None
    """The name of its Snowball stemmer, such as `english`; None to match whole words."""
    endings: Words = ()
    """Endings that a word takes without becoming another one, beside those of its stemmer."""
    postpositional: bool = False
    """Whether what negates and limits stands behind: "dentist nahin hai", "500 se zyada"."""
    sounds: Sounds = Sounds()
    signs: str = ""
    """Letters and marks that hardly any other language here is written with: `¿ñ`."""
    wrong_letters: Mapping[Sentence, Sentence] = {}
    """Letters of a like script that belong to other languages -> those of this one."""
    mixes: tuple[LanguageCode, ...] = ()
    """Languages whose words its speakers mix in."""
    language_names: Mapping[LanguageTag, Sentence] = {}
    """What its readers call each language."""
    requests: Words = ()
    """How they ask for replies in a language: `answer in {language}`."""
    own_language: Words = ()
    """How they ask for replies in the language that they write in."""
    fillers: Words
    """Words that carry no content."""
    light: Words = ()
    """Words that colour a question and hardly change what it asks."""
    numbers: Mapping[Sentence, float] = {}
    """Number word, as it is written -> its number; they carry no content."""
    numbers_of: Words = ()
    """Phrases that ask for a count, or, before a name, for its number: `number of`."""
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
    topics: Mapping[str, Words] = {}
    """Topic -> how people ask for it, of whatever entity; topics that no fact has as well."""


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

    def languages_of(self, fact: Fact) -> tuple[str, ...]:
        """Give the languages that a fact has to be told in: those of its country, or all."""
        entity = self.entities[fact.entity]
        country = self.entities.get(entity.country or "", entity)
        return country.languages or tuple(self.languages)

    def wholes_of(self, entity: str) -> tuple[str, ...]:
        """Give the country and the group that an entity belongs to, itself aside."""
        one = self.entities[entity]
        wholes = dict.fromkeys((one.country, one.part_of))
        return tuple(whole for whole in wholes if whole is not None and whole != entity)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The entities that others are in."""
        return frozenset(filter(None, (entity.country for entity in self.entities.values())))

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Country or group -> the entities that belong to it."""
        members: dict[str, list[str]] = {}
        for entity in self.entities:
            for whole in self.wholes_of(entity):
                members.setdefault(whole, []).append(entity)
        return {whole: tuple(found) for whole, found in members.items()}

    @cached_property
    def things_of(self) -> Mapping[str, tuple[tuple[str, str, Fact], ...]]:
        """Entity -> each attribute and concept that its facts state, with the fact."""
        return {
            entity.id: tuple(
                (attribute, concept, fact)
                for fact in entity.facts
                for attribute, value in fact.states.items()
                if isinstance(value, tuple)
                for concept in value
            )
            for entity in self.entities.values()
        }

    @cached_property
    def stated_of(self) -> Mapping[str, frozenset[str]]:
        """Entity -> the attributes that its facts state."""
        return {
            entity.id: frozenset(attribute for fact in entity.facts for attribute in fact.states)
            for entity in self.entities.values()
        }

    @cached_property
    def concepts_of(self) -> Mapping[str, frozenset[str]]:
        """Entity -> the concepts that its facts state."""
        return {
            entity: frozenset(concept for _, concept, _ in stated)
            for entity, stated in self.things_of.items()
        }

    def as_of(self, fact: Fact) -> str | None:
        """Give when a fact was true, by itself or its only source; None if nothing says so."""
        dates = {self.sources[source].as_of for source in fact.source}
        return fact.as_of or (dates.pop() if len(dates) == 1 else None)

    def attributes_of(self, concept: str) -> frozenset[str]:
        """Give the attributes that a concept is, is stated of, or is a case of."""
        return self._attributes.get(concept, frozenset())

    @cached_property
    def _attributes(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {one: {one} for one in self.vocabulary.attributes}
        for attribute in self.vocabulary.attributes:
            for case in self.cases_of.get(attribute, ()):
                found.setdefault(case, set()).add(attribute)
        for values in self.things_of.values():
            for attribute, concept, _ in values:
                found.setdefault(concept, set()).add(attribute)
        return {concept: frozenset(attributes) for concept, attributes in found.items()}

    @cached_property
    def things(self) -> frozenset[str]:
        """The concepts of things that are there or not: a dentist, a kitchen, staff at all."""
        attributes = {key for key, one in self.vocabulary.attributes.items() if one.things}
        return frozenset(one for one, of in self._attributes.items() if of & attributes)

    @cached_property
    def cases_of(self) -> Mapping[str, frozenset[str]]:
        """Concept -> the concepts that are a case of it."""
        found: dict[str, set[str]] = {}
        for narrow, wide in self.vocabulary.broader.items():
            for concept in wide:
                found.setdefault(concept, set()).add(narrow)
        return {concept: frozenset(cases) for concept, cases in found.items()}

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

    def of_kinds(self, kinds: Iterable[str]) -> tuple[Entity, ...]:
        """Give the entities of some kinds, in the order of the files."""
        wanted = frozenset().union(*(self._of_kind.get(kind, ()) for kind in kinds))
        return tuple(entity for entity in self.entities.values() if entity.id in wanted)

    @cached_property
    def _of_kind(self) -> Mapping[str, frozenset[str]]:
        """Kind -> the entities that are of it, or of a narrower one."""
        found: dict[str, set[str]] = {}
        for entity in self.entities.values():
            for kind in self.kinds_of(entity.kind):
                found.setdefault(kind, set()).add(entity.id)
        return {kind: frozenset(entities) for kind, entities in found.items()}

    def is_any_of(self, kind: str, broader: Iterable[str]) -> bool:
        """Whether a kind of entity is, or belongs to, one of some broader ones."""
        return not set(broader).isdisjoint(self.kinds_of(kind))
