"""What the machine is at while it asks about an appointment or a visit."""

from __future__ import annotations

from kiosk.questions import AskVisit, Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question
from kiosk.views import Msg, msg


def asked_for(question: Question) -> Msg:
    match question:
        case FindSlots():
            return msg("asking-slots")
        case FindBookings():
            return msg("asking-bookings")
        case Book() | MoveBooking():
            return msg("asking-book")
        case CancelBooking():
            return msg("asking-cancel")
        case AskVisit():
            return msg("asking-visit")
