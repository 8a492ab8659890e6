"""The checks that need more than one key or file: doubles, circles, gaps, and phrases."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from bot.errors import Mistake
from bot.facts.declared import concepts_in
from bot.facts.folder import FolderPages, LanguagePages
from bot.facts.pages import Page, did_you_mean, near
from bot.facts.phrases import PHRASES
from bot.facts.places import Path as Place

_LONGEST_ID: Final = 48
"""Characters of a fact's id, which has to fit into a button of Telegram."""


class _Use(NamedTuple):
    """A name, and where it stands."""

    name: str
    page: Page
    at: Place


def mistakes_in(pages: FolderPages) -> Iterator[Mistake]:
    """Find what no single key shows; things that are otherwise wrong are looked at too."""
    entities = [page for page in pages.entities if page]
    yield from _doubles(_ids(entities), "give one of the two another id")
    for field in ("country", "part_of"):
        yield from _circles(_references(entities, field))
    for page in entities:
        yield from _fact_id_mistakes(page)
    for code, language in pages.languages.items():
        yield from _language_mistakes(code, language)
    if pages.vocabulary:
        yield from _circles(_broader_kinds(pages.vocabulary))
        yield from _gaps(pages, frozenset(chain(_named_in(pages.vocabulary), _stated(entities))))


# doubles


def _doubles(uses: Iterable[_Use], remedy: str) -> Iterator[Mistake]:
    """Find names that are given a second time."""
    first: dict[str, _Use] = {}
    for use in uses:
        earlier = first.setdefault(use.name, use)
        if earlier is not use:
            place = f"{earlier.page.path}:{earlier.page.line_of(earlier.at)}"
            problem = f"{use.name} is used twice, first in {place}"
            yield use.page.mistake(use.at, problem, remedy)


def _ids(entities: Iterable[Page]) -> Iterator[_Use]:
    for page in entities:
        if isinstance(name := page.content.get("id"), str):
            yield _Use(name, page, ("id",))


def _fact_id_mistakes(page: Page) -> Iterator[Mistake]:
    uses = list(_fact_ids(page))
    yield from _doubles(uses, 'give one of the two an id of its own, as in id = "staff-nurse"')
    for use in uses:
        if len(use.name) > _LONGEST_ID:
            problem = f"{use.name} is longer than {_LONGEST_ID} characters"
            yield page.mistake(use.at, problem, "give the fact a shorter id")


def _fact_ids(page: Page) -> Iterator[_Use]:
    """Name the facts as reports do: `callao/staff`."""
    facts = page.content.get("facts")
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        match fact:
            case {"id": str(own)}:
                yield _Use(f"{page.content.get('id')}/{own}", page, ("facts", number, "id"))
            case {"topic": str(own)}:
                yield _Use(f"{page.content.get('id')}/{own}", page, ("facts", number, "topic"))


# circles


def _circles(links: Mapping[str, _Use]) -> Iterator[Mistake]:
    """Find names that lead back to themselves; `links` says to which each leads, and where."""
    seen: set[str] = set()
    for start in links:
        trail: list[str] = []
        name = start
        while name in links and name not in seen:
            seen.add(name)
            trail.append(name)
            name = links[name].name
        if name in trail:
            circle = " > ".join([*trail[trail.index(name) :], name])
            use = links[name]
            yield use.page.mistake(use.at, f"leads back to itself: {circle}", "name another")


def _references(entities: Iterable[Page], field: str) -> Mapping[str, _Use]:
    named = ((use.name, use.page, use.page.content.get(field)) for use in _ids(entities))
    return {
        name: _Use(other, page, (field,)) for name, page, other in named if isinstance(other, str)
    }


def _broader_kinds(page: Page) -> Mapping[str, _Use]:
    match page.content:
        case {"kinds": dict(kinds)}:
            return {
                kind: _Use(broader, page, ("kinds", kind))
                for kind, broader in kinds.items()
                if isinstance(broader, str)
            }
        case _:
            return {}


# languages


def _language_mistakes(code: str, language: LanguagePages) -> Iterator[Mistake]:
    if language.language and language.language.content.get("code", code) != code:
        problem = f"differs from the name of its folder, {code}"
        yield language.language.mistake(("code",), problem, "rename one of the two")
    pages = filter(None, language.concepts)
    concepts = (_Use(name, page, (name,)) for page in pages for name in page.content)
    yield from _doubles(concepts, "make one of the two")
    if language.phrases:
        yield from _phrase_mistakes(language.phrases)


def _phrase_mistakes(page: Page) -> Iterator[Mistake]:
    meant = {key: near(key, PHRASES) for key in page.content if key not in PHRASES}
    for key, probably in meant.items():
        yield page.mistake((key,), "is no phrase of the bot", did_you_mean(probably, "remove it"))
    for key, blanks in PHRASES.items():
        match page.content.get(key):
            case None if key not in meant.values():
                with_blanks = f" with {_in_braces(blanks)}" if blanks else ""
                yield page.mistake((key,), "is missing", f"add a sentence{with_blanks}")
            case str(phrase):
                yield from _blank_mistakes(page, key, phrase)


def _blank_mistakes(page: Page, key: str, phrase: str) -> Iterator[Mistake]:
    """Compare the blanks of a phrase, `{name}`, with those that it has to have."""
    wanted = PHRASES[key]
    try:
        blanks = frozenset(_blanks_in(phrase))
    except ValueError as error:
        yield page.mistake((key,), f"has a broken brace ({error})", "write {{ for a plain {")
        return
    if blanks != wanted:
        problem = f"has the blanks {_in_braces(blanks)} instead of {_in_braces(wanted)}"
        yield page.mistake((key,), problem, "put each where its value belongs")


def _blanks_in(phrase: str) -> Iterator[str]:
    """Give the blanks, with all that stands in their braces: `figure:>9`."""
    for _, name, form, conversion in string.Formatter().parse(phrase):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def _in_braces(blanks: Iterable[str]) -> str:
    return ", ".join(f"{{{blank}}}" for blank in sorted(blanks)) or "none"


# gaps


def _gaps(pages: FolderPages, needed: frozenset[str]) -> Iterator[Mistake]:
    """Find ideas for which one language has words and another has none."""
    words = {code: concepts_in(language) for code, language in pages.languages.items()}
    somewhere = frozenset(chain.from_iterable(filter(None, words.values())))
    for code, concepts in words.items():
        if concepts is not None:
            for concept in (needed & somewhere).difference(concepts):
                folder = pages.languages[code].folder / "concepts"
                yield Mistake(
                    folder, 1, concept, "has no words", f"add [{concept}] to a file here"
                )


def _named_in(vocabulary: Page) -> Iterator[str]:
    """Give the ideas that a vocabulary names."""
    for part in ("topics", "kinds", "attributes", "broader", "weak", "decisive"):
        yield from _texts(vocabulary.content.get(part))


def _stated(entities: Iterable[Page]) -> Iterator[str]:
    """Give the ideas that facts state as data, or that their sources dispute."""
    for page in entities:
        facts = page.content.get("facts")
        for fact in facts if isinstance(facts, list) else ():
            for data in (
                (fact.get("states"), fact.get("disputes")) if isinstance(fact, dict) else ()
            ):
                yield from _in_lists(data)


def _in_lists(data: object) -> Iterator[str]:
    """Give the ideas in those values of a table that are lists."""
    for value in data.values() if isinstance(data, dict) else ():
        if isinstance(value, list):
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """Give the texts in a list, or the keys of a table."""
    for one in value if isinstance(value, list | dict) else ():
        if isinstance(one, str):
            yield one
