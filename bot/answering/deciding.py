"""The decision: tell, compute, ask back, or admit not knowing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.answering.computing import Calculation, calculate, entities_of
from bot.answering.conversation import Context, asks_nothing, readings_of
from bot.answering.listing import Listing
from bot.answering.outcome import (
    NoFact,
    Outcome,
    OutOfScope,
    Told,
    Unclear,
    UnknownName,
    WhichEntity,
    Worked,
)
from bot.answering.scope import most_particular
from bot.facts.model import Fact, Knowledge, states_a_figure
from bot.facts.operations import Operation
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.names import names_of
from bot.understanding.parsing import Item, Mention, Question

_COVER: Final = 0.6
"""The least share of a question's content that an answer has to account for."""
_SCORE: Final = 0.45
"""The least score of an answer."""
_TIE: Final = 0.15
"""Facts on like entities with scores this near are equally good."""
_ASKS_NOTHING: Final = 0.2
"""Weight up to which an idea is so common that it asks for nothing in particular."""
_SAME_COVER: Final = 0.05
_VAGUE: Final = 0.9
"""Weight of a question's content below which it singles out nothing."""
_VAGUE_COVER: Final = 0.2
"""Facts that account for so much less of a vague question may be meant as well."""
_MISSING: Final = 0.33
"""The most that a thing in the question may weigh and be left unaccounted for."""
_KNOWN: Final = 0.5
"""The least share of a question's content that has to be known at all, to be our subject."""
_COMPUTED: Final = 0.8
"""The least share of a question that a computed answer has to account for."""
_MOST_OF_THEM: Final = 0.8
"""The share of a list that a fact has to name, to stand for the list."""
_MOST_CHOICES: Final = 8
_NEAR_NAME: Final = 0.75
OVERVIEW: Final = "overview"


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, and the reading of the question that led to it."""

    outcome: Outcome
    question: Question
    candidates: tuple[Candidate, ...] = ()
    listed: tuple[str, ...] = ()
    """Entities that the answer lists, in its order."""


class Judge:
    """Decides what to reply to one question."""

    def __init__(self, knowledge: Knowledge, index: FactIndex) -> None:
        """Take what is known, and the index that ranks it."""
        self._knowledge, self._index = knowledge, index

    def decide(self, question: Question, context: Context) -> Decision:
        """Decide on the best reading of a question in its conversation."""
        decisions = [self._judge(reading) for reading in readings_of(question, context)]
        decision = next((one for one in decisions if is_answer(one.outcome)), decisions[0])
        return replace(decision, listed=self._listed(decision.outcome))

    def about(self, entity: str) -> Outcome:
        """Give the overview of an entity, or else its first fact."""
        facts = self._knowledge.entities[entity].facts
        if not facts:
            return NoFact(entity, ())
        overview = next((fact for fact in facts if fact.topic == OVERVIEW), facts[0])
        return Told((overview,), 1.0, self.next_facts(overview))

    def chosen(self, target: str) -> Outcome | None:
        """Give what a choice leads to; None where it leads nowhere any more."""
        if fact := self._knowledge.facts.get(target):
            return Told((fact,), 1.0, self.next_facts(fact))
        return self.about(target) if target in self._knowledge.entities else None

    def next_facts(self, told: Fact) -> tuple[Fact, ...]:
        """Give other facts of the same entity, in the order of a card."""
        order = self._knowledge.vocabulary.topics.index
        entity = self._knowledge.entities[told.entity]
        others = (fact for fact in entity.facts if fact.topic not in (OVERVIEW, told.topic))
        by_topic = {
            fact.topic: fact for fact in reversed(sorted(others, key=lambda f: order(f.topic)))
        }
        return tuple(sorted(by_topic.values(), key=lambda fact: order(fact.topic)))

    def _strong(self, question: Question) -> tuple[Item, ...]:
        """Give the content that asks for something: not "the centre", "the work"."""
        topics = set(self._knowledge.vocabulary.topics)
        return tuple(
            item
            for item in question.content
            if self._index.weight_of(item) > _ASKS_NOTHING or item.concepts & topics
        )

    def _listed(self, outcome: Outcome) -> tuple[str, ...]:
        match outcome:
            case Told((fact,)):
                return self._index.named_in(fact)
            case Told(facts):
                return tuple(dict.fromkeys(fact.entity for fact in facts))
            case Worked(computed):
                return entities_of(computed)
            case _:
                return ()

    def _judge(self, question: Question) -> Decision:
        if question.is_empty:
            return Decision(Unclear(), question)
        if question.mentions and asks_nothing(question, self._strong(question)):
            calculation = calculate(self._knowledge, question)
            worked = calculation and Worked(calculation.answer, 0.9)
            return Decision(worked or self._named_only(question), question)
        if not question.mentions and self._names_only_a_kind(question):
            return Decision(self._of_kind(question), question)
        candidates = self._index.rank(question)
        outcome = self._computed(question, candidates) or self._best(question, candidates)
        return Decision(outcome, question, candidates)

    def _names_only_a_kind(self, question: Question) -> bool:
        """Whether a question is no more than "tell me about the social centre"."""
        kinds = self._knowledge.vocabulary.kinds.keys()
        content = question.content
        return (
            bool(content)
            and all(item.concepts & kinds for item in content)
            and question.operations <= {Operation.TELL, Operation.BACK}
        )

    def _of_kind(self, question: Question) -> Outcome:
        kinds = question.concepts & self._knowledge.vocabulary.kinds.keys()
        named = dict.fromkeys(
            entity.id
            for entity in self._knowledge.entities.values()
            if any(self._knowledge.is_a(entity.kind, kind) for kind in kinds)
        )
        entities = tuple(named)[:_MOST_CHOICES]
        return self.about(entities[0]) if len(entities) == 1 else WhichEntity(entities)

    def _named_only(self, question: Question) -> Outcome:
        """Tell of what is named; several things are told one after the other."""
        entities = [self._narrowed(mention, question) for mention in question.mentions]
        sure = tuple(dict.fromkeys(one[0] for one in entities if len(one) == 1))
        if len(sure) == 1 or (sure and len(sure) == len(entities)):
            told = [self.about(entity) for entity in most_particular(self._knowledge, sure)]
            facts = tuple(fact for one in told if isinstance(one, Told) for fact in one.facts)
            return Told(facts, 0.95, self.next_facts(facts[0])) if facts else Unclear()
        return WhichEntity(tuple(dict.fromkeys(one for many in entities for one in many)))

    def _narrowed(self, mention: Mention, question: Question) -> tuple[str, ...]:
        """Let the kinds in a question choose among entities of one name."""
        kinds = question.concepts & self._knowledge.vocabulary.kinds.keys()
        entities = self._knowledge.entities
        fitting = [
            one
            for one in sorted(mention.entities)
            if any(self._knowledge.is_a(entities[one].kind, kind) for kind in kinds)
        ]
        return tuple(fitting or sorted(mention.entities))

    def _computed(self, question: Question, candidates: tuple[Candidate, ...]) -> Outcome | None:
        """Compute, unless a fact says the same in so many words."""
        calculation = calculate(self._knowledge, question)
        if calculation is None:
            return None
        cover = self._cover_of(question, calculation)
        good = [one for one in candidates if _is_good(one)]
        match calculation.answer:
            case _ if cover < _COMPUTED:
                return None
            case Listing(conditions=(), whole=(), counted=True) if good:
                return None
            case Listing(conditions=()) as listing:
                stated = next((one for one in good if self._says_all(one.fact, listing)), None)
            case _:
                stated = next((one for one in good[:1] if one.score > cover), None)
        return self._told(stated, good) if stated else Worked(calculation.answer, min(cover, 0.95))

    def _says_all(self, fact: Fact, listing: Listing) -> bool:
        """Whether a fact lists by itself what we would list, or gives the source's own count."""
        if listing.counted:
            return fact.entity in listing.whole and states_a_figure(fact)
        named = set(self._index.named_in(fact))
        return len(named.intersection(listing.entities)) >= _MOST_OF_THEM * len(listing.entities)

    def _cover_of(self, question: Question, calculation: Calculation) -> float:
        whole = sum(map(self._index.weight_of, question.content)) + len(question.mentions) + 0.5
        return 1 - sum(map(self._index.weight_of, calculation.left)) / whole

    def _best(self, question: Question, candidates: tuple[Candidate, ...]) -> Outcome:
        good = [one for one in candidates if _is_good(one)]
        if not good:
            return self._unknown(question)
        best = good[0]
        tied = [one for one in good if self._ties(one, best, question)]
        entities = tuple(dict.fromkeys(one.fact.entity for one in tied))
        if len(entities) > 1 and not self._names_one_of(question, entities):
            return self._which(tied)
        return self._told(best, good)

    def _told(self, best: Candidate, good: list[Candidate]) -> Told:
        return Told((best.fact,), self._confidence(best, good), self.next_facts(best.fact))

    def _ties(self, one: Candidate, best: Candidate, question: Question) -> bool:
        """Whether a fact answers as well, of an entity that could be meant as well."""
        if self._is_vague(question):
            return best.cover - one.cover <= _VAGUE_COVER
        if best.score - one.score > _TIE or best.cover - one.cover > _SAME_COVER:
            return False
        same_topic = one.fact.topic == best.fact.topic
        return self._are_alike(one, best) and (same_topic or not question.mentions)

    def _are_alike(self, one: Candidate, best: Candidate) -> bool:
        """Whether two facts are of entities of one kind, or of kinds of one broader kind."""
        kinds = self._knowledge.vocabulary.kinds
        kind, other = (self._knowledge.entities[it.fact.entity].kind for it in (one, best))
        return kind == other or bool(kinds[kind] and kinds[kind] == kinds[other])

    def _is_vague(self, question: Question) -> bool:
        """Whether a question says too little to single out one of very different things."""
        return not question.mentions and sum(map(self._index.weight_of, question.content)) < _VAGUE

    def _which(self, tied: list[Candidate]) -> Outcome:
        by_entity = {one.fact.entity: one.fact for one in reversed(tied)}
        ordered = dict.fromkeys(one.fact.entity for one in tied)
        entities = tuple(ordered)[:_MOST_CHOICES]
        return WhichEntity(entities, tuple(by_entity[entity] for entity in entities))

    def _names_one_of(self, question: Question, entities: tuple[str, ...]) -> bool:
        named = {one for mention in question.mentions for one in mention.entities}
        return bool(named & set(entities))

    def _confidence(self, best: Candidate, good: list[Candidate]) -> float:
        rival = next((one for one in good if one.fact.entity != best.fact.entity), None)
        margin = best.score - rival.score if rival else best.score
        return round(min(0.99, 0.6 * best.score + 0.4 * min(1.0, 0.5 + margin * 2)), 3)

    # not knowing

    def _unknown(self, question: Question) -> Outcome:
        """Say what is missing: the fact, the name, or the subject."""
        named = [self._narrowed(mention, question) for mention in question.mentions]
        sure = most_particular(self._knowledge, tuple(one[0] for one in named if len(one) == 1))
        if stranger := self._stranger(question):
            if not sure or sure[0] in self._knowledge.members:
                return UnknownName(stranger, self._nearest_names(stranger))
        if sure:
            overview = self.about(sure[0])
            known = overview.next_facts if isinstance(overview, Told) else ()
            return NoFact(sure[0], known)
        return Unclear() if self._is_ours(question) else OutOfScope()

    def _stranger(self, question: Question) -> str | None:
        """Find a name in a question that the knowledge does not hold."""
        ours = (
            bool(question.concepts & self._knowledge.vocabulary.kinds.keys()) or question.mentions
        )
        names = [item.said for item in question.content if item.is_name]
        return names[-1] if names and ours else None

    def _is_ours(self, question: Question) -> bool:
        """Whether enough of a question speaks of what this knowledge is about."""
        whole = sum(map(self._index.weight_of, question.content))
        known = sum(self._index.weight_of(item) for item in question.content if item.concepts)
        return whole == 0 or known / whole >= _KNOWN

    def _nearest_names(self, name: str) -> tuple[str, ...]:
        """Find the entities whose names look most like one that we don't hold."""
        names = {
            one: entity.id
            for entity in self._knowledge.entities.values()
            for one in names_of(entity)
        }
        found = process.extract(
            name, names.keys(), scorer=JaroWinkler.normalized_similarity, score_cutoff=_NEAR_NAME
        )
        return tuple(dict.fromkeys(names[one] for one, _, _ in found))[:3]


def _is_good(candidate: Candidate) -> bool:
    return (
        candidate.cover >= _COVER and candidate.score >= _SCORE and candidate.missing <= _MISSING
    )


def is_answer(outcome: Outcome) -> bool:
    """Whether an outcome answers what was asked."""
    return isinstance(outcome, Told | Worked)
