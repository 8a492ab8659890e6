"""A message is in the language whose words it is made of, whatever it names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wide_world import load_wide_world

from bot.facts.model import Concept, Language
from bot.facts.operations import Operation
from bot.understanding.language import Recogniser

WORLD = load_wide_world()
ENGLISH = WORLD.languages["en"]


def language(code: str, script: str, words: str, **more: object) -> Language:
    """A language that says nothing but these words."""
    bare = {"fillers": tuple(words.split()), "light": (), "topics": {}, "smalltalk": {}}
    ideas = {key: Concept(words=()) for key in ENGLISH.concepts}
    return ENGLISH.model_copy(
        update={
            "code": code, "script": script, "concepts": ideas, "numbers": {}, "operations": {},
            **bare, **more,
        }
    )  # fmt: skip


URDU = language("ur", "ARABIC", "کا کی کے میں ہے ہیں کیا کہاں کب بچے اور کون")
ROMAN = language(
    "ur-Latn", "LATIN", "ka ki ke mein hai hain kya kahan kab bachay aur kaun khula karta",
    mixes=("en",),
)  # fmt: skip
SPANISH = language(
    "es", "LATIN", "el la los de que en donde cuando esta hay quien y abrió",
    operations={Operation.WHERE: ("dónde",)}, signs="¿ñ",
)  # fmt: skip
LANGUAGES = {"en": ENGLISH, "ur": URDU, "ur-Latn": ROMAN, "es": SPANISH}
RECOGNISER = Recogniser(replace(WORLD, languages=LANGUAGES))


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("where is the clinic", "en"),
        ("when did it open", "en"),
        ("clinic kahan hai", "ur-Latn"),
        ("Northport mein dentist hai", "ur-Latn"),
        ("dónde está la clínica", "es"),
        ("donde esta Northport", "es"),
        ("hay un dentista", "es"),
        ("بچے کہاں ہیں", "ur"),
        ("BISP کیا ہے اور کہاں ہے", "ur"),
        ("Northport Lantern Arcadia dentist کہاں ہے", "ur"),
        ("where is the clinic for the people of بچے", "en"),
        ("где", None),
        ("\ud800", "en"),
    ],
)
def test_a_message_is_in_the_language_of_its_words(message: str, code: str | None) -> None:
    assert RECOGNISER.language_of(message) == code


@pytest.mark.parametrize("message", ["12", "👍", "", "Northport", "Northport?"])
def test_what_could_be_in_any_language_is_in_that_of_the_conversation(message: str) -> None:
    assert RECOGNISER.language_of(message) == "en"
    assert RECOGNISER.language_of(message, "es") == "es"


def test_a_word_of_two_languages_is_in_that_of_the_conversation() -> None:
    assert RECOGNISER.language_of("dentist", "en") == "en"
    assert RECOGNISER.language_of("dentist", "ur-Latn") == "ur-Latn"


def test_a_conversation_may_change_its_language() -> None:
    assert RECOGNISER.language_of("when did the clinic open", "ur-Latn") == "en"
    assert RECOGNISER.language_of("clinic kab khula", "en") == "ur-Latn"


def test_a_mark_is_a_sign_of_its_language() -> None:
    assert RECOGNISER.language_of("¿Northport?") == "es"
    assert RECOGNISER.language_of("where is ¿Northport?") == "en"


def test_a_script_is_enough_where_one_language_is_written_in_it() -> None:
    assert RECOGNISER.language_of("قطر", "en") == "ur"


def test_a_language_that_has_gone_is_not_taken_for_that_of_the_conversation() -> None:
    assert RECOGNISER.language_of("12", "fr") == "en"


def test_a_long_word_is_looked_at_in_part() -> None:
    assert RECOGNISER.language_of("clinica" * 300) in {"en", "es"}
