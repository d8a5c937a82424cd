"""An ESC/POS ticket printer without a wire: its buffer, its answers, its power, and everything that can go wrong with it.

Two sides meet here. A wire (``printer_tcp``, ``printer_pty``, ``printer_file``) hands in bytes as they arrive; real-time
questions are answered at once, everything else waits in the buffer. The mechanism takes it from there in order, for as long as
the printer is on and has paper and no fault, and resumes by itself when it is well again - which is how an old ticket comes out
after a paper change.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread, Timer
from time import monotonic, sleep

from devices.codec.escpos_status import Query, answer_to, unasked
from devices.sim.escpos_stream import AutomaticStatus, SensorQuestion, StreamReader, Unknown
from devices.sim.mechanism import Mechanism
from devices.sim.paper import Piece
from devices.types import Paper, PrinterStatus

BUFFER_BYTES = 32768
DOTS_PER_MM = 8
_BITE = 256  # bytes that the mechanism takes from the buffer at once
_SHORTEST_SLEEP_S = 0.005
_REAL_TIME = re.compile(rb"\x10\x04([\x01-\x04])", re.DOTALL)


class PrinterEngine:
    """``folder`` gets a PNG of every piece that comes off, if given. ``speed_mm_s`` None prints as fast as it can.

    ``automatic_status``: as some printers are set by a switch, without being told by GS a.
    ``answers_sensor_questions``: whether it knows GS r.
    """

    def __init__(
        self,
        *,
        width_dots: int = 576,
        speed_mm_s: float | None = None,
        folder: Path | None = None,
        buffer_bytes: int = BUFFER_BYTES,
    ) -> None:
        self.speed_mm_s = speed_mm_s
        self.pieces: list[Piece] = []
        self.unknown: list[bytes] = []
        self.answers_sensor_questions = True
        self.automatic_status = False
        self.mute = self.garbled = False
        self.late_s = 0.0
        self.on = True
        self._folder = folder
        self._buffer_bytes = buffer_bytes
        self._news = Condition()
        self._mechanism = Mechanism(width_dots, self._keep, self._tell_change)
        self._reader = StreamReader()
        self._began = 0.0
        self._send: Callable[[bytes], None] | None = None
        self._buffer: deque[tuple[bytes, float]] = deque()
        self._buffered = 0
        self._recent = b""
        self._bytes_until_off: int | None = None
        self._closed = False
        Thread(target=self._work, name="printer mechanism", daemon=True).start()

    # ---- what people do to it ----

    @property
    def status(self) -> PrinterStatus:
        return self._mechanism.status if self.on else PrinterStatus(answered=False, reachable=False)

    @property
    def hanging_rows(self) -> int:
        """Rows printed and not cut off."""
        return self._mechanism.hanging_rows

    def set_paper(self, paper: Paper) -> None:
        """OK loads a new roll. OUT tears the paper off behind the head; what hung from the printer comes off with it."""
        with self._news:
            if paper is Paper.OUT:
                self._mechanism.paper_ends()
            else:
                self._mechanism.dots_left = None
                self._set(paper=paper)

    def paper_ends_after(self, dots: int) -> None:
        with self._news:
            self._mechanism.dots_left = dots

    def set_cover(self, *, open: bool) -> None:
        self._set(cover_open=open)

    def jam_at_next_cut(self) -> None:
        with self._news:
            self._mechanism.jam_at_cut = True

    def clear_cutter(self) -> None:
        with self._news:
            self._mechanism.jam_at_cut = False
            self._set(cutter_jam=False)

    def set_error(self, error: bool) -> None:
        """The print head is too hot, or cool again."""
        self._set(error=error)

    def power_off(self) -> None:
        """All that was not printed is gone; what hangs from the printer keeps hanging."""
        with self._news:
            self.on = False
            self._bytes_until_off = None
            self._mechanism.waiting.clear()
            self._buffer.clear()
            self._buffered = 0
            self._reader = StreamReader()
            self._recent = b""

    def power_off_after(self, received_bytes: int) -> None:
        with self._news:
            self._bytes_until_off = received_bytes

    def power_on(self) -> None:
        with self._news:
            self.on = True
            self._news.notify_all()

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _set(self, **sensors: object) -> None:
        with self._news:
            self._mechanism.set(**sensors)
            self._news.notify_all()

    # ---- for the wire ----

    def connect(self, send: Callable[[bytes], None] | None) -> None:
        """``send`` takes bytes back to the host and never raises; None when nobody is connected."""
        self._send = send

    def room(self) -> int:
        """How many bytes the buffer takes now; a wire reads no more than that."""
        return max(0, self._buffer_bytes - self._buffered) if self.on else 0

    def receive(self, data: bytes) -> None:
        with self._news:
            if self._bytes_until_off is not None:
                data = data[:self._bytes_until_off]
                self._bytes_until_off -= len(data)
            if self.on and data:
                self._answer_real_time(data)
                self._buffer.append((data, monotonic()))
                self._buffered += len(data)
                self._news.notify_all()
            if self._bytes_until_off == 0:
                self.power_off()

    def _answer_real_time(self, data: bytes) -> None:
        """DLE EOT n is obeyed wherever it stands, inside a picture too."""
        seen = self._recent + data
        for found in _REAL_TIME.finditer(seen):
            self._answer(bytes((answer_to(Query(found[1][0]), self._mechanism.status),)))
        self._recent = seen[-2:]

    def _answer(self, data: bytes) -> None:
        if self.mute:
            return
        if self.garbled:
            data = bytes(byte ^ 0x81 for byte in data)
        if self.late_s:
            Timer(self.late_s, self._deliver, (data,)).start()
        else:
            self._deliver(data)

    def _deliver(self, data: bytes) -> None:
        send = self._send
        if send is not None and self.on:
            send(data)

    # ---- the mechanism's thread ----

    def _work(self) -> None:
        owed_s = 0.0
        while True:
            with self._news:
                self._news.wait_for(lambda: self._closed or self._can_work())
                if self._closed:
                    return
                dots = self._step()
            if self.speed_mm_s:
                owed_s += dots / (self.speed_mm_s * DOTS_PER_MM)
            if owed_s > _SHORTEST_SLEEP_S:
                sleep(owed_s)
                owed_s = 0.0

    def _can_work(self) -> bool:
        return self.on and self._mechanism.status.online and bool(self._mechanism.waiting or self._buffer)

    def _step(self) -> int:
        waiting = self._mechanism.waiting
        if not waiting:
            self._take_a_bite()
            return 0
        command = waiting[0][0]
        if isinstance(command, SensorQuestion):
            waiting.popleft()
            if self.answers_sensor_questions:
                self._answer(b"\x03" if self._mechanism.status.paper is Paper.NEAR_END else b"\x00")
        elif isinstance(command, AutomaticStatus):
            waiting.popleft()
            self.automatic_status = command.wanted
        elif isinstance(command, Unknown):
            waiting.popleft()
            self.unknown.append(command.data)
        else:
            return self._mechanism.work()
        return 0

    def _take_a_bite(self) -> None:
        data, at = self._buffer.popleft()
        if len(data) > _BITE:
            self._buffer.appendleft((data[_BITE:], at))
            data = data[:_BITE]
        self._buffered -= len(data)
        if self._reader.at_rest:
            self._began = at
        self._mechanism.waiting.extend((command, self._began) for command in self._reader.feed(data))

    def _keep(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if self._folder is not None:
            piece.save(self._folder / f"ticket-{len(self.pieces):04}{'' if piece.cut else '-torn'}.png")

    def _tell_change(self, status: PrinterStatus) -> None:
        if self.automatic_status:
            self._answer(unasked(status))
