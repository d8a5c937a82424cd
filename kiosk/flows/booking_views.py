"""What is shown on the way to an appointment: one question a view."""

from __future__ import annotations

from devices.types import Holder
from kiosk import telephone
from kiosk.faults import of_fault
from kiosk.flows.booking_state import (
    BookingRead,
    DayToBook,
    LineToBook,
    PhoneOfBooking,
    TimeToBook,
    WaysToBook,
    WhoBooks,
    Wish,
)
from kiosk.flows.number_entry import phone_keys
from kiosk.flows.step import Now
from kiosk.flows.world import World
from kiosk.hall.messages import Line, SlotDay
from kiosk.masking import masked_name
from kiosk.masking import tail as tail_of
from kiosk.moments import day_words, moment_words, time_words
from kiosk.views import Choice, Confirm, Menu, Msg, Prompt, View, Weight, msg

NEIGHBOURS = 4  # times offered in place of one that is gone
OFF_NAMED = 2  # days off told by name: more would push the days themselves off the glass


def view(world: World, holder: Holder | None, stage: object, now: Now) -> View:
    match stage:
        case WaysToBook():
            return _ways(world)
        case LineToBook():
            return _lines(world)
        case DayToBook(wish, full):
            return _days(wish, full, now)
        case TimeToBook(wish, taken):
            return _times(wish, taken, now)
        case WhoBooks(wish):
            return _who(world, wish)
        case PhoneOfBooking(_, typed):
            return phone_keys(msg("phone-title"), (msg("phone-why-book"),), typed)
        case BookingRead(wish):
            return _read(wish, holder, now)
    raise ValueError(f"no step of a booking: {type(stage).__name__}")


def bookable(world: World) -> tuple[Line, ...]:
    return tuple(line for line in world.lines if line.books)


def near(day: SlotDay, gone: str) -> tuple[str, ...]:
    """The free times of the day that lie closest to one that is gone, in the order of the day."""
    closest = sorted(day.free, key=lambda at: (abs(_minute(at) - _minute(gone)), at))[:NEIGHBOURS]
    return tuple(sorted(closest))


def who(holder: Holder | None, phone: str) -> Msg | None:
    """Surname and last four of a card; of a number the whole, since its owner has to look it over, and said only its end."""
    shown = {"phone": telephone.grouped(phone), "end": telephone.tail(phone)}
    if holder is None:
        return msg("who-phone", **shown) if phone else None
    name = masked_name(holder.name)
    return msg("who-both", name=name, **shown) if phone else msg("who", name=name, tail=tail_of(holder.id_number))


def heard(phone: str) -> View:
    """A number digit by digit, for who asks to hear it."""
    return Confirm(msg("phone-heard"), who=msg("phone-digits", digits=" ".join(phone)))


def hearing(phone: str, now: Now) -> tuple[Choice, ...]:
    return (Choice("hear", msg("phone-hear"), icon="voice"),) if phone and now.settings.voice else ()


def _ways(world: World) -> View:
    new = Choice("book.new", msg("book-new"), hint=msg("book-new-hint"), icon="clock", weight=Weight.PRIMARY)
    kept = Choice("book.kept", msg("book-kept"), icon="list")
    visit = Choice("book.visit", msg("book-visit"), hint=msg("book-visit-hint"), icon="home")
    errand = Choice("mandates", msg("mandates"), icon="path")
    choices = (new, kept, visit, errand) if bookable(world) else (visit, errand)
    return Menu(msg("book-title"), choices=choices, back=True, home=True)


def _lines(world: World) -> View:
    choices = (Choice(f"book-line.{line.id}", msg("line-name", name=line.name), badge=line.letter) for line in bookable(world))
    return Menu(msg("book-line-title"), choices=tuple(choices), back=True, home=True)


def _days(wish: Wish, full: bool, now: Now) -> View:
    assert wish.line is not None
    open_days = [day for day in wish.days if day.free]
    body: tuple[Msg, ...] = (msg("book-day-full"),) if full else ()
    body += (_of_what(wish),)
    if not open_days:
        return Menu(msg("book-none"), body=body + (msg("book-none-do"),), back=True, home=True)
    between = [day for day in wish.days if open_days[0].day < day.day < open_days[-1].day]
    off = [day for day in between if day.special is not None and not day.times]
    body += tuple(_off(day, now) for day in off[:OFF_NAMED])
    choices = tuple(
        Choice(f"day.{day.day.isoformat()}", day_words(day.day, now.today), hint=_hint(day)) for day in open_days
    )
    return Menu(msg("book-day-title"), body=body, choices=choices, back=True, home=True)


def _off(day: SlotDay, now: Now) -> Msg:
    assert day.special is not None
    return msg("book-day-off", name=day.special, **dict(day_words(day.day, now.today).args))


def _hint(day: SlotDay) -> Msg:
    """A service day or longer hours have a name; else how many times are left."""
    return msg("book-day-special", name=day.special) if day.special is not None else msg("book-day-free", count=len(day.free))


def _of_what(wish: Wish) -> Msg:
    assert wish.line is not None
    moving = wish.moving
    if moving is None:
        return msg("book-line", line=wish.line.name)
    return msg("book-moving", line=wish.line.name, **dict(moment_words(moving.day, moving.at).args))


def _times(wish: Wish, taken: str, now: Now) -> View:
    day = next(one for one in wish.days if one.day == wish.day)
    offered = near(day, taken) if taken else day.free
    choices = tuple(Choice(f"time.{at}", time_words(at)) for at in offered)
    if taken and len(offered) < len(day.free):
        choices += (Choice("all-times", msg("book-all-times")),)
    title = msg("book-taken", **dict(time_words(taken).args)) if taken else msg("book-time-title")
    body = (msg("book-taken-do"),) if taken else (_of_what(wish),)
    return Menu(title, body=(*body, day_words(day.day, now.today)), choices=choices, back=True, home=True)


def _who(world: World, wish: Wish) -> View:
    phone = Choice("who-phone", msg("book-by-phone"), weight=Weight.PRIMARY)
    if world.reads_cards:
        return Prompt(msg("card-title"), body=(msg("book-card-why"),), choices=(phone,), back=True, home=True)
    fault = world.reader_fault
    body = (of_fault(fault).title,) if fault is not None else ()
    return Menu(msg("book-who-title"), body=body, choices=(phone,), back=True, home=True)


def _read(wish: Wish, holder: Holder | None, now: Now) -> View:
    assert wish.line is not None and wish.day is not None
    moment = moment_words(wish.day, wish.at)
    # The time first: of large type only the beginning stands beside the key that books.
    body: tuple[Msg, ...] = (msg("book-when", **dict(moment.args)), msg("book-line", line=wish.line.name))
    if wish.moving is not None:
        body = (msg("book-when-new", **dict(moment.args)), _of_what(wish))
    yes = Choice("book-yes", msg("move-yes" if wish.moving is not None else "book-yes"), weight=Weight.PRIMARY, icon="check")
    other = Choice("other-time", msg("book-other-time"))
    choices: tuple[Choice, ...] = (yes, other)
    shown = None if wish.moving is not None else who(holder, "" if holder is not None else wish.phone)
    if shown is not None:
        choices += hearing(wish.phone, now) if holder is None else (Choice("not-me", msg("confirm-not-me"), weight=Weight.QUIET),)
    return Confirm(msg("book-read-title"), body=body, choices=choices, back=True, home=True, who=shown)


def _minute(at: str) -> int:
    return int(at[:2]) * 60 + int(at[3:])
