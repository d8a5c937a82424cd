"""The one door from other threads into Kivy's. Nothing in Kivy may be called from elsewhere, not even its scheduler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from kiosk.visit import Shown


@dataclass(frozen=True)
class Speaking:
    """The element whose sentence is heard now; None: no sentence is."""

    element: str | None


class Bridge:
    """Views wait here and are taken one a frame, in order: the newest stays, and each is seen for a frame at least."""

    def __init__(
        self,
        take: Callable[[Shown], None],
        press_key: Callable[[str], None],
        stop: Callable[[], None],
        speak: Callable[[str | None], None] = lambda element: None,
    ) -> None:
        self._take = take
        self._press_key = press_key
        self._stop = stop
        self._speak = speak
        self._views: SimpleQueue[Shown | Speaking] = SimpleQueue()
        self._keys: SimpleQueue[str] = SimpleQueue()
        self._stopping = False

    def show(self, shown: Shown) -> None:
        self._views.put(shown)

    def speaking(self, element: str | None) -> None:
        """In order with the views: a sentence belongs to the view that came before it."""
        self._views.put(Speaking(element))

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
            while isinstance(one := self._views.get_nowait(), Speaking):
                self._speak(one.element)
            self._take(one)
        except Empty:
            pass
        try:
            self._press_key(self._keys.get_nowait())
        except Empty:
            pass
