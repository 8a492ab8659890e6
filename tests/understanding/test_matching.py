"""Facts are ranked by what they are about, and the rare word decides."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wide_world import load_wide_world

from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import Candidate, FactIndex
from bot.understanding.parsing import parse
from bot.understanding.profiles import profiles_of

WORLD = load_wide_world()
LEXICON = Lexicon(WORLD, "en")
INDEX = FactIndex(WORLD, LEXICON, profiles_of(WORLD, LEXICON, "en"))
WORDS = (
    "northport southwell clinic clinics dentist nurse staff open opened when how many people "
    "help each day which where zebra piano the a in lamp act arcadia more without"
)


def ranked(sentence: str) -> list[Candidate]:
    return list(INDEX.rank(parse(sentence, LEXICON)))


def first(sentence: str) -> Candidate:
    return ranked(sentence)[0]


def weight(word: str) -> float:
    (item,) = parse(word, LEXICON).items
    return INDEX.weight_of(item)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("when did Northport open", "north/opening"),
        ("how old is the Southwell clinic", "south/opening"),
        ("how many people does Westerby help", "west/people-helped"),
        ("is there a midwife in Southwell", "south/staff"),
        ("how busy is Eastfield", "east/people-helped"),
        ("what does a visit cost under the Lamp Act", "lamp-act/cost"),
        ("vaccination in Northport", "north/services"),
    ],
)
def test_the_fact_that_is_asked_for_comes_first(sentence: str, fact: str) -> None:
    assert first(sentence).fact.id == fact


def test_a_word_that_few_facts_use_weighs_more_than_a_common_one() -> None:
    assert weight("midwife") > weight("clinic")


def test_a_word_that_says_little_weighs_least() -> None:
    assert weight("help") <= weight("clinic") < weight("piano")


def test_a_strange_word_weighs_more_the_rarer_it_is() -> None:
    assert weight("piano") > weight("time")


def test_what_a_fact_leaves_out_is_missing_from_it() -> None:
    assert first("how many pianos has Northport").missing > first("Northport staff").missing


def test_a_fact_that_accounts_for_everything_misses_nothing() -> None:
    assert first("when did Northport open").missing == 0


def test_a_strange_word_lowers_the_share_that_is_accounted_for() -> None:
    assert (
        first("is there a dentist's piano in Northport").cover
        < first("is there a dentist in Northport").cover
    )


def test_a_fact_that_states_no_number_does_not_count_what_is_asked() -> None:
    asked, plain = first("how many dentists has Northport"), first("has Northport dentists")
    assert asked.missing > plain.missing


def test_the_facts_of_the_one_that_is_named_come_before_those_of_others() -> None:
    assert first("staff of Southwell").fact.entity == "south"


def test_a_fact_is_about_the_wider_idea_too() -> None:
    (dentist,) = (one for one in ranked("Eastfield staff") if one.fact.id == "east/staff")
    assert dentist.missing == 0


def test_a_fact_tells_which_others_it_names() -> None:
    assert list(INDEX.named_in(WORLD.facts["lamp-act/overview"])) == ["arcadia"]


@given(st.lists(st.sampled_from(WORDS.split()), max_size=15).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_question_ranks_facts_best_first_within_bounds(sentence: str) -> None:
    scores = [one.score for one in ranked(sentence)]
    assert scores == sorted(scores, reverse=True)
    for one in ranked(sentence):
        assert 0 <= one.cover <= 1 + 1e-9
        assert 0 <= one.resemblance <= 1
        assert 0 <= one.missing <= 2.5
