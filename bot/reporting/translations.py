"""How much of the knowledge each language has words for."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass
from itertools import chain

from bot.facts.model import Knowledge, Language
from bot.facts.phrases import PHRASES


@dataclass(frozen=True, slots=True)
class Share:
    """Some of all."""

    some: int
    all: int

    @property
    def ratio(self) -> float | None:
        """From 0 to 1; None where there is nothing to count."""
        return self.some / self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Translation:
    """How far one language has come."""

    code: str
    name: str
    """What its speakers call it."""
    texts: Share
    """Facts that have a text."""
    asks: Share
    """Facts that have ways of asking."""
    names: Share
    """Entities that have a name."""
    concepts: Share
    """Ideas that have words."""
    phrases: Share
    """The bot's own sentences."""


def translations(knowledge: Knowledge) -> tuple[Translation, ...]:
    """Measure each language, in the order of their folders."""
    ideas = _ideas(knowledge)
    return tuple(_measured(knowledge, one, ideas) for one in knowledge.languages.values())


def _measured(knowledge: Knowledge, language: Language, ideas: Collection[str]) -> Translation:
    facts, entities = knowledge.facts.values(), knowledge.entities.values()
    worded = {idea for idea, concept in language.concepts.items() if concept.words}
    return Translation(
        language.code,
        language.name,
        texts=_share(language.code, [fact.text for fact in facts]),
        asks=_share(language.code, [fact.ask for fact in facts]),
        names=_share(language.code, [entity.name for entity in entities]),
        concepts=Share(len(worded), len(ideas)),
        phrases=Share(len(PHRASES.keys() & language.phrases), len(PHRASES)),
    )


def _share(code: str, localised: Collection[Container[str]]) -> Share:
    return Share(sum(code in one for one in localised), len(localised))


def _ideas(knowledge: Knowledge) -> frozenset[str]:
    """Give all ideas that any language knows."""
    return frozenset(chain.from_iterable(one.concepts for one in knowledge.languages.values()))
