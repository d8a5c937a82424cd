"""Trouble in the way of a visit: what happened, what to do, and every way on that is safe."""

from __future__ import annotations

from kiosk.faults import Way
from kiosk.flows import booking, rest, take_number
from kiosk.flows.booking_state import Booking, BookingRead, HomeVisit, KeptCode, KeptSought, PhoneOfBooking, WhoBooks
from kiosk.flows.state import CodeTyped, Failed, LineChosen, Step, Terminal
from kiosk.flows.step import Now
from kiosk.flows.visiting import with_visit
from kiosk.views import Choice, Trouble, View, Weight, msg

_LABELS = {
    Way.RETRY: "trouble-retry",
    Way.WITHOUT_CARD: "trouble-go-on",
    Way.OTHER_CARD: "trouble-other-card",
    Way.OTHER_LINE: "trouble-other-line",
    Way.OTHER_CODE: "trouble-other-code",
    Way.OTHER_TIME: "book-other-time",
    Way.OTHER_RECEIPT: "trouble-other-receipt",
    Way.BOOK: "card-book",
}


def view(stage: Failed) -> View:
    words = stage.words
    choices = tuple(
        Choice(way.value, msg(_LABELS[way]), weight=Weight.PLAIN if place else Weight.PRIMARY)
        for place, way in enumerate(words.ways)
    )
    return Trouble(words.title, body=(words.do,), choices=choices, home=True, staff=words.staff, code=words.code)


def touched(state: Terminal, stage: Failed, choice: str, now: Now) -> Step:
    if choice not in {way.value for way in stage.words.ways}:
        return state, ()
    match Way(choice):
        case Way.RETRY if stage.request is not None:
            return take_number.ask_again(state, stage.request, stage.resume)
        case Way.OTHER_LINE if isinstance(stage.resume, (CodeTyped, Booking, HomeVisit)):
            return state.at(rest.place(state, now)), ()
        case Way.OTHER_TIME if isinstance(stage.resume, BookingRead):
            return state.at(booking.days_again(stage.resume)), ()
        case Way.BOOK if stage.line is not None:
            return booking.for_line(state.at(stage.resume), stage.line)
        case Way.WITHOUT_CARD if isinstance(stage.resume, WhoBooks):
            return state.at(PhoneOfBooking(stage.resume.wish)), ()
        case Way.WITHOUT_CARD if isinstance(stage.resume, KeptSought):
            return state.at(KeptCode()), ()
        case Way.WITHOUT_CARD if isinstance(stage.resume, LineChosen):
            return take_number.ask(with_visit(state, holder=None), stage.resume.line, now)
    return state.at(stage.resume), ()
