"""Today's queue for those who run the hall: each line, each window, who is next and why. No person of a ticket is ever read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Request, Response

from central.halls import service as halls
from central.halls.plan import HallPlan, LinePlan, Served, WindowPlan, plan_of
from central.pages import repository as people
from central.pages.manage import repository
from central.pages.members import for_members, staff_page
from central.permissions import may
from central.queue import calls, estimate, order, statements
from central.queue.order import NORMAL, PRIORITY, Candidate, Reason
from central.queue.rows import TicketRow
from central.queue.tickets import is_appointment
from central.routing import UnitOfWork, reads
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)

Names = Mapping[str, str]
MINUTE = timedelta(minutes=1)
SHOWN = 60
"""Of those who wait; the others are counted."""
NEXT = 3
"""Shown at each window."""


@dataclass(frozen=True)
class LineToday:
    line: LinePlan
    open: bool
    opens_at: str | None
    windows: tuple[str, ...]
    priority: int
    normal: int
    longest_min: int | None
    issued: int
    served: int
    missed: int
    wait_s: tuple[int, int] | None
    """Of somebody who took a normal number now: from and to."""

    @property
    def waiting(self) -> int:
        return self.priority + self.normal


@dataclass(frozen=True)
class InQueue:
    """A ticket that waits, is parked or missed its call; ``place``: counted from one."""

    id: str
    number: str
    line: LinePlan
    priority: Names | None
    appointment: bool
    waited_min: int
    late: bool
    reason: str | None = None
    for_window: str | None = None
    place: int = 0


@dataclass(frozen=True)
class WindowToday:
    window: WindowPlan
    who: str | None
    mine: bool
    """Whoever looks may open, pause and close it."""
    serving: TicketRow | None
    minutes: int | None
    """Since it was called."""
    next: tuple[InQueue, ...]
    waiting: int


@dataclass(frozen=True)
class Machine:
    name: str
    role: str
    label: str | None
    enrolled: bool
    last: str | None
    """When it issued a ticket last, HH:MM."""


@dataclass(frozen=True)
class Today:
    lines: tuple[LineToday, ...]
    windows: tuple[WindowToday, ...]
    waiting: tuple[InQueue, ...]
    more: int
    parked: tuple[InQueue, ...]
    missed: tuple[InQueue, ...]
    machines: tuple[Machine, ...]
    longest_min: int


@router.get("/queue")
@reads(None)
@for_members(may("queue.call"))
def queue_page(unit: UnitOfWork, request: Request, line: str | None = None) -> Response:
    """``line``: only those who wait for it."""
    hall = halls.describe(unit, unit.caller.hall)
    plan = plan_of(unit, hall.id)
    only = line if line in plan.lines else None
    shown = today(unit, plan, only)
    return staff_page(unit, request, "queue.html", hall=hall, today=shown, only=only)


def today(unit: Unit, plan: HallPlan, only: str | None) -> Today:
    day = plan.local(unit.now).date()
    rows = repository.open_tickets(unit, plan.id, day)
    waiting = [row for row in rows if row.state == "waiting"]
    listed = [row for row in waiting if only in (None, row.line_id)]
    return Today(
        lines=_lines(unit, plan, waiting),
        windows=_windows(unit, plan, rows),
        waiting=_in_order(unit, plan, listed, {line: Served(1) for line in plan.lines}, "", 0, SHOWN),
        more=max(0, len(listed) - SHOWN),
        parked=tuple(_shown(unit, plan, row) for row in rows if row.state == "parked"),
        missed=tuple(_shown(unit, plan, row) for row in repository.missed(unit, plan.id, day, SHOWN)),
        machines=_machines(unit, plan),
        longest_min=plan.rules.longest_wait_min,
    )


def _lines(unit: Unit, plan: HallPlan, waiting: Sequence[TicketRow]) -> tuple[LineToday, ...]:
    local = plan.local(unit.now)
    issued = repository.issued(unit.session, plan.id, local.date())
    outcomes = repository.outcomes(unit.session, plan.id, local.date())
    found = []
    for line in plan.lines.values():
        there = [row for row in waiting if row.line_id == line.id]
        if not (line.active or there):
            continue
        ranks = [sum(row.rank == rank for row in there) for rank in (PRIORITY, NORMAL)]
        ahead = order.ahead(NORMAL, ranks[1], ranks[0], plan.rules)
        wait = estimate.wait(ahead, plan.at_work[line.id], unit.context.paces.of(plan.id, line.id, unit.now, NORMAL))
        found.append(
            LineToday(
                line=line,
                open=line.active and plan.is_open(line.id, local),
                opens_at=plan.opens_at(line.id, local),
                windows=tuple(window.label for window in plan.serving[line.id]),
                priority=ranks[0],
                normal=ranks[1],
                longest_min=max((_minutes(unit, row) for row in there), default=None),
                issued=issued.get(line.id, 0),
                served=outcomes.get((line.id, "finished"), 0),
                missed=outcomes.get((line.id, "no_show"), 0),
                wait_s=None if wait is None else (wait.low_s, wait.high_s),
            )
        )
    return tuple(found)


def _windows(unit: Unit, plan: HallPlan, rows: Sequence[TicketRow]) -> tuple[WindowToday, ...]:
    staff = people.staff_names(unit, plan.id)
    open_calls = repository.open_calls(unit.session, plan.id)
    called = {row.window_id: row for row in rows if row.state == "called"}
    waiting = [row for row in rows if row.state == "waiting"]
    day = plan.local(unit.now).date()
    found = []
    for window in plan.windows.values():
        if not window.active:
            continue
        served = plan.served_by(window.id, window.staff_id)
        mine = [row for row in waiting if row.for_window == window.id or (row.for_window is None and row.line_id in served)]
        call = open_calls.get(window.id)
        last = statements.last_call(unit, plan.id, window.id) if window.works and mine else None
        run = last.run if last is not None and plan.local(last.called_at).date() == day else 0
        found.append(
            WindowToday(
                window=window,
                who=staff.get(window.staff_id or ""),
                mine=unit.caller.may_work_at(window.id),
                serving=called.get(window.id),
                minutes=None if call is None else (unit.now - call.called_at) // MINUTE,
                next=_in_order(unit, plan, mine, served, window.id, run, NEXT) if window.works else (),
                waiting=len(mine),
            )
        )
    return tuple(found)


def _in_order(
    unit: Unit, plan: HallPlan, rows: Sequence[TicketRow], served: Mapping[str, Served], window: str, run: int, limit: int
) -> tuple[InQueue, ...]:
    by_seq = {row.seq: row for row in rows}
    candidates: list[Candidate] = [calls.candidate(row, served, window) for row in rows]
    chosen = order.in_order(candidates, run, plan.rules, unit.now, limit)
    return tuple(
        _shown(unit, plan, by_seq[each.candidate.seq], each.reason, place) for place, each in enumerate(chosen, start=1)
    )


def _shown(unit: Unit, plan: HallPlan, row: TicketRow, reason: Reason | None = None, place: int = 0) -> InQueue:
    priority = plan.priorities.get(row.priority or "")
    waited = _minutes(unit, row)
    return InQueue(
        id=row.id,
        number=row.number,
        line=plan.lines[row.line_id],
        priority=None if priority is None else priority.name,
        appointment=is_appointment(row),
        waited_min=waited,
        late=row.state == "waiting" and waited >= plan.rules.longest_wait_min,
        reason=None if reason is None else reason.value,
        for_window=_label(plan, row.for_window),
        place=place,
    )


def _minutes(unit: Unit, row: TicketRow) -> int:
    """Waited so far; an appointment that isn't due has waited for nothing."""
    return max(0, (unit.now - row.since) // MINUTE)


def _machines(unit: Unit, plan: HallPlan) -> tuple[Machine, ...]:
    last = repository.last_issue(unit.session, plan.id, plan.local(unit.now).date())
    return tuple(
        Machine(
            name=each.name,
            role=each.role,
            label=_label(plan, each.window_id),
            enrolled=each.token_hash is not None,
            last=_clock(plan, last.get(each.id)),
        )
        for each in repository.machines(unit.session, plan.id)
    )


def _label(plan: HallPlan, window: str | None) -> str | None:
    found = plan.windows.get(window or "")
    return None if found is None else found.label


def _clock(plan: HallPlan, at: datetime | None) -> str | None:
    return None if at is None else f"{plan.local(at):%H:%M}"
