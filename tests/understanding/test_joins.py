"""And, or, not, any: how the pieces of a sentence hang together, and what is said of numbers."""

from __future__ import annotations

import pytest
from wide_world import load_wide_world

from bot.facts.operations import Operation
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Question, parse

LEXICON = Lexicon(load_wide_world(), "en")


def understood(sentence: str) -> Question:
    return parse(sentence, LEXICON)


def piece(sentence: str, concept: str) -> Item:
    return next(item for item in understood(sentence).items if concept in item.concepts)


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("a dentist or a nurse", Operation.OR),
        ("a dentist and a nurse", Operation.AND),
        ("without a dentist or a nurse", Operation.AND),
        ("with a dentist in Northport or Southwell with a nurse", None),
    ],
)
def test_a_joining_word_joins_what_stands_on_both_sides(
    sentence: str, joined: Operation | None
) -> None:
    assert piece(sentence, "nurse").tie.joined is joined


def test_the_last_join_of_a_list_joins_all_of_it() -> None:
    assert piece("a midwife, a dentist or a nurse", "dentist").tie.listed is Operation.OR


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("a nurse but no dentist", {"dentist"}),
        ("neither a nurse nor a dentist", {"nurse", "dentist"}),
        ("without a nurse but with a dentist", {"nurse"}),
        ("which clinics without a nurse have a dentist", {"nurse"}),
        ("clinics other than Northport with a nurse and a dentist", set()),
    ],
)
def test_not_reaches_as_far_as_it_is_meant(sentence: str, negated: set[str]) -> None:
    found = {one for one in ("nurse", "dentist") if piece(sentence, one).tie.negated}
    assert found == negated


def test_a_name_can_be_left_out() -> None:
    left_out, named = understood("clinics other than Northport in Arcadia").mentions
    assert (left_out.negated, named.negated) == (True, False)


@pytest.mark.parametrize("sentence", ["any clinic", "do all the clinics", "is there a clinic"])
def test_any_and_all_are_heard_before_a_kind(sentence: str) -> None:
    assert piece(sentence, "clinic").tie.every


def test_any_before_another_word_says_nothing_of_the_kind() -> None:
    assert not piece("is there any nurse in the clinic", "clinic").tie.every


def test_words_that_join_ask_for_nothing() -> None:
    assert understood("Northport or Southwell").operations == frozenset()


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("opened before 2005", [(2005, Operation.BEFORE)]),
        ("opened in 2005", [(2005, None)]),
        ("2005 or later", [(2005, Operation.SINCE)]),
        ("between 2001 and 2005", [(2001, Operation.AT_LEAST), (2005, Operation.AT_MOST)]),
        ("2001-2005", [(2001, Operation.AT_LEAST), (2005, Operation.AT_MOST)]),
        ("2001 until 2005", [(2001, Operation.AT_LEAST), (2005, Operation.AT_MOST)]),
        ("more than 1,200 people", [(1200, Operation.MORE)]),
        ("at least five hundred people", [(500, Operation.AT_LEAST)]),
        ("100 or more", [(100, Operation.AT_LEAST)]),
        ("the three oldest", [(3, Operation.EARLIEST)]),
        ("the biggest three", [(3, Operation.MOST)]),
        ("two clinics", [(2, None)]),
        ("the second one", []),
        ("٢٠٠٥", [(2005, None)]),
    ],
)
def test_numbers_are_found_with_what_is_said_of_them(
    sentence: str, figures: list[tuple[float, Operation | None]]
) -> None:
    assert [(one.value, one.frame) for one in understood(sentence).figures] == figures


def test_a_number_knows_what_it_counts() -> None:
    (figure,) = understood("more than 70 people").figures
    assert "people-helped" in figure.of


@pytest.mark.parametrize("sentence", ["9" * 400, "²", "½", "12a", "1e999"])
def test_strange_numbers_do_no_harm(sentence: str) -> None:
    assert understood(f"clinics opened before {sentence}") is not None
