"""Our Bot API server is judged by another library, and is strict."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramRetryAfter
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from botapi import judge
from botapi.people import Person, labels
from botapi.server import TOKEN, BotApi, Fault


@pytest.fixture
async def other(api: BotApi) -> AsyncIterator[Bot]:
    """A bot of another library."""
    server = TelegramAPIServer.from_base(api.base_url.removesuffix("/bot"))
    session = AiohttpSession(api=server)
    yield Bot(TOKEN, session=session)
    await session.close()


def buttons(data: str) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="Callao", callback_data=data)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def test_another_library_can_hold_a_conversation(other: Bot, ada: Person) -> None:
    assert (await other.get_me()).username == "sawal_test_bot"
    ada.says("/start")
    [update] = await other.get_updates(timeout=1)
    assert update.message
    sent = await other.send_message(
        update.message.chat.id,
        "<b>Hello</b> &amp; welcome",
        parse_mode="HTML",
        reply_markup=buttons("callao"),
    )
    heard = await ada.hears()
    assert heard["text"] == "Hello & welcome"
    assert labels(heard) == ["Callao"]
    ada.taps(heard, "Callao")
    [update] = await other.get_updates(offset=update.update_id + 1, timeout=1)
    assert update.callback_query
    assert await other.answer_callback_query(update.callback_query.id)
    await other.edit_message_text("Bye", chat_id=sent.chat.id, message_id=sent.message_id)


async def test_updates_are_kept_until_they_are_acknowledged(other: Bot, ada: Person) -> None:
    ada.says("one")
    ada.says("two")
    first, second = await other.get_updates()
    assert await other.get_updates() == [first, second]
    assert await other.get_updates(offset=second.update_id) == [second]
    assert await other.get_updates(offset=second.update_id + 1) == []


@pytest.mark.parametrize(
    ("call", "refusal"),
    [
        ({"text": " "}, "message text is empty"),
        ({"text": " <b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "\N{WAVING HAND SIGN}" * 2049}, "too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<p>x</p>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "reply_markup": buttons("x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "chat_id": 1}, "chat not found"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    other: Bot, ada: Person, call: dict[str, Any], refusal: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=refusal):
        await other.send_message(**{"chat_id": ada.chat["id"], **call})


async def test_a_tap_is_acknowledged_once(other: Bot, ada: Person) -> None:
    ada.taps_data(await _greeted(other, ada), "x")
    [tap] = ada.api.world.unanswered_taps
    await other.answer_callback_query(tap)
    with pytest.raises(TelegramBadRequest, match="query ID is invalid"):
        await other.answer_callback_query(tap)


async def test_faults_come_as_ordered(api: BotApi, other: Bot) -> None:
    api.order("getMe", Fault(retry_after=3))
    api.order("getMe", Fault(drop=True))
    with pytest.raises(TelegramRetryAfter):
        await other.get_me()
    with pytest.raises(TelegramAPIError):
        await other.get_me()
    assert (await other.get_me()).is_bot


async def test_an_unknown_parameter_is_objected_to(api: BotApi, ada: Person) -> None:
    form = {"chat_id": str(ada.chat["id"]), "text": "x", "colour": "red"}
    async with aiohttp.ClientSession() as session:
        url = f"{api.base_url}{TOKEN}/sendMessage"
        async with session.post(url, data=form) as response:
            assert response.status == 400
    assert api.objections.pop() == "sendMessage has no parameter ['colour']"


def test_an_update_that_telegram_would_never_send_is_objected_to() -> None:
    with pytest.raises(judge.Objection, match="chat"):
        judge.update({"update_id": 1, "message": {"message_id": 1, "date": 1}})
    with pytest.raises(judge.Objection, match="unknown fields"):
        judge.update({"update_id": 1, "massage": {}})


async def _greeted(other: Bot, ada: Person) -> dict[str, Any]:
    await other.send_message(ada.chat["id"], "Hello", reply_markup=buttons("x"))
    return await ada.hears()
