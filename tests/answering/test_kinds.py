"""Every kind of reply, and when it is given."""

from __future__ import annotations

import pytest
from talking import ENGINE, answer_to, targets, uses
from wide_world import load_wide_world

from bot.answering.reply import Choice, Kind, Reason, Reply


@pytest.mark.parametrize("message", ["tell me about Northport", "Northport", "what is north port"])
def test_a_mere_name_is_answered_with_the_overview(message: str) -> None:
    assert answer_to(message).facts == ("north/overview",)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("when did Northport open", "north/opening"),
        ("how old is the clinic in Southwell?", "south/opening"),
        ("Southwell staff", "south/staff"),
        ("is there a teeth doctor in Northport", "north/staff"),
        ("how many people does Westerby help", "west/people-helped"),
        ("what does a visit cost", "lamp-act/cost"),
        ("which law is about the sick", "lamp-act/overview"),
        ("nortport dentst", "north/staff"),
        ("WHEN DID NORTHPORT OPEN", "north/opening"),
        ("ｗｈｅｎ did north\u200bport open", "north/opening"),
        ("hello, please tell me when did Northport open, thanks", "north/opening"),
    ],
)
def test_a_question_is_answered_with_its_fact(question: str, fact: str) -> None:
    reply = answer_to(question)
    assert (reply.kind, reply.facts) == (Kind.ANSWER, (fact,))
    assert reply.text == load_wide_world().facts[fact].text["en"]


def test_an_answer_names_its_entity_and_carries_its_source() -> None:
    reply = answer_to("when did Northport open")
    assert reply.entities == ("north",)
    assert [note.title for note in reply.sources] == ["Lantern's report"]
    assert reply.sources[0].as_of == "2020-05"
    assert uses_source(reply, "source-dated", "May 2020")


def test_the_source_line_says_when_a_source_bears_no_date() -> None:
    assert uses_source(answer_to("what does a visit cost"), "source-undated", "Gazette of Arcadia")


def test_a_fact_of_two_sources_names_both() -> None:
    assert len(answer_to("Lamp Act").sources) == 2


def uses_source(reply: Reply, *parts: str) -> bool:
    return all(part in reply.source_line for part in parts)


def test_an_answer_offers_what_else_is_known_of_the_entity() -> None:
    assert {"north/opening", "north/staff"} <= targets(answer_to("tell me about Northport"))


def test_an_answer_does_not_offer_itself() -> None:
    assert "north/staff" not in targets(answer_to("who works in Northport"))


@pytest.mark.parametrize(
    "message", ["when did it open", "who works there", "how old is the clinic"]
)
def test_a_question_that_fits_several_alike_asks_which(message: str) -> None:
    reply = answer_to(message)
    assert reply.kind is Kind.CHOICES
    assert len(reply.choices) >= 4
    assert uses(reply, "which")


def test_the_name_of_a_kind_alone_asks_which_one() -> None:
    assert targets(answer_to("tell me about the clinic")) >= {"north", "south", "west"}


def test_choices_are_numbered_in_plain_text() -> None:
    reply = answer_to("when did it open")
    assert f"2. {reply.choices[1].label}" in reply.plain.splitlines()


def test_the_buttons_of_an_answer_are_no_part_of_its_text() -> None:
    reply = answer_to("tell me about Northport")
    assert reply.plain == reply.text


@pytest.mark.parametrize(
    "question",
    [
        "how many windows has Northport",
        "is there a dentist in Southwell",
        "where is Northport",
        "what does the dentist in Northport earn",
        "who is the nurse's husband in Northport",
        "how many dentists has Northport",
        "is there a piano in Southwell",
        "does the dentist in Northport have a dog",
        "who works in Northport at midnight",
        "when did the nurse in Northport open",
        "does the Southwell clinic vaccinate children",
    ],
)
def test_a_near_miss_says_that_the_sources_are_silent(question: str) -> None:
    reply = answer_to(question)
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.NO_FACT)
    assert reply.facts == ()


def test_not_knowing_a_fact_offers_the_facts_that_are_known() -> None:
    reply = answer_to("how many windows has Northport")
    assert reply.entities == ("north",)
    assert {"north/opening", "north/staff"} <= targets(reply)


@pytest.mark.parametrize("name", ["Bogota", "Zürich", "{Bogota}"])
def test_an_unknown_name_is_said_back(name: str) -> None:
    reply = answer_to(f"is there a clinic in {name}")
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.UNKNOWN_NAME)
    assert name.strip("{}") in reply.text


def test_an_unknown_name_that_looks_like_a_known_one_offers_it() -> None:
    assert "north" in targets(answer_to("is there a clinic in Northampton"))


@pytest.mark.parametrize(
    "message",
    [
        "what is the capital of France",
        "how do I bake bread",
        "what is the price of gold",
        "windows 11 crashes",
        "my wife left me",
        "sale of cheap phones",
    ],
)
def test_what_is_none_of_our_business_is_not_answered(message: str) -> None:
    reply = answer_to(message)
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.OUT_OF_SCOPE)
    assert reply.choices == ENGINE.say("greeting").choices


@pytest.mark.parametrize(
    "message", ["", " ", "?", "👍", "12", "\x00", "\ud800", "\u202e", "the of a"]
)
def test_a_message_that_says_nothing_is_unclear_and_gets_examples(message: str) -> None:
    reply = answer_to(message)
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.UNCLEAR)
    assert reply.choices


@pytest.mark.parametrize("message", ["asdf qwer", "zxcvb nm", "x" * 500])
def test_garbled_messages_are_not_answered(message: str) -> None:
    assert answer_to(message).kind is Kind.UNKNOWN


@pytest.mark.parametrize("message", ["بچے کہاں ہیں", "где клиника", "診療所はどこですか", "शहर"])
def test_another_script_is_told_which_languages_are_read(message: str) -> None:
    reply = answer_to(message)
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.UNCLEAR)
    assert uses(reply, "other-language")
    assert reply.confidence == 0


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("hello", "Hello from Lantern."),
        ("Hello!!", "Hello from Lantern."),
        ("helloooo", "Hello from Lantern."),
        ("thank you", "You are welcome."),
        ("thanks 👍", "You are welcome."),
    ],
)
def test_smalltalk_is_returned(message: str, reply: str) -> None:
    said = answer_to(message)
    assert (said.kind, said.text) == (Kind.SMALLTALK, reply)


def test_a_greeting_before_a_question_does_not_hide_it() -> None:
    assert answer_to("hello, who works in Northport?").facts == ("north/staff",)


def test_the_bots_own_sentences_are_said_by_their_key() -> None:
    assert uses(ENGINE.say("help"), "help")


def test_the_greeting_offers_the_example_questions() -> None:
    examples = load_wide_world().languages["en"].examples
    assert tuple(choice.label for choice in ENGINE.say("greeting").choices) == examples


@pytest.mark.parametrize(
    "message",
    [
        "when did Northport open",
        "when did it open",
        "which clinics have a dentist",
        "Bogota",
        "hi",
    ],
)
def test_confidence_is_a_share(message: str) -> None:
    assert 0 <= answer_to(message).confidence <= 1


def test_a_reply_without_choices_is_its_text() -> None:
    assert Reply(Kind.CHOICES, "Which?", "en").plain == "Which?"


def test_numbers_begin_with_one() -> None:
    reply = Reply(Kind.CHOICES, "Which?", "en", choices=(Choice("Red", "red"),))
    assert reply.plain == "Which?\n1. Red"
