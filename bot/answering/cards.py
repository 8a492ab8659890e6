"""What is told of an entity when nothing particular is asked, and what may be asked next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.answering.computing.remaining import remaining
from bot.answering.computing.stated import Stated, stated_in
from bot.answering.outcome import NoFact, Outcome, Told, Worked
from bot.facts.model import Fact, Knowledge, Point

OVERVIEW: Final = "overview"
"""The topic that answers "tell me about it"."""


@dataclass(frozen=True, slots=True)
class Row:
    """What an entity's facts state of one attribute."""

    attribute: str
    stated: Stated | None
    """A figure or a date."""
    concepts: tuple[str, ...]
    """What a list holds."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands beneath an overview: where the town lies, figures and lists, how to reach it."""

    place: Point | None
    rows: tuple[Row, ...]
    reach: Fact | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that it is made of."""
        reach = (self.reach,) if self.reach else ()
        return (*chain.from_iterable(row.facts for row in self.rows), *reach)


def card_of(knowledge: Knowledge, entity: str) -> Card:
    """Compose the card of an entity from its facts, in the order of the vocabulary."""
    rows = (_row(knowledge, entity, attribute) for attribute in knowledge.vocabulary.card)
    place = knowledge.entities[entity].place
    return Card(place, tuple(filter(None, rows)), reach_of(knowledge, entity))


def reach_of(knowledge: Knowledge, entity: str) -> Fact | None:
    """Find what tells best how to get in touch with an entity, or with who runs it."""
    owners = (entity, knowledge.entities[entity].run_by)
    found = (
        fact
        for owner in filter(None, owners)
        for topic in knowledge.vocabulary.reach
        for fact in knowledge.entities[owner].facts
        if fact.topic == topic
    )
    return next(found, None)


def about(knowledge: Knowledge, entity: str) -> Told | NoFact:
    """Give the overview of an entity, or else its first fact."""
    facts = knowledge.entities[entity].facts
    if not facts:
        return NoFact(entity, ())
    overview = next((fact for fact in facts if fact.topic == OVERVIEW), facts[0])
    return Told((overview,), 1.0, next_facts(knowledge, overview))


def next_facts(knowledge: Knowledge, told: Fact) -> tuple[Fact, ...]:
    """Give a fact for each other topic of the same entity, in the order of a card.

    Facts without a topic come in the order of their file, those behind the told one first.
    """
    facts = knowledge.entities[told.entity].facts
    topics = {fact.topic: fact for fact in reversed(facts)}
    others = (topic for topic in knowledge.vocabulary.topics if topic in topics)
    following = (topics[topic] for topic in others if topic not in (OVERVIEW, told.topic))
    return (*following, *_plain_facts_after(facts, told))


def chosen(knowledge: Knowledge, target: str) -> Outcome | None:
    """Give what a choice leads to: a fact, an entity, the rest of a list; None if it is gone."""
    if listing := remaining(knowledge, target):
        return Worked(listing, 1.0)
    if fact := knowledge.facts.get(target):
        return Told((fact,), 1.0, next_facts(knowledge, fact))
    return about(knowledge, target) if target in knowledge.entities else None


def _row(knowledge: Knowledge, entity: str, attribute: str) -> Row | None:
    """Put together what all facts of an entity list, or take the first figure or date."""
    if stated := next(stated_in(attribute, [knowledge.entities[entity]]), None):
        return Row(attribute, stated, (), (stated.fact,))
    listed = {
        concept: fact for name, concept, fact in knowledge.things_of[entity] if name == attribute
    }
    return Row(attribute, None, tuple(listed), tuple(listed.values())) if listed else None


def _plain_facts_after(facts: tuple[Fact, ...], told: Fact) -> Iterator[Fact]:
    """Go round the facts without a topic once, from the told one on."""
    at = next(number for number, fact in enumerate(facts) if fact.id == told.id)
    return (fact for fact in (*facts[at + 1 :], *facts[:at]) if not fact.topic)
