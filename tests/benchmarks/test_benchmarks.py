"""The benchmarks, over a tiny set of made-up data."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest
from rich.console import Console

from bot.answering.reply import Kind, Reply
from bot.facts.reading import load

from . import hint3, scale
from .bots import Faq, Guess, Peer, Sawal, timed
from .folders import write_folder
from .hint3 import Decisions, Task, decisions, judged, own_trial, tasks_in, trial
from .measures import Judged, Quality, mean_of, quality

FAQ: Faq = {
    "OPENING_HOURS": ("when do you open", "what are your hours on sunday"),
    "LAMP_PRICE": ("what does a lamp cost", 'is the "lamp" cheap\\expensive?'),
}
TRAINING = """sentence,label
when do you open,OPENING_HOURS
what are your hours on sunday,OPENING_HOURS
"what does a lamp cost, please",LAMP_PRICE
"""
MESSAGES = """sentence,label
what does a lamp cost,LAMP_PRICE
when do you open on sunday,OPENING_HOURS
Zanzibar,NO_NODES_DETECTED
"""
SENTENCES = ["when do you open today", "what does a lamp cost", "can I return my old lamp"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder like that of HINT3."""
    for name, text in {"train": TRAINING, "test": MESSAGES}.items():
        folder = tmp_path / "hint3" / name
        folder.mkdir(parents=True)
        (folder / f"lamps_{name}.csv").write_text(text, "utf-8")
    return tmp_path


class Parrot:
    """A bot that is sure of a label if a message is a way of asking for it."""

    def __init__(self, faq: Faq) -> None:
        self._labels = {ask: label for label, asks in faq.items() for ask in asks}

    def guess(self, message: str) -> Guess:
        label = self._labels.get(message)
        return Guess(label, 1.0) if label else Guess("LAMP_PRICE", 0.25)


def task(*labels: str) -> Task:
    return Task("lamps", FAQ, tuple(map(str, range(len(labels)))), labels)


# measures


def inside(confidence: float, *, right: bool = True) -> Judged:
    return Judged(confidence, in_scope=True, right=right)


def outside(confidence: float) -> Judged:
    return Judged(confidence, in_scope=False)


def test_top_1_is_the_share_of_right_guesses_in_scope_however_unsure() -> None:
    guesses = [inside(0.1), inside(0.9, right=False), inside(0.9), inside(0.2), outside(0.0)]
    assert quality(guesses).top1 == 75


def test_auroc_is_the_chance_that_a_message_in_scope_is_the_surer_one() -> None:
    guesses = [inside(0.9), inside(0.4, right=False), outside(0.5), outside(0.1)]
    assert quality(guesses).auroc == 0.75


def test_equal_confidence_is_half_a_chance() -> None:
    assert quality([inside(0.5), outside(0.5)]).auroc == 0.5


def test_balance_takes_the_threshold_that_serves_both_best() -> None:
    guesses = [inside(0.9), inside(0.7), inside(0.2), outside(0.8), outside(0.3)]
    best = max((1 / 3 + 1) / 2, (2 / 3 + 1 / 2) / 2, (1 + 0) / 2)
    assert math.isclose(quality(guesses).balance, 100 * best)


def test_a_wrong_guess_is_no_good_above_any_threshold() -> None:
    assert quality([inside(0.9, right=False), outside(0.1)]).balance == 50


def test_a_mean_is_that_of_each_number() -> None:
    assert mean_of([Quality(10, 0.5, 60), Quality(20, 0.7, 80)]) == Quality(15, 0.6, 70)


def test_numbers_are_shown_briefly() -> None:
    assert str(Quality(73.23, 0.8166, 69.7)) == "73.2 .817 69.7"


# folders


def test_a_faq_becomes_a_plain_folder_without_mistakes(tmp_path: Path) -> None:
    labels = write_folder(FAQ, tmp_path)
    known = load(tmp_path)
    assert labels == {"faq-1/opening-hours": "OPENING_HOURS", "faq-1/lamp-price": "LAMP_PRICE"}
    assert known.facts.keys() == labels.keys()
    assert known.facts["faq-1/lamp-price"].ask["en"] == FAQ["LAMP_PRICE"]
    assert known.facts["faq-1/lamp-price"].text["en"] == "Lamp price."
    assert known.languages["en"].concepts == known.languages["en"].smalltalk == {}


def test_a_large_faq_is_cut_into_files_that_are_small_enough(tmp_path: Path) -> None:
    labels = write_folder(scale.made_faq(SENTENCES, 15 * 900), tmp_path)
    assert len(labels) == 900
    assert len(load(tmp_path).entities) == 3
    assert load(tmp_path).facts.keys() == labels.keys()


