"""Folders for the tests of the report, and a parser that reads the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from world import FILES, write

from bot.facts.folder import entity_files
from bot.facts.reading import load
from bot.reporting.page import page
from bot.reporting.report import Report, report_on

TODAY: Final = dt.date(2026, 11, 21)
VOID: Final = frozenset({"meta", "br", "wbr"})
WITHIN_A_WORD: Final = frozenset({"bdi", "wbr"})
ENGLISH: Final = {name: text for name, text in FILES.items() if name.startswith("languages/en/")}


@dataclass
class Element:
    """An element of a page, with all that stands in it."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str | None:
        """Give an attribute, or None."""
        return self.attributes.get(attribute)

    @property
    def text(self) -> str:
        """All words in it, with single spaces."""
        return " ".join(self._words.split())

    @property
    def _words(self) -> str:
        words = "".join(one if isinstance(one, str) else one._words for one in self.children)
        return words if self.tag in WITHIN_A_WORD else f" {words} "

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Find elements by tag and attributes (`class_` is a class among others)."""
        return [one for one in self._within() if _is(one, tag, attributes)]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """Find the only element that is so."""
        [found] = self.all(tag, **attributes)
        return found

    def _within(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._within()


def _is(element: Element, tag: str, attributes: Mapping[str, str]) -> bool:
    classes = (element["class"] or "").split()
    wanted = dict(attributes)
    has_class = wanted.pop("class_", None) in {None, *classes}
    return tag in {"", element.tag} and has_class and wanted.items() <= element.attributes.items()


class _Reader(HTMLParser):
    """Builds a tree, and minds that each tag is closed where it has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("page", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == [self.root]


def read(html: str) -> Element:
    """Parse a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def counted(folder: Path, today: dt.date = TODAY) -> Report:
    """The report on a folder."""
    return report_on(load(folder), entity_files(folder), today)


def shown(folder: Path, today: dt.date = TODAY) -> Element:
    """The page on a folder."""
    return read(page(counted(folder, today), load(folder)))


def clinic(name: str, *topics: str) -> str:
    """The file of a clinic of which some topics are told."""
    facts = "".join(
        f'\n[[facts]]\ntopic = "{topic}"\nsource = "gazette"\ntext.en = "{topic} of {name}."\n'
        for topic in topics
    )
    return f'id = "{name}"\nkind = "clinic"\ncountry = "arcadia"\nname.en = "{name}"\n{facts}'


def speak_too(folder: Path, code: str) -> None:
    """Add a second language, which says everything as English does."""
    for name, text in ENGLISH.items():
        own = text.replace('code = "en"', f'code = "{code}"').replace("English", "Latin")
        write(folder, name.replace("/en/", f"/{code}/"), own)


def plain_faq(folder: Path) -> Path:
    """A folder of questions and answers, without any vocabulary."""
    write(folder, "sources.toml", FILES["sources.toml"])
    for name in ("language.toml", "phrases.toml"):
        write(folder, f"languages/en/{name}", ENGLISH[f"languages/en/{name}"])
    fact = '[[facts]]\nid = "oil"\nsource = "gazette"\ntext.en = "Whale oil."\nask.en = ["oil"]\n'
    write(folder, "faq.toml", f'id = "faq"\nname.en = "Questions"\n{fact}')
    return folder
