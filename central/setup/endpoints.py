"""Endpoints of the set-up: the hall, its lines, windows, hours, special days, priority classes and rules."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Response

from central import errors
from central.errors import Refusal, documented
from central.halls.rules import Rules
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes
from central.setup import calendar, changing
from central.setup import hall as the_hall
from central.setup import lines, priorities, service, windows
from central.setup.changing import IfMatch
from central.setup.fields import ID_FORM
from central.setup.schemas import (
    Changed,
    ChangedDay,
    HallIn,
    HoursIn,
    LineIn,
    PriorityIn,
    SetupOut,
    SpecialDayIn,
    WindowIn,
)

router = api_router("set-up", "/halls/{hall}/setup")

ThingId = Annotated[str, Path(pattern=ID_FORM)]
DayId = Annotated[int, Path(ge=1, le=2**31 - 1)]


def refusals(*more: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    return documented(errors.SetupChanged, *more)


def made(*more: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """Of a PUT that may make what it names."""
    return {201: {"model": Changed, "description": "It is new"}, **refusals(*more)}


@router.get("", responses=documented())
@reads(may("setup.see"))
def setup(unit: UnitOfWork, hall: str) -> SetupOut:
    """All that a manager can change, as it is now."""
    return service.describe(unit, hall)


@router.put("/hall", responses=refusals())
@writes(may("setup.change"))
def put_hall(unit: UnitOfWork, hall: str, body: HallIn, match: IfMatch = None) -> Changed:
    """The hall's name and telephone."""
    changing.check_version(unit, hall, match)
    the_hall.put(unit, hall, body)
    return changing.answer(unit, hall)


@router.put("/rules", responses=refusals())
@writes(may("setup.change"))
def put_rules(unit: UnitOfWork, hall: str, body: Rules, match: IfMatch = None) -> Changed:
    """The rules of the queue; what isn't said goes back to what usually holds."""
    changing.check_version(unit, hall, match)
    the_hall.put_rules(unit, hall, body)
    return changing.answer(unit, hall)


@router.put("/lines/{line}", responses=made(errors.InUse))
@writes(may("setup.change"))
def put_line(unit: UnitOfWork, hall: str, line: ThingId, body: LineIn, response: Response, match: IfMatch = None) -> Changed:
    """Makes or changes a line."""
    changing.check_version(unit, hall, match)
    response.status_code = 201 if lines.put(unit, hall, line, body) else 200
    return changing.answer(unit, hall)


@router.delete("/lines/{line}", responses=refusals(errors.LineUnknown, errors.InUse))
@writes(may("setup.change"))
def end_line(unit: UnitOfWork, hall: str, line: ThingId, match: IfMatch = None) -> Changed:
    """Takes a line out of service; it can be made active again."""
    changing.check_version(unit, hall, match)
    lines.end(unit, hall, line)
    return changing.answer(unit, hall)


@router.put("/windows/{window}", responses=made(errors.InUse))
@writes(may("setup.change"))
def put_window(
    unit: UnitOfWork, hall: str, window: ThingId, body: WindowIn, response: Response, match: IfMatch = None
) -> Changed:
    """Makes or changes a window; a new one is closed."""
    changing.check_version(unit, hall, match)
    response.status_code = 201 if windows.put(unit, hall, window, body) else 200
    return changing.answer(unit, hall)


@router.delete("/windows/{window}", responses=refusals(errors.WindowUnknown, errors.InUse))
@writes(may("setup.change"))
def end_window(unit: UnitOfWork, hall: str, window: ThingId, match: IfMatch = None) -> Changed:
    """Takes a window out of service; it can be made active again."""
    changing.check_version(unit, hall, match)
    windows.end(unit, hall, window)
    return changing.answer(unit, hall)


@router.put("/priorities/{priority}", responses=made())
@writes(may("setup.change"))
def put_priority(
    unit: UnitOfWork, hall: str, priority: ThingId, body: PriorityIn, response: Response, match: IfMatch = None
) -> Changed:
    """Makes or changes a priority class."""
    changing.check_version(unit, hall, match)
    response.status_code = 201 if priorities.put(unit, hall, priority, body) else 200
    return changing.answer(unit, hall)


@router.delete("/priorities/{priority}", responses=refusals(errors.PriorityUnknown))
@writes(may("setup.change"))
def end_priority(unit: UnitOfWork, hall: str, priority: ThingId, match: IfMatch = None) -> Changed:
    """Takes a priority class out of use; tickets that have it keep it."""
    changing.check_version(unit, hall, match)
    priorities.end(unit, hall, priority)
    return changing.answer(unit, hall)


@router.put("/hours", responses=refusals())
@writes(may("setup.change"))
def put_hours(unit: UnitOfWork, hall: str, body: HoursIn, match: IfMatch = None) -> Changed:
    """The hours of the week, of the hall or of one line."""
    changing.check_version(unit, hall, match)
    calendar.put_hours(unit, hall, body)
    return changing.answer(unit, hall)


@router.post("/special-days", status_code=201, responses=refusals())
@writes(may("setup.change"))
def add_special_day(unit: UnitOfWork, hall: str, body: SpecialDayIn, match: IfMatch = None) -> ChangedDay:
    """A day with hours of its own."""
    changing.check_version(unit, hall, match)
    day = calendar.add_day(unit, hall, body)
    return ChangedDay(id=day, **dict(changing.answer(unit, hall)))


@router.put("/special-days/{day}", responses=refusals(errors.SpecialDayUnknown))
@writes(may("setup.change"))
def put_special_day(unit: UnitOfWork, hall: str, day: DayId, body: SpecialDayIn, match: IfMatch = None) -> Changed:
    """Another date, kind, name or other hours."""
    changing.check_version(unit, hall, match)
    calendar.put_day(unit, hall, day, body)
    return changing.answer(unit, hall)


@router.delete("/special-days/{day}", responses=refusals(errors.SpecialDayUnknown))
@writes(may("setup.change"))
def remove_special_day(unit: UnitOfWork, hall: str, day: DayId, match: IfMatch = None) -> Changed:
    """That day is as its weekday again."""
    changing.check_version(unit, hall, match)
    calendar.remove_day(unit, hall, day)
    return changing.answer(unit, hall)
