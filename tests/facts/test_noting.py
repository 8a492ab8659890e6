"""What a folder can be used with is noted: how translations stand, letters, words of two ideas."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import FILES, change, write, write_world

from bot.facts.model import fingerprint
from bot.facts.noting import Note, notes_on
from bot.facts.reading import load

NORTH = "arcadia/north.toml"
OPENED = "The Northport clinic opened in March 2003."
TEXT = f'text.en = "{OPENED}"'
TRANSLATED = f'{TEXT}\ntext.es = "La clínica de Northport abrió en marzo de 2003."'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small world in two languages, of which Arcadia speaks only the first."""
    write_world(tmp_path)
    for name, text in FILES.items():
        if name.startswith("languages/en/"):
            other = text.replace('code = "en"', 'code = "es"')
            write(tmp_path, name.replace("/en/", "/es/"), other)
    change(tmp_path, "arcadia/arcadia.toml", 'kind = "country"', ONLY_ENGLISH)
    return tmp_path


ONLY_ENGLISH = 'kind = "country"\nlanguages = ["en"]'


def noted(folder: Path, note: Note) -> list[str]:
    load(folder)
    return [str(mistake) for mistake in notes_on(folder)[note]]


def test_what_is_as_it_should_be_is_not_noted(folder: Path) -> None:
    assert noted(folder, Note.MISSING) == []
    assert noted(folder, Note.UNREVIEWED) == []


def test_a_fact_is_missed_in_each_language_of_its_country(folder: Path) -> None:
    change(folder, "arcadia/arcadia.toml", ONLY_ENGLISH, 'kind = "country"\nlanguages = ["es"]')
    missing = noted(folder, Note.MISSING)
    remedy = "add text.es; until then readers get it in en"
    assert f"{folder / NORTH}:19: facts[2].text: isn't there in es; {remedy}" in missing


def test_a_country_may_name_only_languages_of_the_folder(folder: Path) -> None:
    change(folder, "arcadia/arcadia.toml", 'languages = ["en"]', 'languages = ["em"]')
    with pytest.raises(Exception, match="em is no language of this folder"):
        load(folder)


def test_a_translation_is_to_be_reviewed_and_the_note_says_what_to_write(folder: Path) -> None:
    change(folder, NORTH, TEXT, TRANSLATED)
    [note] = noted(folder, Note.UNREVIEWED)
    assert f'reviewed.es = {{ on = <day>, of = "{fingerprint(OPENED)}" }}' in note


def test_a_reviewed_translation_is_outdated_once_the_original_changes(folder: Path) -> None:
    reviewed = f'reviewed.es = {{ on = 2026-11-21, of = "{fingerprint(OPENED)}" }}'
    change(folder, NORTH, TEXT, f"{TRANSLATED}\n{reviewed}")
    assert noted(folder, Note.UNREVIEWED) == noted(folder, Note.OUTDATED) == []
    assert not load(folder).facts["north/opening"].is_outdated("es")

    change(folder, NORTH, OPENED, "The Northport clinic opened in April 2003.")
    assert len(noted(folder, Note.OUTDATED)) == 1
    fact = load(folder).facts["north/opening"]
    assert fact.is_outdated("es")
    assert fact.current_text("es") is None


@pytest.mark.parametrize(
    ("wrong", "letter"),
    [("La clínicа abrió.", "а (U+0430)"), ("La clínica بأ abrió.", "ب (U+0628)")],
)
def test_letters_of_another_script_are_noted(folder: Path, wrong: str, letter: str) -> None:
    change(folder, NORTH, TEXT, f'{TEXT}\ntext.es = "{wrong}"')
    [note] = noted(folder, Note.LETTERS)
    assert f"facts[2].text.es: has {letter}, which is no letter of es" in note


def test_a_letter_of_a_like_alphabet_is_noted_with_the_right_one(folder: Path) -> None:
    change(folder, "languages/es/language.toml", "[operations]", WRONG_LETTERS)
    change(folder, NORTH, TEXT, f'{TEXT}\ntext.es = "La clinica abriò."')
    [note] = noted(folder, Note.LETTERS)
    assert note.endswith("has ò (U+00F2), which is no letter of es; write ó")


WRONG_LETTERS = '[wrong_letters]\n"ò" = "ó"\n\n[operations]'


def test_a_word_of_two_ideas_is_noted_unless_one_is_a_case_of_the_other(folder: Path) -> None:
    before = noted(folder, Note.SHARED)
    write(folder, "languages/en/concepts/lamp.toml", '[lamp]\nwords = ["dentist"]')
    write(folder, "languages/es/concepts/lamp.toml", '[lamp]\nwords = ["lámpara"]')
    new = set(noted(folder, Note.SHARED)) - set(before)
    assert any('"dentist" stands for' in one and "lamp" in one for one in new)
    assert not any("dentist.words" in one and "stands for staff" in one for one in new)


def test_words_to_avoid_are_noted_in_what_readers_read(folder: Path) -> None:
    glossary = '[[terms]]\nen = "clinic"\nes = "clínica"\navoid.es = ["dispensario"]\n'
    write(folder, "glossary.toml", glossary)
    said = 'text.es = "El dispensario abrió."\nask.es = ["abre el dispensario"]'
    change(folder, NORTH, TEXT, f"{TEXT}\n{said}")
    [note] = noted(folder, Note.AVOIDED)
    assert "facts[2].text.es" in note
    assert note.endswith('the glossary has "clínica"')


@pytest.mark.parametrize(
    ("glossary", "mistake"),
    [
        ("terms = 7", "terms: is not a list"),
        ('[[terms]]\nfr = "clinique"', "fr is no language of this folder"),
        ('[[terms]]\nen = ""', "is empty"),
        ('words = ["a"]', "words"),
    ],
)
def test_a_glossary_that_cannot_be_read_is_a_mistake(
    folder: Path, glossary: str, mistake: str
) -> None:
    write(folder, "glossary.toml", glossary)
    with pytest.raises(Exception, match=r"glossary\.toml") as raised:
        load(folder)
    assert mistake in str(raised.value)
