"""A headphones' socket behind a pipe that carries the kernel's 24-byte input events.

A pipe can't be asked how the switch stands, as an input device can; all else is alike, unplugging the device too.
"""

from __future__ import annotations

from devices.codec.jack import moved
from devices.sim.keypad_fifo import KeypadFifo


class JackFifo(KeypadFifo):
    """Starts with nothing in the socket. To be closed, or used in ``with``."""

    headphones = False

    def replug(self) -> None:
        super().replug()
        if self.headphones:
            self._move(True)

    def insert(self) -> None:
        self._move(True)

    def pull(self) -> None:
        self._move(False)

    def _move(self, plugged: bool) -> None:
        self.headphones = plugged
        if not self.mute:
            self.write(moved(plugged))
