"""A message is cut into the questions that it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wide_world import load_wide_world

from bot.understanding.sentences import Cutter

CUTTER = Cutter(load_wide_world().languages["en"])


@pytest.mark.parametrize(
    ("message", "sentences"),
    [
        ("Who works there? When did it open?", ("Who works there?", "When did it open?")),
        ("who works there\nwhen did it open", ("who works there", "when did it open")),
        ("I am ill. Is it free!", ("I am ill.", "Is it free!")),
        ("یہ کیا ہے؟ کہاں ہے؟", ("یہ کیا ہے؟", "کہاں ہے؟")),
        ("clinic", ("clinic",)),
        ("opened in 3.5 years", ("opened in 3.5 years",)),
        (" \n \n ", ()),
        ("", ()),
    ],
)
def test_a_message_is_cut_where_a_sentence_ends(message: str, sentences: tuple[str, ...]) -> None:
    assert CUTTER.sentences_in(message) == sentences


@pytest.mark.parametrize(
    "message",
    [
        "who works in Northport and when did it open",
        "who works in Northport, And when did it open",
    ],
)
def test_a_second_question_is_cut_off_where_it_is_joined_on(message: str) -> None:
    assert CUTTER.questions_in(message) == ("who works in Northport", "when did it open")


@pytest.mark.parametrize(
    "message",
    ["a nurse and a dentist", "the sand where it is", "and when did it open", "is it and however"],
)
def test_what_is_joined_without_a_second_question_stays_whole(message: str) -> None:
    assert CUTTER.questions_in(message) == (message,)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("I live in Northport, who works there", "who works there"),
        ("my tooth aches - is there a dentist", "is there a dentist"),
        ("Northport: when did it open", "when did it open"),
        ("who works in Northport", None),
        ("nurses, dentists", None),
        ("a well-known whole, however", None),
    ],
)
def test_the_clause_that_asks_is_found(sentence: str, clause: str | None) -> None:
    assert CUTTER.clause_in(sentence) == clause


@given(st.text(max_size=200))
def test_any_text_is_cut_into_parts_of_it(text: str) -> None:
    for sentence in CUTTER.sentences_in(text):
        assert sentence
        assert all(part in sentence for part in CUTTER.questions_in(sentence))
        assert CUTTER.clause_in(sentence) is None or CUTTER.clause_in(sentence) in sentence
