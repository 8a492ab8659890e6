"""What the confidence of replies is worth."""

from dataclasses import replace

import pytest
from parrot import UNSURE, WHICH, Parrot
from verdicts import answer, refusal, verdict

from bot.cli.calibration import auroc, bins, brier_score, expected_calibration_error

GREETING = Parrot().say("greeting")


def test_the_error_is_the_gap_between_confidence_and_share_right_weighted_by_answers():
    gap_of_30_twice = [answer(0.8), answer(0.8, right=False)]
    gap_of_40 = [answer(0.6)]

    error = expected_calibration_error([*gap_of_30_twice, *gap_of_40])
    assert error == pytest.approx((2 * 0.3 + 0.4) / 3)


def test_answers_that_are_as_often_right_as_they_claim_have_no_error():
    verdicts = [answer(0.5), answer(0.5, right=False), answer(1.0)]

    assert expected_calibration_error(verdicts) == 0


def test_the_brier_score_is_the_mean_squared_distance_from_the_outcome():
    verdicts = [answer(0.8), answer(0.8, right=False), answer(0.6)]

    assert brier_score(verdicts) == pytest.approx((0.04 + 0.64 + 0.16) / 3)


def test_only_answers_claim_to_be_right():
    assert expected_calibration_error([refusal(), verdict(WHICH, kind=["choices"])]) is None
    assert brier_score([refusal(kind=["answer"])]) is None
    assert brier_score([answer(1.0), refusal()]) == 0


@pytest.mark.parametrize(
    ("confidence", "number"), [(0.0, 0), (0.1, 0), (0.11, 1), (0.3, 2), (0.7, 6), (1.0, 9)]
)
def test_a_bin_holds_its_upper_edge(confidence, number):
    counts = [len(one.answers) for one in bins([answer(confidence)])]

    assert counts == [int(place == number) for place in range(10)]


def test_a_bin_tells_mean_confidence_and_share_right():
    filled = bins([answer(0.82), answer(0.86, right=False), answer(0.2)])[8]

    assert (filled.low, filled.high) == (0.8, 0.9)
    assert filled.confidence == pytest.approx(0.84)
    assert filled.right.ratio == 0.5


def test_an_empty_bin_tells_nothing():
    [*_, last] = bins([answer(0.2)])

    assert last.confidence is last.right.ratio is None


def test_auroc_is_the_share_of_pairs_in_which_the_question_in_scope_wins():
    inside = [answer(0.9), answer(0.5)]
    outside = [answer(0.5, kind=["unknown"]), answer(0.3, kind=["unknown", "smalltalk"])]

    assert auroc([*inside, *outside]) == (1 + 1 + 0.5 + 1) / 4


def test_a_refusal_claims_an_answer_as_far_as_the_best_fact_may_be_right():
    hesitant = verdict(replace(UNSURE, confidence=0.4), kind=["unknown"])

    assert auroc([hesitant, answer(0.3)]) == 0.0
    assert auroc([hesitant, verdict(replace(UNSURE, confidence=0.5))]) == 1.0


def test_a_greeting_returned_claims_no_answer_however_sure_it_is():
    greeted = verdict(GREETING, kind=["smalltalk"])

    assert greeted.confidence == 1.0
    assert auroc([greeted, answer(0.4)]) == 1.0


def test_auroc_needs_both_sorts_of_questions():
    assert auroc([answer(0.9)]) is None
    assert auroc([refusal()]) is None
    assert auroc([]) is None
