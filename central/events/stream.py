"""A hall's events as they happen (server-sent events, WHATWG HTML 9.2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi.concurrency import run_in_threadpool

from central.context import Context
from central.events import repository
from central.events.models import Event

HEARTBEAT = b": still here\n\n"


async def stream(context: Context, hall: str, last: int, missed: bool) -> AsyncIterator[bytes]:
    """From behind event ``last`` on, until the service, the listener or its time goes. ``missed``: some in between are gone."""
    clock = asyncio.get_running_loop().time
    end = clock() + context.settings.stream_life_s
    with context.bell.listening(hall) as listener:
        yield frame(last, "hello", {})
        if missed:
            yield frame(last, "hall.changed", {})
        while not context.bell.closed and clock() < end:
            events = await run_in_threadpool(_after, context, hall, last)
            for event in events:
                last = event.id
                yield frame(event.id, event.name, event.data)
            if not events and not await listener.wait(context.settings.heartbeat_s):
                yield HEARTBEAT


def _after(context: Context, hall: str, last: int) -> list[Event]:
    return context.database.read(lambda session: repository.after(session, hall, last))


def frame(number: int, name: str, data: dict[str, Any]) -> bytes:
    return f"id: {number}\nevent: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def start(last_event_id: str | None, first: int, newest: int) -> tuple[int, bool]:
    """Where a listener continues, and whether it missed something for good. Kept are the events ``first`` to ``newest``."""
    if last_event_id is None or not last_event_id.isdecimal():
        return newest, False
    last = int(last_event_id)
    if last > newest:
        return newest, True  # of another database
    return last, last < first - 1
