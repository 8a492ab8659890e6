"""A fault of our own, with the bot in this process and an engine that fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from botapi.people import Person
from botapi.server import TOKEN, BotApi
from pydantic import SecretStr

from bot.answering.conversation import Context
from bot.answering.reply import Choice, Kind, Reply
from bot.config import TelegramSettings
from bot.telegram_app.app import serve
from bot.telegram_app.chats import Chats


class Fragile:
    """An engine that breaks on the word "break"."""

    def reply(self, message: str, context: Context) -> tuple[Reply, Context]:
        if "break" in message:
            raise ValueError(message)
        return Reply(Kind.ANSWER, f"You said: {message}", "en"), context

    def choose(self, target: str, context: Context) -> tuple[Reply, Context]:
        return self.reply(target, context)

    def say(self, phrase: str) -> Reply:
        choice = Choice("A target that Telegram refuses", "x" * 65)
        return Reply(Kind.SMALLTALK, phrase, "en", choices=(choice,) * (phrase == "help"))


@pytest.fixture
async def fragile(api: BotApi) -> AsyncIterator[None]:
    settings = TelegramSettings(token=SecretStr(TOKEN), base_url=api.base_url, poll_timeout=5)
    bot = asyncio.create_task(serve(settings, Fragile()))  # type: ignore[arg-type]
    await api.until(lambda: api.polling)
    yield
    bot.cancel()
    with suppress(asyncio.CancelledError):
        await bot


@pytest.mark.usefixtures("fragile")
async def test_a_fault_of_the_engine_ends_in_an_apology_and_the_next_question_is_answered(
    ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    ada.says("please break")
    assert (await ada.hears())["text"] == "apology"
    ada.says("and now?")
    assert (await ada.hears())["text"] == "You said: and now?"
    assert "please break" not in caplog.text
    assert "No answer: ValueError at test_failures.py:" in caplog.text


@pytest.mark.usefixtures("fragile")
async def test_a_reply_that_telegram_refuses_ends_in_an_apology(ada: Person) -> None:
    ada.says("/help")
    assert (await ada.hears())["text"] == "apology"


def test_the_chat_that_was_silent_longest_is_forgotten_first() -> None:
    chats, kept = Chats(limit=2), Context(entities=("callao",))
    chats.remember(1, kept)
    chats.remember(2, kept)
    chats.remember(1, kept)
    chats.remember(3, kept)
    assert [chats.recall(chat) for chat in (1, 2, 3)] == [kept, Context(), kept]
