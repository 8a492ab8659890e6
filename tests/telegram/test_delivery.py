"""What is tried again, and how the transport tells what may have arrived."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest
from botapi.server import TOKEN, BotApi, Fault
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram_app.delivery import (
    SLACK,
    Outages,
    PatientDelivery,
    pause_before_retry,
    pauses,
)
from bot.telegram_app.transport import AiohttpRequest


@pytest.fixture(autouse=True)
def _times_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the library not complain that times will be of another type one day."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.mark.parametrize(
    ("error", "endpoint", "pause"),
    [
        (NetworkError("refused"), "sendMessage", 2),
        (TimedOut("no answer"), "sendMessage", None),
        (TimedOut("no answer"), "answerCallbackQuery", 2),
        (BadRequest("chat not found"), "sendMessage", None),
        (Forbidden("blocked"), "sendMessage", None),
        (InvalidToken("revoked"), "getMe", None),
        (TelegramError("no JSON"), "sendMessage", None),
    ],
)
def test_only_what_cannot_be_shown_twice_is_tried_again(
    error: TelegramError, endpoint: str, pause: float | None
) -> None:
    assert pause_before_retry(error, endpoint, 2) == pause


def test_telegram_says_how_long_to_leave_it_alone() -> None:
    assert pause_before_retry(RetryAfter(7), "sendMessage", 2) == 7 + SLACK


def test_the_pauses_grow_up_to_five_seconds() -> None:
    assert list(itertools.islice(pauses(), 7)) == [0.5, 1, 2, 4, 5, 5, 5]


async def test_a_call_is_given_up_when_patience_is_at_its_end() -> None:
    delivery = PatientDelivery(Outages(), patience=0.1)
    calls = []

    async def call() -> bool:
        calls.append(1)
        raise NetworkError("refused")

    with pytest.raises(NetworkError):
        await delivery.process_request(call, (), {}, "sendMessage", {}, None)
    assert len(calls) == 1


def test_an_outage_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    outages = Outages()
    outages.over()
    for _ in range(3):
        outages.failed(NetworkError("words that stay out"))
    outages.over()
    outages.over()
    assert [record.message for record in caplog.records] == [
        "Telegram can't be reached (NetworkError); trying again",
        "Telegram is back",
    ]


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpRequest]:
    transport = AiohttpRequest(connections=2, read_timeout=0.2)
    await transport.initialize()
    yield transport
    await transport.shutdown()


async def test_connections_are_used_again(api: BotApi, transport: AiohttpRequest) -> None:
    for _ in range(3):
        assert await transport.post(f"{api.base_url}{TOKEN}/getMe")
    assert api.connections == 1


async def test_what_was_sent_and_not_answered_is_timed_out(
    api: BotApi, transport: AiohttpRequest
) -> None:
    api.order("getMe", Fault(delay=5))
    with pytest.raises(TimedOut):
        await transport.post(f"{api.base_url}{TOKEN}/getMe")


async def test_a_server_that_is_away_or_hangs_up_is_a_network_error(
    api: BotApi, transport: AiohttpRequest
) -> None:
    address = f"{api.base_url}{TOKEN}/getMe"
    api.order("getMe", Fault(drop=True))
    for _ in ("hangs up", "is away"):
        with pytest.raises(NetworkError) as caught:
            await transport.post(address)
        assert not isinstance(caught.value, TimedOut)
        assert TOKEN not in str(caught.value)
        await api.stop()


async def test_more_calls_than_connections_wait_in_line(
    api: BotApi, transport: AiohttpRequest
) -> None:
    api.order("getMe", Fault(delay=0.05), times=8)
    address = f"{api.base_url}{TOKEN}/getMe"
    await asyncio.gather(*(transport.post(address) for _ in range(8)))
    assert api.connections == 2
