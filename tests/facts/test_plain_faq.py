"""A plain FAQ, which has no vocabulary; knowledge/README.md shows a whole one."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from editing import mistakes
from typer.testing import CliRunner
from world import change, write

from bot.answering.engine import Engine
from bot.cli.app import app
from bot.facts.reading import load

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ENGLISH = "languages/en"
FAQ = "faq.toml"
OURS = re.compile(r"SOS|Peru|Pakistan|centre|child", re.IGNORECASE)


def example() -> dict[str, str]:
    """File -> its text, as knowledge/README.md shows it."""
    readme = (KNOWLEDGE / "README.md").read_text("utf-8")
    section = readme.partition("\n## A plain FAQ\n")[2].partition("\n## ")[0]
    block = re.compile(r"^```toml\n# my-faq/([\w./]+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return dict(block.findall(section))


@pytest.fixture
def faq(tmp_path: Path) -> Path:
    """The folder of the example, with the sentences adapted that it says to adapt."""
    folder = tmp_path / "my-faq"
    for file, text in example().items():
        write(folder, file, adapted(file, text) if file.startswith(ENGLISH) else text)
    return folder


def adapted(file: str, text: str) -> str:
    """A file of the project's English with some of its values replaced."""
    original, own = (KNOWLEDGE / file).read_text("utf-8"), tomllib.loads(text)
    value_in_file = r'(?:""".*?"""|\[.*?\]|[^\n]*)'
    for key, value in own.items():
        said = f"{key} = {json.dumps(value)}"
        written = re.compile(rf"^{key} = {value_in_file}", re.MULTILINE | re.DOTALL)
        original, count = written.subn(lambda _, said=said: said, original)
        assert count == 1, key
    assert own.items() <= tomllib.loads(original).items()
    return original


def run(*arguments: str | Path, typed: str | None = None) -> str:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=typed)
    assert result.exit_code == 0, result.output
    return result.output


# the example


def test_the_example_has_no_mistakes(faq: Path) -> None:
    assert run("check", "--knowledge", faq).endswith(
        "entities: 1, facts: 2, sources: 1, languages: 1.\n"
    )


def test_the_example_says_every_sentence_to_adapt(faq: Path) -> None:
    language = load(faq).languages["en"]
    said = [*language.phrases.values(), *language.examples]
    assert [sentence for sentence in said if OURS.search(sentence)] == []


def test_the_example_answers_with_its_source(faq: Path) -> None:
    assert run("ask", "how do I get my money back", "--knowledge", faq) == (
        "Send the lamp back within 30 days, and you get your money back within a week.\n"
        "Source: Handbook for customers, The Lamp Shop, undated\n"
    )


def test_the_example_answers_a_batch_of_conversations(faq: Path) -> None:
    line = '{"id": 1, "turns": ["when will my order arrive"]}'
    [record] = run("batch", "--knowledge", faq, typed=line).splitlines()
    assert json.loads(record)["facts"] == ["faq/delivery"]


def test_the_example_is_scored(faq: Path, tmp_path: Path) -> None:
    expected = {"kind": ["answer"], "must": [["30 days"]]}
    question = {"id": 1, "lang": "en", "category": "direct", "turns": ["refund"]}
    write(tmp_path, "questions.jsonl", json.dumps({**question, "expect": expected}))
    scored = run("eval", tmp_path / "questions.jsonl", "--knowledge", faq, "--json")
    assert json.loads(scored)["accuracy"] == 1


# what may be left out


def test_a_fact_without_a_topic_is_named_by_its_id(faq: Path) -> None:
    known = load(faq)
    assert list(known.facts) == ["faq/refunds", "faq/delivery"]
    assert {fact.topic for fact in known.facts.values()} == {""}
    assert known.entities["faq"].kind == ""
    assert known.vocabulary.topics == ()


def test_a_fact_without_a_topic_has_its_first_way_of_asking_on_its_button(faq: Path) -> None:
    reply, _ = Engine(load(faq)).choose("faq/delivery")
    assert [choice.label for choice in reply.choices] == ["How do I get my money back"]


def test_a_long_way_of_asking_is_cut_between_words_on_a_button(faq: Path) -> None:
    long = "how do I get my money back when I have already opened the parcel"
    change(faq, FAQ, "how do I get my money back", long)
    reply, _ = Engine(load(faq)).choose("faq/delivery")
    assert [choice.label for choice in reply.choices] == [
        "How do I get my money back when I have…"
    ]


def test_a_fact_that_nobody_asks_for_has_its_text_on_its_button(faq: Path) -> None:
    write(
        faq, "hours.toml", 'id = "hours"\nname.en = "Hours"\n' + fact("open") + fact("Closed now.")
    )
    reply, _ = Engine(load(faq)).choose("hours/open")
    assert [choice.label for choice in reply.choices] == ["Closed now."]


def fact(text: str) -> str:
    name = text.partition(" ")[0].lower()
    return f'[[facts]]\nid = "{name}"\nsource = "handbook"\ntext.en = "{text}"\n'


