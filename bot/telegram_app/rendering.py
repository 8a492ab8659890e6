"""A reply as Telegram shows it: HTML in parts that fit into messages, and buttons."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.reply import Choice, Reply

LIMIT = 4096
"""What one message holds, in UTF-16 units."""
_SHORT = 18
"""Letters of a button that takes half the width of a phone."""
GAP = "\n\n"
BREAKS = [re.compile(at) for at in (r"\n\s*\n", r"\n", r"(?<=[.!?؟\u06d4])\s+", r"\s+")]
"""Where to break a long text, best first: paragraphs, lines, sentences, words."""


def parts(reply: Reply) -> list[str]:
    """The reply as HTML, in as many messages as Telegram's limit asks for, at least one."""
    texts = [_escaped(piece) for piece in split(reply.text, LIMIT)]
    notes = [
        f"<i>{_escaped(piece)}</i>" for piece in split(reply.source_line, LIMIT - units("<i></i>"))
    ]
    if texts and notes and units(texts[-1] + GAP + notes[0]) <= LIMIT:
        return [*texts[:-1], texts[-1] + GAP + notes[0], *notes[1:]]
    return [*texts, *notes]


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """A button for each choice; two short ones share a row."""
    rows: list[list[InlineKeyboardButton]] = []
    for choice in choices:
        button = InlineKeyboardButton(choice.label, callback_data=choice.target)
        if rows and len(rows[-1]) == 1 and _are_short(rows[-1][0].text, choice.label):
            rows[-1].append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(rows) if rows else None


def _are_short(*labels: str) -> bool:
    """Whether labels can stand side by side on a phone."""
    return all(len(label) <= _SHORT for label in labels)


def split(text: str, limit: int) -> Iterator[str]:
    """Cut a text so that each piece, once escaped, is at most `limit` units long.

    Only white space at the cuts is lost.
    """
    rest = text.strip()
    while rest:
        end = _end_of_piece(rest, limit)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units, two for an emoji."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _end_of_piece(text: str, limit: int) -> int:
    fitting = _fitting(text, limit)
    if fitting == len(text):
        return fitting
    for place in BREAKS:
        # One more character, so that a break right behind the last that fits is seen.
        ends = [found.start() for found in place.finditer(text, 0, fitting + 1)]
        if ends and ends[-1] > fitting // 2:
            return ends[-1]
    return fitting


def _fitting(text: str, limit: int) -> int:
    """How many characters fit into `limit` units once escaped; never none."""
    lengths = accumulate(units(_escaped(character)) for character in text)
    return max(1, sum(1 for _ in takewhile(lambda length: length <= limit, lengths)))


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
