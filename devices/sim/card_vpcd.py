"""A card in a virtual PC/SC reader (vpcd), seen from the card's end.

vpcd speaks over TCP: two bytes of length, big-endian, and a payload; one byte is a control (00 power off, 01 on, 02 reset,
04 ask for the answer to reset), more are a command for the card. A connection is a card in the reader; closing it takes the
card out.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from threading import Event, Thread, current_thread
from time import monotonic

from devices.sim.faults import Faults
from devices.sim.people import SocialCard
from devices.sim.social_applet import READ_RECORD, Habits, SocialApplet

PORT = 35963  # vpcd's first slot as Debian sets it up

# A contact card of 1.00 and 2.00: chip maker 2, system 3, card maker 2, date and serial 6 as historical bytes
_ATR = bytes.fromhex("3B6D0000 0081 544301 8660 150601000001")
_ASK_ATR = b"\x04"
_RETRY_S = 0.05
# pcscd looks for the card every 0.4 s, later on a busy machine; two cards between two looks are one to it, and then none. No hand
# is so fast.
_HAND_S = 0.9


class CardFault(Enum):
    MUTE = "mute"  # no answer, until the card is taken out
    HALF = "half"  # half of the answer, and then nothing
    NO_STATUS = "no_status"  # an answer of one byte
    GARBAGE = "garbage"  # bytes that mean nothing, and 9000
    TAKEN = "taken"  # pulled out instead of answering


@dataclass(frozen=True)
class Refuse:
    """Answer with this status word instead."""

    status: int


class CardVpcd:
    """Plays cards in the slot behind ``port`` of this machine.

    While a card is in, it comes back by itself after pcscd was away. ``faults`` may be aimed at an instruction
    (``on=READ_RECORD``) or at a record (``on=0x09``). ``asked`` has every command that reached a card. To be closed, or used
    in ``with``.
    """

    def __init__(self, port: int = PORT) -> None:
        self.port = port
        self.faults: Faults[CardFault | Refuse] = Faults()
        self.delay_s = 0.0  # before each answer
        self.asked: list[bytes] = []
        self._slot: _Slot | None = None
        self._empty_since = 0.0

    def __enter__(self) -> CardVpcd:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def insert(self, card: SocialCard, habits: Habits = Habits(), *, taken_after: int | None = None) -> None:
        """Put a card in, taking out the one that was there; it pulls itself out after ``taken_after`` commands."""
        self.remove()
        pause_s = max(0.0, self._empty_since + _HAND_S - monotonic())
        self._slot = _Slot(self, SocialApplet(card, habits), taken_after, pause_s)

    def remove(self) -> None:
        slot, self._slot = self._slot, None
        if slot is not None:
            self._empty_since = monotonic()  # before anybody can hear of it, who may have the next card at hand
            slot.pull()

    close = remove


class _Slot:
    """One card's time in the reader."""

    def __init__(self, sim: CardVpcd, applet: SocialApplet, taken_after: int | None, pause_s: float) -> None:
        self._sim = sim
        self._pause = pause_s
        self._applet = applet
        self._left = taken_after
        self._wire: socket.socket | None = None
        self._pulled = Event()
        self._thread = Thread(target=self._stay, name="simulated card", daemon=True)
        self._thread.start()

    def pull(self) -> None:
        """Done when this returns, unless the card's own thread asks for it."""
        self._pulled.set()
        wire = self._wire
        if wire is not None:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        if self._thread is not current_thread():
            self._thread.join()

    def _stay(self) -> None:
        self._pulled.wait(self._pause)
        while not self._pulled.wait(_RETRY_S):
            with suppress(OSError):
                with socket.create_connection(("127.0.0.1", self._sim.port)) as wire:
                    self._wire = wire
                    self._serve(wire)

    def _serve(self, wire: socket.socket) -> None:
        while not self._pulled.is_set():
            size = int.from_bytes(_exactly(wire, 2), "big")
            payload = _exactly(wire, size)
            if payload == _ASK_ATR:
                _send(wire, _ATR)
            elif size == 1:
                self._applet.reset()
            else:
                self._command(wire, payload)

    def _command(self, wire: socket.socket, command: bytes) -> None:
        self._sim.asked.append(command)
        fault = self._sim.faults.due(command[1])
        if fault is None and command[1] == READ_RECORD:
            fault = self._sim.faults.due(command[2])
        if self._left is not None:
            fault = CardFault.TAKEN if self._left <= 0 else fault
            self._left -= 1
        self._pulled.wait(self._sim.delay_s)
        answer = self._applet.answer(command)
        match fault:
            case None:
                _send(wire, answer)
            case Refuse(status):
                _send(wire, status.to_bytes(2, "big"))
            case CardFault.HALF:
                wire.sendall(len(answer).to_bytes(2, "big") + answer[:len(answer) // 2])
            case CardFault.NO_STATUS:
                _send(wire, b"\x90")
            case CardFault.GARBAGE:
                _send(wire, bytes.fromhex("FFA55A00FF9000"))
            case CardFault.TAKEN:
                self._sim.remove()


def _exactly(wire: socket.socket, size: int) -> bytes:
    """``size`` bytes; OSError when the reader is gone.

    vpcd writes length and body apart, so each is acknowledged at once; with delayed acknowledgement a command takes 44 ms.
    """
    data = b""
    while len(data) < size:
        part = wire.recv(size - len(data))
        if not part:
            raise ConnectionResetError
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        data += part
    return data


def _send(wire: socket.socket, payload: bytes) -> None:
    wire.sendall(len(payload).to_bytes(2, "big") + payload)
