"""The bot in Telegram: its parts put together, and its life from start to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from telegram import BotCommand, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    filters,
)

from bot.answering.engine import Engine
from bot.config import Settings, TelegramSettings
from bot.errors import ConfigError
from bot.telegram_app.chats import Chats
from bot.telegram_app.delivery import Outages, PatientDelivery, described
from bot.telegram_app.handlers import Handlers
from bot.telegram_app.ordering import ChatLanes
from bot.telegram_app.polling import Poller, RawBot
from bot.telegram_app.transport import AiohttpRequest

log = logging.getLogger(__name__)

START_WITHIN = 60.0
"""Seconds in which Telegram has to be reached at the start."""
STOP_WITHIN = 20.0
"""Seconds for answering what was fetched, once told to stop."""
SIGNALS = (signal.SIGTERM, signal.SIGINT)

NO_TOKEN = "telegram.token: none is set; get one from @BotFather into SAWAL_TELEGRAM__TOKEN"  # noqa: S105
BAD_TOKEN = "telegram.token: Telegram does not accept it; copy it again from @BotFather"  # noqa: S105

TelegramApp = Application[RawBot, Any, Any, Any, Any, Any]


def run(settings: Settings, engine: Engine) -> None:
    """Answer in Telegram until SIGTERM or SIGINT.

    Raises ConfigError where Telegram refuses the token or can't be reached.
    """
    # The library's own log repeats messages and addresses with the token when things go wrong.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    with suppress(asyncio.CancelledError):
        asyncio.run(serve(settings, engine))


async def serve(settings: Settings, engine: Engine) -> None:
    """Run the bot until this task is cancelled or a signal says stop; see `run`."""
    _cancel_on_signals()
    outages, lanes = Outages(), ChatLanes()
    bot = build_bot(settings.telegram, outages)
    application = build(bot, lanes, Handlers(engine, Chats(settings.conversation)))
    wait = settings.telegram.poll_timeout
    poller = Poller(bot, application.update_queue, lanes, outages, wait)
    try:
        await _connect(application)
        await application.start()
        introduction = asyncio.create_task(introduce(bot, engine))
        try:
            await poller.run()
        finally:
            introduction.cancel()
            await _finish(application, poller)
    finally:
        await application.shutdown()
        await bot.shutdown()  # where the application never came up


def build_bot(settings: TelegramSettings, outages: Outages) -> RawBot:
    """The bot's end of the line to Telegram."""
    if settings.token is None:
        raise ConfigError(NO_TOKEN)
    return RawBot(
        settings.token.get_secret_value(),
        base_url=settings.base_url,
        request=AiohttpRequest(settings.concurrency),
        get_updates_request=AiohttpRequest(1),
        rate_limiter=PatientDelivery(outages),
        defaults=Defaults(
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            allow_sending_without_reply=True,
        ),
    )


def build(bot: RawBot, lanes: ChatLanes, handlers: Handlers) -> TelegramApp:
    """The application: what is done with each kind of update, first match first."""
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .concurrent_updates(lanes)
        .job_queue(None)
        .build()
    )
    application.add_handlers(
        [
            CommandHandler("start", handlers.start),
            CommandHandler("help", handlers.help),
            MessageHandler(filters.TEXT | filters.CAPTION, handlers.asked),
            MessageHandler(
                filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL,
                handlers.not_text,
            ),
            CallbackQueryHandler(handlers.tapped),
        ]
    )
    application.add_error_handler(handlers.failed)
    return application


async def introduce(bot: RawBot, engine: Engine) -> None:
    """Fill the menu of commands and the bot's profile; best effort."""
    with suppress(TelegramError):
        await bot.set_my_commands(
            [BotCommand(name, engine.say(f"command-{name}").text) for name in ("start", "help")]
        )
        await bot.set_my_description(engine.say("profile").text)
        await bot.set_my_short_description(engine.say("profile-short").text)


async def _connect(application: TelegramApp) -> None:
    try:
        async with asyncio.timeout(START_WITHIN):
            await application.initialize()
            await application.bot.delete_webhook()
    except InvalidToken:
        raise ConfigError(BAD_TOKEN) from None
    except Exception as error:  # noqa: BLE001 - what answers may be no Bot API at all
        host = urlsplit(application.bot.base_url).hostname
        raise ConfigError(
            f"telegram.base_url: no Bot API answers at {host} ({described(error)}); "
            "check the address and the network"
        ) from None


async def _finish(application: TelegramApp, poller: Poller) -> None:
    """Answer what was fetched; what can't be answered in time is left to the next start."""
    try:
        async with asyncio.timeout(STOP_WITHIN):
            await application.stop()
            await poller.acknowledge()
    except TimeoutError:
        log.warning("Stopped before every message was answered")


def _cancel_on_signals() -> None:
    task = asyncio.current_task()
    if task is None:
        return
    with suppress(NotImplementedError):  # Windows, where ^C works all the same
        for number in SIGNALS:
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
