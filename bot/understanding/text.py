"""Folding of written variants: width, case, marks, invisible characters, apostrophes."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

import regex

LONGEST: Final = 2000
"""Characters of a message that are read; what is longer is not one question."""

_INVISIBLE: Final = {"Cf", "Cs", "Co", "Cn", "Me"}
"""Categories of characters that say nothing: controls, keys around figures."""
_SHAPES: Final = regex.compile(r"[\uFE00-\uFE0F]")
"""Variation selectors, which choose between letter and picture."""
MOST_WORDS: Final = 300
"""Words of a message that are read."""

_WORD: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_APOSTROPHES: Final = frozenset("'’ʼ`")
_POSSESSIVE: Final = regex.compile(r"(?<=\p{L})['’ʼ`]s\b")
_APOSTROPHE: Final = regex.compile(r"(?<=\p{L})['’ʼ`](?=\p{L})")
_LONG_RUN: Final = regex.compile(r"(\p{L})\1{2,}")


class Word(NamedTuple):
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
    r"""Make one form of a text: compatible characters, no invisible ones.

    >>> clean("Ｌａ\u200bhore")
    'Lahore'
    """
    if message.isascii():
        return message[:LONGEST]
    visible = (
        character
        for character in _SHAPES.sub("", message[: LONGEST * 2]).replace("´", "'")
        if unicodedata.category(character) not in _INVISIBLE
    )
    return unicodedata.normalize("NFKC", "".join(visible))[:LONGEST]


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
    text = clean(message)
    if not _APOSTROPHES.isdisjoint(text):
        text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    return tuple(map(_word, _WORD.findall(text)[:MOST_WORDS]))


@lru_cache(maxsize=16384)
def _word(written: str) -> Word:
    """Fold a word; a folder of knowledge has few words, and each many times."""
    return Word(fold(written), written)


def folded(message: str) -> str:
    """Give a text as its folded words, one space between each."""
    return " ".join(word.text for word in words_of(message))


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
