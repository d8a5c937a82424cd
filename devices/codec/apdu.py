"""Commands and answers of smart cards (ISO/IEC 7816-4), short form, class 00: what reads, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Transmit = Callable[[bytes], bytes]

OK = 0x9000
PROTECTED = 0x6982  # security status not satisfied
WRONG_LENGTH = 0x6700
_MORE = 0x61  # SW2 bytes wait for GET RESPONSE (T=0)
_OTHER_LE = 0x6C  # ask again with Le = SW2
_NO_DATA = 5  # a command of header and Le
_MOST_ROUNDS = 8  # a card that never comes to an end is broken


class CardNonsense(ValueError):
    """An answer that no card gives: without a status word, or continued for ever."""


@dataclass(frozen=True, repr=False)
class Response:
    status: int  # SW1 SW2
    data: bytes

    def __repr__(self) -> str:
        return f"<Response {self.status:04X} with {len(self.data)} bytes>"


def select_name(aid: bytes) -> bytes:
    """SELECT by application name, Le left out: under T=0 the card answers 61xx."""
    return bytes([0x00, 0xA4, 0x04, 0x00, len(aid)]) + aid


def select_file(file: int, how: int) -> bytes:
    """SELECT an elementary file by its two-byte identifier; ``how`` is P1 (02: under the current application, 00: any)."""
    return bytes([0x00, 0xA4, how, 0x00, 0x02]) + file.to_bytes(2, "big")


def read_record(which: int, length: int, *, by_tag: bool, sfi: int = 0) -> bytes:
    """READ RECORD: ``which`` is the record's identifier or its number; ``sfi`` 0 is the current file; ``length`` is Le."""
    return bytes([0x00, 0xB2, which, sfi << 3 | (0 if by_tag else 4), length])


def _get_response(length: int) -> bytes:
    return bytes([0x00, 0xC0, 0x00, 0x00, length])


def exchange(transmit: Transmit, command: bytes) -> Response:
    """One command with all that T=0 makes of it: 61xx is fetched, 6Cxx repeated with the right Le.

    Whatever ``transmit`` raises passes through; raises :class:`CardNonsense`.
    """
    data, ask = b"", command
    for _ in range(_MOST_ROUNDS):
        answer = transmit(ask)
        if len(answer) < 2:
            raise CardNonsense("no status word")
        sw1, sw2 = answer[-2:]
        data += answer[:-2]
        if sw1 == _MORE:
            ask = _get_response(sw2)
        elif sw1 == _OTHER_LE and len(ask) == _NO_DATA:
            ask = ask[:4] + bytes([sw2])
        else:
            return Response(sw1 << 8 | sw2, data)
    raise CardNonsense("no end")
