"""What was said before, chat by chat."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.answering.conversation import Context
from bot.config import ConversationSettings

MINUTE = 60
"""Seconds."""


class Chats:
    """The conversation of each chat, in memory, until it was silent for too long."""

    def __init__(
        self, settings: ConversationSettings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Forget as the settings say, by a clock of seconds."""
        self._settings = settings
        self._clock = clock
        # A tuple of a number and bytes: a million objects would keep the garbage collector busy.
        self._kept: OrderedDict[int, tuple[float, bytes]] = OrderedDict()

    def recall(self, chat: int) -> Context:
        """Where a chat's conversation stands; a fresh one where nothing is known of it."""
        if chat not in self._kept:
            return Context()
        at, packed = self._kept[chat]
        return Context() if self._is_over(at) else Context.unpacked(packed)

    def remember(self, chat: int, context: Context) -> None:
        """Keep where a chat's conversation stands now, and let go of old ones."""
        self._kept[chat] = (self._clock(), context.packed())
        self._kept.move_to_end(chat)
        while len(self._kept) > self._settings.most_chats or self._is_over(self._longest_silent()):
            self._kept.popitem(last=False)

    def forget(self, chat: int) -> None:
        """Start a chat's conversation anew."""
        self._kept.pop(chat, None)

    def _longest_silent(self) -> float:
        """When the chat that is silent longest was heard of last."""
        at, _ = next(iter(self._kept.values()))
        return at

    def _is_over(self, at: float) -> bool:
        return self._clock() - at > self._settings.forget_after * MINUTE
