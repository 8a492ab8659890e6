"""What was read of the knowledge is kept for the next start, and losing it costs only time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from world import change

from bot.answering.engine import Engine
from bot.cli.shelf import Shelf
from bot.facts.reading import load
from bot.understanding import profiles

NORTH = "arcadia/north.toml"
QUESTION = "when did Northport open"


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "sawal"


def started(folder: Path) -> Engine:
    """An engine, as a command makes it."""
    shelf = Shelf(folder)
    engine = Engine(load(folder), shelf.gists)
    engine.prepare()
    shelf.keep()
    return engine


def kept(caches: Path) -> list[Path]:
    return sorted(caches.rglob("*.json"))


def test_the_second_start_reads_no_sentence_anew(
    folder: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = started(folder).reply(QUESTION)
    assert [path.name for path in kept(caches)] == ["en.json"]

    def read_anew(*_: object) -> None:
        raise AssertionError("a sentence is read anew")

    monkeypatch.setattr(profiles, "outline", read_anew)
    assert started(folder).reply(QUESTION) == first


def test_a_change_of_any_file_makes_it_be_read_anew(folder: Path, caches: Path) -> None:
    started(folder)
    change(folder, NORTH, "March 2003", "May 2003")
    started(folder)
    assert len(kept(caches)) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 7}', '{"a": [1]}', "\x00"])
def test_a_damaged_file_is_made_anew(folder: Path, caches: Path, damage: str) -> None:
    first = started(folder).reply(QUESTION)
    [file] = kept(caches)
    whole = file.read_text()
    file.write_text(damage)
    assert started(folder).reply(QUESTION) == first
    assert file.read_text() == whole


def test_where_nothing_can_be_kept_the_answers_are_the_same(folder: Path, caches: Path) -> None:
    caches.parent.mkdir()
    caches.write_text("a file in the place of the folder")
    assert started(folder).reply(QUESTION)[0].facts == ("north/opening",)


def test_only_the_newest_few_are_kept(folder: Path, caches: Path) -> None:
    for number in range(6):
        old = caches / f"old-{number}"
        old.mkdir(parents=True)
        os.utime(old, (number, number))
    started(folder)
    left = {path.name for path in caches.iterdir()}
    assert len(left) == 4
    assert "old-0" not in left
