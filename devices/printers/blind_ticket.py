"""A printer that takes bytes and says nothing: a device file without a way back.

It can confirm no ticket, so every ticket is UNCERTAIN without a fault, and every status is ``answered=False``. That is said and
not hidden: the kiosk then asks the resident to look. Paper that ran out is seen only when the device takes no more bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from PIL import Image

from devices.link import Link
from devices.ports import Tell
from devices.printers.dialogue import Wire
from devices.printers.encoding import Encoded, Encoder
from devices.printers.manner import Manner
from devices.printers.memory import HalfPrinted
from devices.types import Fault, PrinterChanged, PrinterStatus, PrintOutcome, PrintResult

WAIT_FOR_TURN_S = 0.1
_TICK_S = 0.2
_SILENT = PrinterStatus(answered=False)
_GONE = PrinterStatus(answered=False, reachable=False)


class BlindTicketPrinter:
    """A :class:`devices.ports.TicketPrinter`; see above for what it can't tell."""

    def __init__(self, name: str, open_wire: Callable[[], Wire], manner: Manner) -> None:
        self.name = name
        self.width_dots = manner.width_dots
        self._open_wire = open_wire
        self._link = Link(name, self._live, Fault.PRINTER_DOWN)
        self._encoder = Encoder(manner.width_dots)
        self._turn = Lock()
        self._wire: Wire | None = None
        self._half_printed = HalfPrinted(manner.memory)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()
        if self._turn.acquire(timeout=WAIT_FOR_TURN_S):  # a device that the link had not taken over yet
            self._drop()
            self._turn.release()

    def status(self) -> PrinterStatus:
        """As last known while a ticket is being sent; else the device is opened if it was not there."""
        if self._turn.acquire(timeout=WAIT_FOR_TURN_S):
            try:
                self._reach()
            finally:
                self._turn.release()
        return _SILENT if self._wire else _GONE

    def print(self, ticket: Image.Image) -> PrintResult:
        """Returns when the device has taken the bytes, or has taken none for as long as its transport waits."""
        encoded = self._encoder.ticket(ticket)
        with self._turn:
            if (wire := self._reach()) is None:
                return PrintResult(PrintOutcome.NOT_PRINTED, Fault.PRINTER_DOWN)
            try:
                if self._half_printed:
                    self._send(wire, self._encoder.void())
                self._half_printed.set(True)
                self._send(wire, encoded)
            except TimeoutError:
                return PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
            except OSError:
                return PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_DOWN)
            self._half_printed.set(False)
            return PrintResult(PrintOutcome.UNCERTAIN)

    def _send(self, wire: Wire, encoded: Encoded) -> None:
        for part in (*encoded.bands, encoded.cut):
            wire.send(part)

    # ---- with the turn held ----

    def _reach(self) -> Wire | None:
        """The device, opened if need be, whatever the pause of the link; it takes over what was opened."""
        if self._wire is not None and not _is_there(self._wire):
            self._drop()
        if self._wire is None and not self._link.stopping:
            try:
                self._wire = self._open_wire()
            except OSError:
                return None
        return self._wire

    def _drop(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()

    # ---- the link's thread ----

    def _live(self, link: Link) -> None:
        with self._turn:
            self._wire = self._wire or self._open_wire()
        link.up()
        link.tell(PrinterChanged(self.name, _SILENT))
        try:
            while not link.wait(_TICK_S):
                self._glance()
        finally:
            with self._turn:
                self._drop()
            link.tell(PrinterChanged(self.name, _GONE))

    def _glance(self) -> None:
        with self._turn:
            if self._wire is None or not _is_there(self._wire):
                raise ConnectionResetError("the device is gone")


def _is_there(wire: Wire) -> bool:
    try:
        wire.receive(0.0)
    except OSError:
        return False
    return True
