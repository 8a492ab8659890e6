"""Trying again: an outage of Telegram delays answers, and loses none."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import logging
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)

Result = bool | dict[str, Any] | list[dict[str, Any]]
"""What a method of the Bot API returns."""
PATIENCE = 300.0
"""Seconds after which an answer is given up: by then the question has often been put again."""
SLACK = 0.1
"""Seconds added to the pause that Telegram asks for, as clocks differ."""


class Outages:
    """Tells the log once when Telegram goes away, and once when it is back."""

    def __init__(self) -> None:
        """Begin in good order."""
        self._since: str | None = None

    def failed(self, error: Exception) -> None:
        """Take note of a request that failed and will be repeated."""
        if self._since is None:
            self._since = type(error).__name__
            log.warning("Telegram can't be reached (%s); trying again", described(error))

    def over(self) -> None:
        """Take note of a request that went well."""
        if self._since is not None:
            self._since = None
            log.warning("Telegram is back")


class PatientDelivery(BaseRateLimiter[None]):
    """Repeats calls that failed, where a repetition can't show the reader an answer twice."""

    def __init__(self, outages: Outages, patience: float = PATIENCE) -> None:
        """Give a call up after `patience` seconds."""
        self._outages = outages
        self._patience = patience

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the library names the arguments
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        """Make the call, again and again where that is safe; its last error where time is up."""
        now = asyncio.get_running_loop().time
        give_up_at = now() + self._patience
        for planned in pauses():
            try:
                result = await callback(*args, **kwargs)
            except TelegramError as error:
                pause = pause_before_retry(error, endpoint, planned)
                if pause is None or now() + pause > give_up_at:
                    raise
                if not isinstance(error, RetryAfter):
                    self._outages.failed(error)
                await asyncio.sleep(pause)
            else:
                self._outages.over()
                return result
        raise AssertionError("the pauses never end")


def pauses() -> Iterator[float]:
    """Seconds to wait before each further attempt: soon at first, then every five."""
    return itertools.chain((0.5, 1.0, 2.0, 4.0), itertools.repeat(5.0))


def pause_before_retry(error: TelegramError, endpoint: str, planned: float) -> float | None:
    """Seconds until the call should be repeated; None where it must not be.

    A message that was sent but not acknowledged in time may well have arrived, so it is not sent
    again. A connection that broke counts as refused: losing it is worse than showing it twice.
    """
    match error:
        case RetryAfter():
            return seconds_to_wait(error) + SLACK
        case BadRequest():
            return None
        case TimedOut():
            return None if endpoint.startswith("send") else planned
        case NetworkError():
            return planned
        case _:
            return None


def seconds_to_wait(error: RetryAfter) -> float:
    """How long Telegram asks to be left alone."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)


def described(error: Exception) -> str:
    """An error for the log: its type, and the type of what caused it; never its words."""
    names = [type(error).__name__]
    if error.__cause__ is not None:
        names.append(type(error.__cause__).__name__)
    return ": ".join(names)
