"""A FAQ, written as a plain knowledge folder."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from .bots import Faq

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
_FACTS_A_FILE = 400
"""Keeps files below the million bytes that are read."""
_SOURCES = """
[benchmark]
title = "Questions of a benchmark"
publisher = "its authors"
checked = 2026-11-01
"""


def write_folder(faq: Faq, folder: Path) -> Mapping[str, str]:
    """Write a FAQ, and give the label of each fact by its id."""
    english = shutil.ignore_patterns("concepts", "smalltalk.toml")
    shutil.copytree(KNOWLEDGE / "languages/en", folder / "languages/en", ignore=english)
    (folder / "sources.toml").write_text(_SOURCES, "utf-8")
    entries, labels = iter(faq.items()), {}
    for number in range(0, len(faq), _FACTS_A_FILE):
        name = f"faq-{number // _FACTS_A_FILE + 1}"
        some = dict(islice(entries, _FACTS_A_FILE))
        (folder / f"{name}.toml").write_text("\n".join(_lines(name, some)), "utf-8")
        labels |= {f"{name}/{_slug(label)}": label for label in some}
    return labels


def _lines(name: str, faq: Faq) -> Iterator[str]:
    yield f'id = "{name}"\nname.en = "{name}"'
    for label, asks in faq.items():
        sentence = re.sub(r"[\W_]+", " ", label).strip().capitalize()
        yield f'\n[[facts]]\nid = "{_slug(label)}"\nsource = "benchmark"'
        yield f'text.en = "{sentence}."'
        yield f"ask.en = [{', '.join(map(_quoted, asks))}]"


def _slug(label: str) -> str:
    """Give `FAKE_TEAMS` the form of an id, `fake-teams`."""
    return "-".join(re.findall(r"[a-z0-9]+", label.lower()))


def _quoted(text: str) -> str:
    """Write a text as TOML does, which is almost as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", r"\u007f")
