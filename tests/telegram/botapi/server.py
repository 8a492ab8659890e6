"""The server: HTTP, long polling, and outages to order."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from botapi import judge
from botapi.methods import METHODS, Refusal, bad
from botapi.world import JSON, World

TOKEN = "123456:TEST-abcdefghijklmnopqrstuvwxyz01234"


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, or around, what it asks for."""

    status: int | None = None
    """The HTTP status to answer."""
    retry_after: int | None = None
    """Seconds, for a 429."""
    delay: float = 0
    """Seconds before the call is looked at."""
    drop: bool = False
    """Cut the connection without an answer."""


@dataclass(frozen=True)
class Call:
    """One request of the bot."""

    method: str
    parameters: JSON
    status: int
    """The HTTP status it was answered with, 0 where the connection was cut."""


class BotApi:
    """A Bot API server for one bot; whatever the judge objects to is kept in `objections`."""

    def __init__(self) -> None:
        self.world = World()
        self.calls: list[Call] = []
        self.objections: list[str] = []
        self.waiting = 0
        """How many calls are being delayed."""
        self._connections: set[object] = set()
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._changed = asyncio.Event()
        self._poll: asyncio.Task[Any] | None = None
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls the base URL."""
        return f"http://127.0.0.1:{self._port}/bot"

    async def start(self) -> None:
        """Serve, after a stop on the same port as before."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Crash: cut every connection and refuse new ones. What is pending is kept."""
        if self._runner:
            await self._runner.cleanup()
            await asyncio.sleep(0)  # lets the transports close before the loop does
            self._runner = None

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        """Have the next calls of a method go wrong."""
        self._faults[method].extend([fault] * times)

    async def until(self, condition: Callable[[], object], within: float = 20) -> None:
        """Wait until something is true of the calls or the world; TimeoutError if it never is."""
        async with asyncio.timeout(within):
            while not condition():
                await self._changed.wait()

    def notify(self) -> None:
        """Wake whoever waits for a change: long polls and tests."""
        self._changed.set()
        self._changed = asyncio.Event()

    @property
    def connections(self) -> int:
        """How many connections were opened so far."""
        return len(self._connections)

    @property
    def polling(self) -> bool:
        """Whether a request for news is being held open."""
        return self._poll is not None and not self._poll.done()

    def called(self, method: str) -> list[Call]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method == method]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self._connections.add(request.protocol)
        method = request.match_info["method"]
        form = {name: str(value) for name, value in (await request.post()).items()}
        fault = self._faults[method].popleft() if self._faults[method] else Fault()
        await self._delay(fault.delay)
        if fault.drop:
            self._log(method, form, 0)
            assert request.transport
            request.transport.abort()
            return web.Response()
        status, answer = await self._answer(request.match_info["token"], method, form, fault)
        self._log(method, form, status)
        return web.json_response(answer, status=status)

    async def _delay(self, seconds: float) -> None:
        if not seconds:
            return
        self.waiting += 1
        self.notify()
        try:
            await asyncio.sleep(seconds)
        finally:
            self.waiting -= 1

    def _log(self, method: str, form: JSON, status: int) -> None:
        self.calls.append(Call(method, form, status))
        self.notify()

    async def _answer(self, token: str, method: str, form: JSON, fault: Fault) -> tuple[int, JSON]:
        if token != TOKEN:
            return 401, _error(401, "Unauthorized")
        if fault.retry_after:
            return 429, _error(429, "Too Many Requests", retry_after=fault.retry_after)
        if fault.status:
            return fault.status, _error(fault.status, "Internal Server Error")
        try:
            return 200, {"ok": True, "result": await self._result(method, form)}
        except judge.Objection as objection:
            self.objections.append(str(objection))
            return 400, _error(400, str(objection))
        except Refusal as refusal:
            return refusal.code, _error(refusal.code, refusal.description)

    async def _result(self, method: str, form: dict[str, str]) -> Any:
        if method != "getUpdates" and method not in METHODS:
            raise Refusal(404, "Not Found")
        call = judge.request(method, form)
        if method == "getUpdates":
            return await self._updates(call)
        result = METHODS[method](self.world, call)
        judge.result(method, result)
        return result

    async def _updates(self, call: JSON) -> list[JSON]:
        """Long polling: acknowledge what is older than the offset, wait for news."""
        if self._poll and not self._poll.done():
            self._poll.cancel()
        self._poll = asyncio.ensure_future(self._news(call))
        try:
            news: list[JSON] = await self._poll
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling():  # type: ignore[union-attr]
                self._poll.cancel()
                raise
            raise Refusal(409, "Conflict: terminated by other getUpdates request") from None
        return news

    async def _news(self, call: JSON) -> list[JSON]:
        limit: int = call.get("limit", 100)
        if not 1 <= limit <= 100:
            raise bad("limit is out of range")
        pending = self.world.pending
        pending[:] = [new for new in pending if new["update_id"] >= call.get("offset", 0)]
        self.notify()
        try:
            async with asyncio.timeout(call.get("timeout", 0)):
                while not pending:
                    await self._changed.wait()
        except TimeoutError:
            pass
        return pending[:limit]


def _error(code: int, description: str, **parameters: int) -> JSON:
    extra = {"parameters": parameters} if parameters else {}
    return {"ok": False, "error_code": code, "description": description, **extra}
