"""Who is served when: each chat in its order, no chat at the expense of another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Coroutine
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, cast

from telegram import Update
from telegram.ext import BaseUpdateProcessor

log = logging.getLogger(__name__)

ANY_NUMBER = 1_000_000
"""For the library's own bound, which would let one busy chat take all the places."""


@dataclass(slots=True)
class Lane:
    """One chat's updates, waiting for their turns."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class ChatLanes(BaseUpdateProcessor):
    """Works on the updates of a chat one after another, and on different chats side by side.

    Work is waiting for Telegram nearly all of the time, so what bounds it is the number of
    connections (see `AiohttpRequest`), not of chats: a chat that Telegram slows down costs the
    others nothing.
    """

    def __init__(self, per_chat: int = 100, in_all: int = 1000) -> None:
        """Leave out what a chat sends beyond `per_chat` updates; there is room below `in_all`."""
        super().__init__(ANY_NUMBER)
        self._per_chat = per_chat
        self._in_all = in_all
        self._lanes: dict[int, Lane] = {}
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def room(self) -> None:
        """Wait until there is room for further updates."""
        await self._room.wait()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when it is this update's turn."""
        chat = lane_of(update)
        lane = self._lanes.setdefault(chat, Lane())
        # Closing what was left out or cancelled spares a warning that it was never awaited.
        with closing(cast("Coroutine[Any, Any, Any]", coroutine)):
            if lane.length >= self._per_chat:
                log.info("One chat sends faster than it can be answered; an update is left out")
                return
            self._count(lane, 1)
            try:
                async with lane.turn:
                    await coroutine
            finally:
                self._count(lane, -1)
                if not lane.length:
                    del self._lanes[chat]

    def _count(self, lane: Lane, change: int) -> None:
        lane.length += change
        self._waiting += change
        if self._waiting < self._in_all:
            self._room.set()
        else:
            self._room.clear()


def lane_of(update: object) -> int:
    """The chat an update belongs to, or else the person; 0 where there is neither."""
    if not isinstance(update, Update):
        return 0
    place = update.effective_chat or update.effective_user
    return place.id if place else 0
