"""Reading a knowledge folder: all of it, or all mistakes in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from pydantic import TypeAdapter

from bot.errors import KnowledgeError, Mistake
from bot.facts.checking import mistakes_in
from bot.facts.declared import Declared, declared_in
from bot.facts.folder import FolderPages, FolderReader, LanguagePages
from bot.facts.forms import Sentence, Slug
from bot.facts.model import (
    Concept,
    Entity,
    Fact,
    Glossary,
    Knowledge,
    Language,
    Source,
    Talk,
    Vocabulary,
    WrittenEntity,
    WrittenFact,
    WrittenLanguage,
)
from bot.facts.pages import Page, validated

Shape = TypeVar("Shape")

_NAME: Final[TypeAdapter[str]] = TypeAdapter(Slug)
_ANY_NAME: Final = TypeAdapter(str)
_PHRASE: Final[TypeAdapter[str]] = TypeAdapter(Sentence)
_SOURCE: Final = TypeAdapter(Source)
_TALK: Final = TypeAdapter(Talk)
_ASKS: Final = TypeAdapter(list[Sentence])
_CONCEPT: Final = TypeAdapter(Concept)
_VOCABULARY: Final = TypeAdapter(Vocabulary)
_GLOSSARY: Final = TypeAdapter(Glossary)
_LANGUAGE: Final = TypeAdapter(WrittenLanguage)
_ENTITY: Final = TypeAdapter(WrittenEntity)


def load(folder: Path) -> Knowledge:
    """Read and check a knowledge folder.

    Raises:
        KnowledgeError: with every mistake in it.

    """
    if not folder.is_dir():
        remedy = "name the folder that holds sources.toml"
        raise KnowledgeError((Mistake(folder, 1, "folder", "is not there", remedy),))
    files = FolderReader(folder)
    pages = files.read()
    shapes = _Shapes(declared_in(pages))
    found = shapes.knowledge(pages)
    mistakes = (*files.mistakes, *shapes.mistakes, *mistakes_in(pages))
    if mistakes or found is None:
        raise KnowledgeError(mistakes)
    return found


class _Shapes:
    """Makes values of what stands in the files, and keeps the mistakes that it meets."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self.mistakes: list[Mistake] = []

    def knowledge(self, pages: FolderPages) -> Knowledge | None:
        """Make a value of all that is right; None where the vocabulary is wrong."""
        sources = self._table(pages.sources, _SOURCE)
        vocabulary = self._whole(pages.vocabulary, _VOCABULARY)
        languages = [self._language(one) for one in pages.languages.values()]
        entities = [self._entity(page) for page in pages.entities]
        self._whole(pages.glossary, _GLOSSARY)
        if vocabulary is None:
            return None
        return Knowledge(
            sources,
            vocabulary,
            entities={entity.id: entity for entity in entities if entity},
            languages={language.code: language for language in languages if language},
        )

    def _language(self, pages: LanguagePages) -> Language | None:
        written = self._whole(pages.language, _LANGUAGE)
        phrases = self._table(pages.phrases, _PHRASE, _ANY_NAME)
        smalltalk = self._table(pages.smalltalk, _TALK)
        topics = self._table(pages.topics, _ASKS)
        concepts: dict[str, Concept] = {}
        for page in pages.concepts:
            concepts |= self._table(page, _CONCEPT)
        if written is None:
            return None
        return Language(
            **dict(written),
            phrases=phrases,
            smalltalk=smalltalk,
            topics=topics,
            concepts=concepts,
        )

    def _entity(self, page: Page | None) -> Entity | None:
        written = self._whole(page, _ENTITY)
        if written is None:
            return None
        facts = tuple(_named(fact, written.id) for fact in written.facts)
        return Entity(**{**dict(written), "facts": facts})

    def _whole(self, page: Page | None, shape: TypeAdapter[Shape]) -> Shape | None:
        """Read a page that is one value."""
        return self._value(page, shape, page.content) if page else None

    def _table(
        self, page: Page | None, shape: TypeAdapter[Shape], name: TypeAdapter[str] = _NAME
    ) -> dict[str, Shape]:
        """Read a page of names, each with a value of the same shape."""
        table: dict[str, Shape] = {}
        if page:
            for key, content in page.content.items():
                self._value(page, name, key, (key,))
                value = self._value(page, shape, content, (key,))
                if value is not None:
                    table[key] = value
        return table

    def _value(
        self, page: Page, shape: TypeAdapter[Shape], content: object, at: tuple[str, ...] = ()
    ) -> Shape | None:
        match validated(page, shape, content, at, self._declared):
            case tuple() as mistakes:
                self.mistakes.extend(mistakes)
                return None
            case value:
                return value


def _named(fact: WrittenFact, entity: str) -> Fact:
    """Give a fact its entity, and its id in reports: `callao/staff`."""
    return Fact(**{**dict(fact), "entity": entity, "id": f"{entity}/{fact.id or fact.topic}"})
