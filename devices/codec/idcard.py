"""Frames of the serial ID-card reader (SAM_V protocol, as printed by several makers who agree on all of it).

    host to reader   AA AA AA 96 69 | Len1 Len2 | CMD PARA [DATA]      | CHK
    reader to host   AA AA AA 96 69 | Len1 Len2 | SW1 SW2 SW3 [DATA]   | CHK

Len is big-endian and counts the bytes after it, CHK included; CHK is the XOR of all bytes between preamble and CHK. There are
no sequence numbers: an answer belongs to a command only as far as its status and its length say so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import xor

from devices.types import Fault

PREAMBLE = bytes.fromhex("AAAAAA9669")
_HEADER = len(PREAMBLE) + 2
_ECHO = 3  # an adapter that echoes returns our commands: two bytes and the checksum
_SHORTEST = 4  # three status bytes and the checksum
_LONGEST = 2400  # the longest known answer, text + photo + fingerprints, has 090Ah = 2314

# SW3
OK = 0x90
FOUND = 0x9F
NONE_FOUND = 0x80
SELECT_FAILED = 0x81
READ_FAILED = 0x41

_READER_FAULTS = {
    0x10: Fault.READER_GARBLED,  # our checksum arrived wrong
    0x11: Fault.READER_GARBLED,  # our length arrived wrong
    0x21: Fault.CARD_UNREADABLE,  # bad command or parameter
    0x23: Fault.CARD_UNREADABLE,  # not permitted
    0x24: Fault.CARD_UNREADABLE,  # unknown error
    0x60: Fault.READER_DOWN,  # self-test failed
    0x66: Fault.READER_DOWN,  # the SAM is not authorised
}
_CARD_FAULTS = {
    0x31: Fault.CARD_UNREADABLE,  # card rejects SAM
    0x32: Fault.CARD_UNREADABLE,  # SAM rejects card
    0x33: Fault.CARD_UNREADABLE,  # data verification failed
    0x37: Fault.CARD_UNREADABLE,  # fingerprint verification
    0x3F: Fault.CARD_UNREADABLE,  # length
    0x40: Fault.CARD_UNKNOWN,  # wrong card type
    READ_FAILED: Fault.CARD_UNREADABLE,
    0x47: Fault.CARD_UNREADABLE,  # random number
    NONE_FOUND: Fault.CARD_MOVED,
    SELECT_FAILED: Fault.CARD_UNREADABLE,
}


@dataclass(frozen=True, repr=False)
class Answer:
    """A whole frame of the reader with a right checksum."""

    status: int  # SW3; SW1 and SW2 are the card's own word and add nothing that we act on
    data: bytes

    def __repr__(self) -> str:
        return f"<Answer {self.status:02X} with {len(self.data)} bytes>"


@dataclass(frozen=True)
class Command:
    """A command, and the answers that can belong to it: for each SW3 the numbers of data bytes."""

    code: bytes
    answers: Mapping[int, tuple[int, ...]]

    @property
    def frame(self) -> bytes:
        return frame(self.code)

    def accepts(self, answer: Answer) -> bool:
        if answer.status in _READER_FAULTS:
            return not answer.data
        return len(answer.data) in self.answers.get(answer.status, ())


_CARD_REFUSALS = {status: (0,) for status in _CARD_FAULTS if status != NONE_FOUND}
SAM_ID = Command(b"\x12\xff", {OK: (16,)})
STATUS = Command(b"\x11\xff", {OK: (0,)})
FIND = Command(b"\x20\x01", {FOUND: (4,), NONE_FOUND: (0,)})
SELECT = Command(b"\x20\x02", {OK: (8,), **_CARD_REFUSALS})
# 1288 bytes: text and photo; 1290 where the reader adds an empty length of fingerprints
READ = Command(b"\x30\x01", {OK: (4 + 1280, 6 + 1280), **_CARD_REFUSALS})


def frame(body: bytes) -> bytes:
    """A frame around command and data, or status and data."""
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return PREAMBLE + counted + bytes([reduce(xor, counted)])


def fault_of(answer: Answer) -> Fault:
    """What a status other than success means for the resident."""
    return _READER_FAULTS.get(answer.status) or _CARD_FAULTS.get(answer.status, Fault.CARD_UNREADABLE)


def text_block(answer: Answer) -> bytes:
    """The 256 bytes of text in the answer to READ; empty when its lengths are not those of text and photo."""
    lengths, rest = answer.data[:4], answer.data[4:]
    if lengths != b"\x01\x00\x04\x00":
        return b""
    if len(rest) == 2 + 1280:
        if rest[:2] != b"\x00\x00":
            return b""
        rest = rest[2:]
    return rest[:256]


def sam_id(answer: Answer) -> str:
    """The module's number as printed on readers: 05.01-20230815-0000012345-0987654321."""
    maker, model, made, serial, check = struct.unpack("<HHIII", answer.data)
    return f"{maker:02}.{model:02}-{made:08}-{serial:010}-{check:010}"


class Parser:
    """Finds the reader's frames in what arrives, in whatever pieces it arrives.

    A frame that holds a preamble is two, of which the first was cut short or never was one: an XOR would let one such
    mixture in 256 pass, and with it one person's name before another's number.
    """

    def __init__(self) -> None:
        self._buffer = b""
        self._dropped = False

    @property
    def noisy(self) -> bool:
        """Bytes came that are part of no frame with a right checksum, half a frame among them; False after silence."""
        return self._dropped or bool(self._buffer)

    def feed(self, data: bytes) -> Iterator[Answer]:
        """The frames that ``data`` completes."""
        self._buffer += data
        while (found := self._next()) is not None:
            yield found

    def _next(self) -> Answer | None:
        while True:
            self._drop_noise()
            if len(self._buffer) < _HEADER:
                return None
            length = int.from_bytes(self._buffer[len(PREAMBLE):_HEADER], "big")
            inner = self._buffer.find(PREAMBLE, 1, _HEADER + length)
            if inner < 0 and _ECHO <= length <= _LONGEST:
                if len(self._buffer) < _HEADER + length:
                    return None
                counted = self._buffer[len(PREAMBLE):_HEADER + length]
                if reduce(xor, counted) == 0:
                    self._buffer = self._buffer[_HEADER + length:]
                    if length >= _SHORTEST:
                        return Answer(counted[4], counted[5:-1])
                    continue
            self._dropped = True
            self._buffer = self._buffer[max(inner, len(PREAMBLE)):]

    def _drop_noise(self) -> None:
        """Cut to the first preamble, or to what may be the beginning of one."""
        start = self._buffer.find(PREAMBLE)
        if start < 0:
            tail = self._buffer[-(len(PREAMBLE) - 1):]
            keep = next((size for size in range(len(tail), 0, -1) if PREAMBLE.startswith(tail[-size:])), 0)
            start = len(self._buffer) - keep
        if start:
            self._dropped = True
            self._buffer = self._buffer[start:]
