"""What is told of an entity when nothing particular is asked, and what may be asked next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.answering.computing.remaining import remaining
from bot.answering.outcome import NoFact, Outcome, Told, Worked
from bot.facts.model import Fact, Knowledge

OVERVIEW: Final = "overview"
"""The topic that answers "tell me about it"."""


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


def _plain_facts_after(facts: tuple[Fact, ...], told: Fact) -> Iterator[Fact]:
    """Go round the facts without a topic once, from the told one on."""
    at = next(number for number, fact in enumerate(facts) if fact.id == told.id)
    return (fact for fact in (*facts[at + 1 :], *facts[:at]) if not fact.topic)


def chosen(knowledge: Knowledge, target: str) -> Outcome | None:
    """Give what a choice leads to: a fact, an entity, the rest of a list; None if it is gone."""
    if listing := remaining(knowledge, target):
        return Worked(listing, 1.0)
    if fact := knowledge.facts.get(target):
        return Told((fact,), 1.0, next_facts(knowledge, fact))
    return about(knowledge, target) if target in knowledge.entities else None
