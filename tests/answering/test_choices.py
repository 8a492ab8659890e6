"""Choosing by tap, by number and by label."""

from __future__ import annotations

import pytest
from talking import ENGINE, answer_to, conversation, targets, uses
from wide_world import load_wide_world

from bot.answering.conversation import Context
from bot.answering.reply import Kind

WORLD = load_wide_world()


@pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "(2)", "２"])
def test_a_number_picks_the_choice(typed: str) -> None:
    asked = answer_to("when did it open")
    assert answer_to("when did it open", typed).facts == (asked.choices[1].target,)


def test_a_label_picks_the_choice() -> None:
    (label,) = (one.label for one in answer_to("when did it open").choices
                if one.target == "south/opening")  # fmt: skip
    assert answer_to("when did it open", label.upper()).facts == ("south/opening",)


@pytest.mark.parametrize("typed", ["0", "99", "2003"])
def test_a_number_that_was_not_offered_picks_nothing(typed: str) -> None:
    assert answer_to("when did it open", typed).facts == ()


def test_a_number_means_nothing_where_nothing_was_offered() -> None:
    assert answer_to("1").kind is Kind.UNKNOWN


@pytest.mark.parametrize("aside", ["hello", "بچے"])
def test_choices_stay_open_over_an_aside(aside: str) -> None:
    assert answer_to("when did it open", aside, "2").facts == ("south/opening",)


@pytest.mark.parametrize("fact", ["north/staff", "lamp-act/cost", "fen/opening"])
def test_a_tapped_fact_is_told(fact: str) -> None:
    reply, context = ENGINE.choose(fact)
    assert (reply.kind, reply.facts) == (Kind.ANSWER, (fact,))
    assert context.entities == (WORLD.facts[fact].entity,)


def test_a_tapped_entity_is_told_in_short() -> None:
    reply, context = ENGINE.choose("south")
    assert reply.facts == ("south/overview",)
    assert context.entities == ("south",)


def test_a_tapped_example_is_asked() -> None:
    assert ENGINE.choose("?en/0")[0] == answer_to(WORLD.languages["en"].examples[0])


@pytest.mark.parametrize(
    "target", ["gone", "gone/staff", "?en/99", "?", "", "🙂", "x" * 5000, "\ud800"]
)
def test_an_old_or_strange_target_is_answered_kindly_and_changes_nothing(target: str) -> None:
    before = conversation("who works in Northport")[1]
    reply, after = ENGINE.choose(target, before)
    assert uses(reply, "expired-choice")
    assert after == before


def test_a_conversation_goes_on_from_a_tap() -> None:
    _, context = ENGINE.choose("north/opening")
    assert ENGINE.reply("who works there", context)[0].facts == ("north/staff",)
    assert ENGINE.reply("what about Southwell", context)[0].facts == ("south/opening",)


@pytest.mark.parametrize(
    "message", ["when did it open", "tell me about Northport", "list the clinics", "xyz", "hi"]
)
def test_every_choice_leads_to_an_answer_and_fits_into_a_button(message: str) -> None:
    for choice in answer_to(message).choices:
        assert choice.label
        assert len(choice.target.encode("ascii")) <= 48
        assert ENGINE.choose(choice.target, Context())[0].kind is Kind.ANSWER


def test_an_example_question_is_picked_by_its_text() -> None:
    offered = Context(choices=ENGINE.say("greeting").targets)
    example = WORLD.languages["en"].examples[1]
    assert ENGINE.reply(f" {example.upper()} ", offered)[0] == ENGINE.choose("?en/1")[0]


@pytest.mark.parametrize("typed", ["{0.name[en]}", "{0.short[en]}", "{0.short[en]}!"])
def test_a_choice_is_picked_by_the_full_or_short_name(typed: str) -> None:
    message = typed.format(WORLD.entities["south"])
    assert answer_to("when did it open", message).facts == ("south/opening",)


def test_a_fact_is_picked_by_the_label_of_its_button() -> None:
    (label,) = (one.label for one in answer_to("tell me about Northport").choices
                if one.target == "north/staff")  # fmt: skip
    assert answer_to("tell me about Northport", label.lower()).facts == ("north/staff",)


def test_a_label_that_fits_several_choices_picks_none() -> None:
    offered = Context(choices=("north/opening", "south/opening", "north/staff"))
    for typed in ("Northport", ENGINE.choose("north/overview")[0].choices[0].label):
        assert ENGINE.reply(typed, offered)[0] == ENGINE.reply(typed)[0]


def test_the_name_beside_a_lone_choice_asks_about_the_entity() -> None:
    offered = Context(choices=("north/opening",))
    assert ENGINE.reply("Northport", offered)[0].facts == ("north/overview",)


def test_no_two_choices_look_the_same() -> None:
    labels = [choice.label for choice in answer_to("when did it open").choices]
    assert len(labels) == len(set(labels))


def test_choices_of_a_list_are_what_it_lists() -> None:
    assert targets(answer_to("which clinics have a dentist")) == {"north", "east"}


@pytest.mark.parametrize("typed", ["Southwell", "southwel", "the second one"])
def test_a_choice_is_picked_in_other_words(typed: str) -> None:
    assert answer_to("when did it open", typed).facts == ("south/opening",)


def test_what_a_tapped_answer_offers_can_be_picked_by_label() -> None:
    tapped, context = ENGINE.choose("north/overview")
    assert context.choices == tapped.targets


def test_a_number_picks_what_the_text_numbers() -> None:
    messages = ("When did it open? Who works in Northport?", "1")
    assert answer_to(*messages).facts == ("north/opening",)
