"""`sawal eval`: scores."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from parrot import UNSURE, WHICH, sawal
from rich.console import Console
from verdicts import ANSWER, question, verdict

from bot.cli.confusion import Confusion, confused_facts, confused_kinds
from bot.cli.progress import bar_on
from bot.cli.score_tables import print_scores
from bot.cli.scoring import accuracy, groupings, out_of_scope_recall, wrong_as_sure

README = (Path(__file__).parent.parent / "README.md").read_text()


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (ANSWER, {}),
        (ANSWER, {"must": [["8[,.]?000", "eight thousand"], ["PEOPLE"]]}),
        (ANSWER, {"must_not": ["1,200"]}),
        (WHICH, {"kind": ["answer", "choices"], "must": [["8,000"]], "must_not": ["one"]}),
        (UNSURE, {"kind": ["unknown"]}),
        (ANSWER, {"facts": ["parrot/beak", "parrot/voice"]}),
        (UNSURE, {"kind": ["unknown"], "facts": ["parrot/beak"]}),
    ],
)
def test_a_reply_of_an_accepted_kind_is_right_if_an_answer_says_what_it_must(reply, expected):
    assert verdict(reply, **expected).right


@pytest.mark.parametrize(
    ("reply", "expected", "faults"),
    [
        (ANSWER, {"must": [["9,000", "nine"], ["people"]]}, ("lacks 9,000 | nine",)),
        (ANSWER, {"must_not": ["8,0+"]}, ("has 8,0+",)),
        (ANSWER, {"must": [["x"]], "must_not": ["8"]}, ("lacks x", "has 8")),
        (ANSWER, {"kind": ["unknown", "choices"]}, ("is answer, not unknown or choices",)),
        (UNSURE, {"kind": ["answer"], "must": [["x"]]}, ("is unknown, not answer",)),
        (ANSWER, {"facts": ["a", "b"]}, ("tells parrot/voice, not a or b",)),
        (replace(ANSWER, facts=()), {"facts": ["a"]}, ("tells no fact, not a",)),
        (ANSWER, {"facts": ["a"], "must": [["x"]]}, ("tells parrot/voice, not a", "lacks x")),
    ],
)
def test_a_wrong_reply_says_why(reply, expected, faults):
    assert verdict(reply, **expected).wrong == faults


def test_a_wrong_answer_is_worse_than_a_missing_one():
    wrong, missing, right = (
        verdict(ANSWER, kind=["unknown"]),
        verdict(UNSURE, kind=["answer"]),
        verdict(ANSWER),
    )

    assert str(wrong_as_sure([wrong, missing, right, right])) == "25.0 %"
    assert str(accuracy([wrong, missing, right, right])) == "50.0 %"


def test_recall_looks_only_at_questions_without_an_answer():
    caught = verdict(UNSURE, kind=["unknown", "smalltalk"])
    let_through = verdict(ANSWER, kind=["unknown"])
    beside = verdict(UNSURE, kind=["unknown", "choices"])

    assert out_of_scope_recall([caught, let_through, beside]).ratio == 0.5
    assert str(out_of_scope_recall([beside])) == "-"


def test_the_order_of_accepted_kinds_makes_no_group_of_its_own():
    one, other = (
        verdict(ANSWER, kind=["answer", "choices"]),
        verdict(WHICH, kind=["choices", "answer"]),
    )

    assert groupings([one, other])["kind"] == {"answer or choices": [one, other]}


def test_the_most_frequent_confusion_of_facts_comes_first():
    verdicts = [
        verdict(ANSWER, facts=["a"]),
        verdict(ANSWER, facts=["b", "c"]),
        verdict(UNSURE, facts=["a"]),
        verdict(replace(ANSWER, facts=()), facts=["d"]),
        verdict(ANSWER, facts=["b", "c"]),
        verdict(ANSWER, facts=["parrot/voice"], must=[["told, and yet lacking"]]),
    ]

    assert confused_facts(verdicts) == [
        Confusion("b or c", "parrot/voice", 2),
        Confusion("a", "parrot/voice", 1),
        Confusion("a", "unknown/unclear", 1),
        Confusion("d", "answer", 1),
    ]
    assert confused_kinds(verdicts) == []


def test_kinds_are_confused_where_no_fact_is_expected():
    verdicts = [
        verdict(UNSURE),
        verdict(ANSWER, kind=["unknown", "smalltalk"]),
        verdict(WHICH, kind=["choices"]),
        verdict(ANSWER, must=[["of the right kind, and yet lacking"]]),
    ]

    assert confused_kinds(verdicts) == [
        Confusion("answer", "unknown/unclear", 1),
        Confusion("smalltalk or unknown", "answer", 1),
    ]
    assert confused_facts(verdicts) == []


@pytest.fixture
def file(tmp_path):
    lines = [
        question("which", "two", name="1", must=[["two"]], category="follow-up"),
        question("hello", name="2", must=[["goodbye"]], facts=["parrot/beak"]),
        question("mystery", name="3", kind=["unknown"], lang="es", category="off-topic"),
        question("which", name="4", lang="es", category="ambiguous"),
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_the_score_is_told_by_kind_language_and_category(file):
    ran = sawal("eval", str(file), "--json")

    report = json.loads(ran.out)
    assert {key: report[key] for key in ("questions", "right", "accuracy", "wrong_as_sure")} == {
        "questions": 4,
        "right": 2,
        "accuracy": 0.5,
        "wrong_as_sure": 0.25,
    }
    assert report["out_of_scope_recall"] == 1.0
    assert {name: group["right"] for name, group in report["by_language"].items()} == {
        "en": 1,
        "es": 1,
    }
    assert report["by_category"]["follow-up"]["accuracy"] == 1.0
    assert report["by_kind"]["unknown"]["accuracy"] == 1.0
    assert report["by_kind"]["answer"]["questions"] == 3
    assert [(failure["turns"], failure["wrong"]) for failure in report["failures"]] == [
        (["hello"], ["tells parrot/voice, not parrot/beak", "lacks goodbye"]),
        (["which"], ["is choices, not answer"]),
    ]


def test_tables_show_the_same(file):
    ran = sawal("eval", str(file))

    assert "follow-up" in ran.out
    assert "2 of 4" in ran.out
    assert "lacks" not in ran.out
    assert (ran.err, ran.code) == ("", 0)


def test_failures_are_shown_with_question_expectation_and_reply(file):
    out = sawal("eval", str(file), "--failures").out

    for words in (
        "2 (en, single-fact)",
        "asked: hello",
        "wrong: lacks goodbye",
        "got:   answer with confidence 1.00, telling parrot/voice",
        "text:  You said hello",
        "got:   choices with confidence 1.00\n",
    ):
        assert words in out


def test_one_language_can_be_picked(file):
    report = json.loads(sawal("eval", str(file), "--language", "es", "--json").out)

    assert list(report["by_language"]) == ["es"]


def test_a_language_that_no_question_has_is_an_error(file):
    ran = sawal("eval", str(file), "--language", "fr")

    assert ran.err == f"{file}: no question to score; the languages in it: en, es\n"
    assert ran.code == 1


def test_every_bad_line_is_named(file):
    bad = (
        question(name="5", must=[["("]]),
        question(name="6", kind=["perhaps"]),
        question(name="7", must=[[]]),
        {"id": "x"},
        question(name="9", facts="a"),
        question(name="1"),
    )
    with file.open("a") as stream:
        stream.writelines("\n" + json.dumps(line) for line in bad)

    ran = sawal("eval", str(file))

    assert [line.removeprefix(f"{file}: ").split(": ")[:2] for line in ran.err.splitlines()] == [
        ["line 5", "expect.must.0.0"],
        ["line 6", "expect.kind.0"],
        ["line 7", "expect.must.0"],
        ["line 8", "turns"],
        ["line 9", "expect.facts"],
        ["line 10", "id"],
    ]
    assert ran.code == 1


def test_an_id_that_two_questions_have_is_an_error_with_both_lines(file):
    file.write_text(f"{json.dumps(question(name='7'))}\n\n{json.dumps(question() | {'id': 7})}\n")

    ran = sawal("eval", str(file))

    assert ran.err == f"{file}: line 3: id: 7 stands on line 1 too; give each line its own\n"
    assert ran.code == 1


def test_the_json_holds_every_reply_that_was_judged(file):
    report = json.loads(sawal("eval", str(file), "--json").out)

    keys = ("id", "right", "kind", "reason", "facts", "confidence")
    assert [[result[key] for key in keys] for result in report["results"]] == [
        ["1", True, "answer", None, ["parrot/voice"], 1.0],
        ["2", False, "answer", None, ["parrot/voice"], 1.0],
        ["3", True, "unknown", "unclear", [], 0.0],
        ["4", False, "choices", None, [], 1.0],
    ]
    assert report["confusions"] == {
        "facts": [{"expected": "parrot/beak", "given": "parrot/voice", "count": 1}],
        "kinds": [{"expected": "answer", "given": "choices", "count": 1}],
    }


def keys_named_in_readme(start):
    sentence = README[README.index(start) :].split(".\n", maxsplit=1)[0]
    return re.findall(r"`(\w+)`", sentence)


def test_the_readme_names_every_key_of_the_json_in_its_order(file):
    report = json.loads(sawal("eval", str(file), "--json", "--baseline", save(file)).out)

    assert keys_named_in_readme("The object has the keys") == list(report)
    assert keys_named_in_readme("Each of `results`")[1:] == list(report["results"][0])


def save(file):
    path = file.with_name("saved.json")
    path.write_text(sawal("eval", str(file), "--json").out)
    return str(path)


def test_tables_show_what_confidence_is_worth_and_what_was_confused(file):
    out = sawal("eval", str(file)).out

    assert re.search(r"0\.9 to 1\.0 +│ 2 +│ 1\.000 +│ 0\.500", out)
    assert "expected calibration error: 0.500\nBrier score: 0.500\nAUROC: 1.000\n" in out
    assert re.search(r"parrot/beak +│ parrot/voice +│ 1 ", out)
    assert re.search(r"answer +│ choices +│ 1 ", out)


def test_what_can_not_be_told_is_a_dash(file):
    file.write_text(json.dumps(question("mystery", kind=["unknown"])))

    report = json.loads(sawal("eval", str(file), "--json").out)
    out = sawal("eval", str(file)).out

    assert report["expected_calibration_error"] is report["brier_score"] is report["auroc"] is None
    assert {one["confidence"] for one in report["reliability"]} == {None}
    assert "expected calibration error: -\nBrier score: -\nAUROC: -\n" in out
    assert "given" not in out


def test_a_narrow_terminal_loses_no_letter():
    paper = io.StringIO()

    print_scores([verdict(ANSWER, facts=["parrot/beak"])], Console(file=paper, width=30))

    assert "…" not in paper.getvalue()
    assert max(map(len, paper.getvalue().splitlines())) <= 30


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def drawn_on(monkeypatch):
    """What a bar over three things leaves on a stream."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")

    def draw(stream):
        with bar_on(stream) as bar:
            assert list(bar.track("abc", description="asking")) == ["a", "b", "c"]
        return stream.getvalue()

    return draw


def test_a_terminal_shows_a_bar_that_is_gone_when_done(drawn_on):
    drawn = drawn_on(Terminal())

    assert "asking" in drawn
    assert drawn.endswith("\x1b[1A\x1b[2K")


def test_a_pipe_gets_no_bar(drawn_on):
    assert drawn_on(io.StringIO()) == ""
