"""Folding of written variants: width, case, marks, invisible characters, apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 2000
"""Characters of a message that are read; what is longer is not one question."""

_INVISIBLE: Final = {"Cf", "Cs", "Co", "Cn"}
_WORD: Final = re.compile(r"\w+")
_POSSESSIVE: Final = re.compile(r"(\w)['’ʼ`´]s\b")
_APOSTROPHE: Final = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
_LONG_RUN: Final = re.compile(r"(\w)\1{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message."""

    text: str
    """Folded: small letters without accents."""
    written: str
    """As it stands in the message."""

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital and goes on in small letters, or is an acronym."""
        return self.written[:1].isupper()


def clean(message: str) -> str:
    """Make one form of a text: compatible characters, no invisible ones.

    >>> clean("Ｌａ\\u200bhore")
    'Lahore'
    """
    if message.isascii():
        return message[:LONGEST]
    composed = unicodedata.normalize("NFKC", message[: LONGEST * 2])
    visible = (
        character if unicodedata.category(character) not in _INVISIBLE else ""
        for character in composed
    )
    return "".join(visible)[:LONGEST]


def fold(text: str) -> str:
    """Take case and accents off a text: `Huáscar` becomes `huascar`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(character for character in apart if not _is_latin_mark(character))
    return unicodedata.normalize("NFC", bare).casefold()


def words_of(message: str) -> tuple[Word, ...]:
    """Split a message into words.

    >>> [word.text for word in words_of("The centre's AIM isn't money!")]
    ['the', 'centre', 'aim', 'isnt', 'money']
    """
    text = _POSSESSIVE.sub(r"\1", clean(message).replace("_", " "))
    text = _APOSTROPHE.sub("", text)
    return tuple(Word(fold(written), written) for written in _WORD.findall(text))


def shortened_runs(word: str) -> tuple[str, str]:
    """Give a drawn-out word with its runs cut to one and to two letters: `heeelp`, `help`."""
    return _LONG_RUN.sub(r"\1", word), _LONG_RUN.sub(r"\1\1", word)


def script_of(text: str) -> str | None:
    """Name the script of most letters, `LATIN` or `ARABIC`; None where there is no letter."""
    names = (unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    return next((name for name, _ in Counter(names).most_common(1)), None)


def _is_latin_mark(character: str) -> bool:
    """Tell an accent, which readers leave out, from a mark of a script that lives by them."""
    return unicodedata.combining(character) != 0 and "\u0300" <= character <= "\u036f"
