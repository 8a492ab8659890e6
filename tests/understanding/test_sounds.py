"""Spellings of one word sound alike, whatever letters they are written with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.model import Sounds
from bot.understanding.sounds import SoundIndex
from bot.understanding.spelling import Speller

SOUNDS = Sounds(
    same=("wv", "kq", "ck"), near=("ei", "ou", "iy", "ey", "ae", "sc", "sz"), loose="aeiouhyn"
)
WORDS = (
    "kahan", "kab", "bachay", "bachon", "ilaaj", "aghwa", "tahaffuz", "social", "ziyadti", "mein",
    "hospital", "qanoon", "kanoon", "shikayat", "din",
)  # fmt: skip
INDEX = SoundIndex(WORDS, SOUNDS)
letters = st.text("abceiknoquwz", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kahaan", "kahan"), ("khan", "kahan"), ("bachy", "bachay"), ("bacho", "bachon"),
        ("elaj", "ilaaj"), ("aghva", "aghwa"), ("tahafuz", "tahaffuz"), ("sosal", "social"),
        ("ziadti", "ziyadti"), ("hasptal", "hospital"), ("shikait", "shikayat"), ("kb", "kab"),
    ],
)  # fmt: skip
def test_a_spelling_finds_the_word_that_it_sounds_like(written: str, meant: str) -> None:
    heard = INDEX.nearest(written)
    assert heard is not None
    assert heard.word == meant


def test_the_same_word_is_no_way_off() -> None:
    assert INDEX.nearest("ilaaj") == ("ilaaj", 0)


def test_of_two_that_sound_the_same_the_one_that_looks_alike_is_found() -> None:
    heard = INDEX.nearest("kanun")
    assert heard is not None
    assert heard.word == "kanoon"


def test_what_looks_like_nothing_finds_nothing() -> None:
    assert INDEX.nearest("xyz") is None
    assert SoundIndex([], SOUNDS).nearest("kahan") is None


def test_another_consonant_is_another_word() -> None:
    assert INDEX.distance("bacha", "bachat") >= 1
    assert INDEX.distance("bacha", "bachaa") < 0.1


@given(letters, letters)
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert INDEX.distance(one, other) == pytest.approx(INDEX.distance(other, one))
    assert INDEX.distance(one, one) == 0


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(WORDS, ["kasur"], seen=["kahaan", "gari"], languages=["en"], sounds=SOUNDS)


def test_a_misspelt_word_is_repaired_by_its_sound(speller: Speller) -> None:
    assert speller.repair("elaj") == ("ilaaj",)
    assert speller.repair("kasoor") == ("kasur",)


def test_a_spelling_that_only_texts_use_is_repaired_too(speller: Speller) -> None:
    assert speller.repair("kahaan") == ("kahan",)


def test_another_word_of_the_texts_stands_for_itself(speller: Speller) -> None:
    assert speller.repair("gari") == ("gari",)


@pytest.mark.parametrize("word", ["dinner", "cinema", "banana"])
def test_an_everyday_word_of_the_language_mixed_in_stands_for_itself(
    speller: Speller, word: str
) -> None:
    assert speller.repair(word) == (word,)
