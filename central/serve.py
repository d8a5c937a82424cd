"""Runs the app under uvicorn: ends open event streams when asked to stop, and logs no query string and no ticket's key."""

from __future__ import annotations

import asyncio
import gc
import logging
import re
import socket
from typing import Any, cast

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from central.shortcut import Shortcuts
from central.supervisor import Station

KEEP_ALIVE_S = 75  # longer than a terminal's pause between two requests: closing first would cost it a failed one
_SECRET_PATH = re.compile(r"^(/t/)[^/]+")


class AccessFilter(logging.Filter):
    """Shortens the path of uvicorn's access lines (its third argument)."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and len(record.args) > 2:
            path = _SECRET_PATH.sub(r"\1…", str(record.args[2]).partition("?")[0])
            record.args = (*record.args[:2], path, *record.args[3:])
        return True


ACCESS_FILTER = AccessFilter()


def settle_memory() -> None:
    """What is there when the service begins stays, so that the collector need not look at it; and it looks less often. It took
    45 ms of the slowest answers (spec/performance.md)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


class Corked:
    """A connection that sends the head of an answer together with the body behind it: one packet and one system call instead of
    two. Nothing is held back for longer than the event loop's present turn."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._head = b""

    def write(self, data: bytes) -> None:
        if self._head:
            data, self._head = self._head + data, b""
        elif data.startswith(b"HTTP/1.1 "):
            self._head = data
            self._loop.call_soon(self._flush)
            return
        self._transport.write(data)

    def _flush(self) -> None:
        if self._head:
            self.write(b"")

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class Protocol(HttpToolsProtocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(cast(asyncio.Transport, Corked(transport, self.loop)))


OPTIONS: dict[str, Any] = {
    "loop": "uvloop",
    "http": Protocol,
    "timeout_graceful_shutdown": 10,
    "timeout_keep_alive": KEEP_ALIVE_S,
    "server_header": False,
}


class Server(uvicorn.Server):
    """Uvicorn waits for open responses before the lifespan ends; streams have no end of their own, so they are told first.

    A server with a ``station`` is a worker: it listens on the socket it was given, and ends when its parent does.
    """

    def __init__(self, app: FastAPI, station: Station | None = None, **options: Any) -> None:
        options = {**OPTIONS, **options}
        super().__init__(uvicorn.Config(Shortcuts(app), **options))
        logging.getLogger("uvicorn.access").addFilter(ACCESS_FILTER)
        self._bell = app.state.context.bell
        self._station = station

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        settle_memory()
        super().run(sockets if self._station is None else [self._station.socket])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._station is not None:
            asyncio.get_running_loop().add_reader(self._station.parent, self._orphaned)
            self._station.ready()

    def _orphaned(self) -> None:
        assert self._station is not None
        asyncio.get_running_loop().remove_reader(self._station.parent)
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._bell.close()
        await super().shutdown(sockets)
