"""Not knowing: which part of a question is unknown, and what is near."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.answering.cards import about
from bot.answering.computing.scope import most_particular
from bot.answering.naming import narrowed
from bot.answering.outcome import NoFact, Outcome, OutOfScope, Told, Unclear, UnknownName
from bot.facts.model import Fact, Knowledge
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.names import names_of
from bot.understanding.parsing import Question

_KNOWN: Final = 0.5
"""The least share of a question's content that has to be known at all, to be our subject."""
_NEAR: Final = 0.75
"""How much a name has to resemble another to be offered for it."""
_MOST_NAMES: Final = 3
_MOST_OF_A_KIND: Final = 8
_NEAREST_FACTS: Final = 3
"""Facts that come first where what is known of a thing is offered."""


def not_known(
    knowledge: Knowledge,
    index: FactIndex,
    question: Question,
    candidates: Sequence[Candidate] = (),
) -> Outcome:
    """Say what is missing: the fact, the name, or the subject.

    What is known of a thing is offered in the order of the candidates, the nearest first.
    """
    named = [narrowed(knowledge, mention, question) for mention in question.mentions]
    sure = most_particular(knowledge, tuple(one[0] for one in named if len(one) == 1))
    stranger = _stranger(knowledge, question)
    if stranger and (not sure or sure[0] in knowledge.members):
        nearest = _nearest_names(knowledge, stranger) or _of_the_kind(knowledge, question)
        return UnknownName(stranger, nearest)
    if sure:
        return NoFact(sure[0], _known_of(knowledge, sure[0], candidates))
    return Unclear() if _is_ours(index, question) else OutOfScope()


def _stranger(knowledge: Knowledge, question: Question) -> str | None:
    """Find a name that the knowledge does not hold, in a question on our subject.

    In small letters it is the only word beside a kind: "sos centre in nairobi".
    """
    kinds = question.concepts & knowledge.vocabulary.kinds.keys()
    names = [item.said for item in question.content if item.is_name]
    unknown = [item.said for item in question.content if not item.concepts & kinds]
    if not names and kinds and len(unknown) == 1 and not question.content[-1].concepts:
        names = unknown
    return names[-1] if names and (kinds or question.mentions) else None


def _is_ours(index: FactIndex, question: Question) -> bool:
    """Whether enough of a question speaks of what this knowledge is about."""
    whole = sum(map(index.weight_of, question.content))
    known = sum(index.weight_of(item) for item in question.content if item.concepts)
    return whole == 0 or known / whole >= _KNOWN


def _known_of(
    knowledge: Knowledge, entity: str, candidates: Sequence[Candidate]
) -> tuple[Fact, ...]:
    """Give a fact for each topic of an entity, those first that come near the question."""
    told = about(knowledge, entity)
    if not isinstance(told, Told):
        return ()
    near = [one.fact.id for one in candidates]
    places = {fact: place for place, fact in enumerate(near[:_NEAREST_FACTS])}
    return tuple(sorted(told.next_facts, key=lambda fact: places.get(fact.id, len(near))))


def _of_the_kind(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """Give entities of the kind that a stranger is said to be of: other ministries, centres."""
    kinds = question.concepts & knowledge.vocabulary.kinds.keys()
    return tuple(entity.id for entity in knowledge.of_kinds(kinds)[:_MOST_OF_A_KIND])


def _nearest_names(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Find the entities whose names look most like one that we don't hold."""
    entities = {
        one: entity.id
        for entity in knowledge.entities.values()
        for one in names_of(entity, knowledge.languages)
    }
    found = process.extract(
        name, entities.keys(), scorer=JaroWinkler.normalized_similarity, score_cutoff=_NEAR
    )
    return tuple(dict.fromkeys(entities[one] for one, _, _ in found))[:_MOST_NAMES]
