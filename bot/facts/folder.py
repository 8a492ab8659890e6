"""Which files a knowledge folder has, and what stands in them as yet unchecked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import Mistake
from bot.facts.pages import Page, read_page

_LANGUAGES: Final = "languages"
_SHARED: Final = frozenset({"sources.toml", "vocabulary.toml", "glossary.toml"})
_OF_A_LANGUAGE: Final = frozenset(
    {"language.toml", "phrases.toml", "smalltalk.toml", "topics.toml"}
)


@dataclass(frozen=True)
class LanguagePages:
    """The files of one language; None in the place of one that can't be read."""

    folder: Path
    language: Page | None
    phrases: Page | None
    smalltalk: Page | None
    topics: Page | None
    concepts: tuple[Page | None, ...]


@dataclass(frozen=True)
class FolderPages:
    """Every file of a knowledge folder; None in the place of one that can't be read."""

    path: Path
    sources: Page | None
    vocabulary: Page | None
    glossary: Page | None
    languages: Mapping[str, LanguagePages]
    entities: tuple[Page | None, ...]


class FolderReader:
    """Reads the files of a folder, and keeps the mistakes that it meets."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self.mistakes: list[Mistake] = []

    def read(self) -> FolderPages:
        """Read every file."""
        languages = self._folder / _LANGUAGES
        spoken = [path for path in sorted(languages.glob("*/")) if not self._is_hidden(path)]
        if not spoken:
            self._add(languages, "holds no language", "add en/language.toml")
        entities = tuple(map(self._page, self._entity_files()))
        vocabulary = self._folder / "vocabulary.toml"
        is_plain = not (os.path.lexists(vocabulary) or any(map(_needs_vocabulary, entities)))
        if not entities:
            self._add(self._folder, "holds no entity", "add a file for each thing to tell of")
        return FolderPages(
            self._folder,
            sources=self._page(self._folder / "sources.toml"),
            vocabulary=_no_vocabulary(vocabulary) if is_plain else self._page(vocabulary),
            glossary=self._page_if_there(self._folder / "glossary.toml"),
            languages={path.name: self._language(path) for path in spoken},
            entities=entities,
        )

    def _language(self, folder: Path) -> LanguagePages:
        concepts = [path for path in self._files(folder) if path.parent == folder / "concepts"]
        for path in self._files(folder):
            if path not in concepts and path.relative_to(folder).as_posix() not in _OF_A_LANGUAGE:
                self._add(path, "is read by nobody here", "move it to concepts, or rename it")
        return LanguagePages(
            folder,
            language=self._page(folder / "language.toml"),
            phrases=self._page(folder / "phrases.toml"),
            smalltalk=self._page_if_there(folder / "smalltalk.toml"),
            topics=self._page_if_there(folder / "topics.toml"),
            concepts=tuple(map(self._page, concepts)),
        )

    def _entity_files(self) -> Iterator[Path]:
        for path in self._files(self._folder):
            place = path.relative_to(self._folder)
            if place.parts[0] != _LANGUAGES and place.as_posix() not in _SHARED:
                yield path

    def _files(self, folder: Path) -> list[Path]:
        """Find files in a folder and those in it; editors keep hidden ones, which aren't ours."""
        return sorted(path for path in folder.rglob("*.toml") if not self._is_hidden(path))

    def _is_hidden(self, path: Path) -> bool:
        return any(part.startswith(".") for part in path.relative_to(self._folder).parts)

    def _page_if_there(self, path: Path) -> Page | None:
        return self._page(path) if path.exists() else None

    def _page(self, path: Path) -> Page | None:
        match read_page(path):
            case Page() as page:
                return page
            case mistake:
                self.mistakes.append(mistake)
                return None

    def _add(self, place: Path, problem: str, remedy: str) -> None:
        kind = "folder" if place.suffix != ".toml" else "file"
        self.mistakes.append(Mistake(place, 1, kind, problem, remedy))


def entity_files(folder: Path) -> Mapping[str, str]:
    """Give the file of each entity, from the folder on, where the folder has no mistakes."""
    pages = filter(None, FolderReader(folder).read().entities)
    return {page.content["id"]: page.path.relative_to(folder).as_posix() for page in pages}


def _needs_vocabulary(entity: Page | None) -> bool:
    """Whether an entity names ideas that only a vocabulary can explain."""
    match entity:
        case Page(content={"kind": _}):
            return True
        case Page(content={"facts": list(facts)}):
            tables = (fact for fact in facts if isinstance(fact, dict))
            return any(fact.keys() & {"topic", "states"} for fact in tables)
        case _:
            return False


def _no_vocabulary(path: Path) -> Page:
    """Stand in for the vocabulary of a plain FAQ, which has none."""
    return Page(path, {"topics": [], "kinds": {}, "attributes": {}}, text="")
