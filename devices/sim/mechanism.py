"""Head, paper, cover and cutter of a simulated ticket printer: carries out one command at a time, or cannot."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from devices.sim.escpos_stream import Command, Cut, Feed, Row, Words
from devices.sim.paper import Piece, Strip, words_as_rows
from devices.types import Paper, PrinterStatus


class Mechanism:
    """``took_off`` gets each piece, ``changed`` each new status. Not thread-safe; the engine's lock is held around it."""

    def __init__(
        self, width_dots: int, took_off: Callable[[Piece], None], changed: Callable[[PrinterStatus], None]
    ) -> None:
        self.status = PrinterStatus(answered=True, online=True, paper=Paper.OK)
        self.waiting: deque[tuple[Command, float]] = deque()  # with the time at which its first byte had come
        self.dots_left: int | None = None  # until the paper ends
        self.jam_at_cut = False
        self._strip = Strip(width_dots)
        self._took_off = took_off
        self._changed = changed

    @property
    def hanging_rows(self) -> int:
        """Printed since the last cut, and still in the printer."""
        return len(self._strip.rows)

    def set(self, **sensors: object) -> None:
        """Sensors change; the printer is on-line when none of them stops it."""
        status = replace(self.status, **sensors)  # type: ignore[arg-type]
        stopped = status.paper is Paper.OUT or status.cover_open or status.cutter_jam or status.error
        status = replace(status, online=not stopped)
        if status != self.status:
            self.status = status
            self._changed(status)

    def paper_ends(self) -> None:
        """What hangs from the printer has no paper behind it any more and comes off."""
        self.dots_left = None
        self._come_off(cut=False)
        self.set(paper=Paper.OUT)

    def work(self) -> int:
        """Carry out the next waiting command, or as much of it as can be; the dots that the paper moved."""
        command, began = self.waiting.popleft()
        if isinstance(command, Cut):
            return self._cut(command, began)
        rows = self._rows_of(command)
        for done, bits in enumerate(rows, 1):
            self._strip.first_byte_at = self._strip.first_byte_at or began
            self._strip.print_row(bits)
            if self.dots_left is not None:
                self.dots_left -= 1
                if self.dots_left <= 0:
                    self.waiting.extendleft((Row(row), began) for row in reversed(rows[done:]))
                    self.paper_ends()
                    return done
        return len(rows)

    def _rows_of(self, command: Command) -> list[bytes]:
        if isinstance(command, Row):
            return [command.bits]
        if isinstance(command, Feed):
            return [b""] * command.dots
        if isinstance(command, Words):
            return words_as_rows(command.text, self._strip.width)
        return []

    def _cut(self, command: Cut, began: float) -> int:
        if self.jam_at_cut:
            self.waiting.appendleft((command, began))
            self.set(cutter_jam=True)
        else:
            self._come_off(cut=True)
        return 0

    def _come_off(self, *, cut: bool) -> None:
        if self._strip.rows:
            self._took_off(self._strip.come_off(monotonic(), cut=cut))
