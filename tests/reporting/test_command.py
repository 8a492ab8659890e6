"""`sawal report`: where the page goes, and what goes wrong."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from pages import read
from typer.testing import CliRunner, Result
from world import change

from bot.cli.app import app
from bot.errors import KnowledgeError, OutputError, SawalError

OLD = "the page of yesterday"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def failed(*arguments: str | Path) -> SawalError:
    error = run(*arguments).exception
    assert isinstance(error, SawalError)
    return error


def test_a_page_is_written_and_said_where(folder: Path, tmp_path: Path) -> None:
    ran = run(tmp_path / "page.html", "--knowledge", folder)
    assert (ran.output, ran.exit_code) == (
        f"Written to {tmp_path / 'page.html'}; open it in a browser.\n",
        0,
    )
    assert read((tmp_path / "page.html").read_text("utf-8")).one("h1")


def test_it_is_called_report_unless_it_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--knowledge", folder).exit_code == 0
    assert (tmp_path / "report.html").is_file()


def test_an_old_page_is_replaced_and_nothing_left_beside_it(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "page.html"
    file.parent.mkdir()
    file.write_text(OLD)
    run(file, "--knowledge", folder)
    assert OLD not in file.read_text("utf-8")
    assert list(file.parent.iterdir()) == [file]


def test_others_may_read_the_page(folder: Path, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    run(tmp_path / "page.html", "--knowledge", folder)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o644


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").symlink_to(tmp_path / "elsewhere.html")
    run(tmp_path / "page.html", "--knowledge", folder)
    assert (tmp_path / "page.html").is_symlink()
    assert (tmp_path / "elsewhere.html").is_file()


def test_mistakes_are_listed_and_the_old_page_stays(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(OLD)
    change(folder, "arcadia/north.toml", 'source = "lantern-report"', 'source = "lantern"')
    change(folder, "arcadia/south.toml", 'kind = "clinic"', 'kind = "clinik"')
    error = failed(tmp_path / "page.html", "--knowledge", folder)
    assert isinstance(error, KnowledgeError)
    checked = CliRunner().invoke(app, ["check", "--knowledge", str(folder)])
    assert f"{error}\n" == checked.output
    assert len(error.mistakes) == 2
    assert (tmp_path / "page.html").read_text() == OLD


@pytest.mark.parametrize("place", ["missing/page.html", "file/page.html", "folder"])
def test_a_place_that_cannot_be_written_is_named_with_a_remedy(
    folder: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text(OLD)
    before = sorted(tmp_path.rglob("*"))
    error = failed(tmp_path / place, "--knowledge", folder)
    assert isinstance(error, OutputError)
    [line] = str(error).splitlines()
    assert line.startswith(f"{tmp_path / place}: can't be written: ")
    assert line.endswith("; name a file in a folder that you may write to")
    assert sorted(tmp_path.rglob("*")) == before


def test_the_old_page_stays_if_the_new_one_does_not_fit(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out" / "page.html"
    file.parent.mkdir()
    file.write_text(OLD)
    write_text = Path.write_text

    def run_out_of_space(path: Path, text: str, encoding: str | None = None) -> int:
        write_text(path, text[:100], encoding)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", run_out_of_space)
    assert "No space left on device" in str(failed(file, "--knowledge", folder))
    assert file.read_text("utf-8") == OLD
    assert list(file.parent.iterdir()) == [file]
