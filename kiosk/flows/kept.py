"""Looking after what is booked: found by card or code, then moved, cancelled or printed again."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Holder
from kiosk.flows import number_entry, rest, slip
from kiosk.flows.asking import ask
from kiosk.flows.booking_state import (
    CancelAsked,
    Cancelled,
    How,
    Kept,
    KeptCode,
    KeptSeveral,
    KeptSought,
    SlipHeld,
    WaysToBook,
)
from kiosk.flows.state import Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.hall.messages import Appointment
from kiosk.moments import moment_words
from kiosk.questions import CancelBooking, FindBookings, FindSlots
from kiosk.views import Choice, Confirm, Menu, Prompt, View, Weight, msg


def begin(state: Terminal) -> Step:
    """Whose card lies there need not lay it again; where no card can be read the code is the only way."""
    if state.visit.holder is not None:
        return by_card(state.at(KeptSought()), state.visit.holder)
    return state.at(KeptSought() if state.world.reads_cards else KeptCode()), ()


def by_card(state: Terminal, holder: Holder) -> Step:
    return ask(state, FindBookings(holder=holder))


def view(stage: Kept) -> View:
    match stage:
        case KeptCode(typed):
            return number_entry.code_keys(typed)
        case KeptSeveral(found):
            return _several(found)
        case CancelAsked(appointment):
            return _asked(appointment)
        case Cancelled(appointment):
            moment = dict(moment_words(appointment.day, appointment.at).args)
            body = (msg("book-line", line=appointment.line.name), msg("book-when", **moment), msg("cancelled-do"))
            done = Choice("done", msg("ticket-done"), weight=Weight.PRIMARY)
            return Menu(msg("cancelled-title"), body=body, choices=(Choice("book", msg("book-new")), done), home=True)
    code = Choice("kept-code", msg("kept-code"), weight=Weight.PRIMARY)
    return Prompt(msg("kept-card"), choices=(code,), back=True, home=True)


def _several(found: tuple[Appointment, ...]) -> View:
    choices = tuple(
        Choice(f"kept.{place}", moment_words(one.day, one.at), hint=msg("line-name", name=one.line.name))
        for place, one in enumerate(found)
    )
    return Menu(msg("kept-several"), choices=choices, back=True, home=True)


def _asked(appointment: Appointment) -> View:
    moment = dict(moment_words(appointment.day, appointment.at).args)
    return Confirm(
        msg("cancel-title"),
        body=(msg("book-line", line=appointment.line.name), msg("book-when", **moment)),
        choices=(Choice("cancel-no", msg("cancel-no"), weight=Weight.PRIMARY), Choice("cancel-yes", msg("cancel-yes"))),
        back=True,
        home=True,
    )


def touched(state: Terminal, stage: Kept, choice: str, now: Now) -> Step:
    match stage:
        case KeptSought():
            if choice == "kept-code":
                return state.at(KeptCode()), ()
        case KeptCode(typed):
            return _typed(state, stage, typed, choice)
        case KeptSeveral(found):
            chosen = next((one for place, one in enumerate(found) if choice == f"kept.{place}"), None)
            if chosen is not None:
                return slip.held(state, chosen, How.KEPT, now)
        case CancelAsked(appointment):
            return _asked_to_cancel(state, appointment, choice, now)
        case Cancelled():
            return end_visit(state, now.fresh) if choice == "done" else (state.at(WaysToBook()), ())
    return (state.at(WaysToBook()), ()) if choice == "back" else (state, ())


def _typed(state: Terminal, stage: KeptCode, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(KeptSought() if state.world.reads_cards else WaysToBook()), ()
    if choice == "enter" and len(typed) == number_entry.CODE:
        return ask(state, FindBookings(code=typed))
    return state.at(replace(stage, typed=number_entry.struck(typed, choice, number_entry.CODE))), ()


def _asked_to_cancel(state: Terminal, appointment: Appointment, choice: str, now: Now) -> Step:
    match choice:
        case "cancel-yes":
            return ask(state, CancelBooking(appointment))
        case "cancel-no" | "back":
            return slip.held(state, appointment, How.KEPT, now)
    return state, ()


def touched_slip(state: Terminal, stage: SlipHeld, choice: str, now: Now) -> Step:
    """On the glass with the appointment: another time, none at all, or the paper."""
    if isinstance(stage.slip, Appointment) and stage.how in slip.FOUND and not stage.printing:
        match choice:
            case "book.move":
                return ask(state, FindSlots(stage.slip.line.id))
            case "book.cancel":
                return state.at(CancelAsked(stage.slip)), ()
    return slip.touched(state, stage, choice, now)


def found(state: Terminal, several: tuple[Appointment, ...], now: Now, how: How = How.KEPT) -> Step:
    """Of the service: one is shown, of several one is chosen first."""
    if len(several) == 1:
        return slip.held(state, several[0], how, now)
    return state.at(KeptSeveral(several) if several else rest.place(state, now)), ()
