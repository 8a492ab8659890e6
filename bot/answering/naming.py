"""Questions that name a thing and ask nothing particular of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.answering.cards import about
from bot.answering.computing.scope import most_particular
from bot.answering.outcome import Outcome, Told, Unclear, WhichEntity
from bot.facts.model import Knowledge
from bot.facts.operations import Operation
from bot.understanding.parsing import Mention, Question

MOST_CHOICES: Final = 8
_SURE: Final = 0.95
"""Confidence in a name that means one thing."""


def named_things(knowledge: Knowledge, question: Question) -> Outcome:
    """Tell of what is named, one thing after the other, or ask which is meant."""
    entities = [narrowed(knowledge, mention, question) for mention in question.mentions]
    entities = [_like_the_others(knowledge, one, entities) for one in entities]
    sure = tuple(dict.fromkeys(one[0] for one in entities if len(one) == 1))
    if len(sure) == 1 or (sure and len(sure) == len(entities)):
        return _told_of(knowledge, most_particular(knowledge, sure))
    return WhichEntity(tuple(dict.fromkeys(one for many in entities for one in many)))


def names_only_a_kind(knowledge: Knowledge, question: Question) -> bool:
    """Whether a question is no more than "tell me about the social centre"."""
    kinds = knowledge.vocabulary.kinds.keys()
    bare = question.operations <= {Operation.TELL, Operation.BACK}
    only_kinds = all(item.concepts & kinds for item in question.content)
    return not question.mentions and bool(question.content) and bare and only_kinds


def things_of_kind(knowledge: Knowledge, question: Question) -> Outcome:
    """Tell of the only thing of a kind, or ask which of them is meant."""
    kinds = question.concepts & knowledge.vocabulary.kinds.keys()
    entities = tuple(entity.id for entity in knowledge.of_kinds(kinds))
    return about(knowledge, *entities) if len(entities) == 1 else WhichEntity(entities)


def narrowed(knowledge: Knowledge, mention: Mention, question: Question) -> tuple[str, ...]:
    """Let the kinds in a question choose among entities of one name."""
    entities = sorted(mention.entities)
    fitting = (one for one in entities if _is_of_kind(knowledge, one, question))
    return tuple(fitting) or tuple(entities)


def _like_the_others(
    knowledge: Knowledge, meant: tuple[str, ...], beside: Iterable[tuple[str, ...]]
) -> tuple[str, ...]:
    """Of entities of one name, take those of the kind of what is named beside them."""
    kinds = {knowledge.entities[one[0]].kind for one in beside if len(one) == 1}
    alike = tuple(one for one in meant if knowledge.entities[one].kind in kinds)
    return alike or meant


def _told_of(knowledge: Knowledge, entities: tuple[str, ...]) -> Outcome:
    told = [about(knowledge, entity) for entity in entities]
    facts = tuple(fact for one in told if isinstance(one, Told) for fact in one.facts)
    if not facts:
        return told[0] if told else Unclear()
    following = told[0].next_facts if isinstance(told[0], Told) else ()
    return Told(facts, _SURE, following)


def _is_of_kind(knowledge: Knowledge, entity: str, question: Question) -> bool:
    kinds = question.concepts & knowledge.vocabulary.kinds.keys()
    return knowledge.is_any_of(knowledge.entities[entity].kind, kinds)
