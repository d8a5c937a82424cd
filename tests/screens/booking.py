"""Views of appointments and of visits at home, as the flow shows them. Days and numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kiosk.clock import CHINA
from kiosk.flows import booking_views, slip, visiting_home
from kiosk.flows.booking_state import (
    BookingRead,
    DayToBook,
    How,
    PhoneOfBooking,
    SlipHeld,
    TimeToBook,
    VisitGroup,
    VisitRead,
    VisitWish,
    WaysToBook,
    Wish,
)
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings, Now
from kiosk.flows.visiting import Visit
from kiosk.flows.world import World
from kiosk.hall.messages import Appointment, Hall, HallName, Line, SlotDay
from kiosk.views import View

HOLIDAY = HallName((("zh", "国庆节放假"), ("en", "National Day")))
SERVICE_DAY = HallName((("zh", "集中办理日"), ("en", "Service day")))
MORNING = ("08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30")
TIMES = MORNING + ("14:30", "15:00", "15:30", "16:00", "16:30", "17:00")
NOW = Now(datetime(2026, 9, 28, 9, 30, tzinfo=CHINA))


def _days() -> tuple[SlotDay, ...]:
    open_on = (28, 29, 30)
    found = [SlotDay(date(2026, 9, day), tuple((at, 2) for at in TIMES)) for day in open_on]
    found += [SlotDay(date(2026, 10, 1), (), HOLIDAY)]
    found += [SlotDay(date(2026, 10, day), tuple((at, int(at != "09:30")) for at in MORNING)) for day in (5, 6, 7, 8, 9)]
    return (*found, SlotDay(date(2026, 10, 10), (("09:00", 1),), SERVICE_DAY))


def views(names: tuple[tuple[str, str, HallName], ...], hall_name: HallName) -> dict[str, View]:
    lines = tuple(Line(id, letter, words, words, True, 3, ("1",), books=True) for id, letter, words in names)
    hall = Hall("heelun", hall_name, "0477-3980000", "Asia/Shanghai", "08:30–12:00", lines, ())
    world = World(Fittings(readers=frozenset({"reader"}), printer=True), hall=hall)
    state = Terminal(world, Visit("visit", begun=True))
    wish = Wish(lines[1], _days(), date(2026, 10, 5), "09:30", phone="13900000000")
    appointment = Appointment("a1", lines[1], date(2026, 10, 5), "09:30", "482913")
    visit = VisitWish(other=True, line=lines[1], group="frail", phone="04773980000")
    booking = {
        "book": WaysToBook(),
        "book-days": DayToBook(wish),
        "book-times": TimeToBook(replace(wish, day=date(2026, 9, 29))),
        "book-taken": TimeToBook(wish, taken="09:30"),
        "phone-keys": PhoneOfBooking(wish, "1390000"),
        "book-read": BookingRead(wish),
    }
    slips = {
        "booked": SlipHeld(appointment, How.BOOKED, printing=True),
        "kept": SlipHeld(appointment, How.KEPT, printing=False),
    }
    visits = {"visit-group": VisitGroup(visit), "visit-read": VisitRead(visit)}
    return {
        **{name: booking_views.view(world, None, stage, NOW) for name, stage in booking.items()},
        **{name: slip.view(state, stage) for name, stage in slips.items()},
        **{name: visiting_home.view(world, None, stage, NOW) for name, stage in visits.items()},
    }
