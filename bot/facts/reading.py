"""Reading a knowledge folder: all of it, or all mistakes in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.errors import KnowledgeError, Mistake
from bot.facts.checking import mistakes_in
from bot.facts.model import Concept, Entity, Knowledge, Language, Source, Talk, Vocabulary
from bot.facts.pages import Page, read_page, validated

Shape = TypeVar("Shape")

_LANGUAGES: Final = "languages"
_SHARED: Final = ("sources.toml", "vocabulary.toml")


def load(folder: Path) -> Knowledge:
    """Read and check a knowledge folder.

    Raises:
        KnowledgeError: with every mistake in it.

    """
    return _Reader(folder).knowledge()


class _Reader:
    """Reads one folder, and keeps the mistakes that it meets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mistakes: list[Mistake] = []
        self._pages: dict[tuple[str, ...], Page] = {}
        """What was read from where: `("entity", "callao")`, `("concept", "en", "dentist")`."""

    def knowledge(self) -> Knowledge:
        sources = self._sources()
        vocabulary = self._vocabulary()
        languages = self._languages()
        entities = self._entities()
        if vocabulary is not None:
            found = Knowledge(sources, vocabulary, entities, languages)
            self._mistakes.extend(mistakes_in(found, self._pages))
            if not self._mistakes:
                return found
        raise KnowledgeError(tuple(self._mistakes))

    def _sources(self) -> Mapping[str, Source]:
        page = self._page(self._folder / "sources.toml")
        return self._table(page, Source, "source") if page else {}

    def _vocabulary(self) -> Vocabulary | None:
        page = self._page(self._folder / "vocabulary.toml")
        if page is None:
            return None
        self._pages["vocabulary",] = page
        return self._value(page, Vocabulary, page.content)

    def _languages(self) -> Mapping[str, Language]:
        folders = sorted(
            path.parent for path in self._folder.glob(f"{_LANGUAGES}/*/language.toml")
        )
        if not folders:
            place = self._folder / _LANGUAGES
            self._mistakes.append(
                Mistake(place, 1, "folder", "holds no language", "add en/language.toml")
            )
        read = (self._language(folder) for folder in folders)
        return {language.code: language for language in read if language}

    def _language(self, folder: Path) -> Language | None:
        page, phrases = self._page(folder / "language.toml"), self._page(folder / "phrases.toml")
        concepts: dict[str, Concept] = {}
        for path in sorted(folder.glob("concepts/*.toml")):
            if concept_page := self._page(path):
                concepts |= self._table(concept_page, Concept, "concept", folder.name)
        talk = (
            self._page(folder / "smalltalk.toml") if (folder / "smalltalk.toml").exists() else None
        )
        smalltalk = self._table(talk, Talk, "smalltalk", folder.name) if talk else {}
        if page is None or phrases is None:
            return None
        self._pages["language", folder.name] = page
        self._pages["phrases", folder.name] = phrases
        whole = {**page.content, "phrases": phrases.content}
        joined = Page(page.path, {**page.content, "phrases": phrases.content}, page.lines)
        return self._value(
            joined, Language, {**whole, "concepts": concepts, "smalltalk": smalltalk}
        )

    def _entities(self) -> Mapping[str, Entity]:
        entities: dict[str, Entity] = {}
        for path in self._entity_files():
            page = self._page(path)
            entity = self._value(page, Entity, _with_fact_ids(page.content)) if page else None
            if page and entity and self._is_new(page, "entity", entity.id, where=("id",)):
                entities[entity.id] = entity
        return entities

    def _entity_files(self) -> Iterable[Path]:
        language_files = self._folder / _LANGUAGES
        return sorted(
            path
            for path in self._folder.rglob("*.toml")
            if language_files not in path.parents and path.name not in _SHARED
        )

    def _page(self, path: Path) -> Page | None:
        match read_page(path):
            case Page() as page:
                return page
            case mistake:
                self._mistakes.append(mistake)
                return None

    def _table(self, page: Page, shape: type[Shape], *name: str) -> dict[str, Shape]:
        """Read a page whose every table is one value, by its id."""
        table: dict[str, Shape] = {}
        for key, content in page.content.items():
            value = self._value(page, shape, content, (key,))
            if value is not None and self._is_new(page, *name, key, where=(key,)):
                table[key] = value
        return table

    def _is_new(self, page: Page, *key: str, where: tuple[str, ...]) -> bool:
        """Note where a thing stands, or that it stands elsewhere already."""
        first = self._pages.setdefault(key, page)
        if first is not page:
            problem = f"{key[-1]} is used twice, first in {first.path}"
            self._mistakes.append(page.mistake(where, problem, "rename one of the two"))
        return first is page

    def _value(
        self, page: Page, shape: type[Shape], content: Any, at: tuple[str, ...] = ()
    ) -> Shape | None:
        match validated(page, shape, content, at):
            case tuple() as mistakes:
                self._mistakes.extend(mistakes)
                return None
            case value:
                return value


def _with_fact_ids(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give each fact its entity, and its id: `callao/staff`, or `callao/` and its own id."""
    facts, entity = content.get("facts"), content.get("id")
    if not isinstance(facts, list):
        return content
    return {**content, "facts": [_with_id(fact, entity) for fact in facts]}


def _with_id(fact: Any, entity: Any) -> Any:
    if not isinstance(fact, dict) or "topic" not in fact:
        return fact
    return {**fact, "entity": entity, "id": f"{entity}/{fact.get('id', fact['topic'])}"}
