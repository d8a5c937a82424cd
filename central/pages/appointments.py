"""/console/appointments: who comes when, who can still be given a time, and who asked for a visit at home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fastapi import APIRouter, Request, Response

from central.appointments import availability, repository, service, setting, visit_repository, visits
from central.appointments.repository import CANCELLED
from central.appointments.schemas import AppointmentRow
from central.appointments.setting import Setting
from central.appointments.visit_repository import ASKED, PLANNED
from central.appointments.visit_schemas import VisitOut
from central.halls import calendar
from central.halls import service as halls
from central.halls.hours import clock_face
from central.halls.schemas import HallOut, LineOut, Names
from central.pages.members import for_members, staff_page
from central.pages.moments import stamped
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)

LOOK_BACK = 7
"""Days before today that can still be looked at: as long as persons are kept by default."""
CLOSED_SHOWN = 5


@dataclass(frozen=True)
class DayCell:
    """One day of the strip. ``special``: what makes it different from its weekday."""

    day: date
    booked: int
    hours: str
    special: Names | None
    here: bool


@dataclass(frozen=True)
class FreeSlot:
    at: str
    free: int


@dataclass(frozen=True)
class LineBoard:
    """A line's day. ``full``: times at which no place is left."""

    line: LineOut
    rows: list[AppointmentRow]
    free: list[FreeSlot]
    full: int

    @property
    def places(self) -> int:
        return sum(slot.free for slot in self.free)


@dataclass(frozen=True)
class VisitRow:
    """``planned``: on the hall's wall clock."""

    visit: VisitOut
    asked: str
    planned: datetime | None


@router.get("/appointments")
@reads(None)
@for_members(may("appointment.see"))
def appointments_page(unit: UnitOfWork, request: Request, day: str = "") -> Response:
    """``day``: an ISO date; anything else is today."""
    hall = halls.describe(unit, unit.caller.hall)
    now = setting.of(unit, hall.id)
    shown = _shown(now, day)
    rows = visits.listed(unit, hall.id).visits
    return staff_page(
        unit,
        request,
        "appointments.html",
        hall=hall,
        today=now.today,
        day=shown,
        days=_strip(unit, now, hall.id, shown),
        boards=_boards(unit, now, hall, shown),
        bookable=[line for line in hall.lines if now.takes(line.id)],
        days_ahead=now.days_ahead,
        asked=_of_state(now, rows, ASKED),
        planned=_of_state(now, rows, PLANNED),
        closed=[_visit(now, row) for row in rows if row.closed_at is not None][:CLOSED_SHOWN],
        goers=visit_repository.staff_of(unit.session, hall.id),
    )


def _shown(now: Setting, asked: str) -> date:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return now.today
    return day if -LOOK_BACK <= (day - now.today).days <= now.days_ahead else now.today


def _strip(unit: Unit, now: Setting, hall: str, shown: date) -> list[DayCell]:
    """Today and the days that can be booked; before them the one that is looked at, when it is past."""
    days = calendar.days_from(now.plan.week, now.plan.special, None, now.today, now.days_ahead + 1)
    if shown < now.today:
        days = calendar.days_from(now.plan.week, now.plan.special, None, shown, 1) + days
    booked = repository.booked_by_day(unit.session, hall, min(shown, now.today), now.today + timedelta(days=now.days_ahead))
    return [
        DayCell(
            day=each.day,
            booked=booked.get(each.day, 0),
            hours=calendar.at_the_door(each.spans),
            special=None if each.special is None else dict(each.special.name),
            here=each.day == shown,
        )
        for each in days
    ]


def _boards(unit: Unit, now: Setting, hall: HallOut, day: date) -> list[LineBoard]:
    """Every line that takes appointments or has some that day, in the hall's order."""
    rows = [row for row in service.of_day(unit, hall.id, day).appointments if row.state != CANCELLED]
    found = []
    for line in hall.lines:
        own = sorted((row for row in rows if row.line == line.id), key=lambda row: row.at)
        if own or now.takes(line.id):
            found.append(_board(unit, now, hall.id, line, day, own))
    return found


def _board(unit: Unit, now: Setting, hall: str, line: LineOut, day: date, rows: list[AppointmentRow]) -> LineBoard:
    taken = repository.taken(unit.session, hall, line.id, day, day).get(day, {})
    slots = availability.of_day(now, line.id, day, taken) if now.takes(line.id) else []
    free = [FreeSlot(clock_face(slot.minute), slot.free) for slot in slots if slot.free]
    return LineBoard(line, rows, free, len(slots) - len(free))


def _of_state(now: Setting, rows: list[VisitOut], state: str) -> list[VisitRow]:
    return [_visit(now, row) for row in rows if row.state == state]


def _visit(now: Setting, row: VisitOut) -> VisitRow:
    return VisitRow(row, stamped(row.asked_at), None if row.planned_at is None else now.plan.local(row.planned_at))
