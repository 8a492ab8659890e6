"""A message is in a language that is written in its script."""

from __future__ import annotations

import pytest
from wide_world import load_wide_world

from bot.understanding.language import language_of

ENGLISH = load_wide_world().languages["en"]
LANGUAGES = {
    "en": ENGLISH,
    "ur": ENGLISH.model_copy(update={"code": "ur", "script": "ARABIC"}),
    "es": ENGLISH.model_copy(update={"code": "es"}),
}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("where is it", "en"),
        ("بچے کہاں ہیں", "ur"),
        ("BISP کیا ہے اور کہاں ہے", "ur"),
        ("где", None),
        ("12", "en"),
        ("👍", "en"),
        ("", "en"),
        ("\ud800", "en"),
    ],
)
def test_the_first_language_of_the_script_is_taken(message: str, code: str | None) -> None:
    assert language_of(message, LANGUAGES) == code


def test_without_a_language_there_is_none() -> None:
    assert language_of("where", {}) is None
