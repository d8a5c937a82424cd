"""A hall's events as they happen (server-sent events, WHATWG HTML 9.2)."""

from __future__ import annotations

import asyncio

from fastapi import Response
from fastapi.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from central.config import Settings
from central.db import Database
from central.events import repository
from central.events.bell import MOST, Bell, Frames, Listener, Read

HEARTBEAT = b"event: beat\ndata: {}\n\n"
"""An event, because a browser's scripts hear nothing of a comment; without an id, because it is none of the hall's."""


def reading(database: Database) -> Read:
    """How the bell reads."""

    async def read(hall: str, last: int) -> Frames:
        events = await run_in_threadpool(database.look, lambda transaction: repository.after(transaction, hall, last, MOST))
        return [(number, frame(number, name, data)) for number, name, data in events]

    return read


class EventStream(Response):
    """From behind event ``last`` on, until the service, the listener or its time goes. ``missed``: some in between are gone."""

    media_type = "text/event-stream"

    def __init__(self, bell: Bell, settings: Settings, hall: str, last: int, missed: bool) -> None:
        self.status_code = 200
        self.background = None
        self.init_headers({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._bell, self._settings = bell, settings
        self._hall, self._last, self._missed = hall, last, missed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        with self._bell.listening(self._hall, self._last) as listener:
            gone = asyncio.ensure_future(_closed_by(receive, listener))
            life = loop.call_later(self._settings.stream_life_s, listener.close)
            try:
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
                await send(_part(self._greeting()))
                while (chunk := await listener.next(self._settings.heartbeat_s)) is not None:
                    await send(_part(chunk or HEARTBEAT))
                await send({"type": "http.response.body", "body": b"", "more_body": False})
            finally:
                life.cancel()
                gone.cancel()

    def _greeting(self) -> bytes:
        hello = frame(self._last, "hello", "{}")
        return hello + frame(self._last, "hall.changed", "{}") if self._missed else hello


async def _closed_by(receive: Receive, listener: Listener) -> None:
    """Ends the stream of a listener that went away."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.close()


def _part(body: bytes) -> dict[str, object]:
    return {"type": "http.response.body", "body": body, "more_body": True}


def frame(number: int, name: str, data: str) -> bytes:
    return f"id: {number}\nevent: {name}\ndata: {data}\n\n".encode()


def start(last_event_id: str | None, first: int, newest: int) -> tuple[int, bool]:
    """Where a listener continues, and whether it may have missed something for good. Kept are the events ``first`` to
    ``newest`` of its hall; ids are shared with other halls, so that those in between say nothing."""
    if last_event_id is None or not last_event_id.isdecimal():
        return newest, False
    last = int(last_event_id)
    if last > newest:
        return newest, True  # of another database
    return last, last < first
