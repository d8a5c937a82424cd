"""Taking back a window's last step, within seconds and where nothing has come after it."""

from __future__ import annotations

from datetime import datetime, timedelta

from central.errors import TooLate, WindowClosed
from central.halls.plan import HallPlan, plan_of
from central.queue import moves, statements, tickets
from central.queue.calls import announce_call, window_of_caller
from central.queue.order import Reason
from central.queue.rows import CallRow, TicketRow
from central.queue.schemas import TicketOut
from central.queue.states import State
from central.queue.steps import wait_again
from central.ratings import repository as ratings
from central.unit import Unit

LEFT_AS = {"finished": State.FINISHED, "no_show": State.NO_SHOW, "parked": State.PARKED, "transferred": State.WAITING}
"""How a call's outcome left the ticket."""

CALLED_FROM = {Reason.RESUMED.value: State.PARKED, Reason.CAME_BACK.value: State.NO_SHOW}
"""What a ticket was before a call, where it didn't wait."""


def undo(unit: Unit, ticket_id: str) -> TicketOut:
    """The window's last step never was: a finish, no-show, park or transfer, or else the call itself. Raises ``TooLate``."""
    ticket = tickets.known(unit, ticket_id)
    plan = plan_of(unit, ticket.hall_id)
    call = moves.last_call_of(unit, ticket.id)
    if call is None:
        raise TooLate("the ticket was never called")
    window = window_of_caller(unit, plan, call.window_id)
    newest = moves.newest_call(unit, plan.id, window.id)
    if newest is None or newest.id != call.id or call.outcome == "undone":
        raise TooLate("the window has done something else since")
    _must_be_fresh(unit, plan, call.closed_at or call.called_at)
    if call.closed_at is None:
        return _uncall(unit, plan, ticket, call)
    if not window.open:
        raise WindowClosed("the window is closed: open it first", "window")
    back = _reopened(unit, plan, ticket, call)
    unit.record("ticket.undone", ticket.id)
    announce_call(unit, back, window, call.recalls)
    return tickets.told(unit, plan, back, reason=call.reason)


def _must_be_fresh(unit: Unit, plan: HallPlan, step: datetime) -> None:
    if unit.now - step > timedelta(seconds=plan.rules.undo_s):
        raise TooLate(f"only the last {plan.rules.undo_s} seconds can be undone")


def _reopened(unit: Unit, plan: HallPlan, ticket: TicketRow, call: CallRow) -> TicketRow:
    """The call goes on as if it had not been ended."""
    if ticket.state != LEFT_AS.get(call.outcome or ""):
        raise TooLate(f"the ticket is {ticket.state} by now")
    if ticket.state == State.FINISHED and ratings.is_rated(unit.session, unit.vault, ticket.id):
        raise TooLate("the service is rated already")
    still_counts = ticket.line_id == call.line_id and ticket.state in (State.WAITING, State.PARKED)
    if not still_counts:
        tickets.must_be_only(unit, plan, call.line_id, ticket.day, ticket.person_mark)
    if ticket.state == State.WAITING:
        statements.count(unit, plan.id, ticket.line_id, ticket.day, ticket.rank, -1)
    back = ticket._replace(state=State.CALLED.value, line_id=call.line_id, window_id=call.window_id, for_window=None)
    moves.reopen_call(unit, call.id)
    moves.move(unit, back)
    return back


def _uncall(unit: Unit, plan: HallPlan, ticket: TicketRow, call: CallRow) -> TicketOut:
    """The ticket is again what it was before the call, with the turn it had."""
    moves.close_call(unit, call.id, "undone")
    unit.record("ticket.undone", ticket.id)
    before = CALLED_FROM.get(call.reason, State.WAITING)
    if before is State.WAITING:
        return wait_again(unit, plan, ticket._replace(state=before.value, window_id=None), "undone")
    back = ticket._replace(state=before.value)
    moves.move(unit, back)
    told = {"ticket": ticket.id, "number": ticket.number, "line": ticket.line_id, "window": call.window_id}
    unit.announce(plan.id, "ticket.parked" if before is State.PARKED else "ticket.no_show", told)
    return tickets.told(unit, plan, back)
