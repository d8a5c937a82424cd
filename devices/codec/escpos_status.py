"""What an ESC/POS printer says about itself, from the bytes that it sends back.

Three kinds of answer share one stream and have no length or sequence number. They are told apart by fixed bits (Epson TM
command reference; "identification of send status" in the Citizen CT-S310 and CT-D150 manuals):

    DLE EOT n      0xx1 xx10   one byte, sent at once, whatever stands in the receive buffer
    GS r n         0xx0 xxxx   one byte, sent in print order: what came before it has been printed
    GS a (ASB)     0xx1 xx00   first of four bytes, sent unasked; the other three are 0xx0 xxxx like an answer to GS r
    XON, XOFF      0001 0001, 0001 0011   flow control

No answer means that nothing is known. It never means "no paper".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from devices.types import Paper, PrinterStatus

PAPER_MARK = b"\x1dr\x01"  # GS r 1: answered when everything before it has been printed
TELL_UNASKED = b"\x1da\x0e"  # GS a: automatic status back whenever the printer goes off-line, fails, or its paper changes


class Query(IntEnum):
    """The n of DLE EOT n."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4


class Sent(Enum):
    """What one byte from the printer, or four of them, turned out to be."""

    REAL_TIME = "real_time"
    IN_PRINT_ORDER = "in_print_order"
    UNASKED = "unasked"


@dataclass(frozen=True)
class Answer:
    kind: Sent
    data: bytes


# n = 1
OFFLINE = 0x08
# n = 2
COVER_OPEN = 0x04
STOPPED_BY_PAPER_END = 0x20
ERROR = 0x40
# n = 3
CUTTER = 0x08
UNRECOVERABLE = 0x20
RECOVERS_BY_ITSELF = 0x40  # the print head is too hot
OTHER_RECOVERABLE = 0x04
# n = 4
NEAR_END = 0x0C
PAPER_END = 0x60
# automatic status back: off-line, cutter and errors as above
ASB_COVER_OPEN = 0x20
ASB_NEAR_END = 0x03
ASB_PAPER_END = 0x0C

FIXED_MASK, FIXED = 0x93, 0x12
_ASB_FIRST_MASK, _ASB_FIRST = 0x93, 0x10
_PLAIN_MASK, _PLAIN = 0x90, 0x00
_ASB_REST = 3


def question(query: Query) -> bytes:
    return bytes((0x10, 0x04, query))


class AnswerReader:
    """Sorts the printer's bytes, in any pieces. Keeps its place in a four-byte ASB from one call to the next."""

    def __init__(self) -> None:
        self._asb = b""

    def feed(self, data: bytes) -> list[Answer]:
        return [answer for byte in data for answer in self._take(byte)]

    def _take(self, byte: int) -> list[Answer]:
        if byte & FIXED_MASK == FIXED:
            return [Answer(Sent.REAL_TIME, bytes((byte,)))]
        if byte & _ASB_FIRST_MASK == _ASB_FIRST:
            self._asb = bytes((byte,))
        elif byte & _PLAIN_MASK == _PLAIN:
            return self._take_plain(bytes((byte,)))
        return []  # flow control and noise

    def _take_plain(self, byte: bytes) -> list[Answer]:
        if not self._asb:
            return [Answer(Sent.IN_PRINT_ORDER, byte)]
        self._asb += byte
        if len(self._asb) <= _ASB_REST:
            return []
        whole, self._asb = self._asb, b""
        return [Answer(Sent.UNASKED, whole)]


def is_online(answer: int) -> bool:
    """From the answer to :attr:`Query.PRINTER`."""
    return not answer & OFFLINE


def status_of(answers: Mapping[Query, int]) -> PrinterStatus:
    """The status from whichever questions were answered; a question without an answer leaves its field unknown.

    Without the first answer nothing is concluded: the others may be late answers to it.
    """
    if Query.PRINTER not in answers:
        return PrinterStatus(answered=False)
    offline_cause = answers.get(Query.OFFLINE_CAUSE, 0)
    error_cause = answers.get(Query.ERROR_CAUSE, 0)
    cutter_jam = bool(error_cause & CUTTER)
    other_error = bool(error_cause & (UNRECOVERABLE | RECOVERS_BY_ITSELF | OTHER_RECOVERABLE))
    return PrinterStatus(
        answered=True,
        online=is_online(answers[Query.PRINTER]),
        paper=_paper(answers.get(Query.PAPER), bool(offline_cause & STOPPED_BY_PAPER_END)),
        cover_open=bool(offline_cause & COVER_OPEN),
        cutter_jam=cutter_jam,
        error=other_error or (bool(offline_cause & ERROR) and not cutter_jam),
    )


def status_unasked(asb: bytes) -> PrinterStatus:
    """From the four bytes of automatic status back."""
    stopped = bool(asb[2] & ASB_PAPER_END)
    near_end = Paper.NEAR_END if asb[2] & ASB_NEAR_END else Paper.OK
    return PrinterStatus(
        answered=True,
        online=not asb[0] & OFFLINE,
        paper=Paper.OUT if stopped else near_end,
        cover_open=bool(asb[0] & ASB_COVER_OPEN),
        cutter_jam=bool(asb[1] & CUTTER),
        error=bool(asb[1] & (UNRECOVERABLE | RECOVERS_BY_ITSELF)),
    )


def _paper(answer: int | None, stopped: bool) -> Paper:
    if stopped or (answer is not None and answer & PAPER_END):
        return Paper.OUT
    if answer is None:
        return Paper.UNKNOWN
    return Paper.NEAR_END if answer & NEAR_END else Paper.OK


def answer_to(query: Query, status: PrinterStatus) -> int:
    """The byte that a printer in this status sends; the simulator's half."""
    out = status.paper is Paper.OUT
    bits = {
        Query.PRINTER: 0 if status.online else OFFLINE,
        Query.OFFLINE_CAUSE: (COVER_OPEN if status.cover_open else 0)
        | (STOPPED_BY_PAPER_END if out else 0)
        | (ERROR if status.error or status.cutter_jam else 0),
        Query.ERROR_CAUSE: (CUTTER if status.cutter_jam else 0) | (RECOVERS_BY_ITSELF if status.error else 0),
        Query.PAPER: (PAPER_END if out else 0) | (NEAR_END if out or status.paper is Paper.NEAR_END else 0),
    }
    return FIXED | bits[query]


def unasked(status: PrinterStatus) -> bytes:
    """The four bytes of automatic status back in this status; the simulator's half."""
    out = status.paper is Paper.OUT
    return bytes(
        (
            0x10 | (0 if status.online else OFFLINE) | (ASB_COVER_OPEN if status.cover_open else 0),
            (CUTTER if status.cutter_jam else 0) | (RECOVERS_BY_ITSELF if status.error else 0),
            (ASB_PAPER_END if out else 0) | (ASB_NEAR_END if out or status.paper is Paper.NEAR_END else 0),
            0x00,
        )
    )
