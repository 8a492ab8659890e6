"""A message is cut into the longest phrases that stand for something."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wide_world import load_wide_world

from bot.facts.model import Concept, Knowledge
from bot.understanding.lexicon import Lexicon
from bot.understanding.spans import Span
from bot.understanding.text import LONGEST

LEXICON = Lexicon(load_wide_world(), "en")
WORLD_WORDS = "northport clinic each day law of the lamps care for teeth how many people 12 zebra"


def spans(message: str, lexicon: Lexicon = LEXICON) -> dict[str, Span]:
    """The spans of a message by their words."""
    reading = lexicon.read(message)
    return {" ".join(reading.words[at].text for at in one.places): one for one in reading.spans}


def test_the_longest_phrase_wins() -> None:
    assert spans("care for teeth")["care for teeth"].ids("concept") == {"dental-care"}


def test_a_frame_of_two_words_is_one_frame() -> None:
    assert spans("how many")["how many"].ids("operation") == {"how-many"}


def test_what_shorter_phrases_within_one_mean_is_kept() -> None:
    span = spans("the law of the lamps")["law of the lamps"]
    assert span.ids("entity") == {"lamp-act"}
    assert "law" in span.inner_ids("concept")


def test_a_plural_is_the_word() -> None:
    assert spans("dentists")["dentists"].ids("concept") == {"dentist"}


def test_a_kept_ending_makes_another_word() -> None:
    assert LEXICON.stem("dentism") == "dentism"


def test_a_word_may_stand_for_several_ideas() -> None:
    assert spans("open")["open"].ids("concept") == {"opening", "opened"}


def test_words_that_carry_no_content_are_fillers() -> None:
    assert spans("the")["the"].ids("filler")


def test_a_word_that_nobody_knows_stands_for_nothing() -> None:
    assert spans("zebra")["zebra"].meanings == frozenset()


@pytest.mark.parametrize(
    "said", ["Northport", "north port", "NORTH-PORT", "Lantern Clinic Northport", "Nortport"]
)
def test_every_name_of_an_entity_names_it(said: str) -> None:
    (span,) = LEXICON.read(said).spans
    assert span.ids("entity") == {"north"}


@pytest.mark.parametrize("said", ["Ísafjörður", "ÍSAFJÖRÐUR", "isafjorður"])
def test_a_name_is_known_with_its_accents_and_without(said: str) -> None:
    (span,) = LEXICON.read(said).spans
    assert span.ids("entity") == {"east"}


def test_a_name_in_another_order_is_understood() -> None:
    reading = LEXICON.read("clinic Fenwick of Lantern")
    assert frozenset().union(*(one.ids("entity") for one in reading.spans)) == {"fen"}


def test_a_word_that_many_names_share_is_no_name() -> None:
    assert all(not one.ids("entity") for one in LEXICON.read("Lantern clinic").spans)


def test_a_misspelt_word_keeps_what_was_written() -> None:
    (word,) = LEXICON.read("dentst").words
    assert (word.text, word.written) == ("dentist", "dentst")


def test_an_idea_is_found_in_the_middle_of_a_question() -> None:
    assert "each day" in spans("how many people each day in Northport")


def test_words_of_a_language_without_a_stemmer_are_matched_as_they_are() -> None:
    world = load_wide_world()
    spoken = world.languages["en"]
    plain = spoken.model_copy(
        update={"stemmer": None, "concepts": {"dentist": Concept(words=("Zahnarzt",))}}
    )
    knowledge = Knowledge(world.sources, world.vocabulary, world.entities, {"en": plain})
    span = spans("zahnarzt", Lexicon(knowledge, "en"))["zahnarzt"]
    assert span.ids("concept") == {"dentist"}


def assert_well_cut(message: str) -> None:
    reading = LEXICON.read(message)
    covered = {at for one in reading.spans for at in one.places}
    assert covered == set(range(len(reading.words))) == set(range(len(reading.stems)))
    assert all(one.start < one.end for one in reading.spans)
    assert LEXICON.read(message) == reading


@settings(deadline=None)
@given(message=st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
@example(message="\x00")
@example(message="\ud800 \udfff")
@example(message="\u202eolleh\u202c")
def test_any_text_is_cut_into_spans_that_cover_it(message: str) -> None:
    assert_well_cut(message)


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORLD_WORDS.split()), max_size=30))
def test_any_known_words_are_cut_into_spans_that_cover_them(words: list[str]) -> None:
    assert_well_cut(" ".join(words))


@pytest.mark.parametrize("word", ["the ", "x", "northport ", "how many ", "zqx ", "\u202e"])
def test_an_endless_message_is_cut_too(word: str) -> None:
    assert len(LEXICON.read(word * 10_000).words) <= LONGEST
