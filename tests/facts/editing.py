"""Making mistakes in the files of the small world, and reading what is said of them."""

from __future__ import annotations

from pathlib import Path

from bot.errors import KnowledgeError
from bot.facts.reading import load


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Put other words into a file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def write(folder: Path, file: str, text: str) -> None:
    """Write a whole file."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def mistakes(folder: Path) -> list[str]:
    """Every line that is reported, with paths from the folder on; none where all is well."""
    try:
        load(folder)
    except KnowledgeError as error:
        return [line.replace(f"{folder}/", "") for line in str(error).splitlines()]
    return []
