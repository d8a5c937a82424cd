"""Wakes listeners of a hall when there is news. It carries no news itself: a listener reads the database from where it stands."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Listener:
    """One open stream. ``wait`` returns False when nothing was heard for that long."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._heard = asyncio.Event()

    def wake(self) -> None:
        """May be called from any thread."""
        try:
            self._loop.call_soon_threadsafe(self._heard.set)
        except RuntimeError:
            pass  # its loop is closed: nobody listens there any more

    async def wait(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._heard.wait(), seconds)
        except TimeoutError:
            return False
        self._heard.clear()
        return True


class Bell:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, set[Listener]] = {}
        self.closed = False

    @contextmanager
    def listening(self, hall: str) -> Iterator[Listener]:
        listener = Listener(asyncio.get_running_loop())
        with self._lock:
            self._listeners.setdefault(hall, set()).add(listener)
        try:
            yield listener
        finally:
            with self._lock:
                self._listeners[hall].discard(listener)

    def ring(self, halls: Iterable[str]) -> None:
        with self._lock:
            awake = [listener for hall in halls for listener in self._listeners.get(hall, ())]
        for listener in awake:
            listener.wake()

    def close(self) -> None:
        """Every stream ends."""
        self.closed = True
        with self._lock:
            halls = list(self._listeners)
        self.ring(halls)
