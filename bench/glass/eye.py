"""An eye on a virtual screen: the server's own picture in memory, read without asking the server anything."""

from __future__ import annotations

import mmap
import struct
import time
from collections.abc import Callable
from pathlib import Path

FILE = "Xvfb_screen0"
EVERY_ROWS = 16  # of the whole picture; no word of 12 mm slips through
GLANCE_S = 0.001
WATCH_S = 0.01  # between looks at the whole picture, which take a millisecond each of a core that the program could use
_HEADER = struct.Struct(">25I")  # of an XWD file: see X11/XWDFile.h

Box = tuple[int, int, int, int]  # x, y, width, height


class NothingSeen(Exception):
    """What was waited for did not come; the message says what it was."""


class Eye:
    """``folder``: where Xvfb was told to keep its picture (``script.xvfb.start``). Times are of ``time.monotonic``."""

    def __init__(self, folder: Path) -> None:
        with (folder / FILE).open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = _HEADER.unpack_from(self._picture)
        self.width, self.height = header[4], header[5]
        self._stride, colours = header[12], header[19]
        self._begin = header[0] + 12 * colours

    def whole(self) -> bytes:
        """Every so many rows of the picture."""
        return b"".join(self._row(y, 0, self.width) for y in range(0, self.height, EVERY_ROWS))

    def part(self, box: Box) -> bytes:
        x, y, width, height = box
        return b"".join(self._row(row, x, width) for row in range(y, y + height, 4))

    def _row(self, y: int, x: int, width: int) -> bytes:
        at = self._begin + y * self._stride + x * 4
        return self._picture[at:at + width * 4]

    def wait_for_change(self, box: Box, before: bytes, within_s: float = 5.0) -> float:
        """When ``box`` was first seen to differ from ``before``."""
        end = time.monotonic() + within_s
        while self.part(box) == before:
            if time.monotonic() > end:
                raise NothingSeen(f"no change at {box} within {within_s} s")
            time.sleep(GLANCE_S)
        return time.monotonic()

    def settled(self, done: Callable[[], bool], quiet_s: float, within_s: float = 60.0) -> tuple[float, float]:
        """Watch until nothing changed for ``quiet_s`` and ``done()``: when the picture was last changed, and when it was first
        as it stayed."""
        end = time.monotonic() + within_s
        picture = self.whole()
        first: dict[int, float] = {}
        changed = time.monotonic()
        while time.monotonic() - changed < quiet_s or not done():
            now = self.whole()
            if now != picture:
                picture, changed = now, time.monotonic()
                first.setdefault(hash(picture), changed)
            if time.monotonic() > end:
                raise NothingSeen(f"the picture did not settle within {within_s} s")
            time.sleep(WATCH_S)
        return changed, first.get(hash(picture), changed)
