"""What a folder can be used with and is worth a look: above all, how translations stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

import regex

from bot.errors import Mistake
from bot.facts.folder import FolderPages, FolderReader, LanguagePages
from bot.facts.model import fingerprint
from bot.facts.pages import Page
from bot.facts.places import Path as Place

_ASKED: Final = {"ask", "aliases", "words", "says"}
"""What people type, which may be any word."""
_BY_LANGUAGE: Final = ("name", "short", "aliases")
"""What an entity has in each language."""


class Note(StrEnum):
    """The sorts of notes."""

    MISSING = "facts that are not translated"
    OUTDATED = "translations of an older text"
    UNREVIEWED = "translations that nobody has reviewed"
    LETTERS = "letters of another script or language"
    AVOIDED = "words that the glossary warns of"
    SHARED = "words of two ideas of which neither is a case of the other"


Notes = Mapping[Note, tuple[Mistake, ...]]


def notes_on(folder: Path) -> Notes:
    """Read a folder that has no mistakes, and note what is worth a look."""
    pages = FolderReader(folder).read()
    noted: dict[Note, list[Mistake]] = {note: [] for note in Note}
    for note, mistake in (
        *_on_facts(pages),
        *_on_letters(pages),
        *_on_terms(pages),
        *_on_words(pages),
    ):
        noted[note].append(mistake)
    return {note: tuple(sorted(found)) for note, found in noted.items()}


# translations


def _on_facts(pages: FolderPages) -> Iterator[tuple[Note, Mistake]]:
    entities = [page for page in pages.entities if page]
    wanted = {
        page.content["id"]: page.content["languages"]
        for page in entities
        if "languages" in page.content
    }
    for page in entities:
        country = page.content.get("country", page.content["id"])
        languages = wanted.get(country, pages.languages)
        for number, fact in enumerate(page.content.get("facts", ())):
            yield from _on_fact(page, ("facts", number), fact, languages)


def _on_fact(
    page: Page, at: Place, fact: Mapping[str, Mapping[str, object]], languages: Iterable[str]
) -> Iterator[tuple[Note, Mistake]]:
    text, reviewed = fact["text"], fact.get("reviewed", {})
    first, original = next(iter(text.items()))
    for code in languages:
        if code not in text:
            remedy = f"add text.{code}; until then readers get it in {first}"
            yield Note.MISSING, page.mistake((*at, "text"), f"isn't there in {code}", remedy)
        elif code not in (asks := fact.get("ask", {})) and first in asks:
            problem = f"holds no way of asking in {code}"
            yield Note.MISSING, page.mistake((*at, "ask"), problem, f"add ask.{code}")
    for code in text.keys() - {first}:
        place, current = (*at, "text", code), fingerprint(str(original).strip())
        reviewed_now = f'reviewed.{code} = {{ on = <day>, of = "{current}" }}'
        compare = f"compare it with text.{first}, then write {reviewed_now}"
        match reviewed.get(code):
            case None:
                problem = "has not been reviewed"
                yield Note.UNREVIEWED, page.mistake(place, problem, compare)
            case {"of": of} if of != current:
                problem = f"is of an older text.{first}, and not told any more"
                yield Note.OUTDATED, page.mistake(place, problem, compare)


# letters


def _on_letters(pages: FolderPages) -> Iterator[tuple[Note, Mistake]]:
    for code, language in pages.languages.items():
        if language.language is None:
            continue
        strange = _letters_not_of(language.language.content)
        instead = language.language.content.get("wrong_letters", {})
        for page, place, text in _texts_in(code, language, pages.entities):
            if found := strange.search(text):
                letter = found.group()
                remedy = f"write {instead[letter]}" if letter in instead else "write it anew"
                problem = f"has {letter} (U+{ord(letter):04X}), which is no letter of {code}"
                yield Note.LETTERS, page.mistake(place, problem, remedy)


def _letters_not_of(language: Mapping[str, object]) -> regex.Pattern[str]:
    """Match what a language isn't written with; names may be in Latin letters."""
    script = str(language["script"]).title()
    wrong = "".join(map(regex.escape, language.get("wrong_letters", {})))  # type: ignore[call-overload]
    others = rf"[\p{{L}}--\p{{Latin}}--\p{{{script}}}]"
    return regex.compile(rf"(?V1){others}|[{wrong}]" if wrong else rf"(?V1){others}")


def _texts_in(
    code: str, language: LanguagePages, entities: Iterable[Page | None]
) -> Iterator[tuple[Page, Place, str]]:
    """Give the texts of a language with their places."""
    files = (language.phrases, language.smalltalk, language.topics, *language.concepts)
    for page in filter(None, files):
        for key, value in page.content.items():
            yield from _texts_below(page, (key,), value)
    for page in filter(None, entities):
        for field in _BY_LANGUAGE:
            if code in page.content.get(field, {}):
                yield from _texts_below(page, (field, code), page.content[field][code])
        for number, fact in enumerate(page.content.get("facts", ())):
            for field in ("text", "ask"):
                if code in fact.get(field, {}):
                    yield from _texts_below(
                        page, ("facts", number, field, code), fact[field][code]
                    )


def _texts_below(page: Page, at: Place, value: object) -> Iterator[tuple[Page, Place, str]]:
    match value:
        case str():
            yield page, at, value
        case list():
            for number, one in enumerate(value):
                yield from _texts_below(page, (*at, number), one)
        case dict():
            for key, one in value.items():
                yield from _texts_below(page, (*at, key), one)


# terms


def _on_terms(pages: FolderPages) -> Iterator[tuple[Note, Mistake]]:
    terms = pages.glossary.content.get("terms", ()) if pages.glossary else ()
    for code, language in pages.languages.items():
        instead = {
            word: term[code] for term in terms for word in term.get("avoid", {}).get(code, ())
        }
        if not instead:
            continue
        either = "|".join(map(regex.escape, instead))
        avoided = regex.compile(rf"(?<!\w)(?:{either})(?!\w)")
        for page, place, text in _texts_in(code, language, pages.entities):
            is_read = page is not language.topics and _ASKED.isdisjoint(place)
            if is_read and (found := avoided.search(text)):
                problem = f'says "{found.group()}", which readers may not understand'
                remedy = f'the glossary has "{instead[found.group()]}"'
                yield Note.AVOIDED, page.mistake(place, problem, remedy)


# words


def _on_words(pages: FolderPages) -> Iterator[tuple[Note, Mistake]]:
    broader = pages.vocabulary.content.get("broader", {}) if pages.vocabulary else {}
    for language in pages.languages.values():
        first: dict[str, list[str]] = {}
        for page in filter(None, language.concepts):
            for idea, concept in page.content.items():
                for number, word in enumerate(concept.get("words", ())):
                    others = first.setdefault(word.casefold(), [])
                    for other in others:
                        if not _is_case(idea, other, broader):
                            problem = f'"{word}" stands for {other} too'
                            remedy = "take it out of one, or leave it if people mean both by it"
                            place = (idea, "words", number)
                            yield Note.SHARED, page.mistake(place, problem, remedy)
                    others.append(idea)


def _is_case(one: str, other: str, broader: Mapping[str, Collection[str]]) -> bool:
    """Whether one of two ideas is a case of the other, or both are cases of the same."""
    wider, of_other = {one, *broader.get(one, ())}, {other, *broader.get(other, ())}
    return not wider.isdisjoint(of_other)
