"""Ways of asking are found by their words, pairs of words and pieces of words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.wording import Neighbours, WordingIndex, Words

ASKS = {
    "refund": ("how do i get my money back", "refund please", "i want a refund"),
    "delivery": (
        "when will my parcel arrive",
        "where is my parcel",
        "how long does delivery take",
    ),
    "sizes": ("which sizes do you have", "do you have it in size 12", "size chart"),
}
OWNERS = np.array([at for at, asks in enumerate(ASKS.values()) for _ in asks], dtype=np.intp)
INDEX = WordingIndex(
    [tuple(ask.split()) for asks in ASKS.values() for ask in asks], stem=lambda word: word
)


def neighbours(message: str) -> Neighbours:
    return INDEX.neighbours(INDEX.wording_of(tuple(message.split())))


def nearness(message: str) -> list[float]:
    return list(neighbours(message).nearness(OWNERS, len(ASKS)))


def nearest(message: str) -> str:
    near = nearness(message)
    return list(ASKS)[near.index(max(near))]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("can i have my money back", "refund"),
        ("refnud pleese", "refund"),
        ("my parcel has not arrived", "delivery"),
        ("do you have size 44", "sizes"),
        ("delivries", "delivery"),
    ],
)
def test_the_entry_that_is_asked_for_is_the_nearest(message: str, entry: str) -> None:
    assert nearest(message) == entry


def test_a_way_of_asking_is_nearer_than_the_same_with_a_strange_word() -> None:
    assert max(nearness("refund please")) > max(nearness("refund please zebra"))


def test_words_that_no_way_of_asking_has_are_near_to_nothing() -> None:
    assert nearness("zxqv") == [0.0, 0.0, 0.0]
    assert nearness("") == [0.0, 0.0, 0.0]


def test_figures_of_the_same_length_are_alike() -> None:
    assert nearness("do you have it in size 77")[2] > nearness("do you have it in size 7777")[2]


def test_the_order_of_two_words_counts_but_not_for_all() -> None:
    straight, turned = nearness("my parcel where")[1], nearness("parcel my where")[1]
    assert 0.3 < turned < straight


def test_only_some_ways_of_asking_may_be_looked_at() -> None:
    among = OWNERS == 0
    found = INDEX.neighbours(INDEX.wording_of(("my", "parcel")), among)
    assert set(OWNERS[found.places]) <= {0}


def test_ways_of_asking_without_an_owner_add_to_nobody() -> None:
    nobody = np.full(len(OWNERS), -1)
    assert list(neighbours("refund please").nearness(nobody, 3)) == [0.0, 0.0, 0.0]


@given(st.lists(st.text(max_size=8), max_size=6).map(tuple))
def test_nearness_is_a_number_that_is_never_below_zero(words: Words) -> None:
    near = INDEX.neighbours(INDEX.wording_of(words)).nearness(OWNERS, len(ASKS))
    assert np.isfinite(near).all()
    assert (near >= 0).all()


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = WordingIndex([], stem=lambda word: word)
    found = empty.neighbours(empty.wording_of(("hello",)))
    assert list(found.nearness(np.zeros(0, dtype=np.intp), 2)) == [0.0, 0.0]
