"""The one door from other threads into Kivy's. Nothing in Kivy may be called from elsewhere, not even its scheduler."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue

from kiosk.visit import Shown


class Bridge:
    """Views wait here and are taken one a frame, in order: the newest stays, and each is seen for a frame at least."""

    def __init__(self, take: Callable[[Shown], None], press_key: Callable[[str], None], stop: Callable[[], None]) -> None:
        self._take = take
        self._press_key = press_key
        self._stop = stop
        self._views: SimpleQueue[Shown] = SimpleQueue()
        self._keys: SimpleQueue[str] = SimpleQueue()
        self._stopping = False

    def show(self, shown: Shown) -> None:
        self._views.put(shown)

    def key(self, key: str) -> None:
        self._keys.put(key)

    def stop(self) -> None:
        self._stopping = True

    def drain(self, _elapsed: float = 0.0) -> None:
        """Called on Kivy's clock before each frame."""
        if self._stopping:
            self._stop()
            return
        try:
            self._take(self._views.get_nowait())
        except Empty:
            pass
        try:
            self._press_key(self._keys.get_nowait())
        except Empty:
            pass
