"""Failures that whoever runs or edits the bot can mend.

SawalError
├── ConfigError       a setting is missing or wrong
├── KnowledgeError    the knowledge folder has mistakes, all of them listed
├── InputError        a file given to a command can't be read
└── OutputError       a file that a command makes can't be written
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in a knowledge file, and how to mend it."""

    file: Path
    line: int
    field: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """`file:line: field: problem; remedy`, on one line."""
        return f"{self.file}:{self.line}: {self.field}: {self.problem}; {self.remedy}"


class SawalError(Exception):
    """Something that its reader can mend; its text is fit to print."""


class ConfigError(SawalError):
    """A setting is missing or wrong."""


class InputError(SawalError):
    """A file given to a command can't be read or used."""


class OutputError(SawalError):
    """A file that a command makes can't be written."""


class KnowledgeError(SawalError):
    """The knowledge folder has mistakes."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        """Keep the mistakes, sorted by file and line."""
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))
