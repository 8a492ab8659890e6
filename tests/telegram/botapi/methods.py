"""The methods that the bot may call, and what they refuse."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botapi.markup import BadMarkup, shown, units
from botapi.world import JSON, ME, World

Method = Callable[[World, JSON], Any]


@dataclass
class Refusal(Exception):  # noqa: N818 - a word of its own
    """An error that Telegram answers with."""

    code: int
    description: str


def bad(description: str) -> Refusal:
    """Refuse a request as wrong in itself."""
    return Refusal(400, f"Bad Request: {description}")


def get_me(_world: World, _call: JSON) -> JSON:
    return ME


def send_message(world: World, call: JSON) -> JSON:
    chat = _chat(world, call)
    content: JSON = {"text": _text(call)}
    if "reply_markup" in call:
        content["reply_markup"] = _keyboard(call["reply_markup"])
    if quoted := _quoted(world, call):
        content["reply_to_message"] = quoted
    return world.post(chat, ME, content)


def edit_message_text(world: World, call: JSON) -> JSON:
    message = _own_message(world, call)
    text, keyboard = _text(call), _keyboard(call.get("reply_markup"))
    if (text, keyboard) == (message["text"], message.get("reply_markup")):
        raise bad("message is not modified")
    world.said.append(text)
    return _changed(message, text, keyboard)


def edit_message_reply_markup(world: World, call: JSON) -> JSON:
    message = _own_message(world, call)
    keyboard = _keyboard(call.get("reply_markup"))
    if keyboard == message.get("reply_markup"):
        raise bad("message is not modified")
    return _changed(message, message["text"], keyboard)


def answer_callback_query(world: World, call: JSON) -> bool:
    if call["callback_query_id"] not in world.unanswered_taps:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    world.unanswered_taps.remove(call["callback_query_id"])
    return True


def send_chat_action(world: World, call: JSON) -> bool:
    _chat(world, call)
    return True


def set_my_commands(world: World, call: JSON) -> bool:
    for command in call["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile["commands"] = call["commands"]
    return True


def set_my_description(world: World, call: JSON) -> bool:
    return _describe(world, call, "description", 512)


def set_my_short_description(world: World, call: JSON) -> bool:
    return _describe(world, call, "short_description", 120)


def delete_webhook(_world: World, _call: JSON) -> bool:
    return True


def get_webhook_info(world: World, _call: JSON) -> JSON:
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.pending),
    }


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "answerCallbackQuery": answer_callback_query,
    "sendChatAction": send_chat_action,
    "setMyCommands": set_my_commands,
    "setMyDescription": set_my_description,
    "setMyShortDescription": set_my_short_description,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
"""All but getUpdates, which waits and so is the server's own."""


def _chat(world: World, call: JSON) -> int:
    chat = int(call["chat_id"])
    if chat not in world.chats:
        raise bad("chat not found")
    if chat in world.blocked:
        raise Refusal(403, "Forbidden: bot was blocked by the user")
    return chat


def _own_message(world: World, call: JSON) -> JSON:
    message = world.messages.get((_chat(world, call), int(call["message_id"])))
    if message is None or message["from"] != ME:
        raise bad("message to edit not found")
    return message


def _changed(message: JSON, text: str, keyboard: JSON | None) -> JSON:
    message["text"] = text
    message.pop("reply_markup", None)
    if keyboard:
        message["reply_markup"] = keyboard
    return message


def _text(call: JSON) -> str:
    try:
        text = shown(call["text"]) if call.get("parse_mode") == "HTML" else call["text"].strip()
    except BadMarkup as error:
        raise bad(f"can't parse entities: {error}") from None
    if not text:
        raise bad("message text is empty")
    if units(text) > 4096:
        raise bad("message is too long")
    return text


def _keyboard(markup: JSON | None) -> JSON | None:
    if markup is None:
        return None
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise bad("too many buttons")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad("button text is empty")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    return markup


def _quoted(world: World, call: JSON) -> JSON | None:
    wanted = call.get("reply_parameters")
    if not wanted:
        return None
    message = world.messages.get((int(call["chat_id"]), wanted["message_id"]))
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    # Telegram shows one level of what was replied to.
    return message and {name: message[name] for name in message.keys() - {"reply_to_message"}}


def _describe(world: World, call: JSON, name: str, limit: int) -> bool:
    if len(call.get(name, "")) > limit:
        raise bad(f"{name} is too long")
    world.profile[name] = call.get(name, "")
    return True
