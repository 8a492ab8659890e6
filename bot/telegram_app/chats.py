"""What was said before, chat by chat."""

from __future__ import annotations

from collections import OrderedDict

from bot.answering.conversation import Context


class Chats:
    """The conversation of each chat, in memory; beyond the limit the first are forgotten."""

    def __init__(self, limit: int = 100_000) -> None:
        """Hold at most `limit` chats."""
        self._limit = limit
        self._contexts: OrderedDict[int, Context] = OrderedDict()

    def recall(self, chat: int) -> Context:
        """Where a chat's conversation stands; a fresh one where nothing is known of it."""
        return self._contexts.get(chat, Context())

    def remember(self, chat: int, context: Context) -> None:
        """Keep where a chat's conversation stands now."""
        self._contexts[chat] = context
        self._contexts.move_to_end(chat)
        if len(self._contexts) > self._limit:
            self._contexts.popitem(last=False)

    def forget(self, chat: int) -> None:
        """Start a chat's conversation anew."""
        self._contexts.pop(chat, None)
