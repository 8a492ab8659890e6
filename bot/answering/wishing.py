"""Messages that ask for nothing but the language of the replies."""

from __future__ import annotations

from collections.abc import Mapping
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


def wish_in(message: str, languages: Mapping[str, Language]) -> Wish | None:
    """Find a wish that is all of a message: "answer in Urdu", "reply in my language"."""
    asked = folded(message)
    for code, language in languages.items():
        if asked in map(folded, language.own_language):
            return Wish("", code)
        for called, meant in _called(languages).items():
            frames = (one.replace(_BLANK, called) for one in language.requests)
            if asked in map(folded, frames):
                return Wish(meant, code)
    return None


def _called(languages: Mapping[str, Language]) -> Mapping[str, str]:
    """Give what each language is called in any of them -> its code."""
    names = {language.name: code for code, language in languages.items()}
    for language in languages.values():
        names |= {
            name: code for code, name in language.language_names.items() if code in languages
        }
    return names
