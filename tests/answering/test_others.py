"""Going on to the others of a kind, and to the rest of a list."""

from __future__ import annotations

import pytest
from talking import answer_to
from test_long_lists import NAMES, crowded  # noqa: F401 - a fixture

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Kind


@pytest.mark.parametrize("asked", ["what about the others", "and the rest"])
def test_after_a_thing_the_others_of_its_kind_are_named(asked: str) -> None:
    reply = answer_to("tell me about Northport", asked)
    assert set(reply.entities) == {"south", "west"}


def test_after_a_date_those_of_the_others_are_told() -> None:
    reply = answer_to("when did Northport open", "what about the others")
    assert {"south/opening", "west/opening"} <= set(reply.facts)
    assert "north/opening" not in reply.facts


def test_after_a_list_those_are_told_that_it_left_out() -> None:
    reply = answer_to("which clinics in Arcadia have a nurse", "and the rest")
    assert set(reply.entities).isdisjoint(answer_to("which clinics in Arcadia have a nurse").facts)
    assert reply.kind is not Kind.CHOICES


def test_others_mean_nothing_at_the_beginning() -> None:
    assert answer_to("what about the others").kind is Kind.UNKNOWN


def test_the_rest_of_a_cut_list_can_be_asked_for_in_words(crowded: Engine) -> None:  # noqa: F811
    first, context = crowded.reply("list the clinics", Context())
    rest, _ = crowded.reply("show all", context)
    missing = {name for name in NAMES if name not in first.text}
    assert missing
    assert all(name in rest.text for name in missing)
