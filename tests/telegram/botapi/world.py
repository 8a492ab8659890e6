"""What Telegram knows: chats and their messages, taps, and the updates that wait to be fetched."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from botapi import judge

JSON = dict[str, Any]
DATE = 1_790_000_000

ME: JSON = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Sawal",
    "username": "sawal_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


@dataclass
class World:
    """The state of the server, which outlives its crashes."""

    chats: dict[int, JSON] = field(default_factory=dict)
    messages: dict[tuple[int, int], JSON] = field(default_factory=dict)
    unanswered_taps: set[str] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    """Chats whose person has blocked the bot."""
    pending: list[JSON] = field(default_factory=list)
    """Updates not yet acknowledged."""
    profile: JSON = field(default_factory=dict)
    """Commands and descriptions that the bot has set."""
    said: list[str] = field(default_factory=list)
    """Every text that passed, either way."""
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def number(self) -> int:
        """A number never given before."""
        return next(self._numbers)

    def post(self, chat: int, sender: JSON, content: JSON) -> JSON:
        """Put a message into a chat."""
        message = {
            "message_id": self.number(),
            "date": DATE,
            "chat": self.chats[chat],
            "from": sender,
            **content,
        }
        self.messages[chat, message["message_id"]] = message
        self.said += [text for text in (content.get("text"), content.get("caption")) if text]
        return message

    def announce(self, kind: str, value: JSON) -> None:
        """Have the bot told of something."""
        update = {"update_id": self.number(), kind: value}
        judge.update(update)
        self.pending.append(update)

    def announce_unreadable(self, kind: str) -> None:
        """Have the bot told of something that no library can read."""
        self.pending.append({"update_id": self.number(), kind: {"message_id": "?", "chat": 7}})
