"""A second language is words in files: the same engine answers in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roman import world as roman_world
from talking import ENGINE, conversation, said
from wide_world import load_wide_world

from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reason
from bot.facts.model import Concept, Knowledge, Language, Review, fingerprint
from bot.facts.operations import Operation

WORDS = {
    "opening": ("کھلا", "کھلنا"),
    "opened": ("کھلا",),
    "staff": ("عملہ",),
    "dentist": ("ڈینٹسٹ",),
    "clinic": ("کلینک",),
}


def urdu() -> Language:
    """English's names and sentences, and a few words of Urdu."""
    english = load_wide_world().languages["en"]
    concepts = {
        key: Concept(name=concept.name, plural=concept.plural, words=WORDS.get(key, ()))
        for key, concept in english.concepts.items()
    }
    return Language(
        code="ur",
        name="اردو",
        script="ARABIC",
        locale="ur_PK",
        concepts=concepts,
        fillers=("کا", "میں", "ہے", "ہیں"),
        operations={Operation.WHEN: ("کب",), Operation.WHICH: ("کون سے",)},
        phrases=english.phrases,
    )


def bilingual() -> Knowledge:
    world = load_wide_world()
    north = world.entities["north"]
    named = north.model_copy(update={"name": {**north.name, "ur": "نارتھ پورٹ"}})
    return replace(
        world,
        entities={**world.entities, "north": named},
        languages={**world.languages, "ur": urdu()},
    )


BOTH = Engine(bilingual())


def test_a_question_in_the_other_script_is_answered() -> None:
    reply, _ = BOTH.reply("نارتھ پورٹ کب کھلا؟")
    assert (reply.kind, reply.language, reply.facts) == (Kind.ANSWER, "ur", ("north/opening",))


def test_only_the_language_of_a_message_is_prepared_for_it() -> None:
    engine = Engine(bilingual())
    engine.prepare("when did it open")
    assert engine._speech.cache_info().currsize == 1
    engine.prepare()
    assert engine._speech.cache_info().currsize == 2


def test_a_list_in_the_other_language_holds_the_same() -> None:
    reply, _ = BOTH.reply("کون سے کلینک میں ڈینٹسٹ ہے")
    assert set(reply.entities) == {"north", "east"}


def test_a_conversation_may_change_its_language() -> None:
    _, context = BOTH.reply("tell me about Northport")
    reply, context = BOTH.reply("عملہ", context)
    assert (reply.language, reply.facts) == ("ur", ("north/staff",))
    reply, _ = BOTH.reply("when did it open", context)
    assert (reply.language, reply.facts) == ("en", ("north/opening",))


def test_names_of_every_language_are_understood_in_each() -> None:
    reply, _ = BOTH.reply("Northport کب کھلا ہے")
    assert reply.facts == ("north/opening",)


def test_english_is_answered_as_before_beside_another_language() -> None:
    for question in ("when did Northport open", "which clinics have a dentist", "who works there"):
        assert BOTH.reply(question)[0].facts == ENGINE.reply(question)[0].facts


def test_a_script_of_no_language_is_still_refused_kindly() -> None:
    reply, _ = BOTH.reply("где клиника")
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.UNCLEAR)


ROMAN = Engine(roman_world())


def test_a_language_without_fixed_spelling_is_understood_with_english_mixed_in() -> None:
    reply = said(ROMAN, "Northport clinic kaab khuli")
    assert (reply.language, reply.facts) == ("ur-Latn", ("north/opening",))


def test_ideas_are_borrowed_where_a_language_has_no_way_of_asking() -> None:
    reply = said(ROMAN, "Northport ka amla")
    assert (reply.language, reply.facts) == ("ur-Latn", ("north/staff",))


def test_what_is_not_translated_comes_in_the_first_language_and_says_so() -> None:
    reply = said(ROMAN, "Northport kab khula")
    line, text = reply.text.split("\n\n")
    assert (line, text) == ("untranslated: Angrezi", ENGLISH_TEXT)


ENGLISH_TEXT = ROMAN.knowledge.facts["north/opening"].original


def test_an_outdated_translation_is_not_told() -> None:
    fact = ROMAN.knowledge.facts["north/opening"]
    texts = {**fact.text, "ur-Latn": "Northport 1903 mein khula."}
    for of, told in ((fingerprint(fact.original), texts["ur-Latn"]), ("abcdef", ENGLISH_TEXT)):
        review = Review(on=date(2026, 11, 21), of=of)
        changed = fact.model_copy(update={"text": texts, "reviewed": {"ur-Latn": review}})
        north = ROMAN.knowledge.entities["north"]
        facts = tuple(changed if one.id == fact.id else one for one in north.facts)
        entities = {
            **ROMAN.knowledge.entities,
            "north": north.model_copy(update={"facts": facts}),
        }
        engine = Engine(replace(ROMAN.knowledge, entities=entities))
        assert said(engine, "Northport kab khula").text.endswith(told)


def test_a_reader_may_fix_the_language_of_the_replies() -> None:
    reply, context = conversation("Angrezi mein jawab do", engine=ROMAN)
    assert (reply.language, reply.kind) == ("en", Kind.SMALLTALK)
    assert reply.text == "language-set: English"
    reply, context = ROMAN.reply("Northport kab khula", context)
    assert (reply.language, reply.text) == ("en", ENGLISH_TEXT)
    reply, context = ROMAN.reply("meri zaban mein", context)
    assert (reply.language, reply.text) == ("ur-Latn", "language-auto:")
    assert ROMAN.reply("Northport kab khula", context)[0].language == "ur-Latn"


def test_a_wish_for_a_language_that_is_not_there_is_no_wish() -> None:
    assert said(ROMAN, "Faransisi mein jawab do").kind is not Kind.SMALLTALK


def test_a_word_that_could_be_either_is_in_the_language_of_the_conversation() -> None:
    assert said(ROMAN, "Northport kab khula", "dentist").language == "ur-Latn"
    assert said(ROMAN, "when did Northport open", "dentist").language == "en"


def test_buttons_keep_the_language_of_the_conversation() -> None:
    _, context = conversation("Northport kab khula", engine=ROMAN)
    assert ROMAN.choose("north/staff", context)[0].language == "ur-Latn"
    assert ROMAN.choose("gone", context)[0].language == "ur-Latn"
    assert ROMAN.say("apology", context).language == "ur-Latn"
