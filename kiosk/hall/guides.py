"""The hall with its guides: asked for anew when its set-up has changed, and on every new day: some come into force by date."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kiosk.hall.guide import Guide
from kiosk.hall.messages import Hall, Refusal

Ask = Callable[[], tuple[Guide, ...] | Refusal]
Today = Callable[[str], date]


class Guides:
    """``today``: the date in a zone, by its IANA name. Those from before stand in for an answer that did not come, so
    there is still something to read when the network is down; the next look asks again. Thread-safe."""

    def __init__(self, ask: Ask, today: Today) -> None:
        self._ask = ask
        self._today = today
        self._lock = threading.Lock()
        self._asked: tuple[int, date] | None = None
        self._guides: tuple[Guide, ...] = ()

    def of(self, hall: Hall) -> Hall:
        with self._lock:
            now = hall.version, self._today(hall.zone)
            if now != self._asked:
                found = self._ask()
                if not isinstance(found, Refusal):
                    self._asked, self._guides = now, found
            return replace(hall, guides=self._guides)

    def begin(self, guides: tuple[Guide, ...]) -> None:
        """With what was kept from before this program started; the first look asks all the same."""
        with self._lock:
            if self._asked is None:
                self._guides = guides

    def known(self, hall: Hall) -> Hall:
        """``hall`` with the guides from before; nothing is asked."""
        with self._lock:
            return replace(hall, guides=self._guides)
