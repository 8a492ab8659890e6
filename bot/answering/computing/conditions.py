"""What a question asks its entities to have: and, or, not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.answering.computing.scope import Scope
from bot.facts.model import Fact, Knowledge
from bot.facts.operations import Operation
from bot.understanding.parsing import Item

_MOST_STRANGE: Final = 2
"""Unknown words that may be the name of one thing: "swimming pool"."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked for, or that has to be absent from our sources."""

    concept: str
    """Empty where nobody knows the word."""
    negated: bool = False
    said: str = ""
    """As the person wrote it, where nothing of it is stated."""


Conditions: TypeAlias = tuple[tuple[Condition, ...], ...]
"""All of them have to hold, each by one of its alternatives."""


def conditions_in(scope: Scope, items: Iterable[Item]) -> tuple[Conditions, tuple[Item, ...]]:
    """Tell the items that entities can fit from those that nothing stated explains."""
    found: list[tuple[Condition, ...]] = []
    left: list[Item] = []
    for item in items:
        if item.concepts & scope.knowledge.vocabulary.kinds.keys():
            continue
        concept = _concept_of(item, scope)
        if concept is None:
            left.append(item)
            continue
        said = "" if concept in scope.values or concept in scope.knowledge.things else item.said
        condition = Condition(concept, item.tie.negated, said)
        if found and _joined(scope, item, found[-1][-1], concept) is Operation.OR:
            found[-1] = (*found[-1], condition)
        else:
            found.append((condition,))
    if not found and _is_one_thing(left):
        return ((_strange(left),),), ()
    return _without_wider(scope.knowledge, tuple(found)), tuple(left)


def concepts_of(conditions: Conditions) -> tuple[str, ...]:
    """Give every concept of some conditions once."""
    return tuple(dict.fromkeys(one.concept for either in conditions for one in either))


def proof(knowledge: Knowledge, entity: str, conditions: Conditions) -> tuple[Fact, ...] | None:
    """Give the facts by which an entity fits, each once; None where it doesn't."""
    facts: list[Fact] = []
    for either in conditions:
        stated = {one: stating(knowledge, entity, one.concept) for one in either}
        if not any((fact is None) == one.negated for one, fact in stated.items()):
            return None
        facts += [fact for one, fact in stated.items() if fact is not None and not one.negated]
    return tuple(dict.fromkeys(facts))


def stating(knowledge: Knowledge, entity: str, concept: str) -> Fact | None:
    """Give the fact of an entity that states a concept or a case of it, and little else."""
    wanted = _cases(knowledge, concept)
    facts = [fact for _, value, fact in knowledge.things_of[entity] if value in wanted]
    if concept in knowledge.vocabulary.attributes:
        return max(facts, key=lambda fact: (fact.topic == concept, _breadth(fact)), default=None)
    return min(facts, key=_breadth, default=None)


def _breadth(fact: Fact) -> int:
    return sum(len(value) for value in fact.states.values() if isinstance(value, tuple))


def are_mentioned(scope: Scope, conditions: Conditions) -> bool:
    """Whether everything that has to be there is stated of something in question."""
    wanted = {one.concept for either in conditions for one in either if not one.negated}
    return all(_cases(scope.knowledge, concept) & scope.values for concept in wanted)


def _joined(scope: Scope, item: Item, before: Condition, concept: str) -> Operation | None:
    """Tell how an item hangs on the one before; lists without a word hold one sort of thing."""
    alike = scope.knowledge.attributes_of(before.concept) & scope.knowledge.attributes_of(concept)
    return item.tie.joined or (item.tie.listed if alike else None)


def _concept_of(item: Item, scope: Scope) -> str | None:
    """Give the concept of an item that can be stated; what the entities have comes first."""
    concepts = sorted(item.concepts)
    stated = [one for one in concepts if one in scope.values]
    widely = [one for one in concepts if _cases(scope.knowledge, one) & scope.values]
    widely = [one for one in widely if scope.knowledge.attributes_of(one)]
    vocabulary = scope.knowledge.vocabulary
    known = [one for one in concepts if item.tie.had or one in scope.knowledge.things]
    known = [one for one in known if one not in {*vocabulary.topics, *vocabulary.attributes}]
    return next(iter([*stated, *widely, *known]), None)


def _without_wider(knowledge: Knowledge, conditions: Conditions) -> Conditions:
    """Leave out a wider idea beside a case of it: "offer day care" asks for no other service."""
    single = {either[0].concept for either in conditions if len(either) == 1}
    return tuple(
        either
        for either in conditions
        if len(either) > 1
        or not _cases(knowledge, either[0].concept) & (single - {either[0].concept})
    )


def _is_one_thing(items: list[Item]) -> bool:
    """Whether unknown words name a thing to have: "with a library", not "in Nairobi"."""
    strange = not any(item.concepts or item.is_name or item.entities for item in items)
    return 0 < len(items) <= _MOST_STRANGE and items[0].tie.had and strange


def _strange(items: list[Item]) -> Condition:
    said = " ".join(item.said for item in items)
    return Condition("", items[0].tie.negated, said)


def _cases(knowledge: Knowledge, concept: str) -> frozenset[str]:
    """Give a concept and those that are a case of it: staff, and dentist."""
    return knowledge.cases_of.get(concept, frozenset()) | {concept}
