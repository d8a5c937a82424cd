"""A hall that can be booked, its days, and what it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.flows.booking_state import (
    BookingRead,
    CancelAsked,
    Cancelled,
    How,
    KeptCode,
    KeptSeveral,
    PhoneOfBooking,
    SlipHeld,
    Stage,
    TimeToBook,
    VisitPhone,
    VisitRead,
    VisitWish,
    WhoBooks,
    Wish,
)
from kiosk.flows.opinion_state import Opinion, OpinionRead, Telling
from kiosk.hall.messages import Appointment, BookedAlready, Hall, OpinionReceipt, Refusal, SlotDay, VisitReceipt
from kiosk.questions import AskVisit, Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question, Reply, TellOpinion
from tests.kit.people import HALL, name

BOOKABLE: Hall = replace(HALL, lines=tuple(replace(line, books=line.id != "social") for line in HALL.lines))
GENERAL, _, CIVIL = BOOKABLE.lines
MONDAY, TUESDAY, THURSDAY = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 6)
TIMES = ("09:00", "09:30", "10:00", "10:30", "14:30", "15:00")
DAYS = (
    SlotDay(MONDAY, tuple((at, 0) for at in TIMES)),
    SlotDay(TUESDAY, tuple((at, 2) for at in TIMES)),
    SlotDay(date(2025, 3, 5), (), name("植树节")),
    SlotDay(THURSDAY, (("10:00", 1),), name("集中办理日")),
)
OURS = Appointment("a1", GENERAL, TUESDAY, "09:30", "482913")
OTHER = Appointment("a2", CIVIL, THURSDAY, "15:00", "000317")
RECEIPT = VisitReceipt("v1", "037")
TOLD = OpinionReceipt("o1", "2025-0003", "complaint", THURSDAY)


def replies(question: Question) -> tuple[Reply, ...]:
    """What may come back; every refusal too."""
    refused = tuple(Refusal)
    match question:
        case FindSlots():
            return (DAYS, DAYS, DAYS[3:], (), *refused[:3])
        case FindBookings():
            return ((OURS,), (OURS, OTHER), Refusal.BOOKING_UNKNOWN, *refused[:3])
        case CancelBooking(appointment):
            return (appointment, Refusal.BOOKING_SPENT, *refused[:3])
        case AskVisit():
            return (RECEIPT, *refused[:3])
        case TellOpinion():
            return (TOLD, *refused[:3])
        case Book() | MoveBooking():
            gone = (Refusal.SLOT_FULL, Refusal.SLOT_GONE)
            return (OURS, OURS, *gone, BookedAlready(TUESDAY, "10:00"), BookedAlready(TUESDAY, "10:00", "482913"), *refused)


WISH = Wish(GENERAL, DAYS, TUESDAY, "09:30", phone="13900000000")
PLACES: tuple[Stage | Telling, ...] = (
    TimeToBook(WISH),
    WhoBooks(WISH),
    PhoneOfBooking(WISH, "1390000000"),
    BookingRead(WISH),
    BookingRead(replace(WISH, moving=OTHER)),
    KeptCode("48291"),
    KeptSeveral((OURS, OTHER)),
    CancelAsked(OURS),
    Cancelled(OURS),
    SlipHeld(OURS, How.BOOKED, printing=True),
    SlipHeld(OURS, How.ALREADY, printing=False),
    VisitPhone(VisitWish(other=True, line=GENERAL, group="frail"), "0477398000"),
    VisitRead(VisitWish(phone="04773980000")),
    SlipHeld(RECEIPT, How.ASKED, printing=False),
    OpinionRead(Opinion("complaint", ("slow",), "04773980000")),
)
"""Places deep in the flow, for a walk to begin at."""
