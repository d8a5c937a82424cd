"""A serial ID-card reader behind a pseudo terminal, seen from the SAM module's end.

``path`` is a symlink to the terminal, as /dev/serial/by-id is to an adapter: it goes with :meth:`ReaderPty.unplug` and comes
back, to another terminal, with :meth:`ReaderPty.replug`. The frames are made and checked here by the manual and not by the
codec that the driver uses.
"""

from __future__ import annotations

import os
import random
import select
import tty
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import Event, RLock, Thread, current_thread

from devices.sim.faults import Faults, Piece, WireFault, distort
from devices.sim.people import IdCard

STATUS, SAM_ID, RESET = b"\x11\xff", b"\x12\xff", b"\x10\xff"
FIND, SELECT, READ = b"\x20\x01", b"\x20\x02", b"\x30\x01"

_PREAMBLE = bytes.fromhex("AAAAAA9669")
_NONE_FOUND, _SELECT_FAILED, _READ_FAILED = (bytes.fromhex(words) for words in ("000080", "000081", "000041"))
_OK, _FOUND = bytes.fromhex("000090"), bytes.fromhex("00009F")
_HOST_CHECKSUM, _BAD_COMMAND = bytes.fromhex("000010"), bytes.fromhex("000021")
_SAM_ID = bytes.fromhex("050001009FB2340139300000B168DE3A")  # 05.01-20230815-0000012345-0987654321

_GLANCE_S = 0.05


class ReaderFault(Enum):
    """What this reader may do besides :class:`devices.sim.faults.WireFault`."""

    BAD_CHECKSUM = "bad_checksum"
    BAD_LENGTH = "bad_length"
    FALSE_PREAMBLE = "false_preamble"  # a preamble and a long length before the true frame
    CARD_TAKEN = "card_taken"  # the card is lifted before the answer
    UNPLUGGED = "unplugged"  # the cable is pulled in the middle of the answer


@dataclass(frozen=True)
class Refuse:
    """Answer with this SW3 instead."""

    status: int


