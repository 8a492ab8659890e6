"""What is shipped."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions, requires
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, built and installed into an empty folder."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder / "wheel"]
    subprocess.run([*wheel, ROOT], check=True, capture_output=True)
    [built] = (folder / "wheel").glob("sawal-*.whl")
    install = [*pip, "install", "--no-deps", "--no-index", "--target", folder / "target", built]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "target"


def test_the_wheel_answers_from_the_knowledge_inside_it(installed, tmp_path):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed)}

    done = subprocess.run(
        [installed / "bin" / "sawal", "check"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert str(installed / "bot" / "knowledge") in done.stdout, done.stderr
    assert done.returncode == 0


def test_the_wheel_holds_what_a_report_is_made_of(installed):
    def files(folder):
        return {path.name for path in (folder / "reporting" / "templates").iterdir()}

    assert files(installed / "bot") == files(ROOT / "bot")


def test_the_wheel_holds_every_knowledge_file(installed):
    def files(folder):
        return {path.relative_to(folder) for path in folder.rglob("*.toml")}

    assert files(installed / "bot" / "knowledge") == files(ROOT / "knowledge")


def test_every_library_has_an_exact_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *chain.from_iterable(groups)]
    names = {re.split(r"[<>=]", requirement)[0].lower() for requirement in wanted}
    lines = (ROOT / "constraints.txt").read_text().lower().splitlines()
    pinned = {line.split("==")[0] for line in lines if not line.startswith("#")}

    assert names <= pinned
    assert all(re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line) for line in lines)


def test_whatever_a_library_brings_has_an_exact_version_too():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = {canonicalize_name(line.split("==")[0]) for line in lines if "==" in line}
    installed = {one for one in pinned if any(distributions(name=one))}
    brought = map(Requirement, chain.from_iterable(requires(one) or () for one in installed))
    needed = (one for one in brought if one.marker is None or one.marker.evaluate({"extra": ""}))

    assert {canonicalize_name(one.name) for one in needed} <= pinned


def test_the_changelog_tells_about_this_version():
    assert f"\n## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text()
