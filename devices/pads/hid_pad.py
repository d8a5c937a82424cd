"""A rating pad that is a small number keypad to Linux: five labelled keys that type the digits 1 to 5."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from devices.codec.keypad import DIGITS
from devices.link import Link
from devices.pads.session import RatingSession
from devices.pads.strokes import live_on_strokes
from devices.ports import Tell
from devices.types import Fault, RatingPressed


class HidPad:
    """A :class:`devices.ports.RatingPad` on an input device. ``levels`` are those of the keys 1, 2, 3 ... in that order."""

    def __init__(
        self,
        name: str,
        path: str,
        levels: Sequence[int] = (1, 2, 3, 4, 5),
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.name = name
        self._path = path
        self._levels = dict(enumerate(levels, 1))
        self._session = RatingSession(clock)
        self._link = Link(name, self._live, Fault.PAD_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def open(self, session: str) -> None:
        self._session.open(session)

    def close(self) -> None:
        self._session.close()

    def _live(self, link: Link) -> None:
        live_on_strokes(self._path, link, self._struck)

    def _struck(self, code: int) -> None:
        level = self._levels.get(DIGITS.get(code, 0))
        if level is not None and (session := self._session.press()) is not None:
            self._link.tell(RatingPressed(self.name, session, level))
