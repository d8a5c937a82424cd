"""An ESC/POS ticket printer that tells the truth about every ticket, over any wire that carries bytes both ways.

Decided, and why:

* Nothing is sent to a printer that has a fault or does not answer, because a printer's buffer keeps what it cannot print and
  prints it after the next paper change.
* A fault while a ticket is printed makes it UNCERTAIN. As soon as the printer is well again what hangs from it, and whatever of
  the ticket was still in its buffer, gets the void band and is cut off, before anything else is printed.
* Whoever asks for a status or a ticket does not wait for the link's next attempt: while there is no connection they make one,
  and the link takes it over. It may be seconds ago that the cable was put back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from time import monotonic

from PIL import Image

from devices.codec.escpos_status import Query
from devices.link import Link, Lost
from devices.ports import Tell
from devices.printers.dialogue import Dialogue, Wire
from devices.printers.encoding import Encoder
from devices.printers.job import Job, Stopped, answers_marks
from devices.printers.manner import Manner
from devices.printers.memory import HalfPrinted
from devices.types import Fault, PrinterChanged, PrinterStatus, PrintOutcome, PrintResult

WAIT_FOR_TURN_S = 0.1
WATCH_TROUBLE_S = 1.0  # how often a printer with a fault is asked: somebody stands before it with a roll of paper
MUTE_LIMIT = 2  # status questions without an answer before the connection is given up and made anew
_TICK_S = 0.1
_GONE = PrinterStatus(answered=False, reachable=False)
_MUTE = PrinterStatus(answered=False)


class EscposTicketPrinter:
    """A :class:`devices.ports.TicketPrinter`; see there.

    ``print`` returns within six seconds and twice ``manner.patience_s``: once for voiding a half ticket, once for the new one.
    """

    def __init__(self, name: str, open_wire: Callable[[], Wire], manner: Manner) -> None:
        self.name = name
        self.width_dots = manner.width_dots
        self._open_wire = open_wire
        self._manner = manner
        self._link = Link(name, self._live, Fault.PRINTER_DOWN)
        self._encoder = Encoder(manner.width_dots)
        self._turn = Lock()  # whoever holds it talks to the printer
        self._talk: Dialogue | None = None
        self._never_answered: frozenset[Query] = frozenset()
        self._answers_marks: bool | None = None if manner.paper_mark else False
        self._half_printed = HalfPrinted(manner.memory)
        self._last = _GONE
        self._told: PrinterStatus | None = None

    # ---- for the kiosk ----

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()
        if self._turn.acquire(timeout=WAIT_FOR_TURN_S):  # a connection that the link had not taken over yet
            self._drop()
            self._turn.release()

    def status(self) -> PrinterStatus:
        """Fresh from the printer; the last known one while a ticket is being printed."""
        if not self._turn.acquire(timeout=WAIT_FOR_TURN_S):
            return self._last
        try:
            return self._reach()
        finally:
            self._turn.release()

    def print(self, ticket: Image.Image) -> PrintResult:
        encoded = self._encoder.ticket(ticket)
        with self._turn:
            fault = self._reach().fault or (self._void() if self._half_printed else None)
            if fault:
                return PrintResult(PrintOutcome.NOT_PRINTED, fault)
            return self._run(lambda job: job.print(encoded, answers_marks=self._knows_marks()))

    # ---- all below with the turn held ----

    def _reach(self) -> PrinterStatus:
        """As :meth:`_ask`, over a new connection if there is none or the old one turns out to be gone."""
        status = self._ask()
        if self._talk is not None or self._link.stopping:
            return status
        try:
            status = self._connect(Dialogue.greet)
        except OSError:
            status = _GONE
        self._say(status)
        return status

    def _connect(self, first: Callable[[Dialogue], PrinterStatus]) -> PrinterStatus:
        """The ``first`` status of a connection, which is kept if it was answered. Raises OSError."""
        try:
            if self._talk is None:
                self._talk = Dialogue(self._open_wire(), self._never_answered)
            status = first(self._talk)
        except OSError:
            self._drop()
            raise
        if not status.answered:
            self._drop()
        return status

    def _ask(self) -> PrinterStatus:
        if self._talk is None:
            return self._last
        try:
            status = self._talk.status()
        except OSError:
            self._drop()
            status = _GONE
        self._say(status)
        return status

    def _void(self) -> Fault | None:
        """None when what hung from the printer is void and cut off; else why nothing new can be printed."""
        mark = self._encoder.void()
        result = self._run(lambda job: job.void(mark))
        if result.outcome is PrintOutcome.PRINTED:
            return None
        return result.fault or Fault.PRINTER_ERROR

    def _run(self, send: Callable[[Job], None]) -> PrintResult:
        if self._talk is None:
            return PrintResult(PrintOutcome.NOT_PRINTED, self._last.fault)
        job = Job(self._talk, self._manner, lambda: self._link.stopping)
        fault: Fault | None
        hung = bool(self._half_printed)
        self._half_printed.set(True)
        try:
            send(job)
        except Stopped as stopped:
            fault = stopped.fault
            self._ask()
        except TimeoutError:  # it takes no more bytes, so it can't be asked either
            status = self._last_words()
            self._drop()
            self._say(status)
            fault = status.fault
        except OSError:  # the wire is gone, or the printer may still say why it takes no more
            fault = self._ask().fault or Fault.PRINTER_ERROR
        else:
            self._half_printed.set(False)
            return PrintResult(PrintOutcome.PRINTED)
        self._half_printed.set(hung or job.begun)
        return PrintResult(PrintOutcome.UNCERTAIN if job.begun else PrintOutcome.NOT_PRINTED, fault)

    def _last_words(self) -> PrinterStatus:
        """What a printer that reads nothing has told by itself."""
        assert self._talk is not None
        with suppress(OSError):
            self._talk.listen(0.0)
        return self._talk.complaint or _MUTE

    def _knows_marks(self) -> bool:
        if self._answers_marks is None and self._talk is not None:
            self._answers_marks = answers_marks(self._talk)
        return bool(self._answers_marks)

    def _say(self, status: PrinterStatus) -> None:
        self._last = status
        if status != self._told:
            self._told = status
            self._link.tell(PrinterChanged(self.name, status))

    def _drop(self) -> None:
        if self._talk is not None:
            self._talk.wire.close()
            self._talk = None

    # ---- the link's thread ----

    def _live(self, link: Link) -> None:
        with self._turn:
            self._meet(link)
        self._keep_watch(link)
        with self._turn:
            self._drop()

    def _meet(self, link: Link) -> None:
        try:
            status = self._connect(lambda talk: talk.meet(lambda: link.stopping))
        except OSError:
            self._say(_GONE)
            raise
        if self._talk is None:
            self._say(status)
            raise Lost(Fault.PRINTER_MUTE)
        self._never_answered = self._talk.never_answered
        link.up()
        self._say(status)

    def _keep_watch(self, link: Link) -> None:
        unanswered, asked_at = 0, monotonic()
        while not link.wait(_TICK_S):
            if self._talk is None:
                raise ConnectionResetError("the connection was given up")
            if monotonic() - asked_at < self._watch_every_s():
                continue
            with self._turn:
                status = self._ask()
                if self._half_printed and not status.fault:
                    self._void()
                unanswered = 0 if status.answered else unanswered + 1
                if unanswered >= MUTE_LIMIT:
                    self._drop()
                    raise Lost(Fault.PRINTER_MUTE)
            asked_at = monotonic()

    def _watch_every_s(self) -> float:
        if self._last.fault or self._half_printed:
            return min(WATCH_TROUBLE_S, self._manner.watch_s)
        return self._manner.watch_s
