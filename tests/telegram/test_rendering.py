"""Replies as Telegram shows them: every part fits and can be read, and nothing is lost."""

from __future__ import annotations

import pytest
from botapi.markup import shown
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reply import Choice, Kind, Reply
from bot.telegram_app.rendering import LIMIT, keyboard, parts, split, units

SMALL = 12
"""A limit that makes every text long."""
words = st.text(st.sampled_from("ab.!?<>&\"' \n\t\u0627\N{WAVING HAND SIGN}"), max_size=200)


def reply(text: str, source_line: str = "") -> Reply:
    return Reply(Kind.ANSWER, text, "en", source_line=source_line)


def without_space(text: str) -> str:
    return "".join(text.split())


@given(words)
def test_split_pieces_fit_and_lose_nothing_but_white_space(text: str) -> None:
    pieces = list(split(text, SMALL))
    assert all(piece.strip() == piece != "" for piece in pieces)
    assert all(units(piece) <= SMALL for piece in pieces)
    assert without_space("".join(pieces)) == without_space(text)


@given(st.text(), st.text())
def test_whatever_is_said_is_shown_as_it_is(text: str, source_line: str) -> None:
    seen = "".join(shown(part) for part in parts(reply(text, source_line)))
    assert without_space(seen) == without_space(text + source_line)


@pytest.mark.parametrize("filling", ["a", "&", "\N{WAVING HAND SIGN}", "word ", "So. ", "\n\nx"])
@pytest.mark.parametrize("length", [LIMIT // 2, LIMIT - 1, LIMIT, LIMIT + 1, 3 * LIMIT])
def test_every_part_of_a_long_reply_can_be_sent(filling: str, length: int) -> None:
    text = (filling * length)[:length]
    messages = parts(reply(text, "Source: <SOS> & more"))
    assert all(units(message) <= LIMIT for message in messages)
    assert all(shown(message) for message in messages)
    seen = "".join(shown(message) for message in messages)
    assert without_space(seen) == without_space(text + "Source: <SOS> & more")


def test_a_short_reply_is_one_message_with_its_source_below() -> None:
    assert parts(reply("1 < 2 & more", "Source: SOS Peru, 2010")) == [
        "1 &lt; 2 &amp; more\n\n<i>Source: SOS Peru, 2010</i>"
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One two.\n\nThree.", ["One two.", "Three."]),
        ("One two\nthree", ["One two", "three"]),
        ("It is. Is it", ["It is. Is it"]),
        ("It is so. Is it", ["It is so.", "Is it"]),
        ("one two three", ["one two", "three"]),
        ("incomprehensible", ["incomprehens", "ible"]),
    ],
)
def test_a_text_is_cut_where_it_hurts_least(text: str, pieces: list[str]) -> None:
    assert list(split(text, SMALL)) == pieces


def test_an_emoji_is_never_cut_in_half() -> None:
    assert list(split("\N{WAVING HAND SIGN}" * 4, 5)) == ["\N{WAVING HAND SIGN}" * 2] * 2


def test_short_choices_share_a_row_and_a_long_one_has_its_own() -> None:
    long = "SOS Medical Centres worldwide"
    labels = {"Callao": "callao", "Cusco": "cusco", long: "all", "Kasur": "kasur"}
    markup = keyboard([Choice(label, target) for label, target in labels.items()])
    assert markup
    assert [[(b.text, b.callback_data) for b in row] for row in markup.inline_keyboard] == [
        [("Callao", "callao"), ("Cusco", "cusco")],
        [(long, "all")],
        [("Kasur", "kasur")],
    ]


def test_without_choices_there_is_no_keyboard() -> None:
    assert keyboard(()) is None
