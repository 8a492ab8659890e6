"""People and groups, as a test sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from botapi.server import BotApi
from botapi.world import JSON, ME


@dataclass
class Person:
    """Someone who writes to the bot, in private or in a group, and reads what it sends there."""

    api: BotApi
    name: str
    group: str | None = None
    read: int = 0
    """How many of the bot's messages were read so far."""
    user: JSON = field(init=False)
    chat: JSON = field(init=False)

    def __post_init__(self) -> None:
        number = self.api.world.number() + 1000
        self.user = {"id": number, "is_bot": False, "first_name": self.name}
        if self.group:
            self.chat = {"id": -number, "type": "supergroup", "title": self.group}
        else:
            self.chat = {"id": number, "type": "private", "first_name": self.name}
        self.api.world.chats[self.chat["id"]] = self.chat

    def says(self, text: str, **fields: Any) -> JSON:
        """Write a text; commands are marked as Telegram does."""
        if text.startswith("/"):
            command = {
                "type": "bot_command",
                "offset": 0,
                "length": len(text.split(maxsplit=1)[0]),
            }
            fields["entities"] = [command]
        return self.sends(text=text, **fields)

    def sends(self, **content: Any) -> JSON:
        """Send any kind of message."""
        message = self.api.world.post(self.chat["id"], self.user, content)
        self._announce("message", message)
        return message

    def edits(self, message: JSON, text: str) -> None:
        """Change what was written."""
        message |= {"text": text, "edit_date": message["date"] + 60}
        self.api.world.said.append(text)
        self._announce("edited_message", message)

    def moves(self, message: JSON) -> None:
        """Walk on while sharing a live location."""
        message |= {"edit_date": message["date"] + 60}
        self._announce("edited_message", message)

    def taps(self, message: JSON, label: str) -> None:
        """Press the button with this label."""
        [data] = [
            button["callback_data"] for button in buttons_of(message) if button["text"] == label
        ]
        self.taps_data(message, data)

    def taps_data(self, message: JSON, data: str) -> None:
        """Press a button that carries this, however old."""
        tap = str(self.api.world.number())
        self.api.world.unanswered_taps.add(tap)
        query = {"id": tap, "from": self.user, "chat_instance": "1", "message": message}
        self._announce("callback_query", {**query, "data": data})

    async def hears(self, within: float = 20) -> JSON:
        """The next message of the bot, once it is there."""
        await self.api.until(lambda: len(self.heard) > self.read, within)
        self.read += 1
        return self.heard[self.read - 1]

    @property
    def heard(self) -> list[JSON]:
        """Every message of the bot in this chat."""
        return [
            message
            for (chat, _), message in self.api.world.messages.items()
            if chat == self.chat["id"] and message["from"] == ME
        ]

    def _announce(self, kind: str, value: JSON) -> None:
        self.api.world.announce(kind, value)
        self.api.notify()


def buttons_of(message: JSON) -> list[JSON]:
    """The buttons below a message, from top to bottom."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def labels(message: JSON) -> list[str]:
    """What the buttons below a message say."""
    return [button["text"] for button in buttons_of(message)]
