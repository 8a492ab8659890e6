"""A message and the conversation so far, to a reply and what to remember of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Final

from bot.answering.cards import chosen
from bot.answering.choosing import typed_out
from bot.answering.computing.inventory import Inventory
from bot.answering.computing.listing import Listing
from bot.answering.computing.remaining import remaining
from bot.answering.computing.selecting import Selection
from bot.answering.conversation import Context, remembered, still_known
from bot.answering.deciding import Decision, Judge, Rule, is_answer
from bot.answering.outcome import (
    NoFact,
    OtherLanguage,
    Outcome,
    OutOfScope,
    Told,
    Unclear,
    WhichEntity,
    Worked,
)
from bot.answering.reply import Kind, Reply
from bot.answering.saying.replies import Writer
from bot.answering.tracing import small
from bot.answering.wishing import Wishes
from bot.facts.model import Knowledge
from bot.facts.operations import Operation
from bot.understanding.language import Recogniser
from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.parsing import Item, Question, parse
from bot.understanding.profiles import Gists, Profiles, profiles_of
from bot.understanding.sentences import Cutter
from bot.understanding.smalltalk import Smalltalk

_SURE: Final = 0.8
"""The least confidence of an answer to one sentence of a message about other things."""
_MOST_TOLD: Final = 6
"""Facts of an answer that are remembered."""
_MOST_QUESTIONS: Final = 5
"""Questions of one message that are answered."""


class Engine:
    """Answers from one knowledge folder; a pure function of conversation and message."""

    def __init__(self, knowledge: Knowledge, gists: Callable[[str], Gists] = lambda _: {}) -> None:
        """Take the knowledge; a language is prepared when it is first needed, if not before.

        `gists` gives what is known already of a language's sentences, to be read and added to.
        """
        self._gists = gists
        self.knowledge = knowledge
        """What it answers from."""
        self._writers = {code: Writer(knowledge, code) for code in knowledge.languages}
        self._default = next(iter(knowledge.languages))
        self._recogniser, self._wishes = Recogniser(knowledge), Wishes(knowledge.languages)
        self._vocabulary = cache(self._read)
        self._speech = cache(self._prepared)

    def prepare(self, message: str | None = None) -> None:
        """Prepare to understand every language of the knowledge, or only that of a message."""
        every = self.knowledge.languages
        codes = every if message is None else [self._recogniser.language_of(message)]
        for code in filter(None, codes):
            speech = self._speech(code)
            if message is None:
                self._recogniser.prepare()
                speech.lexicon.speller.prepare()

    def _prepared(self, code: str) -> _Speech:
        lexicon, own = self._vocabulary(code)
        original = None if code == self._default else self._vocabulary(self._default)[1]
        return _Speech.of(
            self.knowledge, lexicon, FactIndex(self.knowledge, lexicon, own, original)
        )

    def _read(self, code: str) -> tuple[Lexicon, Profiles]:
        """Give what a language's words stand for, and what they make of each fact."""
        lexicon = Lexicon(self.knowledge, code)
        return lexicon, profiles_of(self.knowledge, lexicon, code, self._gists(code))

    def _writer(self, context: Context) -> Writer:
        """Give what words replies: in the language that is asked for, or else that is spoken."""
        wanted = (context.wanted, context.spoken, self._default)
        return next(self._writers[code] for code in wanted if code in self._writers)

    def reply(self, message: str, context: Context = Context()) -> tuple[Reply, Context]:
        """Reply to any text, and say what to remember of the conversation."""
        if (target := typed_out(message, context.choices, self._writers.values())) is not None:
            return self.choose(target, context)
        if (wish := self._wishes.wish_in(message)) is not None:
            context = replace(context, wanted=wish.language, spoken=wish.language or wish.said_in)
            return self._writer(context).set_language(wish.language), context
        code = self._recogniser.language_of(message, context.spoken)
        if code is None:
            return self._writer(context).write(OtherLanguage()), context
        return self._answer(message, replace(context, spoken=code), self._speech(code))

    def explain(self, message: str, context: Context = Context()) -> tuple[Explanation, ...]:
        """Tell for each question of a message how it was understood, and what settled it."""
        code = self._recogniser.language_of(message, context.spoken)
        if code is None:
            return ()
        speech = self._speech(code)
        if sort := speech.smalltalk.sort_of(message):
            outcome = small(self.knowledge, sort, context)
            decision = Decision(outcome, Question(message), Rule.SMALLTALK)
            return (speech.explanation_of(code, decision),)
        steps = self._decisions(message, context, speech)
        return tuple(speech.explanation_of(code, decision) for decision, _ in steps)

    def candidates(self, message: str) -> tuple[Candidate, ...]:
        """Rank the facts for a message of a fresh conversation, answered or not; best first."""
        speech = self._speech(self._recogniser.language_of(message) or self._default)
        steps = self._decisions(message, Context(), speech)
        found = (one for decision, _ in steps for one in decision.candidates)
        return tuple(sorted(found, key=attrgetter("confidence"), reverse=True))

    def choose(self, target: str, context: Context = Context()) -> tuple[Reply, Context]:
        """Reply to a tapped choice."""
        for code, writer in self._writers.items():
            if (question := writer.example(target)) is not None:
                spoken = replace(context, spoken=code)
                return self._answer(question, spoken, self._speech(code))
        outcome = chosen(self.knowledge, target)
        if outcome is None:
            return self._writer(context).remark("expired-choice"), context
        reply = self._writer(context).write(outcome)
        after, told = self._after_choice(outcome, context), _told_in(reply, context)
        return reply, replace(after, choices=reply.targets, told=told)

    def _after_choice(self, outcome: Outcome, context: Context) -> Context:
        """Remember what a tapped choice told of."""
        if not isinstance(outcome, Told):
            return replace(context, undecided=False)
        entities = tuple(dict.fromkeys(fact.entity for fact in outcome.facts))
        topics = tuple(frozenset({fact.topic}) for fact in outcome.facts)
        about = replace(context, entities=entities, concepts=topics, operations=frozenset())
        return replace(about, undecided=False)

    def say(self, phrase: str, context: Context = Context()) -> Reply:
        """Say one of the bot's own sentences; a greeting offers examples to choose from."""
        return self._writer(context).remark(phrase)

    def _answer(self, message: str, context: Context, speech: _Speech) -> tuple[Reply, Context]:
        """Answer every question of a message, in order."""
        writer = self._writer(context)
        if sort := speech.smalltalk.sort_of(message):
            return writer.write(small(self.knowledge, sort, context)), context
        if rest := self._rest_asked(message, context, speech):
            return self.choose(rest, context)
        steps = self._decisions(message, context, speech)
        worth = _worth_telling([decision for decision, _ in steps])
        reply = _together([_worded(decision, writer) for decision in worth])
        told = _told_in(reply, context)
        return reply, replace(steps[-1][1], choices=reply.targets, told=told)

    def _rest_asked(self, message: str, context: Context, speech: _Speech) -> str | None:
        """Find the rest of a list that a message asks for: "show all"."""
        rests = (one for one in context.choices if remaining(self.knowledge, one))
        if (rest := next(rests, None)) is None:
            return None
        question = parse(message, speech.lexicon)
        asks = Operation.OTHERS in question.operations
        return rest if asks and not question.content and not question.mentions else None

    def _decisions(
        self, message: str, context: Context, speech: _Speech
    ) -> list[tuple[Decision, Context]]:
        """Decide on each question of a message, each with the conversation after it."""
        context = still_known(context, self.knowledge.entities)
        steps: list[tuple[Decision, Context]] = []
        for sentence in speech.sentences_in(message):
            named = bool(steps) and bool(steps[-1][0].question.mentions)
            for decision in speech.decisions(sentence, context, goes_on=named):
                context = _after(decision, context)
                steps.append((decision, context))
        return steps


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one question was understood, and what settled it."""

    language: str
    decision: Decision
    passed_over: tuple[Item, ...]
    """Content that the likeliest fact does not account for."""
    weights: tuple[tuple[Item, float], ...]
    """What each piece of content counts, 0.2 to 1.2."""


@dataclass(frozen=True)
class _Speech:
    """All that is needed to understand one language."""

    lexicon: Lexicon
    cutter: Cutter
    smalltalk: Smalltalk
    index: FactIndex
    judge: Judge
    is_plain: bool
    """Whether its words are all that is known of questions."""

    @classmethod
    def of(cls, knowledge: Knowledge, lexicon: Lexicon, index: FactIndex) -> _Speech:
        """Prepare one language."""
        judge, cutter = Judge(knowledge, index), Cutter(lexicon.spoken)
        return cls(lexicon, cutter, Smalltalk(lexicon), index, judge, index.is_plain)

    def explanation_of(self, code: str, decision: Decision) -> Explanation:
        """Tell what a decision rests on."""
        question, best = decision.question, next(iter(decision.candidates), None)
        left = self.index.passed_over(question, best.fact) if best else question.content
        weights = tuple((item, self.index.weight_of(item)) for item in question.content)
        return Explanation(code, decision, left, weights)

    def sentences_in(self, message: str) -> tuple[str, ...]:
        """Cut a message into the first of its sentences; a plain FAQ is asked by all of it."""
        if self.is_plain:
            return (message,)
        return self.cutter.sentences_in(message)[:_MOST_QUESTIONS] or (message,)

    def decisions(
        self, sentence: str, context: Context, *, goes_on: bool = False
    ) -> tuple[Decision, ...]:
        """Decide on a sentence: its questions if each can be answered, or else all of it.

        One that goes on from another of the message speaks of what that one names.
        """
        if self.is_plain:
            return (self.judge.by_words(parse(sentence, self.lexicon)),)
        questions = self.cutter.questions_in(sentence)[:_MOST_QUESTIONS]
        if len(questions) > 1:
            parts = self._each(questions, context)
            if all(is_answer(part.outcome) for part in parts):
                return parts
        whole = parse(sentence, self.lexicon)
        if goes_on:
            whole = _going_on(whole)
        decision = self.judge.decide(whole, context)
        clause = self.cutter.clause_in(sentence)
        if clause is None or is_answer(decision.outcome):
            return (decision,)
        asking = parse(clause, self.lexicon)
        if not asking.content and asking.operations <= {Operation.BACK}:
            return (decision,)
        asked = self.judge.decide(_with_names_of(whole, asking), context)
        return (asked,) if is_answer(asked.outcome) else (decision,)

    def _each(self, questions: tuple[str, ...], context: Context) -> tuple[Decision, ...]:
        """Decide on several questions, each going on from the one before."""
        decisions: list[Decision] = []
        for text in questions:
            question = parse(text, self.lexicon)
            if decisions and decisions[-1].question.mentions:
                question = _going_on(question)
            decisions.append(self.judge.decide(question, context))
            context = _after(decisions[-1], context)
        return tuple(decisions)


def _going_on(question: Question) -> Question:
    """Let a question speak first of what the one before it in the message names."""
    if question.mentions:
        return question
    return replace(question, operations=question.operations | {Operation.BACK})


def _with_names_of(whole: Question, clause: Question) -> Question:
    """Let a clause speak of what its sentence names."""
    return clause if clause.mentions else replace(clause, mentions=whole.mentions)


def _after(decision: Decision, context: Context) -> Context:
    """Remember what an answer was about; keep the subject where there was no answer."""
    asked = replace(remembered(context, decision.question), undecided=False)
    match decision.outcome:
        case Told(facts):
            entities = tuple(dict.fromkeys(fact.entity for fact in facts))
            goes_through = set(entities) <= set(context.listed)
            listed = context.listed if goes_through else decision.listed or context.listed
            return replace(asked, entities=entities, listed=listed)
        case Worked(Listing() | Selection() | Inventory() as listing):
            asked = replace(asked, whole=listing.whole, kinds=listing.kinds)
            return replace(asked, entities=(), listed=decision.listed)
        case Worked():
            return replace(asked, entities=(), listed=decision.listed)
        case NoFact(entity):
            return replace(asked, entities=(entity,))
        case WhichEntity(entities):
            return replace(asked, listed=entities, undecided=True)
        case _:
            return context


def _worded(decision: Decision, writer: Writer) -> Reply:
    """Word what was decided."""
    return replace(writer.write(decision.outcome), confidence=round(decision.confidence, 3))


def _told_in(reply: Reply, context: Context) -> tuple[str, ...]:
    """Give the first facts that a reply rests on; smalltalk leaves those of the one before."""
    return context.told if reply.kind is Kind.SMALLTALK else reply.facts[:_MOST_TOLD]


def _worth_telling(decisions: list[Decision]) -> list[Decision]:
    """Leave out asides, such as "sorry, my cat", where something else was understood."""
    strangers = [one for one in decisions if isinstance(one.outcome, OutOfScope | Unclear)]
    if len(strangers) > max(1, len(decisions) // 2):
        decisions = [one for one in decisions if one.confidence >= _SURE or one in strangers]
    answered = any(is_answer(one.outcome) for one in decisions)
    asides = OutOfScope | Unclear | WhichEntity if answered else OutOfScope | Unclear
    understood = [one for one in decisions if not isinstance(one.outcome, asides)]
    return understood or decisions[:1]


def _together(replies: list[Reply]) -> Reply:
    """Make one reply of several; the first that answers gives its kind."""
    if len(replies) == 1:
        return replies[0]
    answers = [reply for reply in replies if reply.kind is Kind.ANSWER] or replies
    first = answers[0]
    sources = tuple(dict.fromkeys(source for reply in replies for source in reply.sources))
    lines = dict.fromkeys(reply.source_line for reply in replies if reply.source_line)
    return replace(
        first,
        text="\n\n".join(dict.fromkeys(reply.plain for reply in replies)),
        entities=tuple(dict.fromkeys(one for reply in replies for one in reply.entities)),
        facts=tuple(dict.fromkeys(one for reply in replies for one in reply.facts)),
        sources=sources,
        source_line="\n".join(lines),
        choices=replies[-1].choices,
        confidence=min(reply.confidence for reply in answers),
    )
