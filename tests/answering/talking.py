"""Conversations over the wide world."""

from __future__ import annotations

from wide_world import load_wide_world

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Reply

ENGINE = Engine(load_wide_world())


def conversation(*messages: str, engine: Engine = ENGINE) -> tuple[Reply, Context]:
    """The last reply of a fresh conversation, and what is remembered of it."""
    context = Context()
    for message in messages:
        reply, context = engine.reply(message, context)
    return reply, context


def said(engine: Engine, *messages: str) -> Reply:
    """The last reply of a fresh conversation over another world."""
    return conversation(*messages, engine=engine)[0]


def answer_to(*messages: str) -> Reply:
    """The last reply of a fresh conversation."""
    return conversation(*messages)[0]


def uses(reply: Reply, *phrases: str) -> bool:
    """Whether a reply is worded with these of the bot's own sentences; each says its key."""
    return all(f"{phrase}:" in reply.text.lower() for phrase in phrases)


def targets(reply: Reply) -> set[str]:
    """What the choices of a reply lead to."""
    return {choice.target for choice in reply.choices}
