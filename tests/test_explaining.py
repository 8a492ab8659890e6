"""What `sawal ask --explain` shows of a question."""

from __future__ import annotations

import json

import pytest
from rich.console import Console
from wide_world import load_wide_world

from bot.answering.conversation import Context
from bot.answering.deciding import Rule
from bot.answering.engine import Engine
from bot.cli.explaining import RULES, as_records, print_explanations

ENGINE = Engine(load_wide_world())


def explained(message: str, *before: str) -> list[dict[str, object]]:
    context = Context()
    for earlier in before:
        _, context = ENGINE.reply(earlier, context)
    return as_records(ENGINE.explain(message, context), ENGINE.knowledge)


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("when did Northport open", '"Northport" = north (its name)'),
        ("when did Nortport open", '"Nortport" = north (its name, otherwise spelt)'),
        ("when did it open", "none"),
    ],
)
def test_it_says_how_a_name_was_recognised(message: str, names: str) -> None:
    assert explained(message)[0]["names"] == names


def test_it_says_what_comes_from_the_conversation() -> None:
    record = explained("when did it open", "tell me about Northport")[0]
    assert record["names"] == "north (from the conversation)"


def test_it_says_which_words_no_fact_accounts_for() -> None:
    record = explained("how many windows has Northport")[0]
    assert record["not covered"] == "windows"
    assert record["rule"] == RULES[Rule.UNLIKELY]


def test_it_shows_the_facts_that_came_near_with_their_numbers() -> None:
    best, *_ = explained("when did Northport open")[0]["candidates"]  # type: ignore[misc]
    assert best["fact"] == "north/opening"
    assert best["confidence"] > 0.65


def test_each_question_of_a_message_is_explained() -> None:
    records = explained("When did Northport open? Who works in Southwell?")
    assert [record["operation"] for record in records] == ["when", "who"]


def test_every_rule_has_words() -> None:
    assert set(RULES) == set(Rule)


def test_smalltalk_is_explained_as_such() -> None:
    assert explained("thanks")[0]["rule"] == RULES[Rule.SMALLTALK]


def test_a_language_that_is_not_known_has_nothing_to_explain() -> None:
    assert explained("Здравствуйте") == []


def test_the_tables_are_printed_and_the_records_are_json() -> None:
    console = Console(width=160, record=True, file=None, quiet=False)
    with console.capture() as printed:
        print_explanations(ENGINE.explain("who works in Northport"), ENGINE.knowledge, console)
    assert "north/staff" in printed.get()
    assert json.dumps(explained("who works in Northport"))
