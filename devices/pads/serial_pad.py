"""A rating pad on a serial line, RS-485 behind an adapter as a rule. Frames in :mod:`devices.codec.pad`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from time import monotonic

from devices.codec.pad import KEY, Frame, FrameReader, open_frame, receipt_for
from devices.link import Link
from devices.pads.session import RatingSession
from devices.ports import Tell
from devices.transport.serial_line import SerialLine
from devices.types import Fault, RatingPressed

_GLANCE_S = 0.05


class SerialPad:
    """A :class:`devices.ports.RatingPad`. ``levels`` are those of the keys 00, 01, 02 ... in that order.

    Every key of this address gets its receipt, in a session or not, or the pad would send it again. The pad has no way to say
    that it is well: it is up when its port is.
    """

    def __init__(
        self,
        name: str,
        port: str,
        baud: int = 9600,
        address: int = 1,
        levels: Sequence[int] = (5, 4, 3, 2, 1),
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.name = name
        self._port = port
        self._baud = baud
        self._address = address
        self._levels = dict(enumerate(levels))
        self._session = RatingSession(clock)
        self._to_send: SimpleQueue[Frame] = SimpleQueue()
        self._link = Link(name, self._live, Fault.PAD_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def open(self, session: str) -> None:
        self._session.open(session)
        self._to_send.put(open_frame(self._address))

    def close(self) -> None:
        self._session.close()

    def _live(self, link: Link) -> None:
        with SerialLine(self._port, self._baud) as line:
            link.up()
            reader = FrameReader()
            self._forget_and_invite()
            while not link.stopping:
                self._send_all(line)
                for frame in reader.feed(line.receive(_GLANCE_S)):
                    if frame.address == self._address and frame.function == KEY and len(frame.data) == 1:
                        line.send(receipt_for(frame).encode())
                        self._pressed(frame.data[0])

    def _forget_and_invite(self) -> None:
        """What was to be sent before the line was lost is stale; a rating that is open still is not."""
        try:
            while True:
                self._to_send.get_nowait()
        except Empty:
            pass
        if self._session.is_open:
            self._to_send.put(open_frame(self._address))

    def _send_all(self, line: SerialLine) -> None:
        while not self._to_send.empty():
            line.send(self._to_send.get().encode())

    def _pressed(self, key: int) -> None:
        level = self._levels.get(key)
        if level is not None and (session := self._session.press()) is not None:
            self._link.tell(RatingPressed(self.name, session, level))
