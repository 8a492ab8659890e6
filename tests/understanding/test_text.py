"""Text is folded to one form, and is never lost, lengthened or misread for it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.text import (
    LONGEST,
    clean,
    fold,
    folded,
    script_of,
    shortened_runs,
    words_of,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
"""Every code point there is, lone surrogates and controls included."""


def said(message: str) -> list[str]:
    return [word.text for word in words_of(message)]


def test_case_and_accents_make_no_difference() -> None:
    assert said("HUÁSCAR, Zárate") == said("huascar zarate")


def test_accents_written_as_marks_of_their_own_make_no_difference() -> None:
    assert said(unicodedata.normalize("NFD", "Zárate")) == ["zarate"]


def test_full_width_letters_and_figures_read_as_plain_ones() -> None:
    assert said("Ｌａｈｏｒｅ １２") == ["lahore", "12"]


@pytest.mark.parametrize("invisible", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e"])
def test_invisible_characters_within_a_word_are_left_out(invisible: str) -> None:
    assert said(f"Lah{invisible}ore") == ["lahore"]


def test_a_lone_surrogate_is_left_out() -> None:
    assert said("Lah\ud83dore") == ["lahore"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", "´"])
def test_every_kind_of_apostrophe_makes_a_possessive(apostrophe: str) -> None:
    assert said(f"Callao{apostrophe}s dentist") == ["callao", "dentist"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "`"])
def test_a_contraction_is_one_word(apostrophe: str) -> None:
    assert said(f"isn{apostrophe}t") == ["isnt"]


def test_quotation_marks_around_a_word_are_no_part_of_it() -> None:
    assert said("the 'big' \"house\" “here”") == ["the", "big", "house", "here"]


def test_punctuation_emoji_and_low_lines_part_words() -> None:
    assert said("day-care/meals_staff👩‍👧rooms…") == ["day", "care", "meals", "staff", "rooms"]


def test_an_emoji_between_letters_does_not_glue_them() -> None:
    assert said("where😀is") == ["where", "is"]


def test_a_message_of_emoji_has_no_words() -> None:
    assert said("😀 👍🏽 ❤️ 🇵🇰") == []


def test_a_figure_in_a_key_is_the_figure() -> None:
    assert said("2️⃣") == ["2"]


def test_a_word_keeps_how_it_was_written() -> None:
    (word,) = words_of("Zárate")
    assert (word.text, word.written) == ("zarate", "Zárate")


@pytest.mark.parametrize("written", ["Lahore", "EPI", "Ñaña"])
def test_a_word_with_a_capital_may_be_a_name(written: str) -> None:
    assert words_of(written)[0].is_capitalised


@pytest.mark.parametrize("written", ["lahore", "12", "لاہور"])
def test_a_word_without_a_capital_is_no_sure_name(written: str) -> None:
    assert not words_of(written)[0].is_capitalised


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("كتنے", "کتنے"),
        ("ہسپتال كي", "ہسپتال کی"),
        ("بَچّوں", "بچوں"),
        ("هسپتال", "ہسپتال"),
        ("لئے", "لیے"),
        ("اپ", "آپ"),
        ("بچـــے", "بچے"),
        ("بچ\u200cے", "بچے"),
    ],
)
def test_what_urdu_is_written_with_makes_no_difference(written: str, meant: str) -> None:
    assert folded(written) == folded(meant)


@pytest.mark.parametrize("number", ["1200", "۱۲۰۰", "١٢٠٠", "१२००"])
def test_digits_of_every_script_are_the_same(number: str) -> None:
    assert folded(number) == "1200"


def test_what_parts_off_thousands_is_the_same_in_every_script() -> None:
    assert clean("۸٬۰۰۰") == "8,000"


def test_vowel_signs_of_other_scripts_are_no_accents() -> None:
    assert fold("हिन्दी") == "हिन्दी"


def test_drawn_out_words_are_cut_to_one_letter_and_to_two() -> None:
    assert "help" in shortened_runs("heeeelp")
    assert "schools" in shortened_runs("schoooools")


def test_a_double_letter_is_not_drawn_out() -> None:
    assert set(shortened_runs("school")) == {"school"}


def test_only_the_beginning_of_an_endless_message_is_read() -> None:
    assert len(clean("word " * 10_000)) == LONGEST
    assert len(clean("wörd " * 10_000)) == LONGEST


def test_a_sign_that_stands_for_a_whole_phrase_cannot_lengthen_a_message() -> None:
    assert len(clean("\ufdfa" * LONGEST)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("where is it", "LATIN"),
        ("بچے کہاں ہیں", "ARABIC"),
        ("где", "CYRILLIC"),
        ("EPI کیا ہے", "ARABIC"),
        ("12 ?!", None),
        ("", None),
        ("👍", None),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    assert script_of(text) == script


@given(ANY_TEXT)
@example("\x00")
@example("\ud800")
@example("\u202e\u2066abc")
def test_any_text_can_be_cleaned_once_and_for_all(text: str) -> None:
    once = clean(text)
    assert len(once) <= LONGEST
    assert clean(once) == once


@given(ANY_TEXT)
def test_any_text_can_be_folded_once_and_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_the_words_of_any_text_are_made_of_its_characters(text: str) -> None:
    for word in words_of(text):
        assert word.text
        assert set(word.written) <= set(clean(text))
        assert not any(character.isspace() for character in word.written)


@given(ANY_TEXT)
def test_the_script_of_any_text_can_be_named(text: str) -> None:
    assert script_of(text) is None or script_of(text)


@pytest.mark.parametrize("word", ["اُردُو", "हिन्दी", "Za\u200b\u0301rate"])
def test_a_mark_over_a_letter_does_not_part_a_word(word: str) -> None:
    assert len(words_of(word)) == 1
