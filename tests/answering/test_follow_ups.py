"""What a message leaves out is filled in from the conversation."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from talking import ENGINE, answer_to, conversation
from wide_world import load_wide_world

from bot.answering.conversation import Context
from bot.answering.reply import Kind

SMALL = 4000
"""Bytes of a pickled context."""


@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (("when did Northport open", "how many people does it help?"), ["north/people-helped"]),
        (("tell me about Northport", "staff"), ["north/staff"]),
        (("tell me about Northport", "who works there"), ["north/staff"]),
        (("when did Northport open", "what about Southwell?"), ["south/opening"]),
        (("who works in Northport", "and in Southwell?"), ["south/staff"]),
        (("who works in Northport", "no, i mean Southwell"), ["south/staff"]),
        (("tell me about Northport", "i meant Southwell"), ["south/overview"]),
        (("Northport", "Southwell", "when did it open"), ["south/opening"]),
        (("who works there", "1", "when did it open"), ["west/opening"]),
        (("Northport", "how many zebras has it", "who works there"), ["north/staff"]),
        (("Northport", "hello", "who works there"), ["north/staff"]),
        (("Northport", "بچے", "who works there"), ["north/staff"]),
        (("Northport", "what is the capital of France", "when did it open"), ["north/opening"]),
        (("which clinics have a nurse", "the second one"), ["south/overview"]),
        (("which clinics have a nurse", "who works in the first one"), ["north/staff"]),
        (("the biggest clinic", "the second one"), ["south/overview"]),
    ],
)
def test_a_follow_up_is_understood(messages: tuple[str, ...], facts: list[str]) -> None:
    assert list(answer_to(*messages).facts) == facts


def test_a_name_in_the_message_wins_over_the_conversation() -> None:
    assert answer_to("tell me about Northport", "who works in Southwell").facts == ("south/staff",)


def test_a_follow_up_that_has_no_answer_is_not_answered_about_another() -> None:
    reply = answer_to("does Northport vaccinate", "what about Southwell")
    assert (reply.kind, reply.entities) == (Kind.UNKNOWN, ("south",))


def test_a_question_about_the_law_is_not_asked_of_a_clinic() -> None:
    reply = answer_to("is the Lamp Act free", "what about Northport")
    assert (reply.kind, reply.entities) == (Kind.UNKNOWN, ("north",))


def test_an_ordinal_means_nothing_without_a_list() -> None:
    assert answer_to("the second one").kind is Kind.UNKNOWN


def test_an_ordinal_beyond_the_list_picks_nothing() -> None:
    assert answer_to("which clinics have a dentist", "the third one").kind is not Kind.ANSWER


def test_a_list_makes_no_single_thing_the_subject() -> None:
    assert answer_to("list the clinics", "who works there").kind is Kind.CHOICES


def test_conversations_know_nothing_of_each_other() -> None:
    answer_to("tell me about Northport")
    assert answer_to("who works there").kind is Kind.CHOICES


def test_a_context_keeps_none_of_the_persons_words() -> None:
    _, context = conversation("who works in Northport for Rumpelstiltskin", "Rumpelstiltskin?")
    assert "rumpel" not in repr(context).lower()


@pytest.mark.parametrize(
    ("messages", "entities"),
    [
        (("which clinics in Arcadia have a nurse", "what about a dentist"), ("north",)),
        (("which clinics in Arcadia have a dentist", "what about Utopia"), ("east",)),
    ],
)
def test_a_list_is_asked_again_with_a_change(
    messages: tuple[str, ...], entities: tuple[str, ...]
) -> None:
    assert answer_to(*messages).entities == entities


def test_a_list_is_gone_through_one_by_one() -> None:
    reply = answer_to("which clinics have a nurse", "the second one", "the first one")
    assert reply.entities == ("north",)


def test_a_frame_alone_does_not_make_any_fact_an_answer() -> None:
    assert answer_to("tell me about Northport", "where is it").kind is Kind.UNKNOWN


WORDS = """
Northport southwell Westerby arcadia clinic clinics dentist nurse staff open when how many people
help which where most biggest oldest compare more than before and or there it second one what
about 1 2 ? . , zebra Bogota without list i meant tell me
"""
MESSAGES = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=60),
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=10,
    ).map(" ".join),
)


@given(st.lists(MESSAGES, min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_conversation_is_replied_to_and_always_alike(messages: list[str]) -> None:
    reply, context = conversation(*messages)
    assert (reply, context) == conversation(*messages)
    assert reply.text.strip()
    assert reply.plain.encode("utf-8")
    assert len(pickle.dumps(context)) < SMALL


@given(MESSAGES)
@example("how many nurses are there in Arcadia")
@settings(max_examples=100, deadline=None)
def test_only_what_is_known_is_named_in_a_reply(message: str) -> None:
    world = load_wide_world()
    reply, _ = ENGINE.reply(message, Context())
    assert set(reply.facts) <= world.facts.keys()
    assert set(reply.entities) <= world.entities.keys()
    assert (reply.reason is not None) == (reply.kind is Kind.UNKNOWN)
    assert bool(reply.sources) == bool(reply.facts)
    assert len(reply.choices) == len({choice.target for choice in reply.choices})


@pytest.mark.parametrize(
    "part",
    ["the ", "x", "Northport ", "how many ", "is it? ", "and who ", "\u202e", "😀", "\n", "a, "],
)
def test_an_endless_message_is_replied_to(part: str) -> None:
    reply, context = conversation(part * (10_000 // len(part)))
    assert len(reply.text) < SMALL
    assert len(pickle.dumps(context)) < SMALL
