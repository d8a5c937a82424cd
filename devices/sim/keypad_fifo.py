"""A keypad behind a pipe that carries the kernel's 24-byte input events; also the number keypad that serves as a rating pad.

A pipe can't be grabbed as an input device can; all else is alike, unplugging too.
"""

from __future__ import annotations

import os
from threading import RLock

from devices.codec.keypad import DIGITS, KEYS, event, stroke
from devices.types import Key

_NOISE = (4, 4, -1)  # a scan code; the kernel gives whole records whatever the device does


class KeypadFifo:
    """Starts plugged in. To be closed, or used in ``with``."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.mute = self.garbled = False
        self._lock = RLock()
        self._pipe = -1
        self.replug()

    def __enter__(self) -> KeypadFifo:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def plugged(self) -> bool:
        return self._pipe >= 0

    def strike(self, key: Key, *, repeats: int = 0) -> None:
        """``repeats``: how often the kernel repeats it while it is held."""
        self.strike_code(next(code for code, meant in KEYS.items() if meant is key), repeats=repeats)

    def strike_digit(self, digit: int) -> None:
        self.strike_code(next(code for code, meant in DIGITS.items() if meant == digit))

    def strike_code(self, code: int, *, repeats: int = 0) -> None:
        if not self.mute:
            self.write(event(*_NOISE) if self.garbled else stroke(code, repeats=repeats))

    def write(self, data: bytes) -> None:
        """Bytes as they are; lost while unplugged, or when nobody has read for long."""
        with self._lock:
            if self.plugged:
                try:
                    os.write(self._pipe, data)
                except BlockingIOError:
                    pass

    def unplug(self) -> None:
        with self._lock:
            if self.plugged:
                os.unlink(self.path)
                os.close(self._pipe)
                self._pipe = -1

    def replug(self) -> None:
        with self._lock:
            if not self.plugged:
                os.mkfifo(self.path)
                self._pipe = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    close = unplug
