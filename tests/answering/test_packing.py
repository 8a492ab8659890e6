"""A context is kept in few bytes, which a later version can make something of."""

from __future__ import annotations

import zlib
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talking import ENGINE, conversation, uses

from bot.answering.conversation import Context
from bot.answering.reply import Kind

CONTEXTS = st.builds(Context, **{field.name: ... for field in fields(Context)})


def packed_by_another_version(text: str) -> bytes:
    return zlib.compress(text.encode(), wbits=-15)


@given(CONTEXTS)
def test_what_is_packed_comes_out_again(context: Context) -> None:
    assert Context.unpacked(context.packed()) == context


@pytest.mark.parametrize(
    "messages",
    [
        ("who works in Northport", "and in Southwell?"),
        ("which clinics have a nurse", "the second one"),
        ("how many clinics are there in Arcadia",),
        ("when did it open",),
    ],
)
def test_a_conversation_goes_on_from_packed_bytes_as_from_its_context(
    messages: tuple[str, ...],
) -> None:
    _, context = conversation(*messages)
    assert Context.unpacked(context.packed()) == context


def test_a_fresh_context_takes_hardly_a_byte() -> None:
    assert len(Context().packed()) < 8


@given(st.binary())
def test_any_bytes_give_a_context(packed: bytes) -> None:
    assert isinstance(Context.unpacked(packed), Context)


@given(CONTEXTS, st.data())
def test_bytes_that_were_cut_off_give_a_fresh_context(
    context: Context, data: st.DataObject
) -> None:
    packed = context.packed()
    end = data.draw(st.integers(0, len(packed) - 1))
    assert Context.unpacked(packed[:end]) == Context()


def test_what_another_version_kept_besides_is_passed_over() -> None:
    packed = packed_by_another_version('{"entities": ["north"], "mood": "merry"}')
    assert Context.unpacked(packed) == Context(entities=("north",))


@pytest.mark.parametrize(
    "text", ['{"entities": 3}', '{"operations": ["sing"]}', '["north"]', "null", "{", "", "\0"]
)
def test_what_another_version_kept_otherwise_gives_a_fresh_context(text: str) -> None:
    assert Context.unpacked(packed_by_another_version(text)) == Context()


GONE = Context(
    entities=("gone",), concepts=(frozenset({"gone"}),), listed=("north", "gone"), whole=("gone",)
)


@pytest.mark.parametrize("message", ["who works there", "the second one", "what about a dentist"])
def test_a_conversation_about_what_has_left_the_knowledge_begins_anew(message: str) -> None:
    assert ENGINE.reply(message, GONE) == ENGINE.reply(message)


def test_a_choice_that_has_left_the_knowledge_is_answered_kindly() -> None:
    reply, _ = ENGINE.reply("1", Context(choices=("gone/opening", "north")))
    assert uses(reply, "expired-choice")


IDS = st.sampled_from(["north", "south", "arcadia", "clinic", "staff", "north/staff", "gone", ""])
SEVERAL = st.lists(IDS, max_size=3).map(tuple)
MIXED = st.builds(
    Context,
    entities=SEVERAL,
    concepts=st.lists(st.frozensets(IDS), max_size=2).map(tuple),
    operations=...,
    counted=st.frozensets(IDS),
    whole=SEVERAL,
    kinds=st.frozensets(IDS),
    listed=SEVERAL,
    choices=SEVERAL,
    undecided=...,
)
FOLLOW_UPS = """who works there / what about Southwell / and a dentist / the second one / 2 /
staff / which one / how many are there / compare it with Northport / no, i mean Arcadia / Northport
"""


@given(st.sampled_from(FOLLOW_UPS.split("/")), MIXED)
@settings(max_examples=300, deadline=None)
def test_no_context_keeps_the_engine_from_replying(message: str, context: Context) -> None:
    reply, after = ENGINE.reply(message, context)
    assert reply.text
    assert reply.kind in Kind
    assert Context.unpacked(after.packed()) == after
