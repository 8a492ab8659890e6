"""`sawal eval`: scores."""

import json

import pytest
from parrot import UNSURE, WHICH, Parrot, sawal

from bot.answering.conversation import Context
from bot.cli.jsonlines import Question
from bot.cli.scoring import accuracy, judge, out_of_scope_recall, wrong_as_sure


def question(*turns, kind=("answer",), must=(), must_not=(), lang="en", category="single-fact"):
    return {
        "id": "q",
        "lang": lang,
        "category": category,
        "turns": list(turns) or ["hello"],
        "expect": {"kind": kind, "must": must, "must_not": must_not},
    }


def verdict(reply, **expected):
    return judge(Question.model_validate_json(json.dumps(question(**expected))), reply)


ANSWER, _ = Parrot().reply("about 8,000 people", Context())


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (ANSWER, {}),
        (ANSWER, {"must": [["8[,.]?000", "eight thousand"], ["PEOPLE"]]}),
        (ANSWER, {"must_not": ["1,200"]}),
        (WHICH, {"kind": ["answer", "choices"], "must": [["8,000"]], "must_not": ["one"]}),
        (UNSURE, {"kind": ["unknown"]}),
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
    ],
)
def test_a_wrong_reply_says_why(reply, expected, faults):
    assert verdict(reply, **expected).faults == faults


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


@pytest.fixture
def file(tmp_path):
    lines = [
        question("which", "two", must=[["two"]], category="follow-up"),
        question("hello", must=[["goodbye"]]),
        question("mystery", kind=["unknown"], lang="es", category="off-topic"),
        question("which", lang="es", category="ambiguous"),
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_the_score_is_told_by_language_and_category(file):
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
    assert [(failure["turns"], failure["wrong"]) for failure in report["failures"]] == [
        (["hello"], ["lacks goodbye"]),
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

    for words in ("q (en, single-fact)", "asked: hello", "wrong: lacks goodbye", "You said hello"):
        assert words in out


def test_one_language_can_be_picked(file):
    report = json.loads(sawal("eval", str(file), "--language", "es", "--json").out)

    assert list(report["by_language"]) == ["es"]


def test_a_language_that_no_question_has_is_an_error(file):
    ran = sawal("eval", str(file), "--language", "fr")

    assert ran.err == f"{file}: no question to score; the languages in it: en, es\n"
    assert ran.code == 1


def test_every_bad_line_is_named(file):
    bad = question(must=[["("]]), question(kind=["perhaps"]), question(must=[[]]), {"id": "x"}
    with file.open("a") as stream:
        stream.writelines("\n" + json.dumps(line) for line in bad)

    ran = sawal("eval", str(file))

    assert [line.removeprefix(f"{file}: ").split(": ")[:2] for line in ran.err.splitlines()] == [
        ["line 5", "expect.must.0.0"],
        ["line 6", "expect.kind.0"],
        ["line 7", "expect.must.0"],
        ["line 8", "turns"],
    ]
    assert ran.code == 1
