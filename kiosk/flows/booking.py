"""预约 at the terminal: line, day, time, who; read over, booked once under one key, and given on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.effects import Announce
from kiosk.flows import booking_views, kept, number_entry, progress, rest
from kiosk.flows.asking import ask
from kiosk.flows.booking_state import (
    Booking,
    BookingRead,
    DayToBook,
    How,
    LineToBook,
    PhoneOfBooking,
    SlipHeld,
    TimeToBook,
    VisitFor,
    WaysToBook,
    WhoBooks,
    Wish,
)
from kiosk.flows.state import Stage, Step, Terminal, end_visit
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.messages import Appointment, Line, SlotDay
from kiosk.questions import Book, FindSlots, MoveBooking, Question
from kiosk.telephone import most, plausible
from kiosk.views import Choice, Weight, msg


def way_in(world: World) -> tuple[Choice, ...]:
    """On Home and beside a card that is known; a hall without appointments can still be asked for a visit, or about a mandate."""
    if world.hall is None:
        return ()
    label = msg("home-book" if booking_views.bookable(world) else "home-visit")
    return (Choice("book", label, icon="clock", weight=Weight.QUIET, enabled=world.lost is None),)


def for_line(state: Terminal, line: Line) -> Step:
    """A line is chosen: when it has room is asked first."""
    return ask(state, FindSlots(line.id))


# ---- touches ----


def touched(state: Terminal, stage: Booking, choice: str, now: Now) -> Step:
    match stage:
        case WaysToBook():
            return _chose_way(state, choice, now)
        case LineToBook():
            return _chose_line(state, choice)
        case DayToBook(wish):
            return _chose_day(state, wish, choice)
        case TimeToBook(wish):
            return _chose_time(state, stage, wish, choice)
        case WhoBooks(wish):
            return _chose_who(state, wish, choice)
        case PhoneOfBooking(wish, typed):
            return _typed(state, stage, wish, typed, choice)
        case BookingRead(wish):
            return _decided(state, wish, choice, now)
    return state, ()


def _chose_way(state: Terminal, choice: str, now: Now) -> Step:
    match choice:
        case "book.new":
            return state.at(LineToBook()), ()
        case "book.kept":
            return kept.begin(state)
        case "book.visit":
            return state.at(VisitFor()), ()
        case "mandates":
            return progress.begin(state)
        case "back":
            return state.at(rest.place(state, now)), ()
    return state, ()


def _chose_line(state: Terminal, choice: str) -> Step:
    if choice == "back":
        return state.at(WaysToBook()), ()
    line = next((one for one in booking_views.bookable(state.world) if f"book-line.{one.id}" == choice), None)
    return for_line(state, line) if line is not None else (state, ())


def _chose_day(state: Terminal, wish: Wish, choice: str) -> Step:
    if choice == "back":
        back = LineToBook() if wish.moving is None else SlipHeld(wish.moving, How.KEPT, printing=False)
        return state.at(back), ()
    day = next((one for one in wish.days if one.free and f"day.{one.day.isoformat()}" == choice), None)
    return (state.at(TimeToBook(replace(wish, day=day.day))) if day is not None else state), ()


def _chose_time(state: Terminal, stage: TimeToBook, wish: Wish, choice: str) -> Step:
    if choice == "back":
        return state.at(DayToBook(replace(wish, day=None))), ()
    if choice == "all-times":
        return state.at(replace(stage, taken="")), ()
    day = _day(wish.days, wish.day)
    if day is None or choice not in {f"time.{at}" for at in day.free}:
        return state, ()
    wish = replace(wish, at=choice.removeprefix("time."))
    known = wish.moving is not None or state.visit.holder is not None or wish.phone
    return state.at(BookingRead(wish) if known else WhoBooks(wish)), ()


def _chose_who(state: Terminal, wish: Wish, choice: str) -> Step:
    match choice:
        case "who-phone":
            return state.at(PhoneOfBooking(wish)), ()
        case "back":
            return state.at(TimeToBook(wish)), ()
    return state, ()


def _typed(state: Terminal, stage: PhoneOfBooking, wish: Wish, typed: str, choice: str) -> Step:
    if choice == "back":
        return state.at(WhoBooks(wish)), ()
    if choice == "enter" and plausible(typed):
        return state.at(BookingRead(replace(wish, phone=typed))), ()
    return state.at(replace(stage, typed=number_entry.struck(typed, choice, most(typed)))), ()


def _decided(state: Terminal, wish: Wish, choice: str, now: Now) -> Step:
    holder = state.visit.holder
    match choice:
        case "book-yes":
            return ask(state, _question(state, wish, now))
        case "other-time":
            return state.at(TimeToBook(wish)), ()
        case "hear" if wish.phone:
            return state, (Announce(booking_views.heard(wish.phone)),)
        case "not-me" if holder is not None:
            return end_visit(state, now.fresh)
        case "back":
            by_phone = wish.phone and holder is None and wish.moving is None
            return state.at(PhoneOfBooking(wish, wish.phone) if by_phone else TimeToBook(wish)), ()
    return state, ()


def _question(state: Terminal, wish: Wish, now: Now) -> Question:
    assert wish.line is not None and wish.day is not None
    if wish.moving is not None:
        return MoveBooking(wish.moving, wish.day, wish.at)
    holder = state.visit.holder
    return Book(wish.line.id, wish.day, wish.at, now.lang, holder, "" if holder is not None else wish.phone)


# ---- the card ----


def card_read(state: Terminal, stage: Booking) -> Terminal:
    """The card says who books; a number that was typed before it counts no more."""
    wish = replace(stage.wish, phone="")
    ready = isinstance(stage, (WhoBooks, PhoneOfBooking, BookingRead))
    return state.at(BookingRead(wish) if ready else replace(stage, wish=wish))


def without_card(stage: Booking) -> Booking:
    """Where to go on when the card that said who books holds no more."""
    lost = isinstance(stage, BookingRead) and stage.wish.moving is None and not stage.wish.phone
    return WhoBooks(stage.wish) if lost else stage


# ---- what the service says ----


def slots_found(state: Terminal, origin: Stage, question: FindSlots, days: tuple[SlotDay, ...]) -> Step:
    """To the days; or, where a time was lost to somebody else, to those beside it, with all else that was chosen kept."""
    if isinstance(origin, BookingRead):
        wish = replace(origin.wish, days=days)
        day = _day(days, wish.day)
        left = day is not None and bool(day.free)
        return state.at(TimeToBook(wish, taken=wish.at) if left else DayToBook(replace(wish, day=None), full=True)), ()
    moving = origin.slip if isinstance(origin, SlipHeld) and isinstance(origin.slip, Appointment) else None
    line = moving.line if moving is not None else next((one for one in state.world.lines if one.id == question.line), None)
    if line is None:
        return state.at(LineToBook()), ()
    return state.at(DayToBook(Wish(line=line, days=days, moving=moving))), ()


def days_again(stage: BookingRead) -> DayToBook:
    """All that was chosen but the day and the time."""
    return DayToBook(replace(stage.wish, day=None, at=""))


def _day(days: tuple[SlotDay, ...], wished: date | None) -> SlotDay | None:
    return next((one for one in days if one.day == wished), None)
