"""What the wide world's words mean, and its facts."""

from __future__ import annotations

import pytest
from wide_world import load_wide_world

from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import FactIndex


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(load_wide_world(), "en")


@pytest.fixture(scope="session")
def index(lexicon: Lexicon) -> FactIndex:
    return FactIndex(load_wide_world(), lexicon, "en")
