"""Countries and groups that tell of themselves, beside what they are made of."""

from __future__ import annotations

import pytest
from talking import said
from world import write, write_world

from bot.answering.engine import Engine
from bot.answering.reply import Kind
from bot.facts.reading import load

FOUNDED = """
[[facts]]
topic = "opening"
source = "gazette"
states.opened = 1990
text.en = "Lantern came to Arcadia in 1990."
ask.en = ["when did it open", "since when is it at work"]
"""

LINE = """
id = "line"
kind = "clinic"
country = "arcadia"
name.en = "Nurse Line 115"

[[facts]]
topic = "services"
source = "gazette"
text.en = "A nurse answers Nurse Line 115 since 2010."
ask.en = ["which nurse answers the phone"]
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The small world; the country has a date of its own, and a clinic a number for a name."""
    folder = write_world(tmp_path_factory.mktemp("wholes"))
    with (folder / "arcadia/arcadia.toml").open("a", encoding="utf-8") as country:
        country.write(FOUNDED)
    write(folder, "arcadia/line.toml", LINE)
    return Engine(load(folder))


def test_a_whole_that_states_its_date_tells_its_own(engine: Engine) -> None:
    reply = said(engine, "when did Lantern in Arcadia open")
    assert reply.facts == ("arcadia/opening",)


def test_dates_of_its_parts_are_told_where_they_are_asked_for(engine: Engine) -> None:
    reply = said(engine, "when did each clinic in Arcadia open")
    assert {"north/opening", "south/opening"} <= set(reply.facts)


def test_a_year_and_a_number_for_a_name_are_no_count(engine: Engine) -> None:
    reply = said(engine, "how many nurses does Nurse Line 115 have")
    assert reply.kind is not Kind.ANSWER
