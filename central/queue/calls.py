"""Calling: the next ticket in the order, or one by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from central.errors import Forbidden, WindowClosed, WindowPaused, WindowUnknown, WrongState
from central.halls.plan import HallPlan, Served, WindowPlan, plan_of, zone_of
from central.queue import days, holders, moves, order, statements, tickets
from central.queue.order import Candidate, Reason
from central.queue.rows import CallRow, TicketRow
from central.queue.schemas import Holder, TicketOut
from central.queue.states import State, Step, after
from central.unit import Unit


def known_window(plan: HallPlan, window_id: str) -> WindowPlan:
    window = plan.windows.get(window_id)
    if window is None or not window.active:
        raise WindowUnknown("the hall has no such window", "window")
    return window


def window_of_caller(unit: Unit, plan: HallPlan, window_id: str) -> WindowPlan:
    window = known_window(plan, window_id)
    if not unit.caller.may_work_at(window.id):
        raise Forbidden("this window is not the caller's")
    return window


def foresee_next(unit: Unit, hall: str, window: str) -> None:
    statements.foresee_last_call(unit, hall, window)


def next_ticket(unit: Unit, hall_id: str, window_id: str) -> TicketOut | None:
    """Calls whoever's turn it is to the window; None when nobody waits."""
    plan = plan_of(unit, hall_id)
    window, run = _ready(unit, plan, window_id)
    served = plan.served_by(window.id, unit.caller.id)
    waiting = statements.waiting(unit, plan.id, plan.local(unit.now).date(), list(served), window.id)
    rows = {row.seq: row for row in waiting}
    choice = order.choose([candidate(row, served, window.id) for row in waiting], run, plan.rules, unit.now)
    if choice is None:
        return None
    return _call(unit, plan, window, rows[choice.candidate.seq], choice.reason, run)


def call_by_hand(unit: Unit, hall_id: str, window_id: str, ticket_id: str) -> TicketOut:
    """Calls one that waits, a parked one (恢复), or one who missed the call and came after all; only of today."""
    plan = plan_of(unit, hall_id)
    window, run = _ready(unit, plan, window_id)
    ticket = tickets.known(unit, ticket_id)
    after(ticket.state, Step.CALL)
    tickets.must_be_today(unit, plan, ticket)
    if not may_call(plan, window, ticket):
        raise WrongState("the window does not serve this ticket")
    reason = {State.WAITING: Reason.CHOSEN, State.PARKED: Reason.RESUMED}.get(State(ticket.state), Reason.CAME_BACK)
    if ticket.state == State.NO_SHOW:
        tickets.must_be_only(unit, plan, ticket.line_id, ticket.day, ticket.person_mark)
    unit.record("ticket.called_by_hand", ticket.id)
    return _call(unit, plan, window, ticket, reason, run)


def may_call(plan: HallPlan, window: WindowPlan, ticket: TicketRow) -> bool:
    """By hand: of its lines whoever isn't meant for another window, whoever is meant for it, and whom it has served before."""
    if ticket.for_window is not None and ticket.state == State.WAITING:
        return ticket.for_window == window.id
    return ticket.line_id in plan.served_by(window.id) or ticket.window_id == window.id


def candidate(row: TicketRow, served: Mapping[str, Served], window: str) -> Candidate:
    """A waiting ticket as the order sees it from a window."""
    here = row.for_window == window
    how = served.get(row.line_id, _ELSEWHERE)
    appointment = tickets.is_appointment(row)
    return Candidate(row.seq, row.rank, row.since, row.line_id, how.weight, how.fallback, appointment, here)


_ELSEWHERE = Served(1)  # of a line that the window doesn't serve: it was transferred to the window itself


def _ready(unit: Unit, plan: HallPlan, window_id: str) -> tuple[WindowPlan, int]:
    """The window, able to call, and its run: how many priority tickets in a row it called today (``queue.order``)."""
    window = window_of_caller(unit, plan, window_id)
    today = plan.local(unit.now).date()
    days.end_earlier(unit, plan, today)
    if not window.open:
        raise WindowClosed("the window is closed: open it first", "window")
    if window.paused is not None:
        raise WindowPaused("the window is paused: resume it first", "window")
    last = statements.last_call(unit, plan.id, window.id)
    if last is None:
        return window, 0
    if last.closed_at is None:
        raise WrongState("the window still has a called ticket: finish it first")
    return window, last.run if plan.local(last.called_at).date() == today else 0


def _call(unit: Unit, plan: HallPlan, window: WindowPlan, ticket: TicketRow, reason: Reason, run: int) -> TicketOut:
    if ticket.state == State.WAITING:
        statements.count(unit, plan.id, ticket.line_id, ticket.day, ticket.rank, -1)
    called = ticket._replace(state=after(ticket.state, Step.CALL).value, window_id=window.id)
    statements.call_ticket(unit, called, order.run_after(run, ticket.rank, reason), reason.value)
    announce_call(unit, called, window, 0)
    return tickets.told(unit, plan, called, reason=reason.value)


def announce_call(unit: Unit, ticket: TicketRow, window: WindowPlan, recalls: int) -> None:
    at = unit.now.isoformat().replace("+00:00", "Z")
    told = {"label": window.label, "window_name": window.name, "area": zone_of(window.area), "at": at, "recall": recalls}
    unit.announce(ticket.hall_id, "ticket.called", {**named(ticket, window.id), "line": ticket.line_id, **told})


def named(ticket: TicketRow, window: str) -> dict[str, Any]:
    return {"ticket": ticket.id, "number": ticket.number, "window": window}


def at_its_window(unit: Unit, ticket_id: str, step: Step) -> tuple[HallPlan, TicketRow, WindowPlan, CallRow]:
    """A called ticket with its window and open call, if ``step`` is possible and the window is the caller's."""
    found = moves.with_open_call(unit, ticket_id)
    if found is None:
        raise WrongState(f"the ticket is {tickets.known(unit, ticket_id).state}: {step.value} is not possible")
    ticket, call = found
    tickets.must_be_of_caller(unit, ticket)
    plan = plan_of(unit, ticket.hall_id)
    return plan, ticket, window_of_caller(unit, plan, call.window_id), call


def holder(unit: Unit, ticket_id: str) -> Holder:
    """Who stands at the window, for the window that serves them and only as long as it does."""
    _, ticket, _, _ = at_its_window(unit, ticket_id, Step.RECALL)
    return holders.reveal(unit, ticket.id)


def end_earlier_days(unit: Unit, hall_id: str) -> None:
    """What earlier days left open ends, also in a hall that nobody touches."""
    plan = plan_of(unit, hall_id)
    days.end_earlier(unit, plan, plan.local(unit.now).date())
