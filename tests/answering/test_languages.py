"""A second language is words in files: the same engine answers in it."""

from __future__ import annotations

from dataclasses import replace

from talking import ENGINE
from wide_world import load_wide_world

from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reason
from bot.facts.model import Concept, Knowledge, Language
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
