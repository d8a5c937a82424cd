"""Headphones in or out, from raw input events (``devices.codec.keypad`` has the record): type 5 is a switch, code 2 is
SW_HEADPHONE_INSERT, value 1 is in (linux/input-event-codes.h).

A sound card tells of its socket this way, through an input device of its own, such as "HDA Intel PCH Headphone".
"""

from __future__ import annotations

from devices.codec.keypad import EV_SYN, RECORD, SYN_DROPPED, event, report

EV_SW, SW_HEADPHONE_INSERT = 5, 2


class SwitchReader:
    """``feed`` gives the states that bytes in any pieces tell, in order; None: events were lost, and the state is to be asked."""

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> list[bool | None]:
        self._held += data
        whole = len(self._held) - len(self._held) % RECORD.size
        records, self._held = self._held[:whole], self._held[whole:]
        found: list[bool | None] = []
        for _, _, kind, code, value in RECORD.iter_unpack(records):
            if kind == EV_SW and code == SW_HEADPHONE_INSERT:
                found.append(bool(value))
            elif kind == EV_SYN and code == SYN_DROPPED:
                found.append(None)
        return found


def moved(plugged: bool) -> bytes:
    """What the kernel writes when a plug goes in or out; the simulator's half."""
    return event(EV_SW, SW_HEADPHONE_INSERT, int(plugged)) + report()


def is_on(switches: bytes) -> bool:
    """Whether headphones are in, by the bits that EVIOCGSW answers with."""
    return bool(switches[SW_HEADPHONE_INSERT // 8] >> SW_HEADPHONE_INSERT % 8 & 1)
