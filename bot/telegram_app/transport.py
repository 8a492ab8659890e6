"""Requests to the Bot API over aiohttp, which costs far less CPU than the library's own client."""

from __future__ import annotations

from typing import cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

KEEP_ALIVE = 60.0
"""Seconds that an idle connection is kept, so that answering a quiet chat needs no handshake."""


class AiohttpRequest(BaseRequest):
    """Posts forms, and tells apart what may have reached Telegram and what certainly did not.

    `TimedOut` means that the request was sent and its fate is unknown; every other `NetworkError`
    that it was refused, cut off or never sent. Files are not sent by this bot and not supported.
    """

    def __init__(
        self, connections: int, connect_timeout: float = 5, read_timeout: float = 20
    ) -> None:
        """Open at most so many connections; further requests wait in line. Times in seconds."""
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call names no time of its own."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; a second call does nothing."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=True)

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the library names the arguments
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - all is short
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - waiting in line is fine
    ) -> tuple[int, bytes]:
        """Send one request; status and body of the answer."""
        if self._session is None:
            raise NetworkError("the transport is closed")
        timeout = aiohttp.ClientTimeout(
            sock_connect=_or_default(connect_timeout, self._connect_timeout),
            sock_read=_or_default(read_timeout, self._read_timeout),
        )
        form = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(method, url, data=form, timeout=timeout) as response:
                return response.status, await response.read()
        # The library's messages may hold the address and so the token: only the type is kept.
        except aiohttp.ConnectionTimeoutError as error:
            raise NetworkError(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


def _or_default(seconds: object, default: float) -> float | None:
    return default if seconds is BaseRequest.DEFAULT_NONE else cast("float | None", seconds)
