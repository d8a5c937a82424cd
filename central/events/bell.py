"""Brings a hall's news to its listeners. It carries no news itself: they are read from the table, from where listeners stand.

A hall's news are read once for all its listeners in this process and handed to them as ready bytes: what a stream costs is
sending them. A listener that fell behind, or comes new, reads for itself until it stands where the others stand.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Frames = list[tuple[int, bytes]]
"""Events as they are sent, with their ids, in order."""
Read = Callable[[str, int], Awaitable[Frames]]
"""The next events of a hall behind an id: as many as one reading takes, fewer when there are no more."""

MOST = 200  # events of one reading
BACKLOG = 64 * 1024  # bytes kept for a slow listener; then it reads the table again when it is ready for more
PAUSE_S = 0.02  # between two readings of a hall: one that is under load is read fifty times a second, not for each commit


@dataclass(eq=False)
class Channel:
    """One hall's listeners. ``last``: up to which event they have been told."""

    hall: str
    last: int
    listeners: set[Listener] = field(default_factory=set)
    reading: asyncio.Task[None] | None = None
    rung: bool = False


class Listener:
    """One open stream. Belongs to its event loop's thread."""

    def __init__(self, channel: Channel, read: Read, last: int) -> None:
        self._channel = channel
        self._read = read
        self._ready: deque[tuple[int, bytes]] = deque()
        self._size = 0
        self._sent = self._given = last
        self._behind = True
        self._waiting: asyncio.Future[None] | None = None
        self.closed = False

    async def next(self, patience_s: float) -> bytes | None:
        """What to send next; empty when nothing was heard for that long, None at the end."""
        while not self.closed:
            if self._ready:
                self._sent, chunk = self._ready.popleft()
                self._size -= len(chunk)
                return chunk
            if not self._behind:
                if not await self._heard(patience_s):
                    return b""
            elif chunk := await self._catch_up():
                return chunk
        return None

    async def _catch_up(self) -> bytes:
        """The next events behind; once there are no more, it stands where the others stand."""
        frames = await self._read(self._channel.hall, self._sent)
        if frames:
            self._sent = frames[-1][0]
        else:
            self._behind = self._sent < self._channel.last  # told meanwhile
        self._given = self._sent
        return b"".join(frame for _, frame in frames)

    async def _heard(self, patience_s: float) -> bool:
        loop = asyncio.get_running_loop()
        self._waiting = loop.create_future()
        timer = loop.call_later(patience_s, self._wake)
        try:
            await self._waiting
        finally:
            timer.cancel()
            self._waiting = None
        return self.closed or self._behind or bool(self._ready)

    def give(self, before: int, last: int, chunk: bytes) -> None:
        """All events behind ``before``, up to ``last``."""
        if self._behind or last <= self._given:
            return
        if self._given != before or self._size > BACKLOG:
            self._ready.clear()
            self._size, self._given, self._behind = 0, self._sent, True
        else:
            self._ready.append((last, chunk))
            self._size += len(chunk)
            self._given = last
        self._wake()

    def close(self) -> None:
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)


class Bell:
    """``ring`` and ``close`` may be called from any thread; everything else belongs to the event loop."""

    def __init__(self, read: Read, most: int = MOST) -> None:
        """``most``: events that one reading takes."""
        self._read = read
        self._most = most
        self._channels: dict[str, Channel] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    @contextmanager
    def listening(self, hall: str, last: int) -> Iterator[Listener]:
        """A listener that has heard everything up to event ``last``."""
        self._loop = asyncio.get_running_loop()
        channel = self._channels.setdefault(hall, Channel(hall, last))
        listener = Listener(channel, self._read, last)
        listener.closed = self.closed
        channel.listeners.add(listener)
        try:
            yield listener
        finally:
            channel.listeners.discard(listener)
            if not channel.listeners:
                self._channels.pop(hall, None)

    def ring(self, halls: Iterable[str]) -> None:
        """There is news in these halls. Who begins to listen after this finds it in the table."""
        listened = [hall for hall in halls if hall in self._channels]
        if listened:
            self._soon(self._rung, listened)

    def ring_all(self) -> None:
        """There may be news anywhere."""
        self.ring(list(self._channels))

    def close(self) -> None:
        """Every stream ends."""
        self.closed = True
        self._soon(self._close)

    def _soon(self, call: Callable[..., None], *values: object) -> None:
        try:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(call, *values)
        except RuntimeError:
            pass  # the loop is closed: nobody listens any more

    def _rung(self, halls: list[str]) -> None:
        for hall in halls:
            channel = self._channels.get(hall)
            if channel is not None:
                channel.rung = True
                if channel.reading is None:
                    channel.reading = asyncio.ensure_future(self._tell(channel))

    async def _tell(self, channel: Channel) -> None:
        try:
            while channel.rung and channel.listeners:
                channel.rung = False
                frames = await self._read(channel.hall, channel.last)
                if frames:
                    before, channel.last = channel.last, frames[-1][0]
                    chunk = b"".join(frame for _, frame in frames)
                    for listener in channel.listeners:
                        listener.give(before, channel.last, chunk)
                if len(frames) < self._most:
                    await asyncio.sleep(PAUSE_S)
                else:
                    channel.rung = True  # there are more
        finally:
            channel.reading = None

    def _close(self) -> None:
        for channel in self._channels.values():
            for listener in channel.listeners:
                listener.close()
