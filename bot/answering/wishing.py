"""Messages that ask for nothing but the language of the replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.facts.model import Language
from bot.understanding.text import folded

_BLANK: Final = "{language}"


@dataclass(frozen=True, slots=True)
class Wish:
    """The language that somebody wants to read."""

    language: str
    """Its code; empty for whatever language they write in."""
    said_in: str
    """The language that they asked in."""


class Wishes:
    """Knows such messages of every language: "answer in Urdu", "reply in my language"."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """Collect them."""
        self._wishes = dict(_wishes(languages))

    def wish_in(self, message: str) -> Wish | None:
        """Give the wish that is all of a message, if it is one."""
        return self._wishes.get(folded(message))


def _wishes(languages: Mapping[str, Language]) -> Iterator[tuple[str, Wish]]:
    called = _called(languages)
    for code, language in languages.items():
        for request in language.requests:
            for name, meant in called.items():
                yield folded(request.replace(_BLANK, name)), Wish(meant, code)
        for request in language.own_language:
            yield folded(request), Wish("", code)


def _called(languages: Mapping[str, Language]) -> Mapping[str, str]:
    """Give what each language is called in any of them -> its code."""
    names = {language.name: code for code, language in languages.items()}
    for language in languages.values():
        names |= {
            name: code for code, name in language.language_names.items() if code in languages
        }
    return names
