"""Lists, counts, extremes and comparisons are worked out from what the facts state."""

from __future__ import annotations

import pytest
from talking import answer_to, targets, uses

from bot.answering.reply import Kind


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("list the clinics", {"north", "south", "west", "east", "fen"}),
        ("list all clinics in Arcadia", {"north", "south", "west"}),
        ("which clinics are in Utopia", {"east", "fen"}),
        ("which clinics have a dentist", {"north", "east"}),
        ("which clinics have dentists?", {"north", "east"}),
        ("which clinics in Arcadia have a nurse", {"north", "south", "west"}),
        ("which clinics have both a nurse and a dentist", {"north"}),
        ("which clinics have a midwife", {"south"}),
        ("which clinics vaccinate", {"north"}),
        ("which countries are there", {"arcadia", "utopia"}),
    ],
)
def test_a_list_holds_all_that_fit(question: str, entities: set[str]) -> None:
    reply = answer_to(question)
    assert reply.kind is Kind.ANSWER
    assert set(reply.entities) == entities


def test_a_list_is_worded_with_the_plural_and_the_short_names() -> None:
    reply = answer_to("which clinics have a dentist")
    assert uses(reply, "list-with")
    assert all(word in reply.text for word in ("clinics", "a dentist", "Northport", "Eastfield"))


def test_a_list_of_some_says_that_the_sources_are_silent_on_the_others() -> None:
    assert uses(answer_to("which clinics have a dentist"), "list-silent")


def test_a_list_of_all_has_no_others() -> None:
    assert not uses(answer_to("which clinics in Arcadia have a nurse"), "list-silent")


def test_a_list_carries_the_sources_of_what_it_lists() -> None:
    titles = {note.title for note in answer_to("which clinics have a dentist").sources}
    assert titles == {"Lantern's report", "The Gazette of Arcadia"}


def test_a_list_of_those_without_speaks_of_the_sources_only() -> None:
    reply = answer_to("which clinics have no dentist")
    assert uses(reply, "list-without")
    assert set(reply.entities) == {"south", "west", "fen"}


def test_a_list_that_nothing_fits_says_so() -> None:
    reply = answer_to("which clinics have a midwife and a dentist")
    assert (reply.kind, reply.entities) == (Kind.ANSWER, ())
    assert uses(reply, "list-none")


@pytest.mark.parametrize(
    "question", ["which clinics have a piano", "which clinics have a Zahnarzt"]
)
def test_a_list_by_something_unknown_is_not_made(question: str) -> None:
    assert answer_to(question).kind is Kind.UNKNOWN


@pytest.mark.parametrize(
    ("question", "count", "phrase"),
    [
        ("how many clinics are there in Arcadia", "3", "count-other"),
        ("how many clinics have a nurse", "3", "count-with-other"),
        ("how many clinics have a midwife", "1", "count-with-one"),
        ("how many clinics have no dentist", "3", "count-without-other"),
        ("number of countries", "2", "count-other"),
    ],
)
def test_a_count_names_what_it_counts(question: str, count: str, phrase: str) -> None:
    reply = answer_to(question)
    assert reply.kind is Kind.ANSWER
    assert uses(reply, phrase)
    assert count in reply.text


def test_how_many_of_what_is_not_counted_is_not_answered() -> None:
    assert answer_to("how many nurses are there").kind is not Kind.ANSWER


@pytest.mark.parametrize(
    ("question", "first", "phrase"),
    [
        ("which clinic helps the most people", "north", "most"),
        ("the biggest clinic", "north", "most"),
        ("which clinic in Arcadia helps the fewest people", "south", "least"),
        ("which clinic opened first", "north", "earliest"),
        ("oldest clinic in Utopia", "east", "earliest"),
        ("newest clinic in Arcadia", "south", "latest"),
    ],
)
def test_an_extreme_names_the_first_and_ranks_the_others(
    question: str, first: str, phrase: str
) -> None:
    reply = answer_to(question)
    assert reply.kind is Kind.ANSWER
    assert reply.entities[0] == first
    assert uses(reply, phrase)
    assert len(reply.facts) == len(reply.entities) > 1


