"""Overviews and what stands beneath them, doubts, and what an organisation tells for others."""

from __future__ import annotations

import pytest
from talking import said, uses
from world import change, write, write_world

from bot.answering.engine import Engine
from bot.answering.reply import Kind
from bot.facts.reading import load

LANTERN = """
id = "lantern"
kind = "centre"
country = "arcadia"
name.en = "Lantern Society"

[[facts]]
topic = "overview"
source = "gazette"
text.en = "The Lantern Society runs clinics."

[[facts]]
topic = "donate"
source = "gazette"
text.en = "Gifts to the Lantern Society are free of tax."
ask.en = ["how do I donate money", "where can I send a gift"]

[[facts]]
topic = "phone"
source = "gazette"
text.en = "The Lantern Society has no phone; write to lantern.example instead."
ask.en = ["what is the phone number", "which number do I ring"]
"""

CONCEPTS = """
[donate]
name = "donating"
words = ["donate", "gift", "donation"]

[phone]
name = "the phone"
words = ["phone", "number", "ring"]
"""

TALK = """
[provenance]
says = ["how do you know", "are you sure", "is that still true"]
reply = "Lantern names its sources."
"""

PLACE = """
[place]
town.en = "Northport"
latitude = 12.25
longitude = -77.5
source = "gazette"

[[facts]]
topic = "overview"
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The small world, whose clinics belong to a society, and where sources disagree."""
    folder = write_world(tmp_path_factory.mktemp("society"))
    write(folder, "lantern.toml", LANTERN)
    write(folder, "languages/en/concepts/society.toml", CONCEPTS)
    edits = {
        "vocabulary.toml": [
            ('"aim", "cost",', '"aim", "cost", "donate", "phone",'),
            ("[kinds]", 'card = ["staff", "people-helped", "opened"]\n[kinds]'),
            ("[kinds]", 'reach = ["phone"]\ninherited = ["donate"]\n[kinds]'),
        ],
        "arcadia/north.toml": [
            ('part_of = "arcadia"', 'part_of = "arcadia"\nrun_by = "lantern"'),
            ('states.opened = "2003-03"', 'states.opened = "2003-03"\ndisputes.opened = 2001'),
            ('source = "lantern-report"\nstates.st', 'source = "gazette"\nstates.st'),
            ('\n[[facts]]\ntopic = "overview"\n', PLACE),
            ('bound = "about" }', 'bound = "about" }\nas_of = 2019\nreview_by = 2027-06-30'),
        ],
        "arcadia/south.toml": [
            ('part_of = "arcadia"', 'part_of = "arcadia"\nrun_by = "lantern"'),
            ('"up-to" }', '"up-to" }\nreview_by = 2028-01-01'),
        ],
    }
    for file, pairs in edits.items():
        for old, new in pairs:
            change(folder, file, old, new)
    with (folder / "languages/en/smalltalk.toml").open("a", encoding="utf-8") as talk:
        talk.write(TALK)
    return Engine(load(folder))


# the card


def test_an_overview_has_a_row_for_each_attribute_in_the_order_of_the_vocabulary(
    engine: Engine,
) -> None:
    text = said(engine, "tell me about Northport").text
    rows = [text.index(one) for one in ("Staff", "People helped", "The opening")]
    assert rows == sorted(rows)
    assert text.startswith("The clinic in Northport heals everyone")


def test_a_row_says_of_when_its_figure_is(engine: Engine) -> None:
    reply = said(engine, "tell me about Northport")
    assert "2019" in reply.text
    assert "May 2020" in said(engine, "tell me about Southwell").text


def test_a_town_is_said_to_be_no_more_than_a_town(engine: Engine) -> None:
    assert uses(said(engine, "tell me about Northport"), "card-place")
    assert not uses(said(engine, "tell me about Southwell"), "card-place")


def test_a_card_ends_with_how_to_reach_the_thing_or_what_it_belongs_to(engine: Engine) -> None:
    assert said(engine, "tell me about Northport").text.endswith("lantern.example instead.")


def test_a_card_names_the_sources_of_all_that_it_shows(engine: Engine) -> None:
    reply = said(engine, "tell me about Northport")
    assert reply.facts[0] == "north/overview"
    assert {"north/staff", "north/opening", "north/people-helped", "lantern/phone"} <= set(
        reply.facts
    )
    assert {one.title for one in reply.sources} == {"Lantern's report", "The Gazette of Arcadia"}


def test_a_card_offers_all_topics(engine: Engine) -> None:
    labels = {choice.label for choice in said(engine, "tell me about Northport").choices}
    assert {"Staff", "Its opening", "People helped", "Services"} <= labels


# where sources disagree


def test_a_disputed_date_is_shown_with_the_other_one(engine: Engine) -> None:
    assert uses(said(engine, "tell me about Northport"), "disputed")


def test_a_computed_answer_shows_the_dispute_too(engine: Engine) -> None:
    reply = said(engine, "did Northport open before Southwell")
    assert uses(reply, "compare-before", "disputed")
    assert "2001" in reply.text


# doubts


def test_who_doubts_an_answer_hears_what_it_rests_on(engine: Engine) -> None:
    reply = said(engine, "how many people does Northport help", "how do you know?")
    assert reply.kind is Kind.ANSWER
    assert uses(reply, "traced", "traced-source", "traced-review", "traced-age")
    assert "May 2020" in reply.text
    assert "20 November 2026" in reply.text
    assert "30 June 2027" in reply.text
    assert reply.facts == ("north/people-helped",)


def test_a_doubt_hears_of_what_disputes_the_answer(engine: Engine) -> None:
    assert uses(said(engine, "when did Northport open", "are you sure?"), "traced-disputed")


def test_a_source_without_a_date_is_said_to_bear_none(engine: Engine) -> None:
    asked = said(engine, "who works in Northport", "is that still true")
    assert uses(asked, "traced-undated")


def test_a_doubt_may_be_repeated_and_thanks_do_not_disturb_it(engine: Engine) -> None:
    asked = ("who works in Northport", "how do you know", "thanks", "are you sure")
    assert uses(said(engine, *asked), "traced")


def test_a_doubt_of_a_tapped_answer_is_answered(engine: Engine) -> None:
    _, context = engine.choose("north/staff")
    assert uses(engine.reply("how do you know", context)[0], "traced")


@pytest.mark.parametrize("before", [(), ("hello",), ("what is the salary in Northport",)])
def test_where_nothing_was_told_a_doubt_hears_of_sources_in_general(
    engine: Engine, before: tuple[str, ...]
) -> None:
    reply = said(engine, *before, "how do you know")
    assert (reply.kind, reply.text) == (Kind.SMALLTALK, "Lantern names its sources.")


# what an organisation tells for what it runs


def test_what_holds_for_all_that_it_runs_is_told_of_an_organisation(engine: Engine) -> None:
    reply = said(engine, "how do I donate money to Northport")
    assert (reply.kind, reply.facts) == (Kind.ANSWER, ("lantern/donate",))


def test_a_way_to_reach_who_runs_it_is_told_beside_what_is_not_known(engine: Engine) -> None:
    reply = said(engine, "what is the phone number of Northport")
    assert reply.kind is Kind.UNKNOWN
    assert uses(reply, "no-fact-but")
    assert "lantern.example" in reply.text
    assert reply.sources


def test_nothing_else_of_an_organisation_is_told_for_what_it_runs(engine: Engine) -> None:
    assert said(engine, "what does a visit to Southwell cost").facts == ()
