"""Carries what waits in the outbox to the service, for as long as it takes."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Any

from kiosk.hall.link import Answer, Link
from kiosk.hall.messages import Refusal
from kiosk.hall.outbox import Outbox, Waiting

SHORTEST_S, LONGEST_S = 1.0, 60.0
LATER = (Refusal.UNREACHABLE, Refusal.BUSY, Refusal.NOT_ENROLLED)  # may be otherwise the next time
DONE = ("already_rated",)  # refusals which say that the service has it

log = logging.getLogger("bangban.outbox")

Delivered = Callable[[Waiting, Any], None]


class Courier:
    """``delivered(waiting, data)`` is called on the courier's thread with the service's answer to each."""

    def __init__(self, outbox: Outbox, link: Link, delivered: Delivered = lambda waiting, data: None) -> None:
        self._outbox = outbox
        self._link = link
        self._delivered = delivered
        self._wake = threading.Event()
        self._stopping = False
        self._pause = SHORTEST_S
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout=2.0)

    def nudge(self) -> None:
        """There is something new, or the service is back."""
        self._pause = SHORTEST_S
        self._wake.set()

    def deliver_one(self) -> bool | None:
        """True: something went, ask again at once. False: not now. None: nothing waits."""
        waiting = self._outbox.next(time.time())
        if waiting is None:
            return None
        return self._settle(waiting, self._link.ask(waiting.method, waiting.path, waiting.body, waiting.key or None))

    def _settle(self, waiting: Waiting, answer: Answer) -> bool:
        if answer.refusal is None or answer.code in DONE:
            self._outbox.done(waiting)
            self._delivered(waiting, answer.data)
        elif answer.refusal in LATER or not answer.code:
            self._outbox.tried(waiting)  # without a code it was not the service that answered
            return False
        else:
            log.error("the service refuses a %s: %s", waiting.kind.value, answer.code)
            self._outbox.refused(waiting, answer.code)
        return True

    def _run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            went = self._try()
            if went is True:
                self._pause = SHORTEST_S
                continue
            self._wake.wait(None if went is None else self._pause)
            self._pause = min(self._pause * 2, LONGEST_S) if went is False else SHORTEST_S

    def _try(self) -> bool | None:
        try:
            return self.deliver_one()
        except sqlite3.Error as error:  # a disk that fails now and may not later
            log.error("the outbox failed: %s", error)
            return False
