"""A simulated printer behind a pipe: a device file that is written to and never answers."""

from __future__ import annotations

import os

from devices.sim.printer import PrinterEngine
from devices.sim.printer_wire import PrinterWire


class PrinterFile(PrinterWire):
    def __init__(self, engine: PrinterEngine, path: str) -> None:
        self.path = path
        super().__init__(engine)

    def _appear(self) -> None:
        os.mkfifo(self.path)
        self._pipe = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)  # writing too, so that it never ends

    def _vanish(self) -> None:
        os.unlink(self.path)
        os.close(self._pipe)

    def _file(self) -> int:
        return self._pipe

    def _serve(self, room: int) -> None:
        try:
            self.engine.receive(os.read(self._pipe, min(room, 4096)))
        except BlockingIOError:
            pass
