"""Telegram's HTML, as its server reads it."""

from __future__ import annotations

import html
import re

TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-z-]*)(?P<attributes>[^<>]*)>|(?P<stray><)|(?P<text>[^<]+)"
)
TAGS = re.compile(
    "a|b|blockquote|code|del|em|i|ins|pre|s|span|strike|strong|tg-emoji|tg-spoiler|u"
)


class BadMarkup(ValueError):  # noqa: N818 - a word of its own
    """What follows "can't parse entities: "."""


def shown(source: str) -> str:
    """The text that a reader sees; BadMarkup where a tag is unknown, stray or not closed."""
    open_tags: list[str] = []
    text = ""
    for token in TOKEN.finditer(source):
        if token["text"]:
            text += html.unescape(token["text"])
        elif token["stray"] or not TAGS.fullmatch(token["tag"]):
            raise BadMarkup(f'Unsupported start tag "{token["tag"] or ""}"')
        elif not token["end"]:
            open_tags.append(token["tag"])
        elif not open_tags or open_tags.pop() != token["tag"]:
            raise BadMarkup(f'Unexpected end tag "{token["tag"]}"')
    if open_tags:
        raise BadMarkup(f'Can\'t find end tag corresponding to start tag "{open_tags[-1]}"')
    return text.strip()


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
