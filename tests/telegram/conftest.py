"""A Bot API server and a real bot process for each test, or for each module that shares them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from botapi.people import Person
from botapi.server import TOKEN, BotApi
from process import BotProcess


@asynccontextmanager
async def serving() -> AsyncIterator[BotApi]:
    """A server that must have had nothing to object to."""
    api = BotApi()
    await api.start()
    try:
        yield api
    finally:
        await api.stop()
    assert api.objections == []


@asynccontextmanager
async def running(api: BotApi) -> AsyncIterator[BotProcess]:
    """A bot that polls; it must stop in good order and have printed nobody's words."""
    bot = await BotProcess.start(api)
    try:
        await api.until(lambda: api.polling or bot.finished.done())
        if api.polling:
            yield bot
    finally:
        code, output = await bot.stopped()
    assert code == 0, output
    assert_discreet(output, api)


def assert_discreet(output: str, api: BotApi) -> None:
    """Neither the token, nor what people or the bot said, nor a traceback is in the output."""
    assert TOKEN not in output
    assert "Traceback" not in output
    assert [text for text in api.world.said if text in output] == []


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as api:
        yield api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[BotProcess]:
    async with running(api) as bot:
        yield bot


@pytest.fixture
def ada(api: BotApi) -> Person:
    return Person(api, "Ada")


@pytest.fixture
def bilal(api: BotApi) -> Person:
    return Person(api, "Bilal")
