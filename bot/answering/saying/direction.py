"""Latin names and numbers inside text that runs from right to left."""

from __future__ import annotations

import unicodedata
from typing import Final

import regex

_ISOLATE, _END = "\u2066", "\u2069"
"""LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, of Unicode's bidirectional algorithm."""
_WITHIN: Final = r"[\p{Latin}\p{M}\p{N}\ .,:/+&'’@_\-–%\#?=]"
_BRACKETED: Final = rf"\({_WITHIN}+\)"
_FOREIGN: Final = regex.compile(
    rf"""
    (?:{_BRACKETED}\ ?)? [+-]? [\p{{Latin}}\p{{N}}]    # a word or figure, or "(042) 111"
    (?: (?:{_WITHIN}|{_BRACKETED})* (?:[\p{{Latin}}\p{{N}}%]|{_BRACKETED}) )?
    """,
    regex.VERBOSE,
)
_PLAIN: Final = regex.compile(r"\p{Latin}+|\p{N}+(?:[.,]\p{N}+)*%?(?:–\p{N}+)?")
"""A single word, a figure or a span of years, which reads rightly by itself."""


def isolated(text: str) -> str:
    """Set apart what runs from left to right in each line that runs from right to left.

    Without this, the words of "SOS Children's Villages" stay in order, but a phone number such as
    0800-22444 is shown with its halves swapped, and a line that begins with a Latin name is taken
    for one that runs from left to right as a whole.
    """
    return "\n".join(_line(line) if _runs_left(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    first = next((at for at, one in enumerate(line) if one.isalpha()), 0)
    return _FOREIGN.sub(lambda found: _apart(found, first), line)


def _apart(found: regex.Match[str], first: int) -> str:
    """Set a stretch apart, unless it reads rightly by itself and doesn't begin the line."""
    said = found.group()
    begins = found.start() <= first < found.end()
    reads_rightly = _PLAIN.fullmatch(said) and not begins
    return said if reads_rightly else f"{_ISOLATE}{said}{_END}"


def _runs_left(line: str) -> bool:
    """Whether a line has letters that run from right to left."""
    return any(unicodedata.bidirectional(one) in {"R", "AL"} for one in line)
