"""Frames of a rating pad on RS-485 (9600 8N1), as a hall's public queue program speaks them (github.com/JackQChen/QueueSystem).

    FF 68 | L L | 68 | address  function  data... | sum | 16

L counts address, function and data and stands twice; sum is that of the same bytes, modulo 256. The pad sends each key as
function 11 with the key's number (00 and up) and is answered by function 01 with the same data; without the answer a pad may
send again. Function 01 with 0B opens a rating on the pad. Key panels of the same bus repeat every frame as its receipt, so an
echo of one's own frame can be heard.
"""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = b"\xff\x68"
_FIXED = 0x68
_END = 0x16
_SHORTEST, _LONGEST = 2, 64  # address and function; the longest frame seen holds eight bytes

TO_PAD = 0x01
KEY = 0x11
OPEN = b"\x0b"
EVERYBODY = 0xFF


@dataclass(frozen=True)
class Frame:
    address: int
    function: int
    data: bytes = b""

    def encode(self) -> bytes:
        body = bytes((self.address, self.function)) + self.data
        return _HEAD + bytes((len(body), len(body), _FIXED)) + body + bytes((sum(body) & 0xFF, _END))


def key_frame(address: int, key: int) -> Frame:
    """A key struck on the pad; what the pad sends."""
    return Frame(address, KEY, bytes((key,)))


def receipt_for(press: Frame) -> Frame:
    return Frame(press.address, TO_PAD, press.data)


def open_frame(address: int) -> Frame:
    """Ask the pad to invite a rating."""
    return Frame(address, TO_PAD, OPEN)


class FrameReader:
    """Finds whole, valid frames in bytes that come in any pieces and with any noise between them."""

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> list[Frame]:
        self._held += data
        frames = []
        while self._held:
            frame, used = _first(self._held)
            if not used:
                break
            self._held = self._held[used:]
            if frame is not None:
                frames.append(frame)
        return frames


def _first(held: bytes) -> tuple[Frame | None, int]:
    """The frame at the front and how many bytes are done with; 0 when more must come first."""
    start = held.find(_HEAD[:1])
    if start:
        return None, len(held) if start < 0 else start
    head = held[:5]
    if not _may_begin(head):
        return None, 1
    if len(head) < 5 or len(held) < head[2] + 7:
        return None, 0
    body, total, end = held[5:5 + head[2]], held[5 + head[2]], held[6 + head[2]]
    if end != _END or sum(body) & 0xFF != total:
        return None, 1
    return Frame(body[0], body[1], body[2:]), head[2] + 7


def _may_begin(head: bytes) -> bool:
    """Whether the five bytes before the body, or as many of them as have come, are those of a frame."""
    if head[1:2] not in (b"", _HEAD[1:]):
        return False
    if len(head) > 2 and not _SHORTEST <= head[2] <= _LONGEST:
        return False
    return (len(head) < 4 or head[3] == head[2]) and (len(head) < 5 or head[4] == _FIXED)
