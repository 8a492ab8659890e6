"""One number says how likely a fact is what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.confidence import confidence, confidence_by_words


@dataclass(frozen=True)
class Evidence:
    cover: float
    content: float
    wording: float
    topic: float
    untold: float
    missing: float
    strange: float
    margin: float


STRONG = Evidence(
    cover=1.0,
    content=1.0,
    wording=0.8,
    topic=0.5,
    untold=-0.5,
    missing=0.0,
    strange=0.0,
    margin=0.4,
)


@given(st.builds(Evidence, *[st.floats(-1, 2.5) for _ in range(8)]))
def test_a_confidence_lies_between_nothing_and_certainty(evidence: Evidence) -> None:
    assert 0 < confidence(evidence) < 1


@pytest.mark.parametrize("what", ["cover", "content", "wording", "topic", "margin"])
def test_what_speaks_for_a_fact_makes_it_likelier(what: str) -> None:
    assert confidence(replace(STRONG, **{what: 0.1})) < confidence(STRONG)


@pytest.mark.parametrize("what", ["strange", "untold"])
def test_what_speaks_against_a_fact_makes_it_less_likely(what: str) -> None:
    assert confidence(replace(STRONG, **{what: 0.9})) < confidence(STRONG)


def test_nothing_makes_up_for_a_thing_that_is_passed_over() -> None:
    assert confidence(STRONG) > 0.9
    assert confidence(replace(STRONG, missing=0.6)) < 0.2


def test_by_words_alone_the_nearer_is_the_likelier() -> None:
    ranked = [confidence_by_words(near / 10) for near in range(11)]
    assert ranked == sorted(ranked)
    assert ranked[0] < 0.05
    assert ranked[-1] > 0.95
