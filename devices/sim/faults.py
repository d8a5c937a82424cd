"""How a simulator is asked to misbehave: which fault, how often, at which operation, and how slowly its bytes come.

Each simulator names its faults in an enum of its own (or uses :class:`WireFault`) and asks :meth:`Faults.due` before it
answers. Tests and the bench hold the same object and may ask from any thread.
"""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import Generic, TypeVar

Kind = TypeVar("Kind", bound=Hashable)


class WireFault(Enum):
    """What any byte-serial device may do to an answer, whatever the answer means."""

    SILENT = "silent"  # no answer at all
    PARTIAL = "partial"  # the first half, and then nothing
    STALL = "stall"  # the first half, a pause, the rest
    LATE = "late"  # the whole answer, after the host has given up waiting
    FLIPPED_BIT = "flipped_bit"
    GARBAGE_BEFORE = "garbage_before"
    DUPLICATE = "duplicate"
    ECHO = "echo"  # the host's own request comes back before the answer


@dataclass(frozen=True)
class Piece:
    """Bytes to send after a pause in seconds."""

    data: bytes
    after_s: float = 0.0


@dataclass(frozen=True)
class Pace:
    """How bytes leave: ``chunk`` bytes at a time (0: all at once) with ``pause_s`` seconds between the chunks."""

    chunk: int = 0
    pause_s: float = 0.0

    def split(self, piece: Piece) -> Iterator[Piece]:
        if self.chunk <= 0 or len(piece.data) <= self.chunk:
            yield piece
            return
        for start in range(0, len(piece.data), self.chunk):
            yield Piece(piece.data[start:start + self.chunk], self.pause_s if start else piece.after_s)


class Faults(Generic[Kind]):
    """The misbehaviour that is asked for and not yet played.

    ``on`` limits a fault to one operation of the simulator (a command byte, an instruction, a word); without it the next
    answer of any kind is hit. Faults are played in the order in which they were asked for.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: list[tuple[Kind, Hashable, int | None]] = []
        self.pace = Pace()

    def fail_next(self, fault: Kind, times: int = 1, *, on: Hashable = None) -> None:
        """Play ``fault`` in the next ``times`` answers."""
        with self._lock:
            self._asked.append((fault, on, times))

    def fail_until_cleared(self, fault: Kind, *, on: Hashable = None) -> None:
        with self._lock:
            self._asked.append((fault, on, None))

    def slow(self, chunk: int, pause_s: float) -> None:
        """Let bytes leave ``chunk`` at a time, ``pause_s`` seconds apart."""
        self.pace = Pace(chunk, pause_s)

    def clear(self) -> None:
        """Behave again, at full speed."""
        with self._lock:
            self._asked.clear()
        self.pace = Pace()

    def due(self, operation: Hashable = None) -> Kind | None:
        """The fault to play in this answer, counted as played; None to behave."""
        with self._lock:
            for index, (fault, on, left) in enumerate(self._asked):
                if on is not None and on != operation:
                    continue
                if left is not None:
                    self._asked[index:index + 1] = [(fault, on, left - 1)] if left > 1 else []
                return fault
        return None


def distort(answer: bytes, fault: WireFault | None, *, request: bytes, pause_s: float, chance: random.Random) -> list[Piece]:
    """The answer as a faulty device sends it; ``pause_s`` is how long STALL and LATE wait, ``chance`` picks bits and garbage."""
    half = len(answer) // 2
    whole = Piece(answer)
    if fault is WireFault.FLIPPED_BIT:
        position = chance.randrange(len(answer))
        flipped = answer[position] ^ (1 << chance.randrange(8))
        return [Piece(answer[:position] + bytes([flipped]) + answer[position + 1:])]
    played = {
        None: [whole],
        WireFault.SILENT: [],
        WireFault.PARTIAL: [Piece(answer[:half])],
        WireFault.STALL: [Piece(answer[:half]), Piece(answer[half:], pause_s)],
        WireFault.LATE: [Piece(answer, pause_s)],
        WireFault.GARBAGE_BEFORE: [Piece(chance.randbytes(23)), whole],
        WireFault.DUPLICATE: [whole, whole],
        WireFault.ECHO: [Piece(request), whole],
    }
    return played[fault]
