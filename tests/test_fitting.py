"""The regression behind the weights of confidence, on made-up questions."""

from __future__ import annotations

import numpy as np
from fitting import Points, auroc, fitted, foretold, log_loss
from scipy.special import expit

WEIGHTS = np.array([-1.0, 2.0, -0.5])


def made_up(count: int) -> Points:
    """Questions whose first fact is as often right as the weights say."""
    rng = np.random.default_rng(7)
    terms = np.column_stack([np.ones(count), rng.normal(size=(count, 2))])
    right = rng.random(count) < expit(terms @ WEIGHTS)
    return Points(terms, right, np.array(["one", "other"] * (count // 2)))


def test_the_weights_behind_many_questions_are_found() -> None:
    assert np.allclose(fitted(made_up(40_000)), WEIGHTS, atol=0.05)


def test_weights_stay_small_where_few_questions_would_allow_any() -> None:
    terms = np.array([[1.0, 1.0], [1.0, -1.0]])
    known = Points(terms, np.array([True, False]), np.array(["one", "one"]))
    assert 0 < fitted(known)[1] < 2


def test_what_a_file_says_of_itself_is_not_heard() -> None:
    known = made_up(2_000)
    own = known.file == "one"
    turned = Points(known.terms, known.right ^ own, known.file)
    assert np.allclose(foretold(known)[own], foretold(turned)[own])


def test_likelihoods_are_measured_against_what_is_right() -> None:
    right = np.array([True, True, False])
    assert auroc(np.array([0.9, 0.5, 0.5]), right) == 0.75
    assert np.isclose(log_loss(np.array([0.5, 0.5, 0.5]), right), np.log(2))
