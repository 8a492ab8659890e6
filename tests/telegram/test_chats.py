"""How long and of how many chats the conversation is remembered."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from botapi.people import Person
from botapi.server import TOKEN, BotApi
from pydantic import SecretStr

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Kind, Reply
from bot.config import ConversationSettings, Settings, TelegramSettings
from bot.telegram_app.app import serve
from bot.telegram_app.chats import Chats

FRESH = Context()
ABOUT_CALLAO = Context(entities=("callao",))


class Clock:
    """Stands still until it is put forward."""

    def __init__(self) -> None:
        self.minutes = 0.0

    def __call__(self) -> float:
        return self.minutes * 60


def chats(clock: Clock, **settings: int) -> Chats:
    return Chats(ConversationSettings(**settings), clock)


def test_a_conversation_goes_on_after_a_silence_and_begins_anew_after_a_longer_one() -> None:
    clock = Clock()
    kept = chats(clock, forget_after=10)
    kept.remember(1, ABOUT_CALLAO)
    clock.minutes = 10
    assert kept.recall(1) == ABOUT_CALLAO
    clock.minutes = 10.1
    assert kept.recall(1) == FRESH


def test_each_message_prolongs_a_conversation() -> None:
    clock = Clock()
    kept = chats(clock, forget_after=10)
    for minute in (0, 9, 18):
        clock.minutes = minute
        kept.remember(1, ABOUT_CALLAO)
    clock.minutes = 27
    assert kept.recall(1) == ABOUT_CALLAO


def test_without_settings_an_hour_is_remembered() -> None:
    clock = Clock()
    kept = chats(clock)
    kept.remember(1, ABOUT_CALLAO)
    clock.minutes = 60
    assert kept.recall(1) == ABOUT_CALLAO
    clock.minutes = 61
    assert kept.recall(1) == FRESH


def test_conversations_that_are_over_take_no_memory() -> None:
    clock = Clock()
    kept = chats(clock, forget_after=10)
    for chat in range(5):
        clock.minutes = chat
        kept.remember(chat, ABOUT_CALLAO)
    clock.minutes = 12.5
    kept.remember(9, ABOUT_CALLAO)
    assert list(kept._kept) == [3, 4, 9]


def test_the_chat_that_was_silent_longest_is_forgotten_first() -> None:
    kept = chats(Clock(), most_chats=2)
    for chat in (1, 2, 1, 3):
        kept.remember(chat, ABOUT_CALLAO)
    assert [kept.recall(chat) for chat in (1, 2, 3)] == [ABOUT_CALLAO, FRESH, ABOUT_CALLAO]


def test_a_chat_can_begin_anew_at_any_time() -> None:
    kept = chats(Clock())
    kept.remember(1, ABOUT_CALLAO)
    for _ in range(2):
        kept.forget(1)
        assert kept.recall(1) == FRESH


class Counting(Engine):
    """An engine that says how many messages of a chat it remembers."""

    def __init__(self) -> None:
        """Without knowledge."""

    def reply(self, message: str, context: Context = FRESH) -> tuple[Reply, Context]:
        seen = (*context.entities, message)
        return Reply(Kind.ANSWER, str(len(seen)), "en"), Context(entities=seen)

    def say(self, phrase: str, _context: Context = FRESH) -> Reply:
        return Reply(Kind.SMALLTALK, phrase, "en")


async def test_the_running_bot_keeps_as_many_chats_as_it_is_told_to(
    api: BotApi, ada: Person, bilal: Person
) -> None:
    telegram = TelegramSettings(token=SecretStr(TOKEN), base_url=api.base_url, poll_timeout=5)
    settings = Settings(telegram=telegram, conversation=ConversationSettings(most_chats=1))
    bot = asyncio.create_task(serve(settings, Counting()))
    await api.until(lambda: api.polling)
    heard = []
    for person in (ada, ada, bilal, ada):
        person.says("hello")
        heard.append((await person.hears())["text"])
    bot.cancel()
    with suppress(asyncio.CancelledError):
        await bot
    assert heard == ["1", "2", "1", "1"]
