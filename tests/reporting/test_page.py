"""What the page shows, and what it never does."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest
from pages import (
    TODAY,
    Element,
    clinic,
    counted,
    plain_faq,
    read,
    shown,
    speak_too,
)
from wide_world import MORE
from world import FILES, change, write

from bot.facts.reading import load
from bot.reporting.page import page

REAL = Path(__file__).parents[2] / "knowledge"
NORTH = "arcadia/north.toml"
LAMP_ACT = "arcadia/lamp-act.toml"
HOSTILE = "</style><script>alert(1)</script>\"'&"


@pytest.fixture(scope="module")
def real() -> Element:
    """The page on the knowledge that comes with the bot."""
    return shown(REAL)


@pytest.fixture(params=["real", "small", "wide", "two languages", "plain", "empty"])
def any_page(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Element:
    """The page on folders of every sort."""
    match request.param:
        case "real":
            return shown(REAL)
        case "wide":
            for file, text in MORE.items():
                write(folder, file, text)
        case "two languages":
            speak_too(folder, "la")
        case "plain":
            return shown(plain_faq(tmp_path / "faq"))
        case "empty":
            return shown(nothing_told(tmp_path / "empty"))
    return shown(folder, dt.date(2029, 12, 1))


def nothing_told(folder: Path) -> Path:
    plain_faq(folder)
    write(folder, "sources.toml", "")
    write(folder, "faq.toml", 'id = "faq"\nname.en = "Questions"\n')
    return folder


def tile(page: Element, word: str) -> str:
    """The number above a word at the top of the page."""
    [found] = [one for one in page.all(class_="tile") if one.one("span").text == word]
    return found.one("b").text


def row(table: Element, name: str) -> list[str]:
    """What stands in the row of a name."""
    rows = [one for one in table.all("tr") if [th.text for th in one.all("th")] == [name]]
    [found] = rows
    return [cell.text for cell in found.all("td") if cell["class"] != "space"]


def matrix(page: Element, kind: str) -> Element:
    return next(
        one
        for one in page.one("section", id="coverage").all("section")
        if one.one("h3").text == kind
    )


# safe, and by itself


def test_nothing_is_loaded_from_outside(any_page: Element) -> None:
    assert not any(any_page.all(tag) for tag in ("script", "link", "img", "iframe", "object"))
    elements = any_page.all()
    assert not any(one["src"] or one["srcset"] or one["onclick"] for one in elements)
    assert not re.search(r"url\(|@import|@font-face", any_page.one("style").text)
    assert {one.tag for one in elements if one["href"]} == {"a"}


def test_the_browser_is_told_to_load_nothing(real: Element) -> None:
    policy = real.one("meta", **{"http-equiv": "Content-Security-Policy"})["content"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize(
    ("file", "old"),
    [
        (NORTH, "Lantern Clinic Northport"),
        (NORTH, "The Northport clinic opened in March 2003."),
        ("sources.toml", "Lantern's report"),
        ("sources.toml", "The printer of Arcadia"),
        ("sources.toml", "https://lantern.example/report"),
        ("languages/en/concepts/kinds.toml", "clinics"),
        ("languages/en/concepts/ideas.toml", "its opening"),
        ("languages/en/language.toml", "English"),
    ],
)
def test_whatever_a_file_says_is_only_text(folder: Path, file: str, old: str) -> None:
    if "short.en" in (folder / file).read_text("utf-8"):
        change(folder, file, 'short.en = "Northport"\n', "")
    hostile = HOSTILE if "//" not in old else f"https://x/{HOSTILE}"
    change(folder, file, f'"{old}"', f"'''{hostile}'''")
    found = shown(folder)
    assert not found.all("script")
    texts = [one.text for one in found.all()] + [one["href"] for one in found.all("a")]
    assert any("<script>alert(1)</script>" in (text or "") for text in texts)


# well made


def test_headings_go_down_step_by_step(any_page: Element) -> None:
    levels = [int(one.tag[1]) for one in any_page.all() if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_name_within_the_page_leads_to_one_place(any_page: Element) -> None:
    names = [one["id"] for one in any_page.all() if one["id"]]
    assert len(names) == len(set(names))
    links = [one["href"] for one in any_page.all("a")]
    inner = {link[1:] for link in links if link and link.startswith("#")}
    labels = {one["aria-labelledby"] for one in any_page.all()} - {None}
    assert inner | labels <= set(names)


def test_every_table_has_headers_of_rows_and_columns(any_page: Element) -> None:
    for table in any_page.all("table"):
        scopes = {one["scope"] for one in table.all("th")}
        assert {"row", "col"} <= scopes <= {"row", "col", "rowgroup"}
        assert table["aria-labelledby"] or table.all("caption")


def test_the_rows_of_a_table_are_equally_long(any_page: Element) -> None:
    for table in any_page.all("table"):
        lengths = {
            sum(int(one["colspan"] or 1) for one in row.all() if one.tag in {"th", "td"})
            for row in table.all("tr")
            if not row.all("th", scope="rowgroup")
        }
        assert len(lengths) == 1


def test_tables_that_are_wide_scroll_in_a_box_that_the_keyboard_reaches(any_page: Element) -> None:
    boxes = any_page.all(class_="scroll")
    within = [id(table) for box in boxes for table in box.all("table")]
    assert all(box["tabindex"] == "0" and box["role"] == "region" for box in boxes)
    wide = [*any_page.all("table", class_="matrix"), *any_page.all("table", class_="list")]
    assert all(id(table) in within for table in wide)


def test_bars_are_only_drawn_beside_their_number(any_page: Element) -> None:
    assert all(one["aria-hidden"] == "true" for one in any_page.all(class_="bar"))
    assert all(one["aria-hidden"] == "true" for one in any_page.all(class_="stack"))
    assert all(re.search(r"\d", one.text) for one in any_page.all("tr") if one.all(class_="bar"))


def test_light_dark_phones_and_paper_are_minded(real: Element) -> None:
    style = real.one("style").text
    assert "(prefers-color-scheme: dark)" in style
    assert "@media print" in style
    assert "(max-width: 34rem)" in style
    assert real.one("meta", name="viewport")["content"] == "width=device-width, initial-scale=1"


# what it tells


def test_the_numbers_at_the_top(folder: Path) -> None:
    found = shown(folder, dt.date(2029, 12, 1))
    words = ("entities", "facts", "sources", "language", "due for review", "gaps", "disputes")
    assert [tile(found, word) for word in words] == ["4", "12", "2", "1", "1", "0", "0"]


def test_the_real_numbers_are_those_of_the_files(real: Element) -> None:
    known = load(REAL)
    assert tile(real, "entities") == str(len(known.entities))
    assert tile(real, "facts") == f"{len(known.facts):,}"
    assert tile(real, "sources") == str(len(known.sources))
    assert len(real.one("ul", class_="sources").children) > len(known.sources)


def test_it_says_of_which_day_it_is(real: Element) -> None:
    assert real.all("time", datetime=TODAY.isoformat())[0].text == "21 November 2026"


def test_kinds_and_countries_have_the_names_of_the_language_files(folder: Path) -> None:
    section = shown(folder).one("section", id="entities")
    kinds, countries = section.all("table")
    assert row(kinds, "Centres") == ["", "2", "9"]
    assert row(kinds, "Clinics") == ["", "2", "9"]
    assert row(countries, "Arcadia") == ["", "4", "12"]


def test_a_gap_is_seen_and_read(folder: Path) -> None:
    write(folder, "arcadia/west.toml", clinic("west", "overview", "staff"))
    table = matrix(shown(folder), "Centres").one("table")
    heads = [one.text for one in table.one("thead").all("th")]
    cells = dict(zip(heads, row(table, "west"), strict=True))
    assert cells["Its opening"] == "0 (gap)"
    assert cells["Staff"] == "1"
    assert cells["gaps"] == "2"
    assert cells["Staff (data)"] == "0 (gap)"


def test_a_topic_that_few_have_is_no_gap(folder: Path) -> None:
    for name in "abcd":
        write(folder, f"{name}.toml", clinic(name, "overview"))
    table = matrix(shown(folder), "Centres").one("table")
    assert row(table, "a")[0] == "1"
    assert "(gap)" not in table.text
    assert "none" in table.text


def test_what_one_alone_has_is_listed(folder: Path) -> None:
    details = matrix(shown(folder), "Centres").one("details")
    assert details.one("summary").text == "1 topic that one alone has"
    assert details.one("li").text == "Services – Northport"


def test_years_are_read_with_their_facts(folder: Path) -> None:
    bars = [one.text for one in shown(folder).one("section", id="age").all("li")]
    assert bars[0] == "11 2020 : 11 facts"
    assert bars[-1] == "1 undated : 1 fact"


def test_what_is_due_is_named_with_file_and_day(folder: Path) -> None:
    section = shown(folder, dt.date(2030, 1, 2)).one("section", id="review")
    line = section.one("tbody").one("tr").text
    assert "1 January 2030 overdue" in line
    assert "Lamp Act: What it costs" in line
    assert line.endswith(LAMP_ACT)
    assert "overdue: 1" in section.one(class_="legend").text


def test_a_dispute_shows_both_values_in_words(folder: Path) -> None:
    disputed = 'disputes.people-helped = { value = 1400, per = "day" }\nstates.people-helped'
    change(folder, NORTH, "states.people-helped", disputed)
    cells = shown(folder).one("section", id="disputes").one("tbody").one("tr").all("td")
    assert [one.text for one in cells] == [
        "People helped",
        "per-day: about: 520",
        "per-day: 1,400",
        "lantern-report",
    ]


def test_a_disputed_list_is_worded_too(folder: Path) -> None:
    change(folder, NORTH, "states.staff", 'disputes.staff = ["midwife", "nurse"]\nstates.staff')
    assert "a midwife and a nurse" in shown(folder).one("section", id="disputes").text


def test_each_language_has_its_shares(folder: Path) -> None:
    speak_too(folder, "la")
    english, latin = shown(folder).one("section", id="languages").all("section")
    assert english.one("h3").text == "English en"
    assert row(english, "facts with text") == ["", "100 %", "12 of 12"]
    assert row(english, "facts with ways of asking") == ["", "75 %", "9 of 12"]
    assert row(latin, "names of entities") == ["", "0 %", "0 of 4"]


def test_only_what_is_complete_shows_all_of_a_hundred(folder: Path) -> None:
    facts = "".join(
        f'\n[[facts]]\nid = "n{n}"\nsource = "gazette"\ntext.en = "N."\nask.en = ["n"]\n'
        for n in range(1000)
    )
    write(folder, "many.toml", f'id = "many"\nkind = "law"\nname.en = "Many"\n{facts}')
    language = shown(folder).one("section", id="languages").one("section")
    assert row(language, "facts with ways of asking")[1:] == ["99 %", "1,009 of 1,012"]


def test_a_source_shows_what_rests_on_it(folder: Path) -> None:
    report, gazette = shown(folder).one("ul", class_="sources").all("li", class_="card")
    assert report.one("h3").one("a")["href"] == "https://lantern.example/report"
    assert report.one("summary").text == "11 facts rest on it"
    assert "Northport, Its opening: The Northport clinic opened" in report.one("details").text
    assert "as of May 2020" in report.one("dl").text
    assert "checked on 20 November 2026" in report.one("dl").text
    assert not gazette.one("h3").all("a")
    assert "undated" in gazette.one("dl").text


def test_a_source_that_nothing_rests_on_is_marked(folder: Path) -> None:
    idle = '\n[idle]\ntitle = "Idle"\npublisher = "I"\nchecked = 2026-11-20\n'
    write(folder, "sources.toml", FILES["sources.toml"] + idle)
    found = shown(folder)
    assert "nothing rests on it" in found.one("li", id="source-idle").text
    assert "nothing rests on 1 of them" in found.one(id="glance").text


# whatever the folder


def test_a_plain_faq_needs_no_kinds_and_topics(tmp_path: Path) -> None:
    found = shown(plain_faq(tmp_path))
    assert tile(found, "entity") == "1"
    assert "These files name no kinds" in found.one("section", id="entities").text
    assert "These files name no country" in found.one("section", id="entities").text
    assert "nothing to hold side by side" in found.one("section", id="coverage").text
    assert "1 fact has no topic" in found.one("section", id="coverage").text


def test_empty_charts_are_worded(tmp_path: Path) -> None:
    found = shown(nothing_told(tmp_path))
    words = {one["id"]: one.text for one in found.all("section")}
    assert "no fact yet that could be old" in words["age"]
    assert "no fact yet to look at again" in words["review"]
    assert "No two sources are known to disagree" in words["disputes"]
    assert "There is no source yet" in words["sources"]
    assert "– 0 of 0" in words["languages"]


def test_a_folder_without_english_shows_its_own_names(tmp_path: Path) -> None:
    own = tmp_path / "own"
    for name, text in FILES.items():
        said = re.sub(r"^(\w+)\.en =", r"\1.ur =", text, flags=re.MULTILINE)
        write(own, name.replace("/en/", "/ur/"), said.replace('code = "en"', 'code = "ur"'))
    found = shown(own)
    kind = found.one("section", id="entities").all("bdi")[0]
    assert (kind.text, kind["lang"]) == ("Centres", "ur")
    assert found.one("html")["lang"] == "en"


def test_a_text_in_another_language_says_so(folder: Path) -> None:
    speak_too(folder, "la")
    change(folder, LAMP_ACT, 'text.en = "Under', 'text.la = "Under')
    change(folder, LAMP_ACT, 'ask.en = ["what does a', 'ask.la = ["what does a')
    texts = shown(folder).one("li", id="source-gazette").all("span", dir="auto")
    assert {one["lang"] for one in texts} == {"en", "la"}


def test_the_same_folder_gives_the_same_page(folder: Path) -> None:
    known, report = load(folder), counted(folder)
    assert page(report, known) == page(report, known)
    assert read(page(report, known)).one("title").text.endswith("21 November 2026")
