"""The real knowledge, asked all questions of strangers at once: see `questions/asked/README.md`.

The bounds are a little looser than what is measured, so that no single reply breaks them. Tighten
them when answers get better.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.answering.engine import Engine
from bot.cli.calibration import auroc, expected_calibration_error
from bot.cli.eval import questions_in, verdicts_on
from bot.cli.jsonlines import Question
from bot.cli.scoring import Verdict, accuracy, out_of_scope_recall, wrong_as_sure
from bot.facts.reading import load

TESTS = Path(__file__).parent
FILES = sorted((TESTS / "questions" / "asked").glob("*.jsonl"))


@cache
def asked() -> tuple[Question, ...]:
    return tuple(question for file in FILES for question in questions_in(file))


@cache
def verdicts() -> tuple[Verdict, ...]:
    return tuple(verdicts_on(asked(), Engine(load(TESTS.parent / "knowledge"))))


def test_most_questions_are_answered_rightly() -> None:
    assert accuracy(verdicts()).ratio >= 0.865


def test_hardly_anything_wrong_is_stated_as_sure() -> None:
    assert wrong_as_sure(verdicts()).ratio <= 0.05


def test_most_questions_without_an_answer_get_none() -> None:
    assert out_of_scope_recall(verdicts()).ratio >= 0.91


def test_answers_are_about_as_often_right_as_they_claim() -> None:
    assert expected_calibration_error(verdicts()) <= 0.05


def test_confidence_tells_what_has_an_answer_from_what_has_none() -> None:
    assert auroc(verdicts()) >= 0.94


def test_each_question_has_an_id_of_its_own() -> None:
    ids = [question.id for question in asked()]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
