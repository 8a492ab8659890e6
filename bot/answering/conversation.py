"""What was said so far, and what a message leaves out because of it."""

from __future__ import annotations

import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from bot.answering.computing.scope import common_kinds
from bot.facts.model import Knowledge
from bot.facts.operations import Operation
from bot.understanding.parsing import Item, Mention, Question

_ORDINALS: Final = (
    Operation.FIRST,
    Operation.SECOND,
    Operation.THIRD,
    Operation.FOURTH,
    Operation.FIFTH,
)
_NEW_NAME: Final = frozenset({Operation.ALSO, Operation.CORRECT})
_BARE: Final = frozenset(
    {
        Operation.TELL,
        Operation.WHICH,
        Operation.LIST,
        Operation.HOW,
        Operation.BACK,
        Operation.COMPARE,
        Operation.BOTH,
    }
)
"""Operations that ask for nothing in particular."""
_RANKING: Final = frozenset(
    {
        Operation.MOST,
        Operation.LEAST,
        Operation.EARLIEST,
        Operation.LATEST,
        Operation.MORE,
        Operation.LESS,
        Operation.BEFORE,
        Operation.AFTER,
    }
)
"""Operations that set several things in order."""
_BARE_DEFLATE: Final = -15
"""Tells zlib to leave out its header and checksum."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a conversation has come to: small, and without the person's words."""

    entities: tuple[str, ...] = ()
    """What the last answer was about."""
    concepts: tuple[frozenset[str], ...] = ()
    """What the last question asked about it."""
    operations: frozenset[Operation] = frozenset()
    """How it asked."""
    counted: frozenset[str] = frozenset()
    """What it asked the number of."""
    whole: tuple[str, ...] = ()
    """The country or group that the last list was taken from."""
    kinds: frozenset[str] = frozenset()
    """The kinds of entity that it listed."""
    listed: tuple[str, ...] = ()
    """The entities that it listed, in its order."""
    choices: tuple[str, ...] = ()
    """The targets that the last reply offered to choose from."""
    undecided: bool = False
    """Whether the last reply asked which entity was meant."""
    told: tuple[str, ...] = ()
    """The facts that the last answer rests on."""
    spoken: str = ""
    """The language of the last message."""
    wanted: str = ""
    """The language that replies have to be in, whatever is spoken."""

    def packed(self) -> bytes:
        """Give what differs from a fresh context, in few bytes."""
        return zlib.compress(_CONTEXT.dump_json(self, exclude_defaults=True), wbits=_BARE_DEFLATE)

    @classmethod
    def unpacked(cls, packed: bytes) -> Context:
        """Take a context out again; a fresh one where another version can't have meant this."""
        try:
            return _CONTEXT.validate_json(zlib.decompress(packed, wbits=_BARE_DEFLATE))
        except (zlib.error, ValidationError):
            return cls()


_CONTEXT: Final = TypeAdapter(Context)


def still_known(context: Context, entities: Container[str]) -> Context:
    """Begin afresh where something that was spoken of has left the knowledge since."""
    spoken_of = (*context.entities, *context.whole, *context.listed)
    if all(entity in entities for entity in spoken_of):
        return context
    return Context(spoken=context.spoken, wanted=context.wanted)


def readings_of(
    question: Question, context: Context, knowledge: Knowledge
) -> tuple[Question, ...]:
    """Give the ways to read a question in its conversation, the likeliest first."""
    if Operation.OTHERS in question.operations and not question.mentions:
        return (*_others(question, context, knowledge), question)
    if (pointed := _pointed_at(question, context)) is not None:
        question = _about(question, (pointed,))
    if question.mentions:
        goes_on = asks_nothing(question, question.content) and _goes_on(question, context)
        return (_same_of(question, context),) if goes_on else (question,)
    if Operation.ALSO in question.operations and context.kinds:
        return (_same_list(question, context), question)
    ranks = question.operations & _RANKING and question.concepts.isdisjoint(
        knowledge.vocabulary.kinds
    )
    if ranks and len(context.listed) > 1:
        return (_among(question, context.listed), question)
    if not context.entities:
        return (question,)
    about = _about(question, context.entities)
    return (about, question) if Operation.BACK in question.operations else (question, about)


