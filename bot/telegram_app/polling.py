"""Fetching updates, for ever and whatever comes."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any, NoReturn

from telegram import Update
from telegram.error import NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.telegram_app.delivery import Outages, described, pauses, seconds_to_wait
from bot.telegram_app.ordering import ChatLanes

log = logging.getLogger(__name__)

KINDS = ["message", "edited_message", "callback_query"]
"""The updates that the bot asks for."""
STUCK_AFTER = 60.0
"""Seconds beyond its own time after which a request for news is given up as stuck."""


class RawBot(ExtBot[None]):
    """A bot that can fetch updates without parsing them."""

    async def fetch(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        """Updates from `offset` on, as Telegram wrote them; `wait` seconds for the first."""
        request = {"offset": offset, "timeout": wait, "allowed_updates": KINDS}
        read_timeout = wait + (self.request.read_timeout or 0)
        updates = await self._post("getUpdates", request, read_timeout=read_timeout)
        if not isinstance(updates, list):
            raise NetworkError("this is no list of updates")
        return updates


class Poller:
    """Moves updates from Telegram into the queue.

    The library's own updater stops for good at one update that it can't read, repeats requests
    that time out without a pause, and may wait half a minute after an outage.
    """

    def __init__(
        self,
        bot: RawBot,
        queue: asyncio.Queue[object],
        lanes: ChatLanes,
        outages: Outages,
        wait: int,
    ) -> None:
        """Fetch while the lanes have room; a request waits `wait` seconds for news."""
        self._bot = bot
        self._queue = queue
        self._lanes = lanes
        self._outages = outages
        self._wait = wait
        self._offset: int | None = None

    async def run(self) -> NoReturn:
        """Fetch until cancelled."""
        while True:
            for planned in pauses():
                await self._lanes.room()
                try:
                    async with asyncio.timeout(self._wait + STUCK_AFTER):
                        await self._poll()
                except Exception as error:  # noqa: BLE001 - whatever it is, it may pass
                    self._outages.failed(error)
                    await asyncio.sleep(
                        seconds_to_wait(error) if isinstance(error, RetryAfter) else planned
                    )
                else:
                    self._outages.over()
                    break

    async def acknowledge(self) -> None:
        """Tell Telegram which updates need not be sent again; best effort."""
        if self._offset is not None:
            with suppress(Exception):
                await self._bot.fetch(self._offset, wait=0)

    async def _poll(self) -> None:
        fetched = await self._bot.fetch(self._offset, self._wait)
        numbered = [raw for raw in fetched if _is_numbered(raw)]
        if fetched and not numbered:
            raise NetworkError("these are no updates")
        for raw in numbered:
            self._offset = raw["update_id"] + 1
            self._queue.put_nowait(parsed(raw, self._bot))


def parsed(raw: dict[str, Any], bot: RawBot) -> Update:
    """One update; an empty one, which nothing answers, where the library can't read it."""
    try:
        return Update.de_json(raw, bot)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the polling
        log.warning("Update %d can't be read (%s)", raw["update_id"], described(error))
        return Update(raw["update_id"])


def _is_numbered(raw: object) -> bool:
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
