"""And, or, not: what the listed entities have, and what our sources don't mention."""

from __future__ import annotations

import pytest
from talking import answer_to, uses

from bot.answering.reply import Kind, Reason


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("which clinics have a dentist or a midwife", {"north", "south", "east"}),
        ("which clinics have either a dentist or a midwife", {"north", "south", "east"}),
        ("which clinics have a dentist, midwife or nurse", {"north", "south", "west", "east"}),
        ("which clinics have a nurse but no dentist", {"south", "west"}),
        ("which clinics have no dentist but a nurse", {"south", "west"}),
        ("clinics with a dentist without a nurse", {"east"}),
        ("which clinics have neither a nurse nor a dentist", {"fen"}),
        ("which clinics have no nurse or dentist", {"fen"}),
        ("which clinics have a nurse and a dentist or a midwife", {"north", "south"}),
        ("which clinics in Arcadia or Utopia have a dentist", {"north", "east"}),
        ("which clinics other than Northport have a dentist", {"east"}),
        ("which clinics have a dentist and offer vaccination", {"north"}),
    ],
)
def test_a_list_keeps_to_and_or_and_not(question: str, entities: set[str]) -> None:
    reply = answer_to(question)
    assert reply.kind is Kind.ANSWER
    assert set(reply.entities) == entities


def test_the_reply_says_what_has_to_be_there_and_what_absent() -> None:
    reply = answer_to("which clinics have a nurse but no dentist")
    assert uses(reply, "list-where", "no-mention")
    assert reply.text.index("a nurse") < reply.text.index("a dentist")


def test_alternatives_are_worded_with_or() -> None:
    assert "a dentist or a midwife" in answer_to("which clinics have a dentist or midwife").text


def test_what_is_absent_is_only_not_mentioned() -> None:
    assert uses(answer_to("which clinics have neither a nurse nor a dentist"), "list-without")


def test_a_fact_that_shows_two_things_is_told_once() -> None:
    reply = answer_to("which clinics have a nurse and a dentist")
    assert reply.text.count("A dentist and a nurse work at the Northport clinic.") == 1


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("does any clinic have a midwife", {"south"}),
        ("do all the clinics have a nurse", {"north", "south", "west"}),
        ("is there a clinic with a dentist", {"north", "east"}),
        ("do the clinics have a dentist", {"north", "east"}),
        ("is there a dentist in Utopia", {"east"}),
    ],
)
def test_a_question_about_any_or_all_names_those_that_fit(
    question: str, entities: set[str]
) -> None:
    assert set(answer_to(question).entities) == entities


def test_for_the_others_nothing_is_denied() -> None:
    assert uses(answer_to("do all the clinics have a nurse"), "list-silent")


@pytest.mark.parametrize(
    "question",
    [
        "does any clinic have a piano",
        "which clinics have a swimming pool",
        "is there a clinic with a garden",
        "does any clinic in Utopia have a midwife",
    ],
)
def test_what_no_source_mentions_is_said_not_to_be_mentioned(question: str) -> None:
    reply = answer_to(question)
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.NO_FACT)
    assert uses(reply, "list-none")
    assert reply.choices == ()


@pytest.mark.parametrize(
    "question",
    [
        "which clinics have a dentist's wife",
        "which clinics have a dentist with a dog",
        "which clinics have 5 dentists",
        "which clinics have more than two dentists",
        "which clinics have more dentists",
        "why do the clinics have no dentist",
    ],
)
def test_a_list_is_not_made_where_a_word_or_number_is_left_over(question: str) -> None:
    reply = answer_to(question)
    assert not uses(reply, "list-with")
    assert not uses(reply, "list-without")


def test_at_two_places_what_is_there_is_told_and_what_is_not_mentioned() -> None:
    reply = answer_to("is there a dentist in Southwell or Northport")
    assert reply.facts == ("north/staff",)
    assert uses(reply, "not-mentioned")
    assert "Southwell" in reply.text


def test_two_things_at_one_place_are_told_apart() -> None:
    reply = answer_to("is there a midwife and a dentist in Southwell")
    assert reply.facts == ("south/staff",)
    assert uses(reply, "not-mentioned")


def test_what_neither_of_two_places_has_is_not_known() -> None:
    reply = answer_to("is there a midwife in Westerby or Eastfield")
    assert (reply.kind, reply.reason, reply.facts) == (Kind.UNKNOWN, Reason.NO_FACT, ())


def test_how_many_of_a_thing_names_where_there_is_one_and_gives_no_number() -> None:
    reply = answer_to("how many nurses are there in Arcadia")
    assert (reply.kind, reply.reason) == (Kind.UNKNOWN, Reason.NO_FACT)
    assert set(reply.entities) == {"north", "south", "west"}
    assert uses(reply, "list-uncounted")
    assert reply.source_line


@pytest.mark.parametrize(
    "question", ["what staff do the clinics have", "list the staff of all clinics"]
)
def test_what_all_of_a_kind_have_is_listed_by_value(question: str) -> None:
    reply = answer_to(question)
    assert uses(reply, "inventory", "list-silent")
    assert reply.text.index("a nurse") < reply.text.index("a midwife")


def test_which_clinics_have_staff_is_still_a_list_of_clinics() -> None:
    assert uses(answer_to("which clinics have staff"), "list-with")


def test_what_lies_outside_a_country_is_listed() -> None:
    reply = answer_to("clinics other than Arcadia")
    assert set(reply.entities) == {"east", "fen"}
    assert uses(reply, "kinds-except")
