"""Folding of written variants: width, case, marks, invisible characters, apostrophes."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
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
_MARKS: Final = regex.compile(
    r"[\u0300-\u036F\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]"
)
"""Accents of Latin letters; vowel signs and stretching of Arabic ones. Writers leave them out."""
_FIGURE: Final = regex.compile(r"[^\P{Nd}0-9]")
"""A digit of another script than ours."""
_SEPARATORS: Final = str.maketrans({"٬": ",", "٫": "."})
_ALIKE: Final = str.maketrans("يىكهھةۃں", "ییکہہہہن")
"""Arabic letters that keyboards and writers of Urdu give for one another."""


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
    whole = unicodedata.normalize("NFKC", "".join(visible))[:LONGEST]
    return _FIGURE.sub(_western, whole).translate(_SEPARATORS)


def fold(text: str) -> str:
    """Take case, accents and vowel signs off a text: `Huáscar` becomes `huascar`."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.translate(_ALIKE)).casefold()


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


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Give the folded words of many texts, each once and in no order: all read in one go."""
    whole = "\n".join(texts)
    if not whole.isascii():
        whole = unicodedata.normalize("NFKC", whole)
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", whole))
    return frozenset(map(fold, frozenset(_WORD.findall(bare))))


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


def _western(figure: regex.Match[str]) -> str:
    return str(unicodedata.decimal(figure.group()))
