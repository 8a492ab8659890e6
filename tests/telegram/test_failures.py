"""A fault of our own, with the bot in this process and an engine that fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from botapi.people import Person
from botapi.server import TOKEN, BotApi, Fault
from pydantic import SecretStr

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Choice, Kind, Reply
from bot.config import Settings, TelegramSettings
from bot.errors import ConfigError
from bot.telegram_app.app import serve

FRESH = Context()


class Fragile(Engine):
    """An engine that breaks on the word "break"."""

    def __init__(self) -> None:
        """Without knowledge."""

    def reply(self, message: str, context: Context = FRESH) -> tuple[Reply, Context]:
        if "break" in message:
            raise ValueError(message)
        return Reply(Kind.ANSWER, f"You said: {message}", "en"), context

    def choose(self, target: str, context: Context = FRESH) -> tuple[Reply, Context]:
        return self.reply(target, context)

    def say(self, phrase: str, _context: Context = FRESH) -> Reply:
        choice = Choice("A target that Telegram refuses", "x" * 65)
        return Reply(Kind.SMALLTALK, phrase, "en", choices=(choice,) * (phrase == "help"))


def settings(api: BotApi) -> Settings:
    telegram = TelegramSettings(token=SecretStr(TOKEN), base_url=api.base_url, poll_timeout=5)
    return Settings(telegram=telegram)


@pytest.fixture
async def fragile(api: BotApi) -> AsyncIterator[asyncio.Task[None]]:
    """A running bot with that engine."""
    bot = asyncio.create_task(serve(settings(api), Fragile()))
    await api.until(lambda: api.polling)
    yield bot
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


async def test_while_telegram_is_away_the_bot_stops_in_time_and_leaves_the_rest(
    api: BotApi,
    ada: Person,
    fragile: asyncio.Task[None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.telegram_app.app.STOP_WITHIN", 0.2)
    api.order("sendMessage", Fault(delay=30))
    ada.says("hello")
    ada.says("are you there?")
    await api.until(lambda: api.waiting)
    await api.stop()
    fragile.cancel()
    async with asyncio.timeout(2):
        await asyncio.wait([fragile])
    assert "Stopped before every message was answered" in caplog.text


@pytest.mark.parametrize("status", [404, 401])
async def test_a_server_that_refuses_the_token_is_a_matter_of_settings(
    api: BotApi, status: int
) -> None:
    api.order("getMe", Fault(status=status))
    with pytest.raises(ConfigError, match=r"^telegram\.token: ") as caught:
        await serve(settings(api), Fragile())
    assert TOKEN not in str(caught.value)


async def test_an_answer_that_is_none_of_telegrams_is_a_matter_of_settings(api: BotApi) -> None:
    api.order("getMe", Fault(status=200))
    with pytest.raises(ConfigError, match=r"^telegram\.base_url: no Bot API answers at 127"):
        await serve(settings(api), Fragile())
