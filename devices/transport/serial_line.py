"""Bytes over a serial port, and one exception for every way in which a port can die (measured with pyserial 3.5).

A port that is unplugged while open gives SerialException from read and write, plain OSError from in_waiting, termios.error
(no OSError) from the flushes, and TypeError or ValueError once its descriptor is gone; a peer that stops reading blocks a
write for ever without a write timeout. All of them are :class:`LineLost` here, the last one :class:`LineStalled`.
"""

from __future__ import annotations

import select
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import serial

WRITE_TIMEOUT_S = 1.0
_MOST = 4096


class LineLost(OSError):
    """The port is not there, is held by another program, or broke; close it and open it again."""


class LineStalled(LineLost, TimeoutError):
    """The port is there, but the peer takes no more bytes."""


@contextmanager
def _or_lost(what: str) -> Iterator[None]:
    try:
        yield
    except serial.SerialTimeoutException as why:
        raise LineStalled(what) from why
    except (OSError, termios.error, ValueError, TypeError) as why:
        raise LineLost(f"{what}: {type(why).__name__}") from why


class SerialLine:
    """An open serial port, 8N1, no flow control, held by this program alone.

    ``port`` is best a name under ``/dev/serial/by-id``: it is looked up here, at every opening, because ttyUSB numbers move
    when an adapter is plugged in again. Raises :class:`LineLost`.
    """

    def __init__(self, port: str, baud: int, *, write_timeout_s: float = WRITE_TIMEOUT_S) -> None:
        with _or_lost("open"):
            self._port = serial.Serial(port, baud, timeout=0, write_timeout=write_timeout_s, exclusive=True)

    def __enter__(self) -> SerialLine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Never raises; a port that is gone is closed all the same."""
        try:
            self._port.close()
        except (OSError, termios.error):
            pass

    def send(self, data: bytes) -> None:
        with _or_lost("write"):
            self._port.write(data)

    def receive(self, wait_s: float) -> bytes:
        """What has arrived, waiting at most ``wait_s`` seconds for the first byte; empty when nothing came."""
        with _or_lost("read"):
            readable, _, _ = select.select([self._port.fileno()], [], [], max(0.0, wait_s))
            return bytes(self._port.read(_MOST)) if readable else b""

    def drain(self, quiet_s: float, limit_s: float) -> bool:
        """Throw away what arrives until nothing has come for ``quiet_s``; False when it was still coming at ``limit_s``."""
        end = monotonic() + limit_s
        while monotonic() < end:
            if not self.receive(quiet_s):
                return True
        return False
