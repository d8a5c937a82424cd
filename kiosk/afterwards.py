"""What can be got ready once the first view stands: it is never done while somebody waits for the glass."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from kiosk import failure
from kiosk.hall.messages import Hall

SETTLES_S = 4.0  # after news of the hall: the window opens in a second, and the items of the hall come a second later

Prepare = Callable[[Hall], object]

log = logging.getLogger("bangban.afterwards")


class Afterwards:
    """A thread that gives the newest hall to each of ``preparations``, one after the other, some seconds after it came."""

    def __init__(self, preparations: list[Prepare], settles_s: float = SETTLES_S) -> None:
        self._preparations = preparations
        self._settles_s = settles_s
        self._halls: SimpleQueue[Hall] = SimpleQueue()
        self._news = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="afterwards", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._news.set()

    def hall(self, hall: Hall) -> None:
        """From any thread; returns at once."""
        self._halls.put(hall)
        self._news.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._news.wait()
            self._news.clear()
            if self._stopping.wait(self._settles_s):
                return
            newest = None
            while not self._halls.empty():
                newest = self._halls.get()
            for prepare in self._preparations if newest is not None else ():
                self._prepared(prepare, newest)

    def _prepared(self, prepare: Prepare, hall: Hall | None) -> None:
        try:
            if hall is not None and not self._stopping.is_set():
                prepare(hall)
        except Exception as error:  # the terminal works without
            log.error("not got ready: %s", failure.place_of(error))
