"""What the machine is at while it asks about an appointment, a visit or a mandate."""

from __future__ import annotations

from kiosk.mandating import FindMandates, GiveMandate, MandateQuestion, ReadForms, ReadOnFile, ReceiveResult
from kiosk.questions import AskVisit, Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question, TellOpinion
from kiosk.views import Msg, msg


def asked_for(question: Question | MandateQuestion) -> Msg:
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
        case TellOpinion():
            return msg("asking-opinion")
        case ReadForms() | ReadOnFile():
            return msg("asking-forms")
        case GiveMandate():
            return msg("asking-mandate")
        case FindMandates():
            return msg("asking-progress")
        case ReceiveResult():
            return msg("asking-received")
