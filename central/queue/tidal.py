"""潮汐窗口: a window that opens when its lines are crowded and closes when they are not, if somebody stands by.

The rule is pure; the hall sets its figures (``windows.tidal`` and ``Rules.tidal_patience_min``). Its memory is the windows' log
itself, so that a restart forgets nothing and every opening can be explained by what stands there.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

from sqlalchemy.orm import Session

from central.halls import repository as halls
from central.halls.plan import HallPlan, Tide, WindowPlan, plan_of
from central.queue import statements, windows
from central.unit import Unit

TIDAL = "tidal"
"""Cause of what the rule did."""


class Move(str, Enum):
    CROWDED = "crowded"  # from now on its patience counts
    CALM = "calm"  # the crowd went before its patience ended
    OPENED = "opened"
    CLOSED = "closed"


class Before(NamedTuple):
    """The last line of the log that says how the window came to be as it is."""

    what: str
    cause: str
    at: datetime


def turn(tide: Tide, is_open: bool, load: float, before: Before | None, patience: timedelta, now: datetime) -> Move | None:
    """What a window does that somebody stands by at, or works at, and that is serving nobody. ``load``: tickets waiting for each
    open window of its lines."""
    since = before.at if before is not None and before.what == Move.CROWDED else None
    if is_open:
        by_rule = before is not None and (before.what, before.cause) == (Move.OPENED.value, TIDAL)
        return Move.CLOSED if by_rule and load < tide.close_below else None
    if load <= tide.open_above:
        return None if since is None else Move.CALM
    if patience == timedelta(0) or (since is not None and now - since >= patience):
        return Move.OPENED
    return Move.CROWDED if since is None else None


def halls_with_somebody(session: Session) -> list[str]:
    """Halls in which somebody is at a tidal window."""
    return halls.with_tidal_staff(session)


def look(unit: Unit, hall_id: str) -> None:
    """Opens and closes the hall's tidal windows by their rule. To be called once a minute."""
    plan = plan_of(unit, hall_id)
    for window in plan.windows.values():
        if window.active and window.tide is not None and window.staff_id is not None:
            _look_at(unit, plan, window, window.tide)


def _look_at(unit: Unit, plan: HallPlan, window: WindowPlan, tide: Tide) -> None:
    last = statements.last_call(unit, plan.id, window.id)
    if window.open and last is not None and last.closed_at is None:
        return
    stored = halls.last_change(unit.session, plan.id, window.id, ("stands_by", *(move.value for move in Move)))
    before = None if stored is None else Before(stored.what, stored.cause, stored.at)
    move = turn(tide, window.open, _load(unit, plan, window), before, timedelta(minutes=plan.rules.tidal_patience_min), unit.now)
    if move in (Move.OPENED, Move.CLOSED):
        windows.change(unit, plan, window, move.value, TIDAL, opened=move is Move.OPENED, staff=window.staff_id)
    elif move is not None:
        windows.log(unit, plan, window, move.value, TIDAL)


def _load(unit: Unit, plan: HallPlan, window: WindowPlan) -> float:
    at_work = {each.id for line in window.weights for each in plan.serving[line] if each.works}
    return windows.waiting_for(unit, plan, window) / max(1, len(at_work))
