"""The real knowledge, asked all questions of strangers at once: see `questions/asked/README.md`.

The bounds are a little looser than what is measured, so that no single reply breaks them. Tighten
them when answers get better.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.cli.calibration import auroc, expected_calibration_error
from bot.cli.eval import questions_in, verdicts_on
from bot.cli.jsonlines import Question
from bot.cli.scoring import Verdict, accuracy, out_of_scope_recall, wrong_as_sure
from bot.facts.reading import load
from bot.understanding.language import Recogniser

TESTS = Path(__file__).parent
FILES = sorted((TESTS / "questions" / "asked").glob("*.jsonl"))


LEAST_RIGHT = {"en": 0.86, "ur-Latn": 0.75, "ur": 0.7, "es": 0.86}
"""The share of questions that are answered rightly at least, by language."""
MOST_WRONG = {"en": 0.05, "ur-Latn": 0.08, "ur": 0.12, "es": 0.07}
"""The share of questions that get a wrong answer as sure at most, by language."""


@cache
def asked() -> tuple[Question, ...]:
    return tuple(question for file in FILES for question in questions_in(file))


@cache
def verdicts(language: str = "en") -> tuple[Verdict, ...]:
    questions = [question for question in asked() if question.lang == language]
    return tuple(verdicts_on(questions, engine()))


@cache
def engine() -> Engine:
    return Engine(load(TESTS.parent / "knowledge"))


@pytest.mark.parametrize("language", LEAST_RIGHT)
def test_most_questions_are_answered_rightly(language: str) -> None:
    assert accuracy(verdicts(language)).ratio >= LEAST_RIGHT[language]


@pytest.mark.parametrize("language", MOST_WRONG)
def test_hardly_anything_wrong_is_stated_as_sure(language: str) -> None:
    assert wrong_as_sure(verdicts(language)).ratio <= MOST_WRONG[language]


@pytest.mark.parametrize("language", LEAST_RIGHT)
def test_the_language_of_nearly_all_questions_is_recognised(language: str) -> None:
    long = [turn for one in asked() if one.lang == language for turn in one.turns if " " in turn]
    recognised = Recogniser(engine().knowledge)
    right = sum(recognised.language_of(turn) == language for turn in long)
    assert right >= 0.975 * len(long)


def test_most_questions_without_an_answer_get_none() -> None:
    assert out_of_scope_recall(verdicts()).ratio >= 0.91


def test_answers_are_about_as_often_right_as_they_claim() -> None:
    assert expected_calibration_error(verdicts()) <= 0.05


def test_confidence_tells_what_has_an_answer_from_what_has_none() -> None:
    assert auroc(verdicts()) >= 0.94


def test_each_question_has_an_id_of_its_own() -> None:
    ids = [question.id for question in asked()]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
