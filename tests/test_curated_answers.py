"""The real knowledge, asked every question of `questions/`; each knowledge file has its own there.

`python -m tests.test_curated_answers` writes down anew which questions fail today.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from bot.answering.cards import OVERVIEW
from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reply
from bot.facts.model import Knowledge
from bot.facts.reading import load
from bot.telegram_app.rendering import parts

TESTS = Path(__file__).parent
KNOWLEDGE = TESTS.parent / "knowledge"
QUESTIONS = TESTS / "questions"
KNOWN_FAILURES = QUESTIONS / "known_failures.toml"
LIMIT = 48
"""Characters of a fact's id that fit into a button."""


@dataclass(frozen=True)
class Ask:
    """A question, or a conversation that ends with it, and what has to come of it."""

    file: str
    turns: tuple[str, ...]
    facts: frozenset[str]
    kinds: frozenset[str]

    def __str__(self) -> str:
        """`peru/callao.toml: tell me about Callao / what staff work there`."""
        return f"{self.file}: {' / '.join(self.turns)}"

    def is_met_by(self, reply: Reply) -> bool:
        return bool(self.facts & set(told_in(reply))) or reply.kind in self.kinds


def told_in(reply: Reply) -> tuple[str, ...]:
    """The facts that were chosen; what stands beneath an overview comes with it."""
    overviews = [one for one in reply.facts if knowledge().facts[one].topic == OVERVIEW]
    is_card = bool(overviews) and overviews[0] == reply.facts[0]
    return tuple(overviews) if is_card else reply.facts


def question_files() -> list[Path]:
    return sorted(path for path in QUESTIONS.rglob("*.toml") if path != KNOWN_FAILURES)


def entity_files() -> list[Path]:
    shared = {"sources.toml", "vocabulary.toml", "glossary.toml"}
    inside = (path.relative_to(KNOWLEDGE) for path in sorted(KNOWLEDGE.rglob("*.toml")))
    return [path for path in inside if path.parts[0] != "languages" and path.name not in shared]


def asks() -> Iterator[Ask]:
    for path in question_files():
        for row in read(path)["asks"]:
            turns = tuple(row["turns"]) if "turns" in row else (row["question"],)
            name = path.relative_to(QUESTIONS).as_posix()
            yield Ask(name, turns, one_or_more(row, "fact"), one_or_more(row, "kind"))


def one_or_more(row: dict[str, Any], key: str) -> frozenset[str]:
    value = row.get(key, ())
    return frozenset([value] if isinstance(value, str) else value)


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


@cache
def known_failures() -> frozenset[str]:
    return frozenset(read(KNOWN_FAILURES)["failures"])


@cache
def knowledge() -> Knowledge:
    return load(KNOWLEDGE)


@cache
def engine() -> Engine:
    return Engine(knowledge())


def conversation(turns: tuple[str, ...]) -> tuple[Reply, Context]:
    context = Context()
    for turn in turns:
        reply, context = engine().reply(turn, context)
    return reply, context


def last_reply(turns: tuple[str, ...]) -> Reply:
    return conversation(turns)[0]


@pytest.mark.parametrize("ask", list(asks()), ids=str)
def test_each_question_gets_its_fact_except_the_ones_known_to_fail(ask: Ask) -> None:
    reply = last_reply(ask.turns)
    is_met = ask.is_met_by(reply)
    if str(ask) in known_failures():
        assert not is_met, f"good news: take this line out of {KNOWN_FAILURES.name}: {ask}"
    else:
        wanted = " or ".join(sorted(ask.facts | ask.kinds))
        assert is_met, f"wanted {wanted}; got {reply.kind}, {', '.join(reply.facts)}"


def test_each_known_failure_is_still_asked() -> None:
    assert sorted(known_failures() - set(map(str, asks()))) == []


def test_no_question_is_asked_twice_in_a_file() -> None:
    said = list(map(str, asks()))
    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_a_conversation_is_kept_in_few_bytes() -> None:
    contexts = [conversation(ask.turns)[1] for ask in list(asks())[::5]]
    sizes = sorted(len(context.packed()) for context in contexts)
    assert median(sizes) < 200
    assert sizes[len(sizes) * 19 // 20] < 300


@pytest.mark.parametrize("path", entity_files(), ids=str)
def test_each_knowledge_file_has_a_file_of_questions(path: Path) -> None:
    assert (QUESTIONS / path).is_file()


@pytest.mark.parametrize("ask", list(asks()), ids=str)
def test_each_question_awaits_facts_and_kinds_that_there_are(ask: Ask) -> None:
    strangers = (ask.facts - knowledge().facts.keys()) | (ask.kinds - set(Kind))
    assert strangers == frozenset()
    assert ask.facts or ask.kinds


@pytest.mark.parametrize("entity", list(knowledge().entities))
def test_each_entity_is_told_of_by_its_full_name(entity: str) -> None:
    name = next(iter(knowledge().entities[entity].name.values()))
    reply = last_reply((f"tell me about {name}",))
    assert entity in reply.entities, f"{reply.kind}, {reply.entities}"


@pytest.mark.parametrize("fact", list(knowledge().facts))
def test_each_fact_is_told_with_its_source_when_it_is_tapped(fact: str) -> None:
    reply, _ = engine().choose(fact)
    beneath = set(reply.facts[1:])
    assert (reply.kind, reply.facts[:1]) == (Kind.ANSWER, (fact,))
    assert not beneath or knowledge().facts[fact].topic == OVERVIEW
    assert reply.source_line
    assert all(len(choice.target) <= LIMIT for choice in reply.choices)


@pytest.mark.parametrize("entity", list(knowledge().entities))
def test_each_card_is_one_message_in_telegram(entity: str) -> None:
    reply, _ = engine().choose(entity)
    assert len(parts(reply)) == 1


@pytest.mark.parametrize("example", knowledge().languages["en"].examples)
def test_each_example_question_has_an_answer(example: str) -> None:
    assert last_reply((example,)).kind is Kind.ANSWER


def write_down_what_fails() -> None:
    """List the questions that fail today."""
    failing = [str(ask) for ask in asks() if not ask.is_met_by(last_reply(ask.turns))]
    lines = "".join(f"  {quoted(one)},\n" for one in failing)
    head = "# Questions that fail today. One that passes has to leave this list.\n"
    KNOWN_FAILURES.write_text(f"{head}failures = [\n{lines}]\n", "utf-8")


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    write_down_what_fails()
