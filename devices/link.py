"""The shared life of a device: open, watch, lose, reopen with back-off; "down" is said once and "up" once per change.

A driver owns one :class:`Link` and hands it a function that lives one connection::

    def _live(self, link: Link) -> None:
        with self._open() as wire:             # OSError: the wire is not there
            link.up()                          # it answered
            while not link.stopping:
                link.tell(what_the_wire_said(wire))
                link.wait(0.2)

The function returns when the link is stopping and leaves by an exception when the connection is lost.
"""

from __future__ import annotations

import logging
import termios
import traceback
from collections.abc import Callable
from threading import Event, Thread, current_thread
from time import monotonic

from devices.ports import Tell
from devices.types import DeviceDown, DeviceEvent, DeviceUp, Fault

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 5.0
STOP_WITHIN_S = 2.0

_log = logging.getLogger(__name__)


class Lost(Exception):
    """This connection is of no more use, for a reason that has a name (a reader that is open and never answers, say)."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Link:
    """Keeps ``live`` running on a thread of its own until :meth:`stop`.

    ``down`` is the fault to report when the wire itself fails: OSError (pyserial's SerialException is one) and termios.error,
    which is not an OSError although a vanished port raises it. :class:`Lost` carries its own fault. Anything else is a defect:
    it is logged without its message (which might quote a card), and the device is reported down and tried again.

    The pause before a new attempt doubles from ``first_pause_s`` to ``longest_pause_s`` and starts over once a connection has
    held for the longest pause, so that a loose plug is not reported twice a second.
    """

    def __init__(
        self,
        name: str,
        live: Callable[[Link], None],
        down: Fault,
        *,
        first_pause_s: float = FIRST_PAUSE_S,
        longest_pause_s: float = LONGEST_PAUSE_S,
    ) -> None:
        self.name = name
        self._live = live
        self._down = down
        self._first_pause = self._pause = first_pause_s
        self._longest_pause = longest_pause_s
        self._stop = Event()
        self._thread: Thread | None = None
        self._tell: Tell | None = None
        self._said: Fault | str | None = None
        self._up_since: float | None = None

    # ---- for the kiosk, through the driver ----

    def start(self, tell: Tell) -> None:
        """Return at once; a link is started once in its life."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} was started before")
        self._tell = tell
        self._thread = Thread(target=self._supervise, name=f"device {self.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread, waiting for it at most two seconds; nothing is told after this. May be called again."""
        self._stop.set()
        if self._thread is not None and self._thread is not current_thread():
            self._thread.join(STOP_WITHIN_S)

    # ---- for the function that lives a connection ----

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep unless stopped; True when the link is stopping."""
        return self._stop.wait(seconds)

    def up(self) -> None:
        """The device answered. To be called as often as it does; only the first is told."""
        if self._up_since is None:
            self._up_since = monotonic()
        self._say("up", DeviceUp(self.name))

    def tell(self, event: DeviceEvent) -> None:
        if self._tell is not None and not self.stopping:
            self._tell(event)

    # ---- the thread ----

    def _supervise(self) -> None:
        while not self.stopping:
            fault = self._one_connection()
            if self.stopping:
                return
            self._say(fault, DeviceDown(self.name, fault))
            self.wait(self._next_pause())

    def _one_connection(self) -> Fault:
        self._up_since = None
        try:
            self._live(self)
        except Lost as lost:
            return lost.fault
        except (OSError, termios.error) as why:
            _log.info("%s: %s", self.name, type(why).__name__)
        except Exception as defect:  # a device thread never dies of a defect; it says so and goes on
            where = "".join(traceback.format_tb(defect.__traceback__))
            _log.error("%s: unexpected %s\n%s", self.name, type(defect).__name__, where)
        return self._down

    def _next_pause(self) -> float:
        if self._up_since is not None and monotonic() - self._up_since >= self._longest_pause:
            self._pause = self._first_pause
        pause = self._pause
        self._pause = min(pause * 2, self._longest_pause)
        return pause

    def _say(self, state: Fault | str, event: DeviceEvent) -> None:
        if state != self._said:
            self._said = state
            self.tell(event)
