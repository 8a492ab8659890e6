"""Where what negates, limits and asks stands behind, it is understood from behind."""

from __future__ import annotations

import pytest
from roman import roman, world

from bot.facts.operations import Operation
from bot.understanding.lexicon import Lexicon
from bot.understanding.parsing import Item, Question, parse
from bot.understanding.sentences import Cutter

LEXICON = Lexicon(world(), "ur-Latn")
CUTTER = Cutter(roman())


def understood(sentence: str) -> Question:
    return parse(sentence, LEXICON)


def piece(sentence: str, concept: str) -> Item:
    return next(item for item in understood(sentence).items if concept in item.concepts)


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("jin mein dentist nahin hai", True),
        ("dentist ke baghair shifakhanay", True),
        ("nahin dentist", True),
        ("jin mein dentist hai", False),
        ("jin mein nurse nahin dentist hai", False),
    ],
)
def test_a_negation_holds_for_what_stands_before_it(sentence: str, negated: bool) -> None:
    assert piece(sentence, "dentist").tie.negated is negated


def test_neither_of_two_is_meant_by_a_negation_behind_both() -> None:
    ties = [piece("dentist ya nurse ke baghair", one).tie for one in ("dentist", "nurse")]
    assert [tie.negated for tie in ties] == [True, True]
    assert ties[1].joined is Operation.AND


@pytest.mark.parametrize(
    ("sentence", "frames"),
    [
        ("500 se zyada log", [Operation.MORE]),
        ("500 logon se zyada", [Operation.MORE]),
        ("2005 se pehle khula", [Operation.BEFORE]),
        ("2005 mein khula", [None]),
        ("1995 aur 2003 ke darmiyan", [Operation.AT_LEAST, Operation.AT_MOST]),
        ("2005 se pehle 500 se zyada", [Operation.BEFORE, Operation.MORE]),
    ],
)
def test_a_limit_holds_for_the_number_before_it(
    sentence: str, frames: list[Operation | None]
) -> None:
    assert [figure.frame for figure in understood(sentence).figures] == frames


@pytest.mark.parametrize(
    ("sentence", "questions"),
    [
        ("shifakhana kab khula aur log kitne hain", 2),
        ("dentist aur nurse kab khula", 1),
        ("shifakhana kab khula aur dentist", 1),
    ],
)
def test_two_questions_are_parted_where_each_holds_a_question_word(
    sentence: str, questions: int
) -> None:
    assert len(CUTTER.questions_in(sentence)) == questions


def test_an_english_word_keeps_its_form_and_its_endings_of_the_other_language() -> None:
    assert LEXICON.stem("clinics") == LEXICON.stem("clinicon") == LEXICON.stem("clinic")


def test_a_word_of_the_language_means_nothing_else_in_what_is_mixed_in() -> None:
    assert LEXICON.worth["do"] == 2
    assert "do" in LEXICON.fillers
