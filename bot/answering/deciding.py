"""The decision: tell, compute, ask back, or admit not knowing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.answering.cards import next_facts
from bot.answering.computing.calculating import calculate, entities_of, is_known
from bot.answering.computing.scope import listed_in
from bot.answering.conversation import Context, asks_nothing, readings_of
from bot.answering.elsewhere import Elsewhere
from bot.answering.naming import MOST_CHOICES, named_things, names_only_a_kind, things_of_kind
from bot.answering.outcome import (
    NoFact,
    Outcome,
    OutOfScope,
    Small,
    Told,
    Traced,
    Unclear,
    WhichEntity,
    WhichFact,
    Worked,
)
from bot.answering.reckoning import Reckoner
from bot.answering.strangers import not_known
from bot.answering.tracing import PROVENANCE, small
from bot.facts.model import Knowledge
from bot.facts.operations import Operation
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.parsing import Item, Question

_LIKELY: Final = 0.65
"""The least confidence of an answer."""
_LIKELY_BY_WORDS: Final = 0.35
"""The same in a plain FAQ, where the words of a right answer are seldom nearer."""
_PERHAPS: Final = 0.5
"""The least confidence of facts on several things of which is asked which is meant."""
_NEAR: Final = 0.25
"""The least confidence of what is offered where nothing is likely."""
_BEHIND: Final = 0.25
"""How far a fact may come behind the first and still be told in its stead."""
_SURE_OF_ANOTHER: Final = 0.85
"""The least confidence of an answer on something else than what was spoken of."""
_MOST_NEAR: Final = 3
_TIE: Final = 0.06
"""Facts on like entities with scores this near are equally good."""
_ASKS_NOTHING: Final = 0.21
"""Weight up to which an idea is so common that it asks for nothing in particular."""
_LEVEL: Final = 0.01
"""Scores this near are the same."""
_SAME_COVER: Final = 0.07
_VAGUE: Final = 0.65
"""Weight of a question's content below which it singles out nothing."""
_VAGUE_TIE: Final = 0.15
_VAGUE_COVER: Final = 0.24
"""Facts that account for so much less of a vague question may be meant as well."""


class Rule(StrEnum):
    """What settled a question."""

    EMPTY = "empty"
    """Nothing in it was understood."""
    NAME = "name"
    """It only names something."""
    KIND = "kind"
    """It only names a kind of thing."""
    COMPUTED = "computed"
    """What it asks for could be computed."""
    LIKELIEST = "likeliest"
    """One fact was likely enough."""
    TIE = "tie"
    """Facts on several things were likely, and equally good."""
    NEAR = "near"
    """Facts came near, but none near enough."""
    UNLIKELY = "unlikely"
    """No fact was likely enough."""
    SMALLTALK = "smalltalk"
    """It was smalltalk."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, and the reading of the question that led to it."""

    outcome: Outcome
    question: Question
    rule: Rule
    candidates: tuple[Candidate, ...] = ()
    listed: tuple[str, ...] = ()
    """Entities that the answer lists, in its order."""

    @property
    def confidence(self) -> float:
        """How likely the answer is right; where none is given, how likely the best would be."""
        match self.outcome:
            case Worked(computed, likely) if not is_known(computed):
                return min(likely, _LIKELY)
            case Told(confidence=likely) | Worked(confidence=likely):
                return likely
            case Small() | Traced():
                return 1.0
            case _:
                best = self.candidates[0].confidence if self.candidates else 0.0
                return min(best, _LIKELY)