class ReaderPty:
    """Starts plugged in. ``refinds``: FIND answers 9F as long as the card lies; else 80 once it has been read, as most do.

    ``rereads``: READ works again on a card that has been read. ``faults`` may be aimed at a command code (``on=READ``).
    ``asked`` has the command codes in order of arrival. To be closed, or used in ``with``.
    """

    def __init__(self, path: str, *, refinds: bool = False, rereads: bool = True, late_s: float = 2.5) -> None:
        self.path = path
        self.refinds = refinds
        self.rereads = rereads
        self.late_s = late_s
        self.faults: Faults[WireFault | ReaderFault | Refuse] = Faults()
        self.asked: list[bytes] = []
        self._chance = random.Random(20260101)
        self._lock = RLock()
        self._card: IdCard | None = None
        self._selected = self._read = False
        self._plug: _Plug | None = None
        self.replug()

    def __enter__(self) -> ReaderPty:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- what a hand does ----

    def lay(self, card: IdCard) -> None:
        with self._lock:
            self._card, self._selected, self._read = card, False, False

    def lift(self) -> None:
        with self._lock:
            self._card, self._selected, self._read = None, False, False

    def unplug(self) -> None:
        with self._lock:
            plug, self._plug = self._plug, None
            if plug is not None:
                os.unlink(self.path)
        if plug is not None:
            plug.pull()

    def replug(self) -> None:
        with self._lock:
            if self._plug is None:
                self._selected = self._read = False
                self._plug = _Plug(self)
                os.symlink(self._plug.name, self.path)

    close = unplug

    # ---- the module ----

    def answer(self, request: bytes) -> tuple[list[Piece], bool]:
        """The answer to a frame as it goes over the wire, and whether the cable is pulled after it."""
        code = request[7:9]
        self.asked.append(code)
        fault = self.faults.due(code)
        if fault is ReaderFault.CARD_TAKEN:
            self.lift()
        body = self._body(request)
        if isinstance(fault, Refuse):
            body = bytes([0, 0, fault.status])
        return self._spoilt(_frame(body), fault, request), fault is ReaderFault.UNPLUGGED

    def _body(self, request: bytes) -> bytes:
        if _xor(request[5:]):
            return _HOST_CHECKSUM
        answers: dict[bytes, Callable[[], bytes]] = {
            RESET: lambda: _OK,
            STATUS: lambda: _OK,
            SAM_ID: lambda: _OK + _SAM_ID,
            FIND: self._find,
            SELECT: self._select,
            READ: self._text_and_photo,
        }
        with self._lock:
            return answers.get(request[7:9], lambda: _BAD_COMMAND)()

    def _find(self) -> bytes:
        if self._card is None or self._read and not self.refinds:
            return _NONE_FOUND
        return _FOUND + bytes(4)

    def _select(self) -> bytes:
        self._selected = self._card is not None
        return _OK + bytes(8) if self._selected else _SELECT_FAILED

    def _text_and_photo(self) -> bytes:
        if self._card is None or not self._selected or self._read and not self.rereads:
            return _READ_FAILED
        self._read = True
        return _OK + bytes.fromhex("01000400") + self._card.text + self._card.photo

    def _spoilt(self, frame: bytes, fault: WireFault | ReaderFault | Refuse | None, request: bytes) -> list[Piece]:
        match fault:
            case ReaderFault.BAD_CHECKSUM:
                return [Piece(frame[:-1] + bytes([frame[-1] ^ 0xFF]))]
            case ReaderFault.BAD_LENGTH:
                return [Piece(frame[:5] + b"\xff\xff" + frame[7:])]
            case ReaderFault.FALSE_PREAMBLE:
                return [Piece(_PREAMBLE + b"\x09\x00" + frame)]
            case ReaderFault.UNPLUGGED:
                return [Piece(frame[:len(frame) // 2])]
            case WireFault():
                return distort(frame, fault, request=request, pause_s=self.late_s, chance=self._chance)
        return [Piece(frame)]


class _Plug:
    """One time of being plugged in: a pseudo terminal, and the thread that serves it and closes it."""

    def __init__(self, reader: ReaderPty) -> None:
        self._reader = reader
        self._master, self._slave = os.openpty()  # the slave stays open, so that a host may close and open it again
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.name = os.ttyname(self._slave)
        self._pulled = Event()
        self._thread = Thread(target=self._serve, name="simulated ID-card reader", daemon=True)
        self._thread.start()

    def pull(self) -> None:
        """Hang up; done when this returns, unless the serving thread itself asks for it."""
        self._pulled.set()
        if self._thread is not current_thread():
            self._thread.join()

    def _serve(self) -> None:
        arrived = b""
        while not self._pulled.is_set():
            if select.select([self._master], [], [], _GLANCE_S)[0]:
                requests, arrived = _requests(arrived + os.read(self._master, 4096))
                for request in requests:
                    self._reply(request)
        os.close(self._slave)
        os.close(self._master)

    def _reply(self, request: bytes) -> None:
        pieces, pulled = self._reader.answer(request)
        for piece in pieces:
            for part in self._reader.faults.pace.split(piece):
                if self._pulled.wait(part.after_s):
                    return
                self._write(part.data)
        if pulled:
            self._reader.unplug()

    def _write(self, data: bytes) -> None:
        """A host that does not read must not keep the simulator from being unplugged."""
        while data and not self._pulled.is_set():
            if select.select([], [self._master], [], _GLANCE_S)[1]:
                data = data[os.write(self._master, data):]


def _xor(data: bytes) -> int:
    check = 0
    for byte in data:
        check ^= byte
    return check


def _frame(body: bytes) -> bytes:
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return _PREAMBLE + counted + bytes([_xor(counted)])


def _requests(arrived: bytes) -> tuple[list[bytes], bytes]:
    """The whole frames of the host in what has arrived, right or wrong, and what is left of it."""
    frames = []
    while (start := arrived.find(_PREAMBLE)) >= 0:
        end = start + 7 + int.from_bytes(arrived[start + 5:start + 7], "big")
        if len(arrived) < start + 7 or len(arrived) < end:
            break
        frames.append(arrived[start:end])
        arrived = arrived[end:]
    return frames, arrived
