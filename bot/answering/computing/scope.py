"""Which entities a question speaks of: those it names, or those of some kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.facts.model import Entity, Knowledge
from bot.understanding.figures import Figure
from bot.understanding.parsing import Mention, Question


@dataclass(frozen=True)
class Scope:
    """The entities, kinds and wholes of one question."""

    knowledge: Knowledge
    question: Question

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The entities that the question names without doubt."""
        return _sure(mention for mention in self.question.mentions if not mention.negated)

    @cached_property
    def excluded(self) -> tuple[str, ...]:
        """Those that it leaves out: "other than Callao"."""
        return _sure(mention for mention in self.question.mentions if mention.negated)

    @cached_property
    def particular(self) -> tuple[str, ...]:
        """Those named, without what only says where another one is: "Callao, Peru"."""
        return most_particular(self.knowledge, self.named)

    @cached_property
    def wholes(self) -> tuple[str, ...]:
        """Those that others belong to; of a country and a part of it, the part."""
        found = tuple(one for one in self.named if one in self.knowledge.members)
        return most_particular(self.knowledge, found)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that it speaks of; of "government bodies" and "ministries" the narrower.

        The kind that a named entity is of is part of its name, and asks for nothing.
        """
        known = self.knowledge.vocabulary.kinds
        own = [self.knowledge.entities[one].kind for one in self.named]
        kinds = {
            kind
            for kind in self.question.concepts & known.keys()
            if not any(self.knowledge.is_a(one, kind) for one in own)
        }
        return frozenset(kinds - {known[kind] for kind in kinds})

    @cached_property
    def is_general(self) -> bool:
        """Whether it speaks of all of a kind: "any centre", "the centres"."""
        items = (item for item in self.question.items if item.concepts & self.kinds)
        return any(item.tie.every or self._is_plural(item.said) for item in items)

    def _is_plural(self, said: str) -> bool:
        plurals = (
            language.concepts[kind].plural
            for language in self.knowledge.languages.values()
            for kind in self.kinds
        )
        word = said.casefold().split()[-1:]
        return any(word == plural.casefold().split()[-1:] for plural in plurals if plural)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers in it that count no kind, unlike "which two centres"."""
        of_kinds = [item for item in self.question.items if item.concepts & self.kinds]
        figures = self.question.figures
        if len(of_kinds) != 1:
            return figures
        return tuple(one for one in figures if one.frame or not one.of & self.kinds)

    @cached_property
    def pool(self) -> tuple[Entity, ...]:
        """The entities of its kinds that belong to its wholes, or several that it names."""
        if len(self.particular) > 1 and not self.wholes:
            return tuple(self.knowledge.entities[one] for one in self.particular)
        knowledge = self.knowledge
        left_out = {*self.excluded, *self._members_of(self.excluded)}
        belongs = set(self._members_of(self.wholes)) if self.wholes else knowledge.entities.keys()
        of_kind = knowledge.of_kinds(self.kinds) if self.kinds else knowledge.entities.values()
        fitting = belongs - left_out
        return tuple(entity for entity in of_kind if entity.id in fitting)

    def _members_of(self, wholes: Iterable[str]) -> Iterator[str]:
        return (one for whole in wholes for one in self.knowledge.members.get(whole, ()))

    @cached_property
    def stating(self) -> Counter[str]:
        """Of how many of its entities each attribute is stated."""
        stated = self.knowledge.stated_of
        return Counter(attribute for one in self.pool for attribute in stated[one.id])

    @cached_property
    def values(self) -> frozenset[str]:
        """The concepts that are stated of its entities."""
        stated = self.knowledge.concepts_of
        return frozenset().union(*(stated[one.id] for one in self.pool))


def _sure(mentions: Iterable[Mention]) -> tuple[str, ...]:
    found = (tuple(mention.entities) for mention in mentions)
    return tuple(dict.fromkeys(one[0] for one in found if len(one) == 1))


def most_particular(knowledge: Knowledge, entities: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what others of the entities belong to."""
    wholes = {whole for entity in entities for whole in knowledge.wholes_of(entity)}
    return tuple(entity for entity in entities if entity not in wholes)


def listed_in(knowledge: Knowledge, named: tuple[str, ...]) -> tuple[str, ...]:
    """Of the entities that a sentence names, give those that it lists: the commonest kind."""
    roots = {one: knowledge.kinds_of(knowledge.entities[one].kind)[-1:] for one in named}
    commonest = Counter(roots.values()).most_common(1)
    return tuple(one for one in named if roots[one] == commonest[0][0])


def common_kinds(knowledge: Knowledge, entities: Iterable[Entity]) -> frozenset[str]:
    """Give the narrowest kinds that together take in all of some entities; none in a plain FAQ."""
    broader = knowledge.vocabulary.kinds
    kinds = frozenset(entity.kind for entity in entities if entity.kind)
    while len(kinds) > 1:
        wider = frozenset(broader[kind] or kind for kind in kinds)
        if wider == kinds:
            break
        kinds = wider
    return kinds
