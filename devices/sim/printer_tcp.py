"""The network port of a simulated printer, 9100 on a real one. One host at a time; others wait their turn."""

from __future__ import annotations

import socket
import struct

from devices.sim.printer import PrinterEngine
from devices.sim.printer_wire import PrinterWire

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_RECEIVE_BUFFER = 4096  # of the kernel; a printer's network module holds little


class PrinterTcp(PrinterWire):
    """Listens on loopback. ``port`` 0 lets the system choose; it stays the same through every unplugging."""

    def __init__(self, engine: PrinterEngine, port: int = 0) -> None:
        self.port = port
        self._host: socket.socket | None = None
        super().__init__(engine)

    def _appear(self) -> None:
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        self._listener.bind(("127.0.0.1", self.port))
        self._listener.listen()
        self.port = self._listener.getsockname()[1]

    def _vanish(self) -> None:
        self._listener.close()
        self._hang_up()

    def _hang_up(self) -> None:
        host, self._host = self._host, None
        self.engine.connect(None)
        if host is not None:
            host.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            host.close()

    def _file(self) -> int:
        return (self._host or self._listener).fileno()

    def _serve(self, room: int) -> None:
        if self._host is None:
            self._host, _ = self._listener.accept()
            self.engine.connect(self._answer)
            return
        try:
            data = self._host.recv(min(room, 4096), socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self.engine.receive(data)
        else:
            self._hang_up()

    def _answer(self, data: bytes) -> None:
        host = self._host
        try:
            if host is not None:
                host.sendall(data)
        except OSError:
            pass  # nobody listens any more
