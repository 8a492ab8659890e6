"""What is near a question, and is or isn't an answer: neighbours, wholes, other countries."""

from __future__ import annotations

import pytest
from talking import said
from world import change, write, write_world

from bot.answering.engine import Engine
from bot.facts.reading import load
from bot.understanding.lexicon import Lexicon

LINE = """
id = "line"
kind = "line"
country = "arcadia"
name.en = "Lost Child Line 115"
short.en = "Line 115"
aliases.en = ["Line 115"]

[[facts]]
topic = "overview"
source = "gazette"
text.en = "Line 115 is the line for lost children in Arcadia. In Utopia there is none."
ask.en = ["whom do I ring about a lost child", "line for lost children"]

[[facts]]
topic = "phone"
source = "gazette"
text.en = "Ring 115 for Line 115; it also stands by the clinic in Southwell."
ask.en = ["what is its number", "the number to ring"]
"""

UTOPIA = """
id = "utopia"
kind = "country"
name.en = "Utopia"

[[facts]]
topic = "overview"
source = "gazette"
text.en = "Utopia lies far away."
"""

INN = """
id = "inn"
kind = "law"
country = "utopia"
name.en = "Utopian Inn Law"

[[facts]]
topic = "overview"
source = "gazette"
text.en = "The Utopian Inn Law is about inns."
"""

WORDS = """
[line]
name = "a line"
plural = "lines"
words = ["line", "whom do I ring", "ring"]

[phone]
name = "the phone"
words = ["phone", "telephone", "number to ring"]

[lost]
name = "lost children"
words = ["lost child", "lost children", "child is lost"]
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The small world with a line that serves all of Arcadia, and another country."""
    folder = write_world(tmp_path_factory.mktemp("neighbours"))
    write(folder, "arcadia/line.toml", LINE)
    write(folder, "utopia.toml", UTOPIA)
    write(folder, "inn.toml", INN)
    write(folder, "languages/en/concepts/lines.toml", WORDS)
    change(folder, "vocabulary.toml", '"aim", "cost",', '"aim", "cost", "phone",')
    kinds = 'reach = ["phone"]\neverywhere = ["line"]\n[kinds]\nline = ""'
    change(folder, "vocabulary.toml", "[kinds]", kinds)
    language = "languages/en/language.toml"
    change(folder, language, "fillers =", 'numbers_of = ["number of"]\nfillers =')
    return Engine(load(folder))


def test_what_serves_a_country_is_told_in_each_of_its_towns(engine: Engine) -> None:
    reply = said(engine, "my child is lost in Northport, whom do I ring")
    assert reply.facts[0] == "line/overview"


def test_what_serves_one_country_is_not_told_for_another(engine: Engine) -> None:
    reply = said(engine, "my child is lost in Utopia, whom do I ring")
    assert "line/overview" not in reply.facts


def test_the_number_of_what_has_a_name_is_no_count(engine: Engine) -> None:
    assert said(engine, "number of Line 115").facts[0] in {"line/phone", "line/overview"}


def test_how_to_reach_a_thing_is_not_told_of_what_it_only_names(engine: Engine) -> None:
    assert said(engine, "the number to ring in Southwell").facts != ("line/phone",)


def test_the_kind_that_a_thing_is_asks_for_nothing_of_it(engine: Engine) -> None:
    assert said(engine, "Northport clinic").facts == ("north/overview",)


@pytest.mark.parametrize("asked", ["which is the oldest", "which of them is the oldest"])
def test_what_was_listed_can_be_ranked(engine: Engine, asked: str) -> None:
    reply = said(engine, "list the clinics in Arcadia", asked)
    assert reply.facts[0] == "north/opening"
    assert "lamp-act/overview" not in reply.facts


def test_a_strange_acronym_is_no_slip_for_a_word(engine: Engine) -> None:
    lexicon = Lexicon(engine.knowledge, "en")
    assert [word.text for word in lexicon.read("what is NURSEE").words][-1] == "nursee"
    assert [word.text for word in lexicon.read("what is a nursee").words][-1] == "nurse"
