"""Which files are read, and what is said of those that can't be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from editing import mistakes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner
from world import FILES, change, load_world, write

from bot.cli.app import app
from bot.errors import KnowledgeError
from bot.facts.model import Quantity
from bot.facts.reading import load

LAMP_ACT = "arcadia/lamp-act.toml"
ANOTHER = 'id = "other"\nkind = "law"\nname.en = "Other"\n'


# what is read


def test_everything_in_the_files_is_known() -> None:
    world = load_world()
    assert list(world.entities) == ["arcadia", "lamp-act", "north", "south"]
    assert world.facts["north/staff"].states == {"staff": ("dentist", "nurse")}
    assert world.facts["south/people-helped"].states["people-helped"] == Quantity(
        value=80, per="day", bound="up-to"
    )
    assert world.facts["lamp-act/overview"].source == ("gazette", "lantern-report")
    assert world.sources["lantern-report"].as_of == "2020-05"
    assert world.languages["en"].concepts["dentist"].plural == "dentists"
    assert world.languages["en"].smalltalk["thanks"].reply == "You are welcome."


@pytest.mark.parametrize(
    ("written", "known"),
    [("1999", "1999"), ('"1999-12"', "1999-12"), ("1999-12-24", "1999-12-24"), ('"1999"', "1999")],
)
def test_a_date_is_as_exact_as_it_is_written(folder: Path, written: str, known: str) -> None:
    change(folder, LAMP_ACT, "1999-12-24", written)
    assert load(folder).facts["lamp-act/overview"].states["opened"] == known


def test_a_fact_is_named_by_its_own_id_or_its_topic(folder: Path) -> None:
    change(folder, LAMP_ACT, 'topic = "cost"', 'id = "free"\ntopic = "cost"')
    assert list(load(folder).entities["lamp-act"].facts)[1].id == "lamp-act/free"


def test_a_kind_belongs_to_its_broader_kind() -> None:
    world = load_world()
    assert world.is_a("clinic", "centre")
    assert world.is_a("clinic", "clinic")
    assert not world.is_a("law", "centre")


def test_entities_may_lie_in_any_folder(folder: Path) -> None:
    write(folder, "deep/down/sources.toml", ANOTHER)
    assert "other" in load(folder).entities


def test_a_byte_order_mark_is_accepted(folder: Path) -> None:
    path = folder / LAMP_ACT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert mistakes(folder) == []


def test_windows_line_ends_are_accepted(folder: Path) -> None:
    path = folder / LAMP_ACT
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert mistakes(folder) == []


def test_a_language_needs_no_smalltalk(folder: Path) -> None:
    (folder / "languages/en/smalltalk.toml").unlink()
    assert load(folder).languages["en"].smalltalk == {}


def test_a_language_may_say_how_topics_are_asked_for_whatever_the_entity(folder: Path) -> None:
    write(folder, "languages/en/topics.toml", 'salary = ["what do they earn", "wages"]\n')
    assert load(folder).languages["en"].topics == {"salary": ("what do they earn", "wages")}


@pytest.mark.parametrize("written", ["salary = 5", 'salary = ["", "wages"]', '"Big Salary" = []'])
def test_what_topics_are_asked_with_is_a_list_of_texts(folder: Path, written: str) -> None:
    write(folder, "languages/en/topics.toml", written)
    [line] = mistakes(folder)
    assert line.startswith("languages/en/topics.toml:1: ")


@pytest.mark.parametrize(
    "name", [".draft.toml", ".git/x.toml", "languages/en/concepts/.#kinds.toml", "notes.txt"]
)
def test_hidden_and_other_files_are_left_alone(folder: Path, name: str) -> None:
    write(folder, name, "this is not TOML")
    assert mistakes(folder) == []


def test_a_lock_of_an_editor_is_left_alone(folder: Path) -> None:
    (folder / ".#north.toml").symlink_to("someone@somewhere.1234")
    assert mistakes(folder) == []


# what can't be read


def test_a_folder_that_is_not_there_is_one_mistake(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as raised:
        load(tmp_path / "gone")
    assert str(raised.value) == (
        f"{tmp_path}/gone:1: folder: is not there; name the folder that holds sources.toml"
    )


def test_an_empty_folder_lacks_three_things(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as raised:
        load(tmp_path)
    assert str(raised.value).splitlines() == [
        f"{tmp_path}:1: folder: holds no entity; add a file for each thing to tell of",
        f"{tmp_path}/languages:1: folder: holds no language; add en/language.toml",
        f"{tmp_path}/sources.toml:1: file: is missing; add it",
    ]


@pytest.mark.parametrize(
    "name",
    ["sources.toml", "vocabulary.toml", "languages/en/language.toml", "languages/en/phrases.toml"],
)
def test_a_file_that_is_needed_is_missed(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert mistakes(folder) == [f"{name}:1: file: is missing; add it"]


def test_text_in_another_encoding_is_shown_with_its_line(folder: Path) -> None:
    path = folder / LAMP_ACT
    path.write_bytes(path.read_bytes().replace(b"Lamp Law", "Ley de Lámpara".encode("latin-1")))
    assert mistakes(folder) == [f"{LAMP_ACT}:6: file: is not UTF-8 text; save it as UTF-8"]


def test_a_file_of_utf_16_is_no_utf_8(folder: Path) -> None:
    (folder / LAMP_ACT).write_text(FILES[LAMP_ACT], encoding="utf-16")
    assert mistakes(folder) == [f"{LAMP_ACT}:1: file: is not UTF-8 text; save it as UTF-8"]


def test_a_folder_with_the_name_of_a_file_is_a_mistake(folder: Path) -> None:
    (folder / "law.toml").mkdir()
    assert mistakes(folder) == ["law.toml:1: file: is not a file; rename or remove it"]


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.toml")
    assert mistakes(folder) == ["pipe.toml:1: file: is not a file; rename or remove it"]


def test_a_link_that_leads_nowhere_is_a_missing_file(folder: Path) -> None:
    (folder / "link.toml").symlink_to("nowhere.toml")
    assert mistakes(folder) == ["link.toml:1: file: is missing; add it"]


def test_a_file_that_may_not_be_read_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    lines = mistakes(folder)
    assert len(lines) == len(FILES)
    remedy = "can't be read (Permission denied); allow the bot to read it"
    assert f"sources.toml:1: file: {remedy}" in lines


def test_a_very_large_file_is_not_read(folder: Path) -> None:
    write(folder, "huge.toml", "# nothing\n" * 200_000)
    assert mistakes(folder) == ["huge.toml:1: file: is larger than a million bytes; split it"]


@pytest.mark.parametrize("name", ["extra.toml", "concepts/more/ideas.toml", "phrase.toml"])
def test_a_file_of_a_language_that_nobody_reads_is_a_mistake(folder: Path, name: str) -> None:
    write(folder, f"languages/en/{name}", "")
    assert mistakes(folder) == [
        f"languages/en/{name}:1: file: is read by nobody here; move it to concepts, or rename it"
    ]


def test_a_folder_of_a_language_needs_its_files(folder: Path) -> None:
    (folder / "languages/ur").mkdir()
    lines = mistakes(folder)
    assert "languages/ur/language.toml:1: file: is missing; add it" in lines
    assert "languages/ur/phrases.toml:1: file: is missing; add it" in lines


# whatever stands in a file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.sampled_from(sorted(FILES)), content=st.binary())
def test_any_bytes_are_read_or_refused_in_lines(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    try:
        assert all(line.count(": ") >= 2 for line in mistakes(folder))
    finally:
        path.write_text(FILES[name], encoding="utf-8")


VALUES = st.recursive(
    st.sampled_from(["5", '""', '"x"', "true", "1979-05-27", "nan", "07:32:00", f"1{'0' * 400}"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]"),
        inner.map("{{ en = {} }}".format),
    ),
    max_leaves=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.sampled_from(sorted(FILES)), value=VALUES, number=st.integers(0, 40))
def test_any_value_of_any_key_is_read_or_refused_in_lines(
    folder: Path, name: str, value: str, number: int
) -> None:
    lines = FILES[name].splitlines()
    places = [at for at, line in enumerate(lines) if " = " in line]
    at = places[number % len(places)]
    lines[at] = f"{lines[at].partition(' = ')[0]} = {value}"
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        assert all(line.count(": ") >= 2 for line in mistakes(folder))
    finally:
        path.write_text(FILES[name], encoding="utf-8")


# the command


def test_check_prints_every_mistake_and_fails(folder: Path) -> None:
    change(folder, LAMP_ACT, 'kind = "law"', 'kind = "lawn"')
    change(folder, "sources.toml", "checked", "cheked")
    result = CliRunner().invoke(app, ["check", "--knowledge", str(folder)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{folder}/{LAMP_ACT}:3: kind: lawn is no kind of vocabulary.toml; did you mean law?",
        (
            f"{folder}/sources.toml:7: lantern-report.cheked: is not a known key;"
            " did you mean checked?"
        ),
    ]


def test_check_is_content_with_a_folder_without_mistakes(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--knowledge", str(folder)])
    assert result.exit_code == 0
    assert result.output.startswith(f"No mistakes in {folder}.")
