"""The checks that need the whole folder: references, doubles, and gaps."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from bot.errors import Mistake
from bot.facts.model import Entity, Fact, Knowledge, Language, Quantity
from bot.facts.pages import Page
from bot.facts.phrases import PHRASES
from bot.facts.places import Path as Place

Pages = Mapping[tuple[str, ...], Page]


def mistakes_in(knowledge: Knowledge, pages: Pages) -> Iterator[Mistake]:
    """Find what no single file shows."""
    for entity in knowledge.entities.values():
        yield from _entity_mistakes(entity, knowledge, pages["entity", entity.id])
    for language in knowledge.languages.values():
        yield from _phrase_mistakes(language, pages["phrases", language.code])
        yield from _concept_gaps(language, knowledge, pages["vocabulary",])
    yield from _vocabulary_mistakes(knowledge, pages["vocabulary",])


def _entity_mistakes(entity: Entity, knowledge: Knowledge, page: Page) -> Iterator[Mistake]:
    kinds, others = knowledge.vocabulary.kinds, knowledge.entities
    yield from _unknown(page, ("kind",), entity.kind, kinds, "kind of vocabulary.toml")
    for field, reference in (("country", entity.country), ("part_of", entity.part_of)):
        if reference is not None:
            yield from _unknown(page, (field,), reference, others, "entity")
    for name in ("name", "short", "aliases"):
        for code in getattr(entity, name):
            yield from _unknown(page, (name, code), code, knowledge.languages, "language")
    yield from _double_aliases(entity, page)
    used = Counter(fact.id for fact in entity.facts)
    for number, fact in enumerate(entity.facts):
        if used[fact.id] > 1:
            remedy = 'give one of the two an id of its own, as in id = "staff-nurse"'
            yield page.mistake(("facts", number, "topic"), f"{fact.id} is used twice", remedy)
        yield from _fact_mistakes(fact, knowledge, page, ("facts", number))


def _fact_mistakes(fact: Fact, knowledge: Knowledge, page: Page, at: Place) -> Iterator[Mistake]:
    topics = knowledge.vocabulary.topics
    yield from _unknown(page, (*at, "topic"), fact.topic, topics, "topic of vocabulary.toml")
    for source in fact.source:
        yield from _unknown(page, (*at, "source"), source, knowledge.sources, "source")
    for field in ("text", "ask"):
        for code in getattr(fact, field):
            yield from _unknown(page, (*at, field, code), code, knowledge.languages, "language")
    for attribute in fact.states:
        yield from _state_mistakes(fact, attribute, knowledge, page, (*at, "states", attribute))


def _state_mistakes(
    fact: Fact, attribute: str, knowledge: Knowledge, page: Page, at: Place
) -> Iterator[Mistake]:
    attributes = knowledge.vocabulary.attributes
    if attribute not in attributes:
        yield from _unknown(page, at, attribute, attributes, "attribute of vocabulary.toml")
        return
    value, wanted = fact.states[attribute], attributes[attribute].type
    found = _type_name(value)
    if found != wanted:
        yield page.mistake(at, f"is a {found}, but {attribute} is a {wanted}", f"write a {wanted}")
    if isinstance(value, tuple):
        for concept in value:
            for language in knowledge.languages.values():
                known = language.concepts
                yield from _unknown(page, at, concept, known, f"concept in {language.name}")


def _type_name(value: tuple[str, ...] | Quantity | str) -> str:
    match value:
        case tuple():
            return "set"
        case Quantity():
            return "quantity"
        case str():
            return "date"


def _double_aliases(entity: Entity, page: Page) -> Iterator[Mistake]:
    for code, aliases in entity.aliases.items():
        used = Counter(alias.casefold() for alias in aliases)
        for alias, times in used.items():
            if times > 1:
                yield page.mistake(("aliases", code), f'"{alias}" stands twice', "remove one")


def _phrase_mistakes(language: Language, page: Page) -> Iterator[Mistake]:
    for key in PHRASES.keys() - language.phrases.keys():
        yield page.mistake((key,), "is missing", "add the sentence")
    for key in language.phrases:
        yield from _unknown(page, (key,), key, PHRASES, "phrase")
    for key in PHRASES.keys() & language.phrases.keys():
        yield from _blank_mistakes(key, language.phrases[key], page)


def _blank_mistakes(key: str, phrase: str, page: Page) -> Iterator[Mistake]:
    """Compare the blanks of a phrase, `{name}`, with those that it has to have."""
    try:
        blanks = {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}
    except ValueError as error:
        yield page.mistake((key,), f"has a broken brace ({error})", "write {{ for a plain {")
        return
    for blank in sorted(PHRASES[key] - blanks):
        yield page.mistake((key,), f"lacks {{{blank}}}", "put it where the value belongs")
    for blank in sorted(blanks - PHRASES[key]):
        yield page.mistake((key,), f"has {{{blank}}}, which nothing fills", "remove it")


def _concept_gaps(language: Language, knowledge: Knowledge, page: Page) -> Iterator[Mistake]:
    """Find ideas of the vocabulary for which a language has no words."""
    vocabulary = knowledge.vocabulary
    places: Mapping[str, Collection[str]] = {
        "topics": vocabulary.topics,
        "kinds": vocabulary.kinds,
        "attributes": vocabulary.attributes,
        "broader": vocabulary.broader,
    }
    for place, concepts in places.items():
        for concept in concepts:
            if concept not in language.concepts:
                remedy = f"add [{concept}] to a file in languages/{language.code}/concepts"
                problem = f"{concept} has no words in {language.name}"
                yield page.mistake((place, concept), problem, remedy)


def _vocabulary_mistakes(knowledge: Knowledge, page: Page) -> Iterator[Mistake]:
    kinds = knowledge.vocabulary.kinds
    for kind, broader in kinds.items():
        if broader:
            yield from _unknown(page, ("kinds", kind), broader, kinds, "kind")
    concepts = {
        concept for language in knowledge.languages.values() for concept in language.concepts
    }
    for concept in knowledge.vocabulary.weak:
        yield from _unknown(page, ("weak",), concept, concepts, "concept")
    for narrow, wide in knowledge.vocabulary.broader.items():
        for concept in wide:
            yield from _unknown(page, ("broader", narrow), concept, concepts, "concept")


def _unknown(
    page: Page, at: Place, name: str, known: Collection[str], what: str
) -> Iterator[Mistake]:
    """Say so where a name leads to nothing."""
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else "add it, or correct its spelling"
    yield page.mistake(at, f"{name} is no {what}", remedy)
