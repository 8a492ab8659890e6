"""What the report counts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pages import TODAY, clinic, counted, plain_faq, speak_too
from wide_world import MORE
from world import change, write

from bot.reporting.coverage import Column, Matrix
from bot.reporting.holdings import Tally
from bot.reporting.translations import Share

NORTH = "arcadia/north.toml"
LAMP_ACT = "arcadia/lamp-act.toml"


@pytest.fixture
def wide(folder: Path) -> Path:
    """Five clinics in two countries."""
    for file, text in MORE.items():
        write(folder, file, text)
    return folder


def clinics(folder: Path) -> Matrix:
    return next(one for one in counted(folder).matrices if one.kind == "centre")


def column(folder: Path, topic: str) -> Column:
    return next(one for one in clinics(folder).topics if one.name == topic)


# entities


def test_entities_are_counted_by_broadest_kind_and_within_it(wide: Path) -> None:
    assert counted(wide).kinds == (
        Tally("centre", 5, 19, narrower=(Tally("clinic", 5, 19),)),
        Tally("country", 2, 2),
        Tally("law", 1, 2),
    )


def test_a_country_counts_as_in_itself(wide: Path) -> None:
    assert counted(wide).countries == (Tally("arcadia", 5, 16), Tally("utopia", 3, 7))


def test_what_has_no_country_comes_last(folder: Path) -> None:
    for name in "abcdef":
        write(folder, f"{name}.toml", f'id = "{name}"\nkind = "law"\nname.en = "{name}"\n')
    assert [one.name for one in counted(folder).countries] == ["arcadia", ""]


# gaps


def test_a_topic_that_half_of_a_kind_have_is_a_gap_where_it_is_missing(wide: Path) -> None:
    write(wide, "arcadia/poor.toml", clinic("poor", "overview"))
    poor = next(one for one in clinics(wide).groups["clinic"] if one.id == "poor")
    assert column(wide, "opening").standing(poor) == "gap"
    assert column(wide, "overview").standing(poor) == "told"
    assert clinics(wide).gaps_of(poor) == 3


def test_a_topic_that_few_of_a_kind_have_is_no_gap_elsewhere(wide: Path) -> None:
    write(wide, "arcadia/rich.toml", clinic("rich", "overview", "services"))
    few = column(wide, "services")
    [north] = [one for one in clinics(wide).groups["clinic"] if one.id == "north"]
    [south] = [one for one in clinics(wide).groups["clinic"] if one.id == "south"]
    assert (few.standing(north), few.standing(south)) == ("told", "rare")
    assert few.gaps == 0


def test_what_one_alone_has_is_missing_nowhere(folder: Path) -> None:
    [matrix] = [one for one in counted(folder).matrices if one.kind == "centre"]
    assert [one.name for one in matrix.topics] == ["overview", "opening", "people-helped", "staff"]
    assert matrix.singular == (("services", "north"),)


def test_all_gaps_are_added_up(wide: Path) -> None:
    assert counted(wide).gaps == 2  # Fenwick has neither staff nor people helped
    assert [one.gaps for one in counted(wide).matrices] == [2, 0, 0]


def test_data_has_columns_of_its_own(wide: Path) -> None:
    stated = {one.name: set(one.facts) for one in clinics(wide).attributes}
    assert stated["opened"] == {"north", "south", "west", "east", "fen"}
    assert stated["staff"] == {"north", "south", "west", "east"}
    assert "services" not in stated


def test_the_most_frequent_topic_comes_first(wide: Path) -> None:
    assert [len(one.facts) for one in clinics(wide).topics] == [5, 5, 4, 4]


def test_several_facts_on_one_topic_are_counted(folder: Path) -> None:
    more = '\n[[facts]]\nid = "more"\ntopic = "opening"\nsource = "gazette"\ntext.en = "Again."\n'
    write(folder, NORTH, (folder / NORTH).read_text("utf-8") + more)
    assert column(folder, "opening").facts == {"north": 2, "south": 1}


# age


def test_a_fact_is_as_old_as_its_sources_unless_it_says_so_itself(folder: Path) -> None:
    change(folder, NORTH, 'topic = "opening"', 'topic = "opening"\nas_of = 2023')
    ages = counted(folder).ages
    assert (ages.years[2020], ages.years[2023], ages.undated) == (10, 1, 1)


def test_the_latest_of_several_sources_counts(folder: Path) -> None:
    change(
        folder,
        "sources.toml",
        "checked = 2026-11-20\n\n",
        "checked = 2026-11-20\n\n[late]\n"
        'title = "L"\npublisher = "L"\nas_of = "2021/2024"\nchecked = 2026-11-20\n\n',
    )
    change(
        folder, LAMP_ACT, '["gazette", "lantern-report"]', '["gazette", "lantern-report", "late"]'
    )
    assert counted(folder).ages.years[2024] == 1


def test_years_run_without_a_hole_up_to_today(folder: Path) -> None:
    assert list(counted(folder).ages.years) == [2020, 2021, 2022, 2023, 2024, 2025, 2026]


def test_years_long_ago_are_put_together(folder: Path) -> None:
    change(folder, NORTH, 'topic = "opening"', 'topic = "opening"\nas_of = 1850')
    ages = counted(folder).ages
    assert (len(ages.years), ages.earlier) == (20, 1)


def test_no_date_at_all_makes_no_years(tmp_path: Path) -> None:
    ages = counted(plain_faq(tmp_path)).ages
    assert (ages.years, ages.earlier, ages.undated) == ({}, 0, 1)


# review


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (dt.date(2030, 1, 2), "overdue"),
        (dt.date(2030, 1, 1), "soon"),
        (dt.date(2029, 10, 1), "soon"),
        (dt.date(2029, 9, 30), "later"),
        (dt.date(2026, 11, 21), "later"),
    ],
)
def test_a_fact_is_due_within_three_months_of_its_day(
    folder: Path, today: dt.date, state: str
) -> None:
    reviews = counted(folder, today).reviews
    [review] = getattr(reviews, state)
    assert (review.fact.id, review.file) == ("lamp-act/cost", LAMP_ACT)
    assert len(reviews.overdue) + len(reviews.soon) + len(reviews.later) == 1
    assert reviews.never == 11


def test_three_months_after_a_long_month_end_with_the_short_one(folder: Path) -> None:
    change(folder, LAMP_ACT, "2030-01-01", "2030-02-28")
    assert counted(folder, dt.date(2029, 11, 30)).reviews.soon
    change(folder, LAMP_ACT, "2030-02-28", "2030-03-01")
    assert not counted(folder, dt.date(2029, 11, 30)).reviews.soon


def test_what_is_due_first_comes_first(folder: Path) -> None:
    change(folder, NORTH, 'topic = "opening"', 'topic = "opening"\nreview_by = 2026-12-01')
    change(folder, NORTH, 'topic = "staff"', 'topic = "staff"\nreview_by = 2026-01-01')
    due = [one.fact.id for one in counted(folder).reviews.due]
    assert due == ["north/staff", "north/opening"]


# disputes, languages, sources


def test_a_dispute_shows_both_values(folder: Path) -> None:
    change(
        folder,
        NORTH,
        'states.opened = "2003-03"',
        'states.opened = "2003-03"\ndisputes.opened = 2005',
    )
    [dispute] = counted(folder).disputes
    assert (dispute.fact.id, dispute.attribute) == ("north/opening", "opened")
    assert (dispute.stated, dispute.disputed) == ("2003-03", "2005")


def test_each_language_is_measured(folder: Path) -> None:
    speak_too(folder, "la")
    change(folder, NORTH, 'name.en = "Lantern', 'name.la = "Laterna"\nname.en = "Lantern')
    change(folder, NORTH, "text.en =", 'text.la = "Laterna."\ntext.en =')
    english, latin = counted(folder).translations
    assert (english.texts, english.names, english.asks) == (
        Share(12, 12),
        Share(4, 4),
        Share(9, 12),
    )
    assert (latin.texts, latin.names, latin.asks) == (Share(1, 12), Share(1, 4), Share(0, 12))
    assert english.concepts == latin.concepts
    assert latin.phrases.ratio == 1


def test_an_idea_without_words_is_not_one_with_words(folder: Path) -> None:
    [before] = counted(folder).translations
    change(folder, "languages/en/concepts/ideas.toml", 'words = ["help", "support"]', "words = []")
    [after] = counted(folder).translations
    assert (after.concepts.some, after.concepts.all) == (
        before.concepts.all - 1,
        before.concepts.all,
    )


def test_the_source_that_bears_most_comes_first(folder: Path) -> None:
    first, second = counted(folder).supports
    assert (first.id, len(first.facts)) == ("lantern-report", 11)
    assert (second.id, len(second.facts)) == ("gazette", 2)


def test_a_source_that_nothing_rests_on_is_idle(folder: Path) -> None:
    write(
        folder,
        "sources.toml",
        (folder / "sources.toml").read_text("utf-8") + "\n[idle]\n"
        'title = "Idle"\npublisher = "I"\nchecked = 2026-11-20\n',
    )
    assert [one.id for one in counted(folder).supports if one.is_idle] == ["idle"]
    assert counted(folder).idle == 1


def test_a_place_rests_on_its_source_too(folder: Path) -> None:
    change(folder, LAMP_ACT, '["gazette", "lantern-report"]', '"lantern-report"')
    change(folder, LAMP_ACT, 'source = "gazette"', 'source = "lantern-report"')
    assert counted(folder).idle == 1
    place = 'place = { town.en = "N", latitude = 1, longitude = 2, source = "gazette" }'
    change(folder, NORTH, "\n[[facts]]", f"{place}\n\n[[facts]]")
    gazette = next(one for one in counted(folder).supports if one.id == "gazette")
    assert ([one.id for one in gazette.places], gazette.is_idle) == (["north"], False)


def test_a_plain_faq_has_no_gaps(tmp_path: Path) -> None:
    report = counted(plain_faq(tmp_path))
    assert (report.entities, report.facts, report.gaps, report.without_topic) == (1, 1, 0, 1)
    assert report.day == TODAY
