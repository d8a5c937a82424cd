"""What a hall is like at this moment."""

from __future__ import annotations

from datetime import date, datetime

from central.errors import WindowUnknown
from central.halls import calendar, repository
from central.halls.models import Window
from central.halls.plan import HallPlan, LinePlan, WindowPlan, plan_of, zone_of
from central.halls.schemas import HallOut, LineOut, OpeningOut, PriorityOut, WindowOut
from central.halls.terms import Works
from central.queue import moves
from central.roster.service import duty_now, duty_out
from central.unit import Unit

WEEKEND = 6


def local_time(unit: Unit, hall_id: str) -> datetime:
    return plan_of(unit, hall_id).local(unit.now)


def today(unit: Unit, hall_id: str) -> date:
    """The hall's own date; numbers start again when it changes."""
    return local_time(unit, hall_id).date()


def works(unit: Unit, hall_id: str) -> Works:
    """The hall's working days; a hall that keeps no hours of its own has those of everybody, Monday to Friday."""
    plan = plan_of(unit, hall_id)
    if any(span.line is None for span in plan.week):
        return lambda day: bool(plan.spans(None, day))
    return lambda day: day.isoweekday() < WEEKEND


def changed(unit: Unit, hall_id: str) -> None:
    """How the hall is set up has changed: what was known of it no longer holds, and whoever listens is told. Call it after the
    change, once for each unit of work."""
    unit.session.flush()
    unit.context.plans.changed(hall_id, repository.raise_version(unit.session, hall_id))
    unit.announce(hall_id, "hall.changed", {})


def describe(unit: Unit, hall_id: str) -> HallOut:
    """The hall as machines and pages see it: what isn't active isn't there."""
    plan = plan_of(unit, hall_id)
    local = plan.local(unit.now)
    lines = [line for line in plan.lines.values() if line.active]
    waiting = moves.waiting_by_line(unit, hall_id, local.date())
    return HallOut(
        id=plan.id,
        version=plan.version,
        name=dict(plan.name),
        phone=plan.phone,
        zone=plan.zone.key,
        hours_today=calendar.at_the_door(plan.spans(None, local.date())),
        lines=[_line(plan, line, local, waiting.get(line.id, 0)) for line in lines],
        priorities=[
            PriorityOut(id=each.id, name=dict(each.name), min_age=each.min_age, evidence=sorted(each.evidence))
            for each in plan.priorities.values()
            if each.active
        ],
        windows=[window_out(window) for window in plan.windows.values() if window.active],
        duty=duty_out(duty_now(unit, plan)),
    )


def _line(plan: HallPlan, line: LinePlan, local: datetime, waiting: int) -> LineOut:
    again = plan.next_opening(line.id, local)
    return LineOut(
        id=line.id,
        letter=line.letter,
        name=dict(line.name),
        summary=dict(line.summary),
        open=plan.is_open(line.id, local),
        waiting=waiting,
        windows=plan.labels[line.id],
        books=bool(line.slot_min and line.slot_places),
        opens_at=plan.opens_at(line.id, local),
        opens_next=None if again is None else OpeningOut(day=again.day, at=again.at),
    )


def window_out(window: WindowPlan) -> WindowOut:
    return WindowOut(
        id=window.id,
        label=window.label,
        name=dict(window.name),
        type=window.type,
        open=window.open,
        lines=list(window.weights),
        paused=window.paused,
        area=zone_of(window.area),
        area_name=None if window.area is None else dict(window.area),
        stands_by=window.stands_by,
    )


def known_window(unit: Unit, hall_id: str, window_id: str) -> Window:
    window = repository.window(unit.session, hall_id, window_id)
    if window is None:
        raise WindowUnknown("the hall has no such window", "window")
    return window
