"""A rating pad behind a pseudo terminal. Frames are laid out here by the public program and not by the driver's codec.

``path`` is a symlink to the terminal, as /dev/serial/by-id is to an adapter.
"""

from __future__ import annotations

import os
import select
import tty
from threading import Event, RLock, Thread
from time import monotonic

_GLANCE_S = 0.03


class PadPty:
    """Starts plugged in. ``heard`` has the frames of the host in order: invitations to rate and receipts. To be closed."""

    def __init__(self, path: str, *, address: int = 1) -> None:
        self.path = path
        self.address = address
        self.heard: list[bytes] = []
        self.mute = self.garbled = False
        self._lock = RLock()
        self._plugged = False
        self._closed = Event()
        self.replug()
        self._thread = Thread(target=self._run, name="simulated rating pad", daemon=True)
        self._thread.start()

    def __enter__(self) -> PadPty:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def plugged(self) -> bool:
        return self._plugged

    @property
    def invited(self) -> int:
        """How often the host opened a rating."""
        return self.heard.count(self.frame(0x01, 0x0B))

    def press(self, key: int, *, times: int = 1) -> None:
        """Strike the key with this number, 0 and up. ``times``: its contact bounces."""
        frame = self.frame(0x11, key)
        if self.garbled:
            frame = frame[:-2] + bytes((frame[-2] ^ 0xFF, frame[-1]))
        if not self.mute:
            self.write(frame * times)

    def frame(self, function: int, value: int) -> bytes:
        body = bytes((self.address, function, value))
        return b"\xff\x68\x03\x03\x68" + body + bytes((sum(body) % 256, 0x16))

    def write(self, data: bytes) -> None:
        """Bytes as they are; lost while unplugged."""
        with self._lock:
            if self._plugged:
                os.write(self._master, data)

    def unplug(self) -> None:
        with self._lock:
            if self._plugged:
                self._plugged = False
                os.unlink(self.path)
                os.close(self._slave)
                os.close(self._master)

    def replug(self) -> None:
        with self._lock:
            if not self._plugged:
                self._master, self._slave = os.openpty()
                tty.setraw(self._slave)
                os.symlink(os.ttyname(self._slave), self.path)
                self._plugged = True

    def close(self) -> None:
        self._closed.set()
        self._thread.join()
        self.unplug()

    def await_heard(self, frame: bytes, within_s: float = 5.0) -> bool:
        """Whether the host sends this frame in time, or had sent it."""
        end = monotonic() + within_s
        while frame not in self.heard and monotonic() < end:
            self._closed.wait(_GLANCE_S)
        return frame in self.heard

    def _run(self) -> None:
        arrived = b""
        while not self._closed.is_set():
            with self._lock:
                if self._plugged and select.select([self._master], [], [], 0)[0]:
                    arrived += os.read(self._master, 4096)
            while (start := arrived.find(b"\xff\x68")) >= 0 and len(arrived) >= start + 10:
                self.heard.append(arrived[start:start + 10])
                arrived = arrived[start + 10:]
            self._closed.wait(_GLANCE_S)
