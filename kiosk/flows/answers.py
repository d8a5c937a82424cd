"""What the service answers about appointments and visits, and where each answer leads."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import AskBooking, Effect, Note, StopTimer
from kiosk.events import BookingAnswered, Event
from kiosk.faults import Way, of_booking
from kiosk.flows import booking, kept, slip, take_number
from kiosk.flows.asking import ask
from kiosk.flows.booking_state import BookingRead, Cancelled, How, KeptCode
from kiosk.flows.state import Failed, Issuing, Stage, Step, Terminal
from kiosk.flows.step import Now
from kiosk.hall.messages import Appointment, BookedAlready, OpinionReceipt, Refusal, SlotDay, VisitReceipt
from kiosk.journal import Entry, What
from kiosk.moments import moment_words
from kiosk.questions import AskVisit, Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question, Reply, TellOpinion
from kiosk.views import msg

GONE = (Refusal.SLOT_FULL, Refusal.SLOT_GONE)
STOPPED: tuple[Effect, ...] = (StopTimer(take_number.ISSUE), StopTimer(take_number.RETRY))


def told(state: Terminal, event: Event, now: Now) -> Step:
    """An answer to something else is dropped. What was done is shown even after the terminal gave up waiting for it."""
    stage = state.stage
    if not isinstance(event, BookingAnswered) or not isinstance(stage, (Issuing, Failed)):
        return state, ()
    request = stage.request
    if not isinstance(request, AskBooking) or request.key != event.key:
        return state, ()
    origin = stage.origin if isinstance(stage, Issuing) else stage.resume
    if isinstance(event.reply, Refusal):
        return _refused(state, stage, request.question, event.reply, now) if isinstance(stage, Issuing) else (state, ())
    state, effects = _answered(state, origin, request.question, event.reply, now)
    return state, STOPPED + effects


def _answered(state: Terminal, origin: Stage, question: Question, reply: Reply, now: Now) -> Step:
    match question, reply:
        case FindSlots(), tuple():
            return booking.slots_found(state, origin, question, tuple(day for day in reply if isinstance(day, SlotDay)))
        case FindBookings(), tuple():
            how = How.ALREADY if isinstance(origin, BookingRead) else How.KEPT
            return kept.found(state, tuple(one for one in reply if isinstance(one, Appointment)), now, how)
        case CancelBooking(), Appointment() as gone:
            return state.at(Cancelled(gone)), (Note(Entry(What.BOOKING_CANCELLED, gone.line.id)),)
        case (Book() | MoveBooking()), Appointment() as held:
            state, effects = slip.held(state, held, How.BOOKED if isinstance(question, Book) else How.MOVED, now)
            return state, effects + (Note(Entry(What.BOOKED, held.line.id)),)
        case (Book() | MoveBooking()), BookedAlready() as other:
            return _already(state, origin, other)
        case AskVisit(), VisitReceipt() as receipt:
            state, effects = slip.held(state, receipt, How.ASKED, now)
            return state, effects + (Note(Entry(What.VISIT_ASKED)),)
        case TellOpinion(), OpinionReceipt() as receipt:
            state, effects = slip.held(state, receipt, How.TOLD, now)
            return state, effects + (Note(Entry(What.OPINION_TOLD, receipt.kind)),)
    return state, ()


def _already(state: Terminal, origin: Stage, other: BookedAlready) -> Step:
    """Who showed their card sees what they have; a phone number that somebody typed says the time alone."""
    if other.code:
        return ask(state.at(origin), FindBookings(code=other.code))
    words = of_booking(Refusal.BOOKED_ALREADY, Way.OTHER_TIME)
    words = replace(words, title=msg("booked-already", **dict(moment_words(other.day, other.at).args)))
    return state.at(Failed(words, _earlier(origin))), (Note(Entry(What.BOOKING_REFUSED, Refusal.BOOKED_ALREADY.value)),)


def _refused(state: Terminal, stage: Issuing, question: Question, refusal: Refusal, now: Now) -> Step:
    match question:
        case Book(line=line) if refusal in GONE:
            state, effects = ask(state.at(stage.origin), FindSlots(line))
            return state, STOPPED + effects
        case MoveBooking(appointment) if refusal in GONE:
            state, effects = ask(state.at(stage.origin), FindSlots(appointment.line.id))
            return state, STOPPED + effects
        case FindBookings(_, holder) if refusal in (Refusal.BOOKING_UNKNOWN, Refusal.CODES_TRIED):
            words = of_booking(refusal, Way.OTHER_CODE)
            if holder is not None:
                words = replace(words, title=msg("kept-no-card"), do=msg("kept-no-card-do"))
            return state.at(Failed(words, KeptCode())), STOPPED + (Note(Entry(What.BOOKING_REFUSED, refusal.value)),)
    return take_number.refused(state, stage, refusal, now)


def _earlier(origin: Stage) -> Stage:
    return booking.days_again(origin) if isinstance(origin, BookingRead) else origin
