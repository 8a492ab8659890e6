"""What each fact accounts for: the ideas it is asked for, and those that it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import regex

from bot.facts.model import Fact, Knowledge, states_a_figure
from bot.facts.operations import Operation
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Outline, outline

_TOPIC, _ASKED, _STATED, _TOLD = 1.0, 0.95, 0.9, 0.8
"""How far a fact accounts for its topic, what it is asked for, what it states, what it tells."""
_ASKED_WORD: Final = 0.35
"""The same for a mere word that it is asked with, which says little without the others."""
_OWN, _MEMBER, _NAMED, _PARENT = 1.0, 0.85, 0.63, 0.4
"""How far a fact accounts for an entity: its own, the whole of it, named in it, a part of it."""
_ABROAD: Final = 0.3
"""The same for a country that it names, and isn't in."""
_FIGURE: Final = regex.compile(r"\p{N}")
_YEAR: Final = regex.compile(r"(19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one fact accounts for, as one language asks for it."""

    asks: tuple[frozenset[str], ...]
    """The keys of each way of asking for it."""
    words: tuple[tuple[str, ...], ...]
    """The words of each way of asking, those of names aside."""
    levels: Mapping[str, float]
    """Key -> how far it accounts for it, 0 to 1."""
    entities: Mapping[str, float]
    """Entity -> how far it is about it, 0 to 1."""
    named: tuple[str, ...]
    """The entities that its sentence names, in its order."""
    ideas: frozenset[str]
    """Those of its keys that are ideas and operations, the same in every language."""

    def beside(self, original: Profile) -> Profile:
        """Add the ideas that another language makes of the same fact; words are each one's own."""
        ideas = {key: level for key, level in original.levels.items() if key in original.ideas}
        levels = {
            key: max(self.levels.get(key, 0.0), ideas.get(key, 0.0))
            for key in self.levels.keys() | ideas.keys()
        }
        asks = dict.fromkeys((*self.asks, *(ask & original.ideas for ask in original.asks)))
        return replace(
            self,
            asks=tuple(filter(None, asks)),
            levels=levels,
            entities={**original.entities, **self.entities},
            named=self.named or original.named,
            ideas=self.ideas | original.ideas,
        )


Profiles = Mapping[str, Profile]
"""Fact -> its profile."""


class Gist(NamedTuple):
    """What one sentence comes to, whatever it is a sentence of."""

    keys: frozenset[str]
    """Of its ideas and words."""
    frames: frozenset[str]
    """Of its operations."""
    words: tuple[str, ...]
    """Its words, those of names aside."""
    named: tuple[str, ...]
    """What it names without doubt, in its order."""


Gists = MutableMapping[str, Gist]
"""Sentence -> its gist, of one language."""


class Profiler:
    """Works out the profiles of one knowledge folder in one language."""

    def __init__(
        self, knowledge: Knowledge, lexicon: Lexicon, language: str, gists: Gists | None = None
    ) -> None:
        """Take the knowledge and the language's words; `gists` are read, and added to."""
        self._knowledge, self._lexicon, self._language = knowledge, lexicon, language
        self._ideas = lexicon.spoken.concepts.keys()
        self._general = _general_ideas(knowledge, self._ideas)
        self._gists = {} if gists is None else gists
        """Places of one kind are asked for in the same words."""

    def profile(self, fact: Fact) -> Profile:
        """Work out what a fact accounts for."""
        told = self._gist_of(fact.text.get(self._language, ""))
        asked = [self._gist_of(text) for text in fact.ask.get(self._language, ())]
        said = (one for one in told.named if one != fact.entity)
        named = tuple(dict.fromkeys((*fact.lists, *said)))
        levels = self._levels(fact, told, asked)
        return Profile(
            asks=(*(one.keys | one.frames for one in asked), frozenset({fact.topic})),
            words=tuple(one.words for one in asked),
            levels=levels,
            entities=self._entities(fact, named),
            named=fact.lists or named,
            ideas=frozenset(filter(self._is_idea, levels)),
        )

    def _gist_of(self, text: str) -> Gist:
        if (gist := self._gists.get(text)) is None:
            gist = self._gists[text] = _gist(outline(text, self._lexicon))
        return gist

    def _levels(self, fact: Fact, told: Gist, asked: Sequence[Gist]) -> Mapping[str, float]:
        kind = self._knowledge.entities[fact.entity].kind
        mentioned = (key for key in told.keys if key not in self._general)
        levels = dict.fromkeys(mentioned, _TOLD)
        levels |= dict.fromkeys(stated_concepts(fact), _STATED)
        for key in frozenset[str]().union(*(one.keys | one.frames for one in asked)):
            level = _ASKED if self._is_idea(key) else _ASKED_WORD
            levels[key] = max(level, levels.get(key, 0.0))
        served = _served(fact, counts=self._counts(fact))
        levels |= dict.fromkeys(map(frame_key, served), _ASKED)
        about = (fact.topic, *fact.states, *self._knowledge.kinds_of(kind))
        in_name = (key for key in self._name_ideas(fact.entity) if key not in levels)
        return levels | dict.fromkeys(in_name, _TOLD) | dict.fromkeys(about, _TOPIC)

    def _counts(self, fact: Fact) -> bool:
        """Whether a fact's sentences give a number that counts: no year, and no name like 1121."""
        stems = set(self._lexicon.phrase(fact.text.get(self._language, "")))
        figures = (stem for stem in stems - self._lexicon.in_names if _FIGURE.search(stem))
        counts = any(not _YEAR.fullmatch(figure) for figure in figures)
        return counts or not self._lexicon.numbers.isdisjoint(stems)

    def _is_idea(self, key: str) -> bool:
        """Whether a key is that of an idea or operation, and no mere word."""
        return key.startswith("?") or key in self._ideas

    def _name_ideas(self, entity: str) -> frozenset[str]:
        """Give the ideas in an entity's name: "SOS" in "SOS Children's Villages Pakistan"."""
        name = self._knowledge.entities[entity].name.get(self._language, "")
        spans = self._lexicon.read(name).spans
        return frozenset(one for span in spans for one in span.inner_ids("concept"))

    def _entities(self, fact: Fact, named: tuple[str, ...]) -> Mapping[str, float]:
        country = self._knowledge.entities[fact.entity].country
        abroad = self._knowledge.countries - {country, fact.entity} if country else frozenset()
        entities = {one: _ABROAD if one in abroad else _NAMED for one in named}
        entities |= dict.fromkeys(self._knowledge.members.get(fact.entity, ()), _PARENT)
        entities |= dict.fromkeys(self._knowledge.wholes_of(fact.entity), _MEMBER)
        return entities | {fact.entity: _OWN}


def profiles_of(
    knowledge: Knowledge, lexicon: Lexicon, language: str, gists: Gists | None = None
) -> Profiles:
    """Work out what each fact accounts for, as one language asks for it."""
    profiler = Profiler(knowledge, lexicon, language, gists)
    return {one: profiler.profile(fact) for one, fact in knowledge.facts.items()}


def keys_of(item: Item) -> Iterator[str]:
    """Give what an item of a question can be found by: its ideas, and its very words."""
    yield from item.concepts
    if item.stem:
        yield item.stem


def frame_key(operation: Operation) -> str:
    """Give the key of an operation, beside those of ideas and words."""
    return f"?{Operation.LIST if operation is Operation.WHICH else operation}"


def stated_concepts(fact: Fact) -> tuple[str, ...]:
    """Give the concepts that a fact states as data."""
    sets = (value for value in fact.states.values() if isinstance(value, tuple))
    return tuple(concept for value in sets for concept in value)


def _general_ideas(knowledge: Knowledge, ideas: Collection[str]) -> frozenset[str]:
    """Find the ideas that no fact is about: a word in passing tells nothing of them.

    "The source names no town" does not tell anybody's name.
    """
    vocabulary = knowledge.vocabulary
    told = {*vocabulary.topics, *vocabulary.kinds, *vocabulary.attributes, *vocabulary.broader}
    for fact in knowledge.facts.values():
        told.update(stated_concepts(fact))
    return frozenset(ideas) - told


def _gist(sentence: Outline) -> Gist:
    sure = (entities for entities in sentence.named if len(entities) == 1)
    return Gist(
        keys=frozenset(_item_keys(sentence)),
        frames=frozenset(map(frame_key, sentence.operations)),
        words=sentence.words,
        named=tuple(dict.fromkeys(entity for entities in sure for entity in entities)),
    )


def _item_keys(sentence: Outline) -> Iterator[str]:
    for item in sentence.items:
        yield from keys_of(item)
        yield from item.inner


def _served(fact: Fact, *, counts: bool) -> Iterator[Operation]:
    """Give the operations that what a fact states serves by itself."""
    if counts or states_a_figure(fact):
        yield Operation.HOW_MANY
    if any(isinstance(value, str) for value in fact.states.values()):
        yield Operation.WHEN
