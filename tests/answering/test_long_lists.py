"""A long list is cut, and its rest can be had by a tap; figures of one sort are added up."""

from __future__ import annotations

import pytest
from talking import uses
from wide_world import MORE
from world import write_world

from bot.answering.engine import Engine
from bot.answering.reply import Choice, Kind, Reply
from bot.facts.reading import load

NAMES = [f"Westerby {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The small world with twenty more clinics, each with a nurse and over 9,000 people a year."""
    folder = write_world(tmp_path_factory.mktemp("crowded"))
    for number, name in enumerate(NAMES):
        text = MORE["arcadia/west.toml"].replace('"west"', f'"west-{number}"')
        path = folder / f"arcadia/west-{number}.toml"
        path.write_text(text.replace("Westerby", name), encoding="utf-8")
    return Engine(load(folder))


def told_in(reply: Reply) -> set[str]:
    return {name for name in NAMES if name in reply.text}


def rest_of(reply: Reply) -> Choice:
    return next(choice for choice in reply.choices if choice.target.startswith("+"))


QUESTIONS = [
    "list the clinics",
    "which clinics have a nurse",
    "which clinics in Arcadia have no dentist",
    "which clinics have a nurse or a dentist",
    "which clinics other than Southwell have a nurse but no dentist",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_long_list_is_cut_and_offers_the_rest(crowded: Engine, question: str) -> None:
    reply, _ = crowded.reply(question)
    assert uses(reply, "and-more")
    assert rest_of(reply).label == f"show-rest: {len(NAMES) - len(told_in(reply))}"


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_rest_holds_exactly_what_was_cut(crowded: Engine, question: str) -> None:
    reply, _ = crowded.reply(question)
    rest, _ = crowded.choose(rest_of(reply).target)
    assert rest.kind is Kind.ANSWER
    assert uses(rest, "list-rest")
    assert told_in(rest) == set(NAMES) - told_in(reply)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_rest_fits_into_a_button(crowded: Engine, question: str) -> None:
    reply, _ = crowded.reply(question)
    assert len(rest_of(reply).target.encode("ascii")) <= 48


@pytest.mark.parametrize(
    "target",
    [
        "+",
        "+1;2",
        "+99;clinic;;;",
        "+0;gone;;;",
        "+0;clinic;gone;;",
        "+x;clinic;;;",
        "+0;clinic;;;!gone",
    ],
)
def test_a_rest_that_there_is_not_is_answered_kindly(crowded: Engine, target: str) -> None:
    assert uses(crowded.choose(target)[0], "expired-choice")


def test_figures_of_one_sort_are_added_up_and_called_a_sum(crowded: Engine) -> None:
    names = f"{NAMES[0]} and {NAMES[1]}"
    reply, _ = crowded.reply(f"how many people do {names} help in total")
    assert uses(reply, "sum", "over", "per-year")
    assert "18,000" in reply.text
    assert reply.facts == ("west-0/people-helped", "west-1/people-helped")
