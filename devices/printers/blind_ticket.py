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

    def status(self) -> PrinterStatus:
        return _SILENT if self._wire else _GONE

    def print(self, ticket: Image.Image) -> PrintResult:
        """Returns when the device has taken the bytes, or has taken none for as long as its transport waits."""
        encoded = self._encoder.ticket(ticket)
        with self._turn:
            if self._wire is None:
                return PrintResult(PrintOutcome.NOT_PRINTED, Fault.PRINTER_DOWN)
            try:
                if self._half_printed:
                    self._send(self._wire, self._encoder.void())
                self._half_printed.set(True)
                self._send(self._wire, encoded)
            except TimeoutError:
                return PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
            except OSError:
                return PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_DOWN)
            self._half_printed.set(False)
            return PrintResult(PrintOutcome.UNCERTAIN)

    def _send(self, wire: Wire, encoded: Encoded) -> None:
        for part in (*encoded.bands, encoded.cut):
            wire.send(part)

    def _live(self, link: Link) -> None:
        wire = self._open_wire()
        link.up()
        self._wire = wire
        link.tell(PrinterChanged(self.name, _SILENT))
        try:
            while not link.wait(_TICK_S):
                wire.receive(0.0)  # only to notice that it is gone
        finally:
            with self._turn:
                self._wire = None
                wire.close()
            link.tell(PrinterChanged(self.name, _GONE))
