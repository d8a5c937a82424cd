"""Windows open, close, pause and resume; each time with who or what did it and how crowded it was."""

from __future__ import annotations

from central.callers import ADMIN, MANAGER
from central.errors import WindowClosed, WrongState
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import WindowChange
from central.halls.plan import HallPlan, WindowPlan, plan_of
from central.halls.schemas import WindowOut
from central.queue import moves, statements
from central.queue.calls import window_of_caller
from central.unit import Unit

STAFF = "staff"
"""Cause of a change by hand; a pause has its reason instead."""


def open_window(unit: Unit, hall_id: str, window_id: str) -> WindowOut:
    """Somebody works at the window from now on. At a tidal window a clerk stands by until its rule opens it; managers open it."""
    plan = plan_of(unit, hall_id)
    planned = window_of_caller(unit, plan, window_id)
    if planned.open:
        return _shown(unit, plan, planned.id)
    if planned.tide is None or unit.caller.role in (ADMIN, MANAGER):
        return change(unit, plan, planned, "opened", STAFF, opened=True, staff=unit.caller.id)
    if planned.staff_id == unit.caller.id:
        return _shown(unit, plan, planned.id)
    return change(unit, plan, planned, "stands_by", STAFF, opened=False, staff=unit.caller.id)


def close_window(unit: Unit, hall_id: str, window_id: str) -> WindowOut:
    """Nobody works at the window from now on. Whoever was sent to it waits for their line again."""
    plan = plan_of(unit, hall_id)
    planned = window_of_caller(unit, plan, window_id)
    if not planned.open and planned.staff_id is None:
        return _shown(unit, plan, planned.id)
    must_serve_nobody(unit, plan, planned)
    return change(unit, plan, planned, "closed", STAFF, opened=False, staff=None)


def pause_window(unit: Unit, hall_id: str, window_id: str, reason: str) -> WindowOut:
    """It calls nobody for now; a ticket that is being served is served to its end."""
    plan = plan_of(unit, hall_id)
    planned = window_of_caller(unit, plan, window_id)
    if not planned.open:
        raise WindowClosed("the window is closed", "window")
    if planned.paused == reason:
        return _shown(unit, plan, planned.id)
    return change(unit, plan, planned, "paused", reason, opened=True, staff=planned.staff_id, paused=reason)


def resume_window(unit: Unit, hall_id: str, window_id: str) -> WindowOut:
    plan = plan_of(unit, hall_id)
    planned = window_of_caller(unit, plan, window_id)
    if planned.paused is None:
        return _shown(unit, plan, planned.id)
    return change(unit, plan, planned, "resumed", STAFF, opened=True, staff=planned.staff_id)


def change(
    unit: Unit,
    plan: HallPlan,
    planned: WindowPlan,
    what: str,
    cause: str,
    *,
    opened: bool,
    staff: str | None,
    paused: str | None = None,
) -> WindowOut:
    """Stores the window's new state and writes it into the log and the audit."""
    window = halls.window(unit.session, plan.id, planned.id)
    assert window is not None  # it is in the plan
    if planned.open and not opened:
        moves.release(unit, plan.id, plan.local(unit.now).date(), planned.id)
    window.open, window.staff_id, window.paused = opened, staff, paused
    log(unit, plan, planned, what, cause)
    unit.record(f"window.{what}", planned.id, plan.id)
    hall_service.changed(unit, plan.id)
    return _shown(unit, plan_of(unit, plan.id), planned.id)


def log(unit: Unit, plan: HallPlan, planned: WindowPlan, what: str, cause: str) -> None:
    """One line of the log that F34 (潮汐窗口) asks for, with how many wait for the window's lines."""
    staff = None if unit.known_caller is None else unit.caller.id
    waiting = waiting_for(unit, plan, planned)
    unit.session.add(
        WindowChange(hall_id=plan.id, window_id=planned.id, at=unit.now, what=what, cause=cause, staff_id=staff, waiting=waiting)
    )


def waiting_for(unit: Unit, plan: HallPlan, planned: WindowPlan) -> int:
    """How many wait for the lines that the window serves when it is open."""
    day = plan.local(unit.now).date()
    return sum(count for line, count in moves.waiting_by_line(unit, plan.id, day).items() if line in planned.weights)


def must_serve_nobody(unit: Unit, plan: HallPlan, planned: WindowPlan) -> None:
    last = statements.last_call(unit, plan.id, planned.id)
    if last is not None and last.closed_at is None:
        raise WrongState("the window still has a called ticket: finish it first")


def _shown(unit: Unit, plan: HallPlan, window_id: str) -> WindowOut:
    return hall_service.window_out(plan.windows[window_id])
