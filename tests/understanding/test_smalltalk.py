"""Smalltalk is a whole message of it, words without content aside."""

from __future__ import annotations

import pytest
from wide_world import load_wide_world

from bot.understanding.lexicon import Lexicon
from bot.understanding.smalltalk import Smalltalk

WORLD = load_wide_world()
SMALLTALK = Smalltalk(Lexicon(WORLD, "en"))


@pytest.mark.parametrize(
    ("message", "sort"),
    [
        ("hello", "hello"),
        ("HELLO!", "hello"),
        ("good morning", "hello"),
        ("hello there, you", "hello"),
        ("thank you", "thanks"),
        ("please, thank you", "thanks"),
        ("helloooo", "hello"),
        ("hello dentist", None),
        ("good", None),
        ("who says hello in Northport", None),
        ("thank the nurse", None),
        ("", None),
        ("👍", None),
        ("hello " * 500, None),
    ],
)
def test_smalltalk_is_told_from_questions(message: str, sort: str | None) -> None:
    assert SMALLTALK.sort_of(message) == sort
