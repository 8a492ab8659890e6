"""The bot as operators run it: a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import dataclass

from botapi.server import TOKEN, BotApi


@dataclass
class BotProcess:
    """A running `sawal run`."""

    process: asyncio.subprocess.Process
    finished: asyncio.Task[None]
    printed: bytearray
    """All that it has printed so far."""
    news: asyncio.Event
    """Set with every line that it prints."""

    @classmethod
    async def start(cls, api: BotApi, token: str = TOKEN) -> BotProcess:
        """Start the bot against a server of ours; it may need a second to get going."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=_environment(api.base_url, token),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        printed, news = bytearray(), asyncio.Event()
        finished = asyncio.create_task(_read(process, printed, news))
        finished.add_done_callback(lambda _: api.notify())
        return cls(process, finished, printed, news)

    async def prints(self, text: str, within: float = 30) -> None:
        """Wait until it has printed a text."""
        async with asyncio.timeout(within):
            while text.encode() not in self.printed:
                self.news.clear()
                await self.news.wait()

    def interrupt(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Tell the process to stop."""
        if self.process.returncode is None:
            self.process.send_signal(number)

    async def ended(self, within: float = 25) -> tuple[int, str]:
        """Exit code, and all that was printed, once the process has ended."""
        try:
            async with asyncio.timeout(within):
                await asyncio.shield(self.finished)
        finally:
            if self.process.returncode is None:
                self.process.kill()
        assert self.process.returncode is not None
        return self.process.returncode, self.printed.decode()

    async def stopped(self) -> tuple[int, str]:
        """Exit code and all that was printed, after asking the process to stop."""
        self.interrupt()
        return await self.ended()


async def _read(
    process: asyncio.subprocess.Process, printed: bytearray, news: asyncio.Event
) -> None:
    """Collect what a process prints until it ends."""
    assert process.stdout is not None
    async for line in process.stdout:
        printed.extend(line)
        news.set()
    await process.wait()


def _environment(base_url: str, token: str) -> dict[str, str]:
    """The tests' own environment, without settings or proxies that would reach the bot."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith("SAWAL_") and not name.lower().endswith("_proxy")
    }
    return kept | {
        "SAWAL_TELEGRAM__TOKEN": token,
        "SAWAL_TELEGRAM__BASE_URL": base_url,
        "SAWAL_TELEGRAM__POLL_TIMEOUT": "5",
    }
