"""Key strokes from raw input events: ``struct input_event`` of a 64-bit Linux, 24 bytes each (linux/input.h).

    seconds 8 | microseconds 8 | type 2 | code 2 | value 4        little-endian here

Type 1 is a key; its value is 1 pressed, 0 released, 2 repeated while held. Type 0 code 3 says that events were lost: then all
up to the next type 0 code 0 is stale. Key codes are those of linux/input-event-codes.h.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from devices.types import Key

RECORD = struct.Struct("<qqHHi")
RECORD_SIZE = RECORD.size

EV_SYN, _EV_KEY = 0, 1
_SYN_REPORT, SYN_DROPPED = 0, 3
_RELEASED, _PRESSED, _REPEATED = 0, 1, 2
_TOP_ROW = (11, 2, 3, 4, 5, 6, 7, 8, 9, 10)  # KEY_0, KEY_1 ... KEY_9
_NUMBER_PAD = (82, 79, 80, 81, 75, 76, 77, 71, 72, 73)  # KEY_KP0, KEY_KP1 ... KEY_KP9

DIGITS: Mapping[int, int] = {code: digit for row in (_TOP_ROW, _NUMBER_PAD) for digit, code in enumerate(row)}

KEYS: Mapping[int, Key] = {
    103: Key.UP,
    108: Key.DOWN,
    105: Key.LEFT,
    106: Key.RIGHT,
    28: Key.SELECT,  # KEY_ENTER
    96: Key.SELECT,  # KEY_KPENTER
    352: Key.SELECT,  # KEY_OK
    353: Key.SELECT,  # KEY_SELECT
    57: Key.SELECT,  # KEY_SPACE
    1: Key.BACK,  # KEY_ESC
    14: Key.BACK,  # KEY_BACKSPACE
    158: Key.BACK,  # KEY_BACK
    138: Key.HELP,  # KEY_HELP
    59: Key.HELP,  # KEY_F1
    60: Key.VOLUME,  # KEY_F2
    115: Key.VOLUME_UP,  # KEY_VOLUMEUP
    114: Key.VOLUME_DOWN,  # KEY_VOLUMEDOWN
    61: Key.SPEED,  # KEY_F3
    208: Key.SPEED_UP,  # KEY_FASTFORWARD
    168: Key.SPEED_DOWN,  # KEY_REWIND
    164: Key.PAUSE,  # KEY_PLAYPAUSE
    119: Key.PAUSE,  # KEY_PAUSE
    62: Key.PAUSE,  # KEY_F4
    129: Key.REPEAT,  # KEY_AGAIN
    63: Key.REPEAT,  # KEY_F5
    163: Key.NEXT,  # KEY_NEXTSONG
    65: Key.NEXT,  # KEY_F7
    165: Key.PREVIOUS,  # KEY_PREVIOUSSONG
    64: Key.PREVIOUS,  # KEY_F6
    **{code: Key(str(digit)) for code, digit in DIGITS.items()},
}


class StrokeReader:
    """Codes of the keys struck, from bytes in any pieces. A key counts once from its press to its release."""

    def __init__(self) -> None:
        self._held = b""
        self._down: set[int] = set()
        self._stale = False

    def feed(self, data: bytes) -> list[int]:
        self._held += data
        whole = len(self._held) - len(self._held) % RECORD_SIZE
        records, self._held = self._held[:whole], self._held[whole:]
        return [code for record in RECORD.iter_unpack(records) if (code := self._take(*record[2:])) is not None]

    def _take(self, kind: int, code: int, value: int) -> int | None:
        if kind == EV_SYN:
            if code == SYN_DROPPED:
                self._stale = True
                self._down.clear()
            elif code == _SYN_REPORT:
                self._stale = False
            return None
        if kind != _EV_KEY or self._stale:
            return None
        if value == _RELEASED:
            self._down.discard(code)
            return None
        if value != _PRESSED or code in self._down:
            return None
        self._down.add(code)
        return code


def stroke(code: int, *, repeats: int = 0, released: bool = True) -> bytes:
    """What the kernel writes when a key is struck; the simulator's half."""
    values = [_PRESSED] + [_REPEATED] * repeats + ([_RELEASED] if released else [])
    return b"".join(event(_EV_KEY, code, value) + event(EV_SYN, _SYN_REPORT, 0) for value in values)


def dropped() -> bytes:
    """What the kernel writes when its buffer ran over."""
    return event(EV_SYN, SYN_DROPPED, 0)


def report() -> bytes:
    """The end of one set of events."""
    return event(EV_SYN, _SYN_REPORT, 0)


def event(kind: int, code: int, value: int) -> bytes:
    return RECORD.pack(0, 0, kind, code, value)