def test_figures_a_day_are_never_ranked_with_figures_a_year() -> None:
    assert "west" not in answer_to("which clinic helps the most people").entities


def test_a_comparison_gives_both_figures_and_their_basis() -> None:
    reply = answer_to("does Northport help more people than Southwell")
    assert uses(reply, "compare-more", "per-day", "about", "up-to")
    assert all(figure in reply.text for figure in ("520", "80"))
    assert set(reply.facts) == {"north/people-helped", "south/people-helped"}


def test_a_comparison_never_mixes_bases() -> None:
    reply = answer_to("does Northport help more people than Westerby")
    assert not uses(reply, "compare-more")
    assert not uses(reply, "compare-equal")


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("did Northport open before Southwell", "compare-before"),
        ("did Southwell open after Northport", "compare-before"),
        ("which is older, Northport or Southwell", "compare-before"),
        ("which opened first, Westerby or Southwell", "compare-before"),
        ("did Southwell open before Eastfield", "compare-same-date"),
    ],
)
def test_openings_are_compared_by_date(question: str, phrase: str) -> None:
    assert uses(answer_to(question), phrase)


def test_the_earlier_one_is_named_first_however_it_was_asked() -> None:
    text = answer_to("did Southwell open after Northport").text
    assert text.index("March 2003") < text.index("2011")


def test_dates_are_written_out() -> None:
    assert "March 2003" in answer_to("which clinic opened first").text


def test_things_that_have_no_figures_to_compare_are_told_side_by_side() -> None:
    reply = answer_to("compare Northport and Southwell")
    assert reply.facts == ("north/overview", "south/overview")


@pytest.mark.parametrize("question", ["Northport and Southwell", "Northport. Southwell."])
def test_two_names_are_told_one_after_the_other(question: str) -> None:
    assert answer_to(question).facts == ("north/overview", "south/overview")


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        (
            "when did Northport open and how many people does it help?",
            ("north/opening", "north/people-helped"),
        ),
        (
            "When did Northport open? How many people does Southwell help?",
            ("north/opening", "south/people-helped"),
        ),
        ("when did Northport open\nwho works in Southwell", ("north/opening", "south/staff")),
        ("When did Northport open? What about Southwell?", ("north/opening", "south/opening")),
        ("My cat is ill. When did Northport open?", ("north/opening",)),
        ("I live in Northport, who works there", ("north/staff",)),
    ],
)
def test_each_question_of_a_message_is_answered(message: str, facts: tuple[str, ...]) -> None:
    assert answer_to(message).facts == facts


def test_a_message_of_two_answers_holds_both_texts_and_all_sources() -> None:
    reply = answer_to("who works in Northport. who works in Westerby")
    assert len(reply.text.split("\n\n")) == 2
    assert len(reply.sources) == 2


def test_the_same_question_twice_is_answered_once() -> None:
    once, twice = answer_to("Northport staff"), answer_to("Northport staff. Northport staff.")
    assert (twice.text, twice.source_line) == (once.text, once.source_line)


def test_a_kind_without_something_is_a_list() -> None:
    reply = answer_to("clinics in Arcadia without a dentist")
    assert set(reply.entities) == {"south", "west"}


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "does Northport help more people than Westerby",
            {"north/people-helped", "west/people-helped"},
        ),
        ("compare the staff of Northport and Southwell", {"north/staff", "south/staff"}),
    ],
)
def test_what_cannot_be_compared_is_told_side_by_side(question: str, facts: set[str]) -> None:
    assert set(answer_to(question).facts) == facts


def test_no_difference_is_made_of_figures_that_are_not_exact() -> None:
    assert "440" not in answer_to("does Northport help more people than Southwell").text


def test_up_to_eighty_is_not_the_same_as_eighty() -> None:
    assert not uses(answer_to("does Southwell help more people than Eastfield"), "compare-equal")


def test_a_year_is_not_before_a_month_of_it() -> None:
    assert not uses(answer_to("did Eastfield open before Fenwick"), "compare-before")


def test_a_single_word_that_fits_several_asks_which() -> None:
    assert targets(answer_to("nurse")) >= {"north/staff", "south/staff"}