def test_what_follows_in_the_file_is_offered_first(faq: Path) -> None:
    facts = "".join(map(fact, ("one", "two", "three", "four")))
    write(faq, "more.toml", f'id = "more"\nname.en = "More"\n{facts}')
    reply, _ = Engine(load(faq)).choose("more/three")
    assert [choice.target for choice in reply.choices] == ["more/four", "more/one", "more/two"]


def test_one_fact_may_have_no_topic_where_others_have(folder: Path) -> None:
    text = '\n[[facts]]\nid = "lamps"\nsource = "gazette"\ntext.en = "L."\nask.en = ["lamps"]\n'
    law = folder / "arcadia/lamp-act.toml"
    write(folder, "arcadia/lamp-act.toml", law.read_text("utf-8") + text)
    reply, _ = Engine(load(folder)).choose("lamp-act/overview")
    assert [choice.label for choice in reply.choices] == ["What it costs", "Lamps"]


def test_lists_and_comparisons_that_lack_kinds_and_topics_are_answered_too(faq: Path) -> None:
    for part in ("lamps", "bulbs"):
        head = f'id = "{part}"\nname.en = "Our {part}"\npart_of = "faq"\n'
        write(faq, f"{part}.toml", head + fact(f"All about {part}"))
    engine = Engine(load(faq))
    for message in (
        "list all questions of our customers",
        "our lamps or our bulbs?",
        "compare our lamps and our bulbs",
    ):
        reply, _ = engine.reply(message)
        assert reply.text


def test_a_thousand_facts_are_read_at_once(faq: Path) -> None:
    asks = ", ".join(f'"{word} of lamp number"' for word in "abcdefghijklmno")
    facts = (f"{fact(f'lamp-{n}')}ask.en = [{asks}]\n" for n in range(1000))
    write(faq, "lamps.toml", f'id = "lamps"\nname.en = "Lamps"\n{"".join(facts)}')
    assert len(load(faq).facts) == 1002


# mistakes


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ('id = "refunds"\n', "", "4: facts[1].id", "is missing; add it"),
        ('id = "refunds"', 'idd = "refunds"', "5: facts[1].idd", "is not a known key; did you"),
        ('id = "refunds"', "id = 7", "5: facts[1].id", "is not a text; put it in quotes"),
        (
            'id = "refunds"',
            'id = "delivery"',
            "15: facts[2].id",
            "faq/delivery is used twice, first in ",
        ),
        (
            'id = "refunds"',
            f'id = "{"r" * 33}"',
            "5: facts[1].id",
            "is longer than 32 characters; shorten it",
        ),
        ('id = "faq"', 'id = "faq"\nkind = "shop"', "vocabulary", "is missing; add it"),
        ('id = "refunds"', 'topic = "refunds"', "vocabulary", "is missing; add it"),
        (
            'source = "handbook"',
            'source = "handbook"\nstates.days = "2003"',
            "vocabulary",
            "is missing; add it",
        ),
        (
            'source = "handbook"',
            'source = "handbok"',
            "6: facts[1].source",
            "handbok is no source of sources.toml; did you mean handbook?",
        ),
    ],
)
def test_a_mistake_in_a_plain_faq_is_one_line(
    faq: Path, old: str, new: str, where: str, said: str
) -> None:
    change(faq, FAQ, old, new)
    [line] = mistakes(faq)
    place = "vocabulary.toml:1: file" if where == "vocabulary" else f"{FAQ}:{where}"
    assert line.startswith(f"{place}: {said}")


def test_names_of_file_and_fact_have_to_fit_into_a_button_together(faq: Path) -> None:
    change(faq, FAQ, 'id = "faq"', f'id = "{"f" * 32}"')
    change(faq, FAQ, 'id = "refunds"', f'id = "{"r" * 16}"')
    [line] = mistakes(faq)
    assert line.startswith(f"{FAQ}:5: facts[1].id: ffff")
    assert line.endswith("is longer than 48 characters; give the fact a shorter id")


def test_a_kind_is_needed_where_the_vocabulary_has_some(faq: Path) -> None:
    vocabulary = 'topics = []\n[kinds]\nshop = ""\n[attributes]\n'
    write(faq, "vocabulary.toml", vocabulary)
    write(faq, f"{ENGLISH}/concepts/kinds.toml", '[shop]\nwords = ["shop"]\n')
    assert mistakes(faq) == [f"{FAQ}:1: kind: is missing; add it"]


# what is decided by words alone


def test_the_entry_that_is_asked_for_is_ranked_first_even_if_it_is_not_told(faq: Path) -> None:
    engine = Engine(load(faq))
    for fact in engine.knowledge.facts.values():
        for asked in fact.ask["en"]:
            assert engine.candidates(f"please {asked} thanks")[0].fact == fact


def test_strangers_are_refused_and_nothing_is_likely(faq: Path) -> None:
    engine = Engine(load(faq))
    reply, _ = engine.reply("zebras whistle xylophones")
    assert (reply.kind, reply.facts) == ("unknown", ())
    assert reply.confidence < 0.2