# HINT3


def test_tasks_are_read_from_the_files(data: Path) -> None:
    [lamps] = tasks_in(data)
    assert lamps.name == "lamps"
    assert lamps.faq["LAMP_PRICE"] == ["what does a lamp cost, please"]
    assert lamps.messages[1] == "when do you open on sunday"
    assert lamps.labels == ("LAMP_PRICE", "OPENING_HOURS", "NO_NODES_DETECTED")


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"hint3/train holds no \*_train\.csv"):
        tasks_in(tmp_path)


def test_a_guess_is_right_if_it_has_the_label() -> None:
    guesses = [Guess("LAMP_PRICE", 0.5), Guess("LAMP_PRICE", 0.4), Guess("LAMP_PRICE", 0.3)]
    assert judged(task("LAMP_PRICE", "OPENING_HOURS", "NO_NODES_DETECTED"), guesses) == [
        inside(0.5),
        inside(0.4, right=False),
        outside(0.3),
    ]


def test_a_bot_is_tried_on_every_message(data: Path) -> None:
    [lamps] = tasks_in(data)
    tried = trial(lamps, Parrot(lamps.faq))
    assert tried.quality == Quality(top1=50, auroc=0.5, balance=50)
    assert len(tried.milliseconds) == 3


def test_we_are_tried_on_every_message(data: Path) -> None:
    [lamps] = tasks_in(data)
    tried, decided = own_trial(lamps)
    assert tried.quality.top1 == 100
    assert decided.refused == 100


def test_what_is_decided_is_counted_in_and_out_of_scope() -> None:
    kinds = (Kind.ANSWER, Kind.ANSWER, Kind.CHOICES, Kind.UNKNOWN, Kind.UNKNOWN, Kind.ANSWER)
    replies = [Reply(kind, "", "en") for kind in kinds]
    told = [("LAMP_PRICE",), ("LAMP_PRICE",), (), (), (), ("LAMP_PRICE",)]
    asked = task("LAMP_PRICE", "HOURS", "HOURS", "HOURS", "NO_NODES_DETECTED", "NO_NODES_DETECTED")
    assert decisions(asked, replies, told) == Decisions(right=25, wrong=25, asked=25, refused=50)


def test_the_table_has_a_row_for_us_and_for_each_peer(data: Path) -> None:
    console = Console(file=io.StringIO(), width=120)
    hint3.run(data, [Peer("Parrot", Parrot)], console)
    shown = console.file.getvalue()
    assert "Sawal" in shown
    assert "50.0 .500 50.0" in next(line for line in shown.splitlines() if "Parrot" in line)


# scale


def test_a_made_faq_has_its_size_and_is_the_same_each_time() -> None:
    made = scale.made_faq(SENTENCES, 40)
    assert [len(asks) for asks in made.values()] == [15, 15, 10]
    assert made == scale.made_faq(SENTENCES, 40)
    assert made != scale.made_faq(SENTENCES, 40, seed=2)


def test_the_words_of_a_made_faq_grow_with_its_facts() -> None:
    small, large = (words_of(scale.made_faq(SENTENCES, size)) for size in (150, 600))
    assert len(words_of({"all": SENTENCES})) < len(small) < len(large)


def words_of(faq: Faq) -> set[str]:
    return {word for asks in faq.values() for ask in asks for word in ask.split()}


def test_our_own_knowledge_has_questions_to_be_asked() -> None:
    assert "peru/overview" in load(scale.KNOWLEDGE).facts
    assert sum(map(len, scale.own_faq().values())) > 1000
    assert len(scale.own_questions()) > 500


def test_each_size_has_a_row_for_us_and_for_each_peer(tmp_path: Path) -> None:
    write_folder(FAQ, tmp_path)
    rows = list(scale.rows(FAQ, tmp_path, [Peer("Parrot", Parrot)], ["when do you open"]))
    assert [row[:2] for row in rows] == [("4", "Sawal"), ("", "Parrot")]


def test_time_is_taken_of_each_question() -> None:
    results, milliseconds = timed(str.upper, ["a", "b"])
    assert results == ["A", "B"]
    assert len(milliseconds) == 2


def test_the_best_fact_is_guessed(tmp_path: Path) -> None:
    labels = write_folder(FAQ, tmp_path)
    guess = Sawal(tmp_path).guess("what does a lamp cost")
    assert labels[guess.label] == "LAMP_PRICE"
    assert 0 < guess.confidence <= 1