class Judge:
    """Decides what to reply to one question."""

    def __init__(self, knowledge: Knowledge, index: FactIndex) -> None:
        """Take what is known, and the index that ranks it."""
        self._knowledge, self._index = knowledge, index
        self._decisive = frozenset(knowledge.vocabulary.decisive)
        self._reckoner = Reckoner(knowledge, index)
        self._elsewhere = Elsewhere(knowledge, index, _LIKELY)

    def decide(self, question: Question, context: Context) -> Decision:
        """Decide on the best reading of a question in its conversation."""
        if question.is_empty:
            return self._traced(Decision(Unclear(), question, Rule.EMPTY), question, context)
        first, *others = readings_of(question, context, self._knowledge)
        decision = self._judge(first)
        if not is_answer(decision.outcome):
            later = (self._judge(reading) for reading in others)
            fitting = (one for one in later if _helps(one.outcome) and _is_near(one, context))
            decision = next(fitting, decision)
        if not (is_answer(decision.outcome) or question.mentions):
            decision = self._traced(decision, question, context)
        return replace(decision, listed=self._listed(decision.outcome))

    def _traced(self, decision: Decision, question: Question, context: Context) -> Decision:
        """Take a question that no fact answers as a doubt of the last answer, if it sounds so."""
        if self._index.smalltalk_in(question) != PROVENANCE:
            return decision
        outcome = small(self._knowledge, PROVENANCE, context)
        return Decision(outcome, question, Rule.SMALLTALK, decision.candidates)

    def _strong(self, question: Question) -> tuple[Item, ...]:
        """Give the content that asks for something: not "the work", nor "the centre" of a centre.

        What is a topic asks for it, if what is named has a fact on it; what decides always does.
        Beside a figure all counts.
        """
        if question.figures:
            return question.content
        named = [self._knowledge.entities[one] for one in question.named]
        told = {fact.topic for entity in named for fact in entity.facts}
        kinds = {kind for entity in named for kind in self._knowledge.kinds_of(entity.kind)}
        return tuple(
            item
            for item in question.content
            if item.concepts & (told | self._decisive)
            or (self._index.weight_of(item) > _ASKS_NOTHING and not item.concepts & kinds)
        )

    def _listed(self, outcome: Outcome) -> tuple[str, ...]:
        match outcome:
            case Told((fact,)):
                return listed_in(self._knowledge, self._index.named_in(fact))
            case Told(facts):
                return tuple(dict.fromkeys(fact.entity for fact in facts))
            case Worked(computed):
                return entities_of(computed)
            case _:
                return ()

    def _judge(self, question: Question) -> Decision:
        if question.mentions and asks_nothing(question, self._strong(question)):
            calculation = calculate(self._knowledge, question)
            if calculation:
                return Decision(Worked(calculation.answer, 0.9), question, Rule.COMPUTED)
            return Decision(named_things(self._knowledge, question), question, Rule.NAME)
        if names_only_a_kind(self._knowledge, question):
            return Decision(things_of_kind(self._knowledge, question), question, Rule.KIND)
        candidates = self._index.rank(question)
        good = [
            one
            for one in candidates
            if _is_good(one, candidates[0], question) and not self._reaches_another(one, question)
        ]
        if worked := self._reckoner.work_out(question, good):
            return Decision(self._said(worked, good), question, Rule.COMPUTED, candidates)
        outcome, rule = self._best(question, good) if good else self._none(question, candidates)
        if isinstance(outcome, NoFact):
            if found := self._elsewhere.answers(outcome, question):
                outcome, rule = self._best(question, found)
            else:
                outcome = self._elsewhere.with_reach(outcome, question)
        return Decision(outcome, question, rule, candidates)

    def _reaches_another(self, candidate: Candidate, question: Question) -> bool:
        """Whether a fact says how to reach something else than what the question names.

        Of a country all that is in it may be meant, if more is said of it than how to reach it.
        """
        named, fact, reach = question.named, candidate.fact, self._knowledge.vocabulary.reach
        if not named or fact.topic not in reach or fact.entity in named:
            return False
        says_more = any(item.concepts.isdisjoint(reach) for item in question.content)
        return not says_more or named.isdisjoint(self._knowledge.wholes_of(fact.entity))

    def by_words(self, question: Question) -> Decision:
        """Decide where only ways of asking are known: tell the nearest, or offer what is near."""
        candidates = self._index.rank(question)
        near = tuple(one for one in candidates[:_MOST_NEAR] if one.confidence >= _NEAR)
        if near and near[0].confidence >= _LIKELY_BY_WORDS:
            return Decision(self._told(near[0], []), question, Rule.LIKELIEST, candidates)
        if near:
            offered = WhichFact(tuple(one.fact for one in near))
            return Decision(offered, question, Rule.NEAR, candidates)
        return Decision(OutOfScope(), question, Rule.UNLIKELY, candidates)

    def _said(self, worked: Worked | Candidate, good: list[Candidate]) -> Outcome:
        return self._told(worked, good) if isinstance(worked, Candidate) else worked

    def _best(self, question: Question, good: list[Candidate]) -> tuple[Outcome, Rule]:
        best = _foremost(question, good)
        tied = [one for one in good if self._ties(one, best, question)]
        entities = tuple(dict.fromkeys(one.fact.entity for one in tied))
        if len(entities) > 1 and not self._names_one_of(question, entities):
            return self._which(tied), Rule.TIE
        return self._told(best, good), Rule.LIKELIEST

    def _none(self, question: Question, candidates: tuple[Candidate, ...]) -> tuple[Outcome, Rule]:
        if not question.mentions and (sort := self._index.smalltalk_in(question)):
            return Small(sort), Rule.SMALLTALK
        likely = [one for one in candidates if one.confidence >= _PERHAPS]
        tied = [one for one in likely if self._ties(one, likely[0], question)]
        if not question.mentions and len({one.fact.entity for one in tied}) > 1:
            return self._which(tied), Rule.TIE
        unknown = not_known(self._knowledge, self._index, question, candidates)
        return unknown, Rule.UNLIKELY

    def _told(self, best: Candidate, good: list[Candidate]) -> Told:
        equal = [one.fact for one in good[1:2] if _says_the_same(one, best)]
        following = next_facts(self._knowledge, best.fact)
        return Told((best.fact, *equal), best.confidence, following)

    def _ties(self, one: Candidate, best: Candidate, question: Question) -> bool:
        """Whether a fact answers as well, of an entity that could be meant as well."""
        ours, theirs = best.fact.entity, one.fact.entity
        wholes = self._knowledge.wholes_of
        if ours in wholes(theirs) or theirs in wholes(ours):
            return False
        like = one.fact.topic == best.fact.topic and self._are_alike(one, best)
        if self._is_vague(question):
            near = like or best.score - one.score <= _VAGUE_TIE
            return near and best.cover - one.cover <= _VAGUE_COVER
        if best.score - one.score > _TIE or best.cover - one.cover > _SAME_COVER:
            return False
        return like

    def _are_alike(self, one: Candidate, best: Candidate) -> bool:
        """Whether two facts are of entities of one kind, or of kinds of one broader kind."""
        kinds = self._knowledge.vocabulary.kinds
        kind, other = (self._knowledge.entities[it.fact.entity].kind for it in (one, best))
        return kind == other or bool(kinds[kind] and kinds[kind] == kinds[other])

    def _is_vague(self, question: Question) -> bool:
        """Whether a question says too little to single out one of very different things."""
        weight = sum(map(self._index.weight_of, question.content))
        return not question.mentions and (weight < _VAGUE or len(question.content) == 1)

    def _which(self, tied: list[Candidate]) -> Outcome:
        by_entity = {one.fact.entity: one.fact for one in reversed(tied)}
        ordered = dict.fromkeys(one.fact.entity for one in tied)
        entities = tuple(ordered)[:MOST_CHOICES]
        return WhichEntity(entities, tuple(by_entity[entity] for entity in entities))

    def _names_one_of(self, question: Question, entities: tuple[str, ...]) -> bool:
        return not question.named.isdisjoint(entities)


