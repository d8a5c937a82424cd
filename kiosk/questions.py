"""What the flows ask the hall about appointments and visits at home. Each is answered by one ``kiosk.events.BookingAnswered``.

Phone numbers and codes are a resident's own: no ``repr`` tells them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from devices.types import Holder
from kiosk.hall.messages import Appointment, BookedAlready, Line, OpinionReceipt, Refusal, SlotDay, VisitReceipt
from kiosk.handouts import Handbook, Leaflet, NoticePaper
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper


@dataclass(frozen=True)
class FindSlots:
    """-> tuple[SlotDay, ...]"""

    line: str


@dataclass(frozen=True)
class Book:
    """-> Appointment or BookedAlready. By the card or, if ``holder`` is None, by ``phone`` (digits)."""

    line: str
    day: date
    at: str
    lang: str
    holder: Holder | None = None
    phone: str = field(default="", repr=False)


@dataclass(frozen=True)
class FindBookings:
    """-> tuple[Appointment, ...]. By the code or, if there is a ``holder``, by the card."""

    code: str = field(default="", repr=False)
    holder: Holder | None = None


@dataclass(frozen=True)
class MoveBooking:
    """-> Appointment, with the same code, or BookedAlready."""

    appointment: Appointment
    day: date
    at: str


@dataclass(frozen=True)
class CancelBooking:
    """-> Appointment: the one that is no more."""

    appointment: Appointment


@dataclass(frozen=True)
class AskVisit:
    """-> VisitReceipt. ``line`` None: to be told by telephone. ``other``: for somebody else. ``group``: the service's word for
    why a visit is needed; None: nothing was said."""

    phone: str = field(repr=False)
    line: Line | None = None
    other: bool = False
    group: str | None = field(default=None, repr=False)
    holder: Holder | None = None


@dataclass(frozen=True)
class TellOpinion:
    """-> OpinionReceipt. ``kind`` and ``topics`` in the service's words. Without a ``phone`` nobody is told the answer; with a
    ``holder`` the name on the card goes along."""

    kind: str
    topics: tuple[str, ...]
    phone: str = field(default="", repr=False)
    lang: str = "zh"
    holder: Holder | None = None


Question = FindSlots | Book | FindBookings | MoveBooking | CancelBooking | AskVisit | TellOpinion
Reply = tuple[SlotDay, ...] | tuple[Appointment, ...] | Appointment | BookedAlready | VisitReceipt | OpinionReceipt | Refusal
Slip = Appointment | VisitReceipt | OpinionReceipt  # of which there is a paper by itself
Paper = Slip | Leaflet | NoticePaper | ReceiptPaper | MandatePaper | Handbook
