"""The real knowledge in all its languages: whole, current, reviewed, and in the right letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.facts.noting import Note, Notes, notes_on
from bot.facts.reading import load

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
ENGINE = Engine(load(KNOWLEDGE))


@cache
def notes() -> Notes:
    return notes_on(KNOWLEDGE)


@pytest.mark.parametrize(
    "note", [Note.MISSING, Note.OUTDATED, Note.UNREVIEWED, Note.LETTERS, Note.AVOIDED], ids=str
)
def test_nothing_is_noted(note: Note) -> None:
    assert list(map(str, notes()[note])) == []


@pytest.mark.parametrize("code", ENGINE.knowledge.languages)
def test_each_language_has_a_name_in_all_others_and_can_be_asked_for(code: str) -> None:
    for other in ENGINE.knowledge.languages.values():
        request = other.requests[0].replace("{language}", other.language_names[code])
        assert ENGINE.reply(request)[0].language == code


@pytest.mark.parametrize("code", ENGINE.knowledge.languages)
def test_the_examples_are_answered_in_their_language(code: str) -> None:
    greeting = ENGINE.say("greeting", Context(spoken=code))
    assert len(greeting.choices) == 4
    for choice in greeting.choices:
        reply, _ = ENGINE.choose(choice.target)
        assert (reply.language, reply.kind) == (code, "answer"), choice.label


def test_every_reply_in_urdu_uses_western_digits() -> None:
    for fact in ENGINE.knowledge.facts.values():
        assert not set(fact.text.get("ur", "")) & set("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"), fact.id