def _foremost(question: Question, good: list[Candidate]) -> Candidate:
    """Prefer what is told of the very thing that is named to the same of a part of it."""
    topic, named = good[0].fact.topic, question.named
    own = (one for one in good if one.fact.topic == topic and one.fact.entity in named)
    return next(own, good[0])


def _says_the_same(one: Candidate, best: Candidate) -> bool:
    """Whether another fact answers just as well, on the same topic: then both are told."""
    level = best.score - one.score < _LEVEL
    return level and one.fact.topic == best.fact.topic and one.fact.entity != best.fact.entity


def _is_good(candidate: Candidate, first: Candidate, question: Question) -> bool:
    """Whether a fact may answer; where a frame is all that is asked, it has to serve it.

    What comes far behind the first, on another topic, is no answer either if the first is none.
    """
    serves = bool(question.content) or not candidate.missing
    asks = bool(question.items or question.mentions)
    like = candidate.fact.topic == first.fact.topic
    near = like or first.score - candidate.score <= _BEHIND
    return asks and near and serves and candidate.confidence >= _LIKELY


def _is_near(decision: Decision, context: Context) -> bool:
    """Whether an answer to "it" is of what was spoken of, or so sure that it may be of another."""
    points_back = Operation.BACK in decision.question.operations and context.entities
    return not points_back or decision.confidence >= _SURE_OF_ANOTHER


def _helps(outcome: Outcome) -> bool:
    """Whether an outcome answers, or says at least how to get in touch."""
    return is_answer(outcome) or (isinstance(outcome, NoFact) and outcome.instead is not None)


def is_answer(outcome: Outcome) -> bool:
    """Whether an outcome answers what was asked."""
    return isinstance(outcome, Told | Worked)
