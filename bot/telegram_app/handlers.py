"""What the bot does with each kind of update."""

from __future__ import annotations

import logging
import re
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.answering.conversation import Context
from bot.answering.engine import Engine
from bot.answering.reply import Reply
from bot.telegram_app.chats import Chats
from bot.telegram_app.delivery import described
from bot.telegram_app.rendering import keyboard, parts

log = logging.getLogger(__name__)

Callback = ContextTypes.DEFAULT_TYPE


class Handlers:
    """Hands messages and taps to the engine, and its replies to the chats."""

    def __init__(self, engine: Engine, chats: Chats) -> None:
        """Answer from this engine, with the conversations of these chats."""
        self._engine = engine
        self._chats = chats

    async def start(self, update: Update, _: Callback) -> None:
        """Greet, and forget what was said before, but for the language that was asked for."""
        if message := update.effective_message:
            context = self._spoken_in(message)
            self._chats.forget(message.chat_id)
            if context.wanted:
                self._chats.remember(message.chat_id, Context(wanted=context.wanted))
            await answer(message, self._engine.say("greeting", context))

    async def help(self, update: Update, _: Callback) -> None:
        """Say what can be asked."""
        if message := update.effective_message:
            await answer(message, self._engine.say("help", self._spoken_in(message)))

    async def asked(self, update: Update, callback: Callback) -> None:
        """Answer a question; an edited one anew, below the message that was edited."""
        message = update.effective_message
        question = question_in(message, callback.bot.username) if message else None
        if not message or question is None:
            return
        context = self._chats.recall(message.chat_id)
        reply, context = self._engine.reply(question, context)
        self._chats.remember(message.chat_id, context)
        await answer(message, reply, quote=True if update.edited_message else None)

    async def tapped(self, update: Update, _: Callback) -> None:
        """Answer a button; first of all tell Telegram that the tap was seen."""
        query = update.callback_query
        if not query:
            return
        with suppress(TelegramError):  # "query is too old": the question still wants an answer
            await query.answer()
        if not query.data or not query.message:
            return
        context = self._chats.recall(query.message.chat.id)
        reply, context = self._engine.choose(query.data, context)
        self._chats.remember(query.message.chat.id, context)
        await answer(query.message, reply, quote=False)

    async def not_text(self, update: Update, _: Callback) -> None:
        """Say that only text is understood."""
        if message := update.effective_message:
            await answer(message, self._engine.say("not-text", self._spoken_in(message)))

    async def failed(self, update: object, callback: Callback) -> None:
        """Log what went wrong without anyone's words, and apologise where that can arrive."""
        error = callback.error or RuntimeError()
        if isinstance(error, Forbidden):  # the person has blocked the bot
            return
        log.error("No answer: %s at %s", described(error), place_of(error))
        message = update.effective_message if isinstance(update, Update) else None
        undeliverable = isinstance(error, TelegramError) and not isinstance(error, BadRequest)
        if message and not undeliverable:
            with suppress(TelegramError):
                await answer(message, self._engine.say("apology", self._spoken_in(message)))

    def _spoken_in(self, message: Message) -> Context:
        """Give the conversation; Telegram says its language where nothing else does."""
        context = self._chats.recall(message.chat_id)
        user = message.from_user
        if context.spoken or context.wanted or user is None or user.language_code is None:
            return context
        return replace(context, spoken=user.language_code.partition("-")[0])


async def answer(
    message: MaybeInaccessibleMessage, reply: Reply, *, quote: bool | None = None
) -> None:
    """Send a reply to where a message is; quote None quotes in groups only."""
    *before, last = parts(reply)
    for part in before:
        await _send(message, part, None, quote=quote)
    await _send(message, last, keyboard(reply.choices), quote=quote)


def question_in(message: Message, username: str) -> str | None:
    """What a message asks the bot, captions included; None where it is not meant for it.

    In a group the bot is meant where it is named or where one of its messages is replied to.
    """
    text = message.text or message.caption
    if not text or message.chat.type == ChatType.PRIVATE:
        return text
    unnamed = re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE)
    replied_to = message.reply_to_message and message.reply_to_message.from_user
    meant = unnamed != text or (replied_to and replied_to.username == username)
    return unnamed if meant else None


def place_of(error: BaseException) -> str:
    """Where an error came up: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"


async def _send(
    message: MaybeInaccessibleMessage,
    text: str,
    buttons: InlineKeyboardMarkup | None,
    *,
    quote: bool | None,
) -> None:
    if isinstance(message, Message):
        await message.reply_text(text, reply_markup=buttons, do_quote=quote)
    else:  # Telegram hides messages from bots that are older than two days
        await message.chat.send_message(text, reply_markup=buttons)
