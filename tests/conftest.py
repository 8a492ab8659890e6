"""What every test can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import write_world


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder without mistakes."""
    return write_world(tmp_path / "knowledge")
