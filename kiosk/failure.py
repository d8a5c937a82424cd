"""When a part of the program itself fails: what is written of it, and what the flow is told in place of an answer."""

from __future__ import annotations

import traceback

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import (
    AskBooking,
    AskMandate,
    CallHelper,
    CheckIn,
    Effect,
    IssueTicket,
    PrintSlip,
    PrintTicket,
    RateHelp,
    Recognise,
    RecordNotice,
    RefreshHall,
    SendRating,
)
from kiosk.events import (
    BookingAnswered,
    Event,
    HallLost,
    HelpRefused,
    MandateAnswered,
    NoticeLost,
    RatingLost,
    Recognised,
    SlipPrinted,
    TicketPrinted,
    TicketRefused,
)
from kiosk.hall.messages import Refusal


def place_of(error: BaseException) -> str:
    """Kind and place of an error. Its message is left out: it may quote what a resident's card said."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} in {where}"


def answer_for(effect: Effect) -> Event | None:
    """The answer that claims least: nothing is known of what happened, so only what is safe to repeat is offered."""
    match effect:
        case IssueTicket(key=key) | CheckIn(key=key):
            return TicketRefused(key, Refusal.UNREACHABLE)
        case AskBooking(key=key):
            return BookingAnswered(key, Refusal.UNREACHABLE)
        case AskMandate(key=key):
            return MandateAnswered(key, Refusal.UNREACHABLE)
        case PrintSlip(slip=slip):
            return SlipPrinted(slip.id, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_ERROR))
        case PrintTicket(ticket=ticket):
            return TicketPrinted(ticket.id, PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_ERROR))
        case RecordNotice(key=key):
            return NoticeLost(key)
        case CallHelper(key=key):
            return HelpRefused(key, Refusal.UNREACHABLE)
        case SendRating(ticket_id=ticket_id):
            return RatingLost(ticket_id)
        case RateHelp(call_id=call_id):
            return RatingLost(call_id)
        case RefreshHall():
            return HallLost()
        case Recognise(strokes=strokes):
            return Recognised(strokes, ())
    return None
