"""A simulated printer behind a pseudo terminal: a serial port, or a USB device file with a way back.

``path`` is a symlink to the terminal; it goes when the cable or the power goes, and comes back to another terminal.
"""

from __future__ import annotations

import os
import tty

from devices.sim.printer import PrinterEngine
from devices.sim.printer_wire import PrinterWire


class PrinterPty(PrinterWire):
    def __init__(self, engine: PrinterEngine, path: str) -> None:
        self.path = path
        super().__init__(engine)

    def _appear(self) -> None:
        self._master, self._slave = os.openpty()  # the slave stays open, so that a host may close and open it again
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        os.symlink(os.ttyname(self._slave), self.path)
        self.engine.connect(self._answer)

    def _vanish(self) -> None:
        os.unlink(self.path)
        os.close(self._slave)
        os.close(self._master)

    def _file(self) -> int:
        return self._master

    def _serve(self, room: int) -> None:
        try:
            self.engine.receive(os.read(self._master, min(room, 4096)))
        except BlockingIOError:
            pass

    def _answer(self, data: bytes) -> None:
        try:
            os.write(self._master, data)
        except OSError:
            pass  # unplugged, or a host that reads nothing
