"""`sawal batch`: a contract with other programs."""

import json

import pytest
from parrot import sawal

KEYS = [
    "id", "turn", "question", "kind", "reason", "text", "language", "entities", "facts",
    "choices", "sources", "confidence", "milliseconds",
]  # fmt: skip


def records(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def line(*turns, **others):
    return json.dumps({"id": "x1", "turns": turns, **others}).encode() + b"\n"


def test_each_turn_is_a_record_with_the_keys_of_the_contract_in_order():
    ran = sawal("batch", piped=line("hello", "which", "mystery"))

    first, second, third = records(ran)
    assert [list(record) for record in (first, second, third)] == [KEYS] * 3
    assert first.pop("milliseconds") >= 0
    assert first == {
        "id": "x1",
        "turn": 1,
        "question": "hello",
        "kind": "answer",
        "reason": None,
        "text": "You said hello",
        "language": "en",
        "entities": ["parrot"],
        "facts": ["parrot/voice"],
        "choices": [],
        "sources": [{"title": "A Book", "as_of": "2010", "checked": "2026-11-20", "url": None}],
        "confidence": 1.0,
    }
    assert (second["turn"], second["choices"]) == (2, ["The red", "The blue"])
    assert second["text"] == "Which one?\n1. The red\n2. The blue"
    assert (third["kind"], third["reason"], third["confidence"]) == ("unknown", "unclear", 0.0)


def test_a_file_can_be_named_and_other_keys_are_ignored(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_bytes(line("hello", lang="en", expect={"kind": ["answer"]}))

    assert records(sawal("batch", str(file)))[0]["text"] == "You said hello"


def test_letters_of_every_script_are_written_as_they_are():
    ran = sawal("batch", piped='{"id": "۱", "turns": ["سوال ñ 😀"]}'.encode())

    assert "سوال ñ 😀" in ran.out


def test_byte_order_marks_blank_lines_and_windows_line_ends_do_not_matter():
    piped = (
        b"\xef\xbb\xbf" + line("one").replace(b"\n", b"\r\n") + b"\r\n  \n" + line("two").strip()
    )

    assert [record["question"] for record in records(sawal("batch", piped=piped))] == [
        "one",
        "two",
    ]


def test_half_a_surrogate_pair_goes_through():
    ran = sawal("batch", piped=b'{"id": "x", "turns": ["a \\ud83d b"]}')

    assert records(ran)[0]["question"] == "a \ud83d b"
    assert ran.code == 0


def test_a_number_is_an_id_too():
    assert records(sawal("batch", piped=b'{"id": 7, "turns": ["hello"]}'))[0]["id"] == 7


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b"hello", "not JSON"),
        (b'["hello"]', "line: "),
        (b'{"id": "x"}', "turns: "),
        (b'{"id": "x", "turns": []}', "turns: "),
        (b'{"id": "x", "turns": "hello"}', "turns: "),
        (b'{"id": "x", "turns": [1]}', "turns.0: "),
        (b'{"turns": ["hello"]}', "id: "),
        (b'{"id": null, "turns": ["hello"]}', "id: "),
        (b'{"id": "x", "turns": ["\xff"]}', "UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": ' + b"9" * 5000 + b', "turns": ["hello"]}', "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(bad, problem):
    ran = sawal("batch", piped=line("one") + bad + b"\n" + line("two"))

    assert [record["question"] for record in records(ran)] == ["one", "two"]
    [message] = ran.err.splitlines()
    assert message.startswith("line 2: ")
    assert problem in message
    assert ran.code == 1


def test_a_missing_file_is_one_message():
    ran = sawal("batch", "nowhere.jsonl")

    assert ran.err == "nowhere.jsonl: can't be read: No such file or directory; check the path\n"
    assert (ran.out, ran.code) == ("", 1)
