"""What a reply can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The closed set of replies."""

    ANSWER = "answer"
    CHOICES = "choices"
    UNKNOWN = "unknown"
    SMALLTALK = "smalltalk"


class Reason(StrEnum):
    """Why a reply is `unknown`."""

    NO_FACT = "no-fact"
    UNKNOWN_NAME = "unknown-name"
    OUT_OF_SCOPE = "out-of-scope"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that the reader may ask next by a tap."""

    label: str
    """What the button says."""

    target: str
    """What it asks for, at most 48 ASCII characters; `Engine.choose` understands it."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a reply comes from."""

    title: str
    as_of: str | None
    """The date of the words (`2010`, `2010-06`, `2009/2010`), None if undated."""
    checked: str
    """The day someone last checked the source, `YYYY-MM-DD`."""
    url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply, worded, as plain text."""

    kind: Kind
    text: str
    language: str
    reason: Reason | None = None
    entities: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    source_line: str = ""
    """The sources, worded; empty where nothing needs one."""
    confidence: float = 1.0

    @property
    def targets(self) -> tuple[str, ...]:
        """What its choices lead to."""
        return tuple(choice.target for choice in self.choices)

    @property
    def plain(self) -> str:
        """The text as a person reads it without buttons, with the choices that it leads up to.

        What may be asked after an answer is left out.
        """
        if self.kind is Kind.ANSWER:
            return self.text
        numbered = (f"{number}. {choice.label}" for number, choice in enumerate(self.choices, 1))
        return "\n".join([self.text, *numbered])
