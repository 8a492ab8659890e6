"""Years and figures: limits, values of each, sums, extremes of several."""

from __future__ import annotations

import pytest
from talking import answer_to, uses

from bot.answering.reply import Kind, Reason


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("which clinics opened before 2007", {"north"}),
        ("which clinics opened before 2008", {"north", "west"}),
        ("which clinics opened after 2007", {"south", "east", "fen"}),
        ("clinics opened since 2007", {"south", "west", "east", "fen"}),
        ("clinics opened in 2011 or later", {"south", "east", "fen"}),
        ("which clinics opened in 2003", {"north"}),
        ("which clinic opened between 2005 and 2010", {"west"}),
        ("which clinics opened 2005-2010", {"west"}),
        ("which clinics in Utopia opened after 2000", {"east", "fen"}),
        ("which clinics opened after 2000 have a dentist", {"north", "east"}),
        ("which clinics are older than Westerby", {"north"}),
        ("which clinics help more than 70 people a day", {"north", "east"}),
        ("which clinics help more than five hundred people a day", {"north"}),
        ("which clinics help at least 80 people a day", {"north", "east"}),
        ("which clinics help 100 or more people a day", {"north"}),
        ("which clinics help less than 1,000 people a day", {"north", "south", "east"}),
        ("which clinics help between 50 and 100 people a day", {"east"}),
        ("which clinics help more people than Eastfield", {"north"}),
    ],
)
def test_limits_choose_entities_by_their_dates_and_figures(
    question: str, entities: set[str]
) -> None:
    reply = answer_to(question)
    assert reply.kind is Kind.ANSWER
    assert set(reply.entities) == entities
    assert uses(reply, "select")


def test_each_chosen_one_is_named_with_its_date() -> None:
    assert "Westerby (June 2007)" in answer_to("which clinics opened before 2008").text


def test_how_many_fit_is_counted() -> None:
    reply = answer_to("how many clinics opened after 2007")
    assert uses(reply, "select-count-other")
    assert "3" in reply.text


def test_up_to_eighty_leaves_open_whether_it_is_more_than_seventy() -> None:
    reply = answer_to("which clinics help more than 70 people a day")
    assert uses(reply, "select-open")
    assert "south" not in reply.entities


def test_figures_on_another_basis_are_named_apart() -> None:
    reply = answer_to("which clinics help more than 70 people a day")
    assert uses(reply, "other-basis")
    assert "9,000" in reply.text


def test_where_no_figure_is_stated_is_said() -> None:
    reply = answer_to("which clinics help more than 70 people a day")
    assert uses(reply, "no-figure")
    assert "Fenwick" in reply.text


def test_a_year_in_which_nothing_opened_is_no_answer() -> None:
    reply = answer_to("which laws or clinics opened in 1850")
    assert reply.kind is not Kind.ANSWER or uses(reply, "select-none")


@pytest.mark.parametrize(
    "question",
    [
        "which clinics opened before March",
        "which clinics opened 20 years ago",
        "which clinics have more than 5 windows",
        "which clinics had a dentist before 2005",
        "which clinics do not help more than 70 people a day",
    ],
)
def test_a_limit_on_nothing_stated_is_not_computed(question: str) -> None:
    assert not uses(answer_to(question), "select")


def test_the_date_of_each_is_told() -> None:
    reply = answer_to("when did each clinic open")
    assert uses(reply, "each")
    assert set(reply.entities) == {"north", "south", "west", "east", "fen"}


def test_the_figures_of_two_are_told_and_what_is_not_stated() -> None:
    reply = answer_to("how many people do Northport and Fenwick help")
    assert reply.facts == ("north/people-helped",)
    assert uses(reply, "no-figure")


def test_figures_of_different_sorts_are_never_added_up() -> None:
    reply = answer_to("how many people do all the clinics help in total")
    assert uses(reply, "each", "no-sum")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("the two oldest clinics", ("north", "west")),
        ("which are the three newest clinics in Arcadia", ("south", "west", "north")),
    ],
)
def test_as_many_extremes_as_were_asked_for_are_named(
    question: str, first: tuple[str, ...]
) -> None:
    reply = answer_to(question)
    assert reply.entities[: len(first)] == first
    assert any(uses(reply, f"{one}-several") for one in ("earliest", "latest"))


def test_an_extreme_says_for_which_nothing_is_stated() -> None:
    assert uses(answer_to("which clinic helps the most people"), "no-figure")


def test_of_two_the_one_that_is_stated_is_told() -> None:
    reply = answer_to("does Northport help more people than Fenwick")
    assert (reply.kind, reply.facts) == (Kind.ANSWER, ("north/people-helped",))
    assert uses(reply, "stated", "no-figure")


def test_of_two_neither_of_which_is_stated_nothing_is_known() -> None:
    reply = answer_to("does Lantern in Utopia help more people than Fenwick")
    assert reply.kind is Kind.UNKNOWN
    assert reply.reason is Reason.NO_FACT


def test_three_are_ranked() -> None:
    reply = answer_to("compare the people of Northport, Southwell and Eastfield")
    assert uses(reply, "most", "others")
    assert reply.entities[0] == "north"


def test_a_comparison_names_those_on_which_the_sources_are_silent() -> None:
    reply = answer_to("compare the staff of Northport and Fenwick")
    assert reply.facts == ("north/staff",)
    assert uses(reply, "not-told")


@pytest.mark.parametrize("number", ["0", "00", "9" * 400, "99999999999999999999"])
@pytest.mark.parametrize(
    "question",
    [
        "the {} oldest clinics",
        "which clinics opened before {}",
        "which clinics help more than {} people a day",
        "which clinics help more than {} hundred people",
    ],
)
def test_any_number_gets_some_reply(question: str, number: str) -> None:
    assert answer_to(question.format(number)).text
