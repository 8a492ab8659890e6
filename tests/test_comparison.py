"""`sawal eval --baseline`: what changed since a saved result."""

import io
import json
from pathlib import Path

import pytest
from parrot import sawal
from rich.console import Console
from verdicts import answer, question, refusal

from bot.cli.comparison import Comparison, Movement, compare
from bot.cli.score_tables import print_comparison


def names(changes):
    return [change.now.id for change in changes]


def test_a_question_that_is_right_now_got_better_and_the_reverse_is_worse():
    then = [answer(0.9, name="a"), answer(0.9, name="b", right=False), answer(0.9, name="c")]
    now = [answer(0.9, name="a", right=False), answer(0.9, name="b"), answer(0.5, name="c")]

    comparison = compare(then, now)

    assert (names(comparison.better), names(comparison.worse)) == (["b"], ["a"])


def test_a_wrong_answer_that_became_an_i_do_not_know_got_better():
    sure, unsure = answer(0.9, right=False), refusal(kind=["answer"])

    assert names(compare([sure], [unsure]).better) == ["q"]
    assert names(compare([unsure], [sure]).worse) == ["q"]


def test_questions_that_only_one_result_has_are_new_or_gone():
    comparison = compare([answer(1, name="old"), answer(1)], [answer(1), answer(1, name="young")])

    assert [verdict.id for verdict in comparison.new] == ["young"]
    assert [verdict.id for verdict in comparison.gone] == ["old"]
    assert comparison.better == comparison.worse == []


def test_figures_move_unless_one_of_them_can_not_be_told():
    figures = compare([answer(0.5, right=False)], [answer(0.5)]).figures

    assert figures["accuracy"] == Movement(0.0, 1.0)
    assert figures["accuracy"].change == 1.0
    assert figures["wrong_as_sure"].change == -1.0
    assert figures["auroc"].change is None


def test_a_figure_that_hardly_moved_has_no_minus():
    paper = io.StringIO()

    hardly = Comparison({"auroc": Movement(0.5, 0.49999)}, [], [], [], [])
    print_comparison(hardly, Console(file=paper, width=80))

    assert "+0.000" in paper.getvalue()


THEN = [
    {**question("hello", must=[["goodbye"]]), "id": 1},
    question("which", name="two", kind=["choices"]),
    question("hello", name="three"),
    question("adios", name="four", lang="es"),
]
NOW = [
    question("hello", name="1"),
    question("which", name="two", kind=["unknown"]),
    question("hello", name="five"),
]


@pytest.fixture
def now(tmp_path):
    path = tmp_path / "now.jsonl"
    path.write_text("\n".join(map(json.dumps, NOW)))
    return str(path)


@pytest.fixture
def saved(tmp_path):
    questions, result = tmp_path / "then.jsonl", tmp_path / "then.json"
    questions.write_text("\n".join(map(json.dumps, THEN)))
    result.write_text(sawal("eval", str(questions), "--json").out)
    return str(result)


def test_changes_are_listed_with_question_and_replies(now, saved):
    ran = sawal("eval", now, "--language", "en", "--baseline", saved)

    reply = "answer with confidence 1.00, telling parrot/voice"
    listed = [
        "better: 1",
        "1 (en, single-fact)",
        "  asked: hello",
        f"  then:  wrong, {reply}",
        f"  now:   right, {reply}",
        "",
        "worse: 1",
        "two (en, single-fact)",
        "  asked: which",
        "  then:  right, choices with confidence 1.00",
        "  now:   wrong, choices with confidence 1.00",
        "",
        "new: 1",
        "  five: hello",
        "gone: 1",
        "  three: hello",
    ]
    assert ran.out.splitlines()[-len(listed) :] == listed
    assert "+0.000" in ran.out
    assert (ran.err, ran.code) == ("", 0)


def test_the_json_holds_the_comparison(now, saved):
    report = json.loads(sawal("eval", now, "--baseline", saved, "--json").out)

    comparison = report["comparison"]
    told = {"kind": "answer", "reason": None, "facts": ["parrot/voice"], "confidence": 1.0}
    assert comparison["better"] == [
        {
            "id": "1",
            "turns": ["hello"],
            "then": {"right": False, **told},
            "now": {"right": True, **told},
        }
    ]
    assert [change["id"] for change in comparison["worse"]] == ["two"]
    assert comparison["new"] == [{"id": "five", "turns": ["hello"]}]
    assert [gone["id"] for gone in comparison["gone"]] == ["three", "four"]
    assert comparison["figures"]["accuracy"] == {
        "then": 0.75,
        "now": report["accuracy"],
        "change": report["accuracy"] - 0.75,
    }


def test_a_result_with_a_comparison_is_a_baseline_again(now, saved, tmp_path):
    again = tmp_path / "again.json"
    again.write_text(sawal("eval", now, "--baseline", saved, "--json").out)

    out = sawal("eval", now, "--baseline", str(again)).out

    assert out.endswith("better: 0\nworse: 0\nnew: 0\ngone: 0\n")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"results": [{"id": "1"}]}',
        b'{"accuracy": 0.5, "failures": []}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_result_ends_in_one_line_with_the_remedy(now, tmp_path, content):
    path = tmp_path / "foreign.json"
    path.write_bytes(content)

    ran = sawal("eval", now, "--baseline", str(path))

    assert ran.err == (
        f"{path}: this is no result of `sawal eval --json`; "
        "save one with `sawal eval FILE --json > RESULT`\n"
    )
    assert (ran.out, ran.code) == ("", 1)


def test_a_confidence_that_is_none_makes_a_result_unusable(now, saved):
    text = Path(saved).read_text()
    for nonsense in ("NaN", "7"):
        Path(saved).write_text(text.replace('"confidence": 1.0', f'"confidence": {nonsense}'))

        assert "this is no result" in sawal("eval", now, "--baseline", saved).err


def test_half_a_letter_survives_being_saved(tmp_path):
    questions, saved = tmp_path / "odd.jsonl", tmp_path / "odd.json"
    questions.write_text(json.dumps(question("half \ud800")))
    saved.write_text(sawal("eval", str(questions), "--json").out)

    ran = sawal("eval", str(questions), "--baseline", str(saved))

    assert ran.out.endswith("better: 0\nworse: 0\nnew: 0\ngone: 0\n")


def test_a_baseline_that_is_not_there_is_named(now):
    ran = sawal("eval", now, "--baseline", "nowhere.json")

    assert ran.err.startswith("nowhere.json: can't be read: ")
    assert ran.code == 1
