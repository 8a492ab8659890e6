"""A sentence becomes the things it names, the operation, and the words that carry content."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wide_world import load_wide_world

from bot.facts.operations import Operation
from bot.understanding.joins import LOOSE
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Question, outline, parse

LEXICON = Lexicon(load_wide_world(), "en")


def understood(sentence: str) -> Question:
    return parse(sentence, LEXICON)


def named(sentence: str) -> set[str]:
    return {entity for mention in understood(sentence).mentions for entity in mention.entities}


@pytest.mark.parametrize(
    ("sentence", "entities"),
    [
        ("who works in Northport", {"north"}),
        ("northport's dentist", {"north"}),
        ("Northport and Southwell", {"north", "south"}),
        ("compare North Port with Southwell", {"north", "south"}),
        ("is it free under the law of the lamps", {"lamp-act"}),
        ("who works there", set()),
        ("clinics in the north", set()),
    ],
)
def test_what_a_sentence_names_is_found(sentence: str, entities: set[str]) -> None:
    assert named(sentence) == entities


@pytest.mark.parametrize(
    ("sentence", "operation"),
    [
        ("how many nurses are there", Operation.HOW_MANY),
        ("when did it open", Operation.WHEN),
        ("where is Northport", Operation.WHERE),
        ("which clinics have a nurse", Operation.WHICH),
        ("list all clinics", Operation.LIST),
        ("clinics without a dentist", Operation.WITHOUT),
        ("the biggest clinic", Operation.MOST),
        ("the oldest clinic", Operation.EARLIEST),
        ("does Northport help more than Southwell", Operation.MORE),
        ("what about Southwell", Operation.ALSO),
        ("i meant Southwell", Operation.CORRECT),
        ("the second one", Operation.SECOND),
        ("is it free", Operation.BACK),
    ],
)
def test_what_is_asked_to_be_done_is_found(sentence: str, operation: Operation) -> None:
    assert operation in understood(sentence).operations


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("is there a dentist", "dentist"),
        ("is there a teeth doctor", "dentist"),
        ("are there midwives", "midwife"),
        ("who gives vaccinations", "vaccination"),
        ("how many people does it help each day", "per-day"),
    ],
)
def test_an_idea_is_found_by_each_of_its_words(sentence: str, concept: str) -> None:
    assert concept in understood(sentence).concepts


def test_a_word_that_nobody_knows_is_content() -> None:
    (item,) = understood("are there zebras").content
    assert (item.said, item.concepts) == ("zebras", frozenset())


def test_a_word_that_says_little_never_speaks_against_an_answer() -> None:
    assert understood("does Northport help").content == ()


def test_figures_are_no_content() -> None:
    assert understood("12 34").content == ()


def test_a_word_with_a_capital_within_a_sentence_looks_like_a_name() -> None:
    (item,) = understood("is there any in Bogota").content
    assert item.is_name


def test_a_word_with_a_capital_that_begins_a_sentence_may_be_any_word() -> None:
    (item,) = understood("Zebras are there").content
    assert not item.is_name


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("how many nurses work in Northport", "nurse"),
        ("how many clinics have a dentist", "clinic"),
        ("in Northport the nurses see how many people", "people-helped"),
    ],
)
def test_what_comes_after_how_many_is_counted(sentence: str, concept: str) -> None:
    counted = understood(sentence).counted
    assert counted is not None
    assert concept in counted.concepts


def test_nothing_is_counted_where_no_number_is_asked() -> None:
    assert understood("which nurses work in Northport").counted is None


@pytest.mark.parametrize("sentence", ["", "?!", "👍", "the of a"])
def test_a_sentence_that_says_nothing_is_empty(sentence: str) -> None:
    assert understood(sentence).is_empty


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
@settings(deadline=None)
def test_any_text_is_understood_somehow_and_always_alike(text: str) -> None:
    assert understood(text) == understood(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "which clinics in Northport have no dentist or nurse",
        "compare Northport and Southwell",
        "how many people does the Lamp Act reach since 2003?",
    ],
)
def test_an_outline_says_what_the_question_says_but_not_how_it_hangs_together(
    sentence: str,
) -> None:
    question, outlined = understood(sentence), outline(sentence, LEXICON)
    assert outlined.words == question.words
    assert outlined.named == tuple(mention.entities for mention in question.mentions)
    assert outlined.items == tuple(item._replace(tie=LOOSE) for item in question.items)
    assert outlined.operations == question.operations
