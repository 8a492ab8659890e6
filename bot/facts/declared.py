"""The names that the files of a folder give to things, for others to refer to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from bot.facts.folder import FolderPages, LanguagePages
from bot.facts.pages import Page, near


@dataclass(frozen=True)
class Declared:
    """All names, of things that are otherwise wrong too.

    None where a file that may bring more of them can't be read: nothing is unknown then.
    """

    sources: Collection[str] | None
    entities: Collection[str] | None
    languages: Collection[str] | None
    topics: Collection[str] | None
    kinds: Collection[str] | None
    attributes: Mapping[str, object] | None
    """Attribute -> its type."""
    concepts: Collection[str] | None
    """What any language has words for."""


def declared_in(pages: FolderPages) -> Declared:
    """Collect the names of a folder."""
    vocabulary = pages.vocabulary
    attributes = _table(vocabulary, "attributes")
    topics = vocabulary.content.get("topics") if vocabulary else None
    return Declared(
        sources=pages.sources.content.keys() if pages.sources else None,
        entities=_all(page and (_text(page.content.get("id")),) for page in pages.entities),
        languages=pages.languages.keys(),
        topics=_texts(topics) if isinstance(topics, list) else None,
        kinds=_table(vocabulary, "kinds"),
        attributes=attributes and {name: _type(value) for name, value in attributes.items()},
        concepts=_all(concepts_in(language) for language in pages.languages.values()),
    )


def concepts_in(language: LanguagePages) -> Collection[str] | None:
    """Give the concepts for which a language has words."""
    return _all(page and page.content.keys() for page in language.concepts)


def wrong(problem: str, remedy: str) -> PydanticCustomError:
    """Describe a mistake that a validator finds."""
    return PydanticCustomError("wrong", "{problem}", {"problem": problem, "remedy": remedy})


def known(collection: str, what: str) -> AfterValidator:
    """Check that a name is among those that the folder declares; any is, outside of a folder."""
    return AfterValidator(_check(collection, what))


def _check(collection: str, what: str) -> Callable[[str, ValidationInfo], str]:
    def check(name: str, info: ValidationInfo) -> str:
        names = getattr(info.context, collection, None)
        if name and names is not None and name not in names:
            raise unknown(name, names, what)
        return name

    return check


def unknown(name: str, names: Collection[str], what: str) -> PydanticCustomError:
    """Say that a name leads to nothing, and which one was probably meant."""
    meant = near(name, names)
    remedy = f"did you mean {meant}?" if meant else "add it there, or correct its spelling"
    return wrong(f"{name} is no {what}", remedy)
