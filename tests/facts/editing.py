"""Reading what is said of mistakes in the files of the small world."""

from __future__ import annotations

from pathlib import Path

from bot.errors import KnowledgeError
from bot.facts.reading import load


def mistakes(folder: Path) -> list[str]:
    """Every line that is reported, with paths from the folder on; none where all is well."""
    try:
        load(folder)
    except KnowledgeError as error:
        return [line.replace(f"{folder}/", "") for line in str(error).splitlines()]
    return []
