"""Outcomes, worded in one language from the knowledge files."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from bot.answering.cards import OVERVIEW, card_of
from bot.answering.computing.calculating import Computed, entities_of, facts_of, is_known
from bot.answering.computing.listing import Listing
from bot.answering.computing.remaining import remaining, rest_of, target_of
from bot.answering.naming import MOST_CHOICES
from bot.answering.outcome import (
    NoFact,
    OtherLanguage,
    Outcome,
    OutOfScope,
    Small,
    Told,
    Traced,
    Unclear,
    UnknownName,
    WhichEntity,
    WhichFact,
    Worked,
)
from bot.answering.reply import Choice, Kind, Reason, Reply
from bot.answering.saying.cards import CardWording
from bot.answering.saying.computed import Wording
from bot.answering.saying.direction import isolated
from bot.answering.saying.tracing import TracingWording
from bot.answering.saying.voice import Phrasing, capitalised
from bot.facts.model import Fact, Knowledge

_MOST_BUTTONS: Final = 6
_MOST_TOPICS: Final = 12
"""Topics that an overview offers."""
_LONGEST_LABEL: Final = 40


class Writer:
    """Words replies in one language."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        """Take the sentences of the language."""
        self._knowledge, self._code = knowledge, language
        self._phrasing = Phrasing(knowledge, language)
        self._wording = Wording(self._phrasing)
        self._cards = CardWording(self._phrasing)
        self._tracing = TracingWording(knowledge, self._phrasing)
        self.say = self._phrasing.say
        self.source_line = self._phrasing.source_line

    def example_choices(self) -> tuple[Choice, ...]:
        """Offer the example questions of the language."""
        examples = enumerate(self._phrasing.examples)
        return tuple(Choice(question, f"?{self._code}/{number}") for number, question in examples)

    def example(self, target: str) -> str | None:
        """Give the example question that a choice leads to, if it is one of this language."""
        labels = {choice.target: choice.label for choice in self.example_choices()}
        return labels.get(target)

    def remark(self, phrase: str) -> Reply:
        """Say one of the bot's own sentences; a greeting offers examples to choose from."""
        choices = self.example_choices() if phrase == "greeting" else ()
        return self._readable(Reply(Kind.SMALLTALK, self.say(phrase), self._code, choices=choices))

    def set_language(self, code: str) -> Reply:
        """Say in which language replies are from now on; none is that of each message."""
        if not code:
            return self.remark("language-auto")
        text = self.say("language-set", language=self._phrasing.language(code))
        return self._readable(Reply(Kind.SMALLTALK, text, self._code))

    def labels_of(self, target: str, *, alone: bool) -> tuple[str, ...]:
        """Give all that a choice may be called by; nothing where its target is gone.

        A fact goes by the name of its entity too, unless the choice stands alone: then the name
        tells it from nothing, and asks about the entity.
        """
        if fact := self._knowledge.facts.get(target):
            names = () if alone else self.labels_of(fact.entity, alone=alone)
            return (self._fact_choice(fact).label, *names)
        if target in self._knowledge.entities:
            return (self._phrasing.full_name(target), self._phrasing.short(target))
        if rest := remaining(self._knowledge, target):
            return (self._rest_choice(rest).label,)
        return tuple(one.label for one in self.example_choices() if one.target == target)

    def write(self, outcome: Outcome) -> Reply:
        """Word an outcome."""
        return self._readable(self._written(outcome))

    def _readable(self, reply: Reply) -> Reply:
        """Set apart what runs the other way, if the language is written from right to left."""
        if not self._phrasing.runs_left:
            return reply
        return replace(
            reply,
            text=isolated(reply.text),
            source_line=isolated(reply.source_line),
            choices=tuple(replace(one, label=isolated(one.label)) for one in reply.choices),
        )

    def _written(self, outcome: Outcome) -> Reply:  # noqa: C901, PLR0911 - one for each outcome
        match outcome:
            case Told():
                return self._told(outcome)
            case Worked():
                return self._worked(outcome)
            case WhichEntity():
                return self._which(outcome)
            case WhichFact(facts):
                choices = tuple(map(self._fact_choice, facts))
                return self._asked_back(choices)
            case NoFact():
                return self._no_fact(outcome)
            case UnknownName():
                return self._unknown_name(outcome)
            case OutOfScope():
                text = self.say("out-of-scope")
                return self._unknown(Reason.OUT_OF_SCOPE, text, self.example_choices())
            case Unclear():
                text = self.say("unclear")
                return self._unknown(Reason.UNCLEAR, text, self.example_choices())
            case OtherLanguage():
                return self._unknown(Reason.UNCLEAR, self.say("other-language"))
            case Traced(facts):
                return self._traced(facts)
            case Small(sort):
                return self._small(sort)
            case _:
                assert_never(outcome)

    # answers

    def _told(self, told: Told) -> Reply:
        if len(told.facts) == 1 and told.facts[0].topic == OVERVIEW:
            return self._overview(told, told.facts[0])
        text = "\n\n".join(self._phrasing.texts(told.facts))
        buttons = tuple(map(self._fact_choice, told.next_facts[:_MOST_BUTTONS]))
        return self._answer(text, told.facts, told.confidence, choices=buttons)

    def _overview(self, told: Told, overview: Fact) -> Reply:
        """Word an overview with the card of its entity, and offer all its topics."""
        card = card_of(self._knowledge, overview.entity)
        text = "\n\n".join(
            [*self._phrasing.texts([overview]), *filter(None, self._cards.word(card))]
        )
        buttons = tuple(map(self._fact_choice, told.next_facts[:_MOST_TOPICS]))
        return self._answer(text, (overview, *card.facts), told.confidence, choices=buttons)

    def _worked(self, worked: Worked) -> Reply:
        computed = worked.computed
        facts = facts_of(computed) or self._first_facts(computed)
        reply = self._answer(
            self._wording.word(computed),
            facts,
            worked.confidence,
            entities_of(computed),
            self._choices_after(computed),
        )
        if is_known(computed):
            return reply
        return replace(reply, kind=Kind.UNKNOWN, reason=Reason.NO_FACT)

    def _first_facts(self, computed: Computed) -> tuple[Fact, ...]:
        """Give what tells that the entities of a list exist."""
        if not isinstance(computed, Listing):
            return ()
        entities = (self._knowledge.entities[one] for one in (*computed.shown, *computed.whole))
        return tuple(entity.facts[0] for entity in entities if entity.facts)

    def _choices_after(self, computed: Computed) -> tuple[Choice, ...]:
        """Offer what a list names, and its rest."""
        if not isinstance(computed, Listing):
            return ()
        names = tuple(map(self._entity_choice, computed.shown[:_MOST_BUTTONS]))
        rest = rest_of(computed)
        return (*names, self._rest_choice(rest)) if rest else names

    # questions back, and not knowing

    def _which(self, which: WhichEntity) -> Reply:
        targets = tuple(fact.id for fact in which.facts) or which.entities
        pairs = list(zip(which.entities, targets, strict=True))[:MOST_CHOICES]
        choices = tuple(
            Choice(self._phrasing.full_name(entity), target) for entity, target in pairs
        )
        return self._asked_back(choices)

    def _asked_back(self, choices: tuple[Choice, ...]) -> Reply:
        return Reply(Kind.CHOICES, self.say("which"), self._code, choices=choices)

    def _no_fact(self, missing: NoFact) -> Reply:
        if missing.instead:
            return self._no_fact_but(missing, missing.instead)
        phrase = "no-fact" if missing.known else "no-fact-bare"
        text = self.say(phrase, name=self._phrasing.full_name(missing.entity))
        choices = tuple(self._fact_choice(fact) for fact in missing.known[:_MOST_BUTTONS])
        return self._unknown(Reason.NO_FACT, text, choices, (missing.entity,))

    def _no_fact_but(self, missing: NoFact, instead: Fact) -> Reply:
        name, whole = map(self._phrasing.full_name, (missing.entity, instead.entity))
        text = self.say("no-fact-but", name=name, whole=whole)
        whole_text = "\n\n".join([text, *self._phrasing.texts([instead])])
        reply = self._answer(whole_text, (instead,), 0.0)
        choices = tuple(map(self._fact_choice, missing.known[:_MOST_BUTTONS]))
        entities = (missing.entity,)
        return replace(
            reply, kind=Kind.UNKNOWN, reason=Reason.NO_FACT, entities=entities, choices=choices
        )

    def _unknown_name(self, stranger: UnknownName) -> Reply:
        phrase = "unknown-name" if stranger.nearest else "unknown-name-bare"
        nearest = tuple(Choice(self._phrasing.full_name(one), one) for one in stranger.nearest)
        text = self.say(phrase, name=stranger.name)
        return self._unknown(Reason.UNKNOWN_NAME, text, nearest or self.example_choices())

    def _unknown(
        self,
        reason: Reason,
        text: str,
        choices: tuple[Choice, ...] = (),
        entities: tuple[str, ...] = (),
    ) -> Reply:
        return Reply(
            Kind.UNKNOWN, text, self._code, reason, entities, choices=choices, confidence=0.0
        )

    def _traced(self, facts: tuple[Fact, ...]) -> Reply:
        reply = self._answer("\n".join(self._tracing.word(facts)), facts, 1.0)
        return replace(reply, source_line="")

    def _small(self, sort: str) -> Reply:
        return Reply(Kind.SMALLTALK, self._phrasing.smalltalk(sort), self._code)

    def _answer(
        self,
        text: str,
        facts: tuple[Fact, ...],
        confidence: float,
        entities: tuple[str, ...] = (),
        choices: tuple[Choice, ...] = (),
    ) -> Reply:
        sources = tuple(dict.fromkeys(source for fact in facts for source in fact.source))
        return Reply(
            Kind.ANSWER,
            text,
            self._code,
            entities=entities or tuple(dict.fromkeys(fact.entity for fact in facts)),
            facts=tuple(dict.fromkeys(fact.id for fact in facts)),
            choices=choices,
            sources=tuple(map(self._phrasing.note, sources)),
            source_line=self.source_line(sources),
            confidence=confidence,
        )

    def _entity_choice(self, entity: str) -> Choice:
        return Choice(self._phrasing.short(entity), entity)

    def _fact_choice(self, fact: Fact) -> Choice:
        label = self._phrasing.concept(fact.topic) if fact.topic else self._first_asked(fact)
        return Choice(capitalised(label), fact.id)

    def _first_asked(self, fact: Fact) -> str:
        """Give the first way of asking for a fact, or else its text, as short as a button."""
        return _cut(next(iter(fact.ask.get(self._code, ())), self._phrasing.text(fact)))

    def _rest_choice(self, rest: Listing) -> Choice:
        count = self._phrasing.number(len(rest.entities) - rest.start)
        return Choice(self.say("show-rest", count=count), target_of(rest))


def _cut(text: str) -> str:
    """Leave out the end of what is too long for a button: "How do I get my money…"."""
    is_short = len(text) <= _LONGEST_LABEL
    return text if is_short else f"{text[: _LONGEST_LABEL - 1].rsplit(' ', 1)[0]}…"
