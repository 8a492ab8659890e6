"""The names that the files of a folder give to things, for others to refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from bot.facts.folder import FolderPages, LanguagePages
from bot.facts.pages import did_you_mean, near

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a name looks like."""

Names = Collection[str] | None
"""Names that are known; None where they can't be, so that none is unknown."""


@dataclass(frozen=True)
class Declared:
    """All names, those of things that have mistakes too."""

    sources: Names
    entities: Names
    languages: Names
    topics: Names
    kinds: Names
    attributes: Mapping[str, object] | None
    """Attribute -> its type."""
    concepts: Names
    """What at least one language has words for."""


def declared_in(pages: FolderPages) -> Declared:
    """Collect the names that a folder's files declare."""
    vocabulary = pages.vocabulary.content if pages.vocabulary else {}
    return Declared(
        sources=_names(pages.sources and pages.sources.content),
        entities=_together(_names(page and [page.content.get("id")]) for page in pages.entities),
        languages=pages.languages.keys(),
        topics=_names(vocabulary.get("topics")),
        kinds=_names(vocabulary.get("kinds")),
        attributes=_types(vocabulary.get("attributes")),
        concepts=_together(map(concepts_in, pages.languages.values())),
    )


def concepts_in(language: LanguagePages) -> Names:
    """Give the concepts that a language has words for."""
    return _together(_names(page and page.content) for page in language.concepts)


def known(collection: str, what: str) -> AfterValidator:
    """Make a check that a name is among those declared; outside of a folder any name is."""

    def check(name: str, info: ValidationInfo) -> str:
        names: Names = getattr(info.context, collection, None)
        if name and names is not None and name not in names:
            remedy = did_you_mean(near(name, names), "add it, or correct its spelling")
            raise wrong(f"{name} is no {what}", remedy)
        return name

    return AfterValidator(check)


def wrong(problem: str, remedy: str) -> PydanticCustomError:
    """Describe a mistake that a validator finds."""
    return PydanticCustomError(
        "wrong", "{problem}; {remedy}", {"problem": problem, "remedy": remedy}
    )


def _names(value: object) -> Names:
    """Give the texts of a list or the keys of a table, if all can be names."""
    match value:
        case list() | dict() if all(isinstance(one, str) and SLUG.fullmatch(one) for one in value):
            return list(value)
        case _:
            return None


def _types(attributes: object) -> Mapping[str, object] | None:
    match attributes:
        case dict():
            return {name: _type_in(shape) for name, shape in attributes.items()}
        case _:
            return None


def _type_in(attribute: object) -> object:
    return attribute.get("type") if isinstance(attribute, dict) else None


def _together(parts: Iterable[Names]) -> Names:
    """Put names of several files together, if all of the files could be read."""
    together: set[str] = set()
    for names in parts:
        if names is None:
            return None
        together.update(names)
    return together
