"""Replies as JSON, for other programs. The order of the keys is part of the contract."""

import json
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reply

Record = dict[str, Any]


def replies(engine: Engine, turns: Iterable[str]) -> Iterator[tuple[str, Reply, float]]:
    """Each message of a fresh conversation, its reply, and the milliseconds that it took."""
    context = Context()
    for question in turns:
        start = perf_counter()
        reply, context = engine.reply(question, context)
        yield question, reply, (perf_counter() - start) * 1000


def records(engine: Engine, name: str | int | None, turns: Iterable[str]) -> Iterator[Record]:
    """A record for each turn of a conversation."""
    for turn, (question, reply, milliseconds) in enumerate(replies(engine, turns), start=1):
        yield {
            "id": name,
            "turn": turn,
            "question": question,
            "kind": reply.kind,
            "reason": reply.reason,
            "text": reply.plain,
            "language": reply.language,
            "entities": reply.entities,
            "facts": reply.facts or _offered(reply),
            "choices": [choice.label for choice in reply.choices],
            "sources": [
                {
                    "title": source.title,
                    "as_of": source.as_of,
                    "checked": source.checked,
                    "url": source.url,
                }
                for source in reply.sources
            ],
            "confidence": reply.confidence,
            "milliseconds": round(milliseconds, 3),
        }


def _offered(reply: Reply) -> list[str]:
    """The facts that a question back offers to choose from; a fact's id has a stroke."""
    offered = reply.targets if reply.kind is Kind.CHOICES else ()
    return [target for target in offered if "/" in target]


def as_json(record: Record) -> str:
    """One line of JSON, letters of every script as they are."""
    return json.dumps(record, ensure_ascii=False)