def asks_nothing(question: Question, content: tuple[Item, ...]) -> bool:
    """Whether a question names a thing, and neither frame nor content asks more of it."""
    return not content and question.operations <= (_BARE | _NEW_NAME)


def remembered(context: Context, question: Question) -> Context:
    """Keep what a question asked, without its words."""
    concepts = tuple(item.concepts for item in question.items if item.concepts)
    counted = question.counted.concepts if question.counted else frozenset[str]()
    operations = question.operations - _NEW_NAME
    return replace(context, concepts=concepts, operations=operations, counted=counted)


def _pointed_at(question: Question, context: Context) -> str | None:
    """Find "the second one" in the last list or among the last choices."""
    pointed = [at for at, ordinal in enumerate(_ORDINALS) if ordinal in question.operations]
    if len(pointed) != 1 or question.mentions or pointed[0] >= len(context.listed):
        return None
    return context.listed[pointed[0]]


def _goes_on(question: Question, context: Context) -> bool:
    """Whether a mere name asks the last question again, or says what was meant by it."""
    asked = bool(context.concepts or context.operations)
    return asked and (context.undecided or bool(question.operations & _NEW_NAME))


def _same_of(question: Question, context: Context) -> Question:
    items, counted = _asked_before(context)
    operations = context.operations
    return replace(question, words=(), items=items, operations=operations, counted=counted)


def _asked_before(context: Context) -> tuple[tuple[Item, ...], Item | None]:
    """Give the items of the last question, and what it asked the number of."""
    items = tuple(Item("", concepts) for concepts in context.concepts)
    return items, Item("", context.counted) if context.counted else None


def _same_list(question: Question, context: Context) -> Question:
    """Ask for the same kinds of the same whole, with other conditions."""
    kinds = Item("", context.kinds, soft=True)
    listing = question.operations | {Operation.LIST}
    whole = tuple(Mention("", frozenset({entity})) for entity in context.whole)
    return replace(question, items=(*question.items, kinds), operations=listing, mentions=whole)


def _others(question: Question, context: Context, knowledge: Knowledge) -> Iterator[Question]:
    """Ask of the others of its kind what the last question asked, or else for their names."""
    told = context.entities or context.listed
    if not told:
        return
    shared = set.intersection(*(set(knowledge.wholes_of(one)) for one in told))
    whole = context.whole or tuple(sorted(shared))[:1]
    kinds = context.kinds or common_kinds(knowledge, (knowledge.entities[one] for one in told))
    if not (kinds := _kinds_with_others(kinds, whole, told, knowledge)):
        return
    left_out = (Mention("", frozenset({one}), negated=True) for one in told)
    named = replace(
        question,
        mentions=(*(Mention("", frozenset({one})) for one in whole), *left_out),
        items=(*question.items, Item("", kinds, soft=True)),
        operations=question.operations - {Operation.OTHERS} | {Operation.LIST},
    )
    asked, counted = _asked_before(context)
    operations = named.operations | context.operations
    items = (*asked, *named.items)
    yield replace(named, items=items, operations=operations, counted=counted)
    yield named


def _kinds_with_others(
    kinds: frozenset[str], whole: tuple[str, ...], told: tuple[str, ...], knowledge: Knowledge
) -> frozenset[str]:
    """Widen kinds until several are of them that were not told of; empty if there are none."""
    members = {one for entity in whole for one in knowledge.members[entity]}
    others = (members or knowledge.entities.keys()) - set(told)
    broader = knowledge.vocabulary.kinds
    while kinds:
        fitting = (knowledge.is_any_of(knowledge.entities[one].kind, kinds) for one in others)
        if sum(fitting) > 1:
            return kinds
        kinds = frozenset(filter(None, (broader[kind] for kind in kinds)))
    return frozenset()


def _among(question: Question, entities: tuple[str, ...]) -> Question:
    """Let a question choose among entities: "which of them is the oldest"."""
    return replace(question, mentions=tuple(Mention("", frozenset({one})) for one in entities))


def _about(question: Question, entities: tuple[str, ...]) -> Question:
    """Let a question be about some entities, and take the words that point at them off it."""
    operations = question.operations.difference(_ORDINALS)
    mention = Mention("", frozenset(entities))
    return replace(question, mentions=(mention,), operations=operations)
