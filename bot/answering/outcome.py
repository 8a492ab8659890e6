"""What the engine can decide: a closed set of values without words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.answering.computing.calculating import Computed
from bot.facts.model import Fact


@dataclass(frozen=True, slots=True)
class Told:
    """Facts that answer the question, as they stand."""

    facts: tuple[Fact, ...]
    confidence: float
    next_facts: tuple[Fact, ...] = ()
    """What the reader may ask next."""


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer computed from facts."""

    computed: Computed
    confidence: float


@dataclass(frozen=True, slots=True)
class WhichEntity:
    """Several entities fit; the fact of each is what a choice leads to, or else its overview."""

    entities: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichFact:
    """Several facts come near, and none is near enough to be told."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class NoFact:
    """The thing is known, but not this about it."""

    entity: str
    known: tuple[Fact, ...]
    instead: Fact | None = None
    """How to get in touch with what it belongs to, where that was asked."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A place or programme that is not in the knowledge."""

    name: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """Not a subject of this knowledge."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing in the message says what is asked."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A language whose words are not in the knowledge."""


@dataclass(frozen=True, slots=True)
class Traced:
    """Where what was told last comes from, how old it is, and what disputes it."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """Smalltalk of one sort."""

    sort: str


Outcome: TypeAlias = (
    Told
    | Worked
    | WhichEntity
    | WhichFact
    | NoFact
    | UnknownName
    | OutOfScope
    | Unclear
    | OtherLanguage
    | Traced
    | Small
)
