"""What the chip of a social security card does with a command (LB 002-2000, ISO/IEC 7816-4).

Written by the standard and apart from the codec that the driver uses.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.sim.people import SocialCard

SELECT, READ_RECORD, GET_RESPONSE, VERIFY = 0xA4, 0xB2, 0xC0, 0x20
_AID = bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF")  # sx1.sh.社会保障
_FCI = bytes.fromhex("6F1A 840F 7378312E73682EC9E7BBE1B1A3D5CF A507 9F0C04 86020103")
_FILE_FCI = bytes.fromhex("6F00")
_DONE = b"\x90\x00"


@dataclass(frozen=True)
class Habits:
    """How this make of card behaves where makes differ."""

    t0: bool = True  # 61xx and 6Cxx instead of the answer itself
    by_tag: bool = True  # knows records by their tag; else it takes the tag for a number
    select_how: tuple[int, ...] = (0x00, 0x02)  # P1 that selects a file; none: short identifiers in READ RECORD only
    zero_le: bool = False  # refuses every Le but 00
    social: bool = True  # has the application at all; a bank card has not


class SocialApplet:
    def __init__(self, card: SocialCard, habits: Habits) -> None:
        self._card = card
        self._habits = habits
        self.reset()

    def reset(self) -> None:
        """Power on, or a reset: nothing is selected."""
        self._open = False
        self._file = 0
        self._waiting = b""

    def answer(self, command: bytes) -> bytes:
        """Data and status word."""
        if len(command) < 5 or command[0] != 0:
            return b"\x67\x00" if len(command) < 5 else b"\x6e\x00"
        match command[1]:
            case 0xA4:
                return self._select(command)
            case 0xB2 if self._open:
                return self._read_record(command)
            case 0xC0:
                return self._waiting + _DONE
            case 0x20:
                return b"\x63\xc2"  # wrong PIN, two tries left
        return b"\x6d\x00"

    def _select(self, command: bytes) -> bytes:
        how, data = command[2], command[5:5 + command[4]]
        if how == 0x04:
            if not self._habits.social or data != _AID:
                return b"\x6a\x82"
            self._open, self._file = True, 0
            return self._given(_FCI)
        if how not in self._habits.select_how:
            return b"\x6a\x86"
        file = int.from_bytes(data, "big")
        if not self._open or file not in self._card.records:
            return b"\x6a\x82"
        self._file = file
        return self._given(_FILE_FCI)

    def _given(self, data: bytes) -> bytes:
        """Under T=0 a command that brought data gets only word that some wait."""
        if not self._habits.t0:
            return data + _DONE
        self._waiting = data
        return bytes([0x61, len(data)])

    def _read_record(self, command: bytes) -> bytes:
        which, short_id, by_number = command[2], command[3] >> 3, command[3] & 7 == 4
        file = 0xEF00 | short_id if short_id else self._file
        if file == 0xEF06 and self._card.version == "3.00":
            return b"\x69\x82"
        records = self._card.records.get(file, {})
        if by_number or not self._habits.by_tag:
            tag = dict(enumerate(records, start=1)).get(which)
        else:
            tag = which
        if tag is None or tag not in records:
            return b"\x6a\x83"
        return self._record(bytes([tag, len(records[tag])]) + records[tag], wanted=command[4])

    def _record(self, record: bytes, wanted: int) -> bytes:
        if self._habits.zero_le:
            return record + _DONE if wanted == 0 else b"\x67\x00"
        if self._habits.t0 and wanted != len(record):
            return bytes([0x6C, len(record)])
        return record + _DONE
