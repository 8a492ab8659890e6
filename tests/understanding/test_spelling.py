"""Spelling is repaired to words that the knowledge uses; real words are left alone."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.spelling import Speller

_WORDS = (
    "a about and care centre children day dentist do for help how is many medical medicine nurse "
    "of open opened people protection rooms safe social staff school vaccination what where who "
    "window years"
)
KNOWN = tuple(_WORDS.split())
NAMES = ("northport", "arcadia", "lamp")


def speller_of(words: Iterable[str], names: Iterable[str] = ()) -> Speller:
    return Speller(words, names, seen=(), languages=["en"])


@pytest.fixture(scope="module")
def speller() -> Speller:
    return speller_of(KNOWN, NAMES)


@pytest.mark.parametrize("word", [*KNOWN, *NAMES])
def test_a_known_word_stands_for_itself(speller: Speller, word: str) -> None:
    assert speller.repair(word) == (word,)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("dentst", "dentist"),
        ("dentits", "dentist"),
        ("vacination", "vaccination"),
        ("vaccinaton", "vaccination"),
        ("medicin", "medicine"),
        ("childern", "children"),
        ("peopel", "people"),
        ("poeple", "people"),
        ("oppened", "opened"),
        ("protecton", "protection"),
        ("nurrse", "nurse"),
        ("stff", "staff"),
    ],
)
def test_a_misspelt_word_becomes_the_known_one(speller: Speller, written: str, meant: str) -> None:
    assert speller.repair(written) == (meant,)


@pytest.mark.parametrize("written", ["nortport", "northporrt", "norhtport", "nothport"])
def test_a_misspelt_name_becomes_the_name(speller: Speller, written: str) -> None:
    assert speller.repair(written) == ("northport",)


@pytest.mark.parametrize(
    "word",
    [
        "windows",
        "wife",
        "sale",
        "save",
        "hope",
        "card",
        "scare",
        "coast",
        "clothes",
        "purse",
        "stuff",
        "stiff",
        "roots",
        "cool",
        "lamb",
        "ramp",
        "capital",
        "football",
        "people",
        "parents",
        "adopt",
        "racism",
        "priest",
    ],
)
def test_a_real_word_never_becomes_another(speller: Speller, word: str) -> None:
    assert speller.repair(word) == (word,)


@pytest.mark.parametrize("word", ["", "x", "ow", "hw", "dr"])
def test_a_very_short_word_is_left_alone(speller: Speller, word: str) -> None:
    assert speller.repair(word) == (word,)


@pytest.mark.parametrize("word", ["2003", "12th", "3rd", "covid19", "٢٠٠٣"])
def test_what_holds_figures_is_left_alone(speller: Speller, word: str) -> None:
    assert speller.repair(word) == (word,)


@pytest.mark.parametrize(
    ("written", "meant"), [("heeeelp", "help"), ("schoooool", "school"), ("peopleeee", "people")]
)
def test_a_drawn_out_word_is_the_known_one(speller: Speller, written: str, meant: str) -> None:
    assert speller.repair(written) == (meant,)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("socialcentre", ("social", "centre")),
        ("medicalcentre", ("medical", "centre")),
        ("northportstaff", ("northport", "staff")),
    ],
)
def test_a_missing_space_is_put_back(
    speller: Speller, written: str, meant: tuple[str, ...]
) -> None:
    assert speller.repair(written) == meant


def test_a_real_word_of_two_known_ones_is_not_torn_apart() -> None:
    assert speller_of(["care", "for", "give", "forgive", "caregiver"]).repair("forgiven") == (
        "forgiven",
    )


@pytest.mark.parametrize("word", ["بچوں", "ہسپتال", "больница", "病院病院"])
def test_words_of_another_script_are_left_alone(speller: Speller, word: str) -> None:
    assert speller.repair(word) == (word,)


def test_nothing_known_means_nothing_repaired() -> None:
    assert speller_of([]).repair("dentst") == ("dentst",)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_word_stands_for_itself_or_for_known_ones(word: str) -> None:
    meant = speller_of(KNOWN, NAMES).repair(word)
    assert meant == (word,) or set(meant) <= {*KNOWN, *NAMES}
