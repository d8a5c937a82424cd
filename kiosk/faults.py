"""Trouble in words: what the resident reads and hears, what the staff do, and which ways on there are.

The ids follow from the names in the closed lists (``Fault.PAPER_OUT`` -> ``fault-paper-out``), so a new fault without words
fails the tests, not the resident.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from devices.types import Fault
from kiosk.hall.messages import Refusal
from kiosk.views import Msg


class Way(Enum):
    """A way on from trouble; the value is the id of the choice. The way to a helper and the way home are always there."""

    RETRY = "retry"  # the same request under the same key
    WITHOUT_CARD = "go-on"
    OTHER_CARD = "other-card"
    OTHER_LINE = "other-line"
    OTHER_CODE = "other-code"
    OTHER_TIME = "other-time"
    OTHER_RECEIPT = "other-receipt"
    BOOK = "book-line"  # the line that gives no number now, for another time


@dataclass(frozen=True)
class Words:
    """``title``: what happened. ``do``: what the resident can do. ``staff``: the instruction for the staff, with ``code``."""

    title: Msg
    do: Msg
    staff: Msg
    code: str
    ways: tuple[Way, ...] = ()

    @property
    def may_go_on(self) -> bool:
        return bool(self.ways)


READERS = frozenset({Fault.READER_DOWN, Fault.READER_MUTE, Fault.READER_GARBLED})
CARDS = frozenset({Fault.CARD_MOVED, Fault.CARD_UNREADABLE, Fault.CARD_PROTECTED, Fault.CARD_UNKNOWN, Fault.READER_GARBLED})

_REFUSAL_WAYS = {
    # After UNREACHABLE a ticket may exist. Only the same request again is safe; another one could give a second ticket.
    Refusal.UNREACHABLE: (Way.RETRY,),
    Refusal.BUSY: (Way.RETRY,),
    Refusal.LINE_CLOSED: (Way.OTHER_LINE,),
    Refusal.WINDOW_CLOSED: (Way.OTHER_LINE,),
    Refusal.LINE_UNKNOWN: (Way.OTHER_LINE,),
    Refusal.QUOTA_SPENT: (Way.OTHER_LINE,),
    Refusal.BOOKING_UNKNOWN: (Way.OTHER_CODE, Way.OTHER_LINE),
    Refusal.CODES_TRIED: (Way.OTHER_CODE, Way.OTHER_LINE),
    Refusal.MANDATE_UNKNOWN: (Way.OTHER_RECEIPT,),
    Refusal.NOT_OFFERED: (Way.RETRY,),
    Refusal.BOOKING_EARLY: (Way.OTHER_LINE,),
    Refusal.BOOKING_OTHER_DAY: (Way.OTHER_LINE,),
    Refusal.BOOKED_ALREADY: (Way.OTHER_TIME,),
    Refusal.SLOT_FULL: (Way.OTHER_TIME,),
    Refusal.SLOT_GONE: (Way.OTHER_TIME,),
}


def of_fault(fault: Fault) -> Words:
    ways: tuple[Way, ...] = ()
    if fault in CARDS:
        ways = (Way.WITHOUT_CARD, Way.OTHER_CARD)
    elif fault in READERS:
        ways = (Way.WITHOUT_CARD,)
    return _words(f"fault-{_id(fault)}", _id(fault).upper(), ways)


def of_refusal(refusal: Refusal) -> Words:
    return _words(f"refusal-{_id(refusal)}", _id(refusal).upper(), _REFUSAL_WAYS.get(refusal, ()))


def of_booking(refusal: Refusal, *ways: Way) -> Words:
    """As ``of_refusal``, for who asked about an appointment or a visit and not for a number. ``ways``: in place of the usual."""
    words = of_refusal(refusal)
    if refusal in (Refusal.UNREACHABLE, Refusal.BUSY, Refusal.NOT_ENROLLED, Refusal.NOT_UNDERSTOOD):
        words = replace(words, title=_BOOKING.get(refusal, words.title), do=Msg("booking-desk"))
    return replace(words, ways=ways or words.ways)


def of_mandate(refusal: Refusal, gives: bool) -> Words:
    """The same for who gives a mandate or signs for its result; or only asks (``gives`` False): then no answer leaves nothing
    uncertain."""
    if refusal is Refusal.CODES_TRIED:
        return replace(of_refusal(refusal), do=Msg("mandate-codes-do"), ways=(Way.OTHER_RECEIPT,))
    words = of_booking(refusal)
    return words if gives or refusal is not Refusal.UNREACHABLE else replace(words, title=Msg("mandates-away"))


_BOOKING = {Refusal.UNREACHABLE: Msg("booking-unreachable"), Refusal.NOT_UNDERSTOOD: Msg("booking-failed")}

CRASH = Words(Msg("crash"), Msg("crash-do"), Msg("crash-staff"), "CRASH")


def _id(trouble: Enum) -> str:
    return str(trouble.value).replace("_", "-")


def _words(stem: str, code: str, ways: tuple[Way, ...]) -> Words:
    return Words(Msg(stem), Msg(f"{stem}-do"), Msg(f"{stem}-staff"), code, ways)
