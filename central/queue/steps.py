"""What a window does with the ticket it called, and what else can become of a ticket."""

from __future__ import annotations

from datetime import datetime, timedelta

from central.errors import WindowClosed
from central.halls.plan import HallPlan, plan_of
from central.queue import conditions, moves, statements, tickets, windows
from central.queue.calls import announce_call, at_its_window, known_window, named
from central.queue.rows import CallRow, TicketRow
from central.queue.schemas import TicketOut, TransferIn
from central.queue.states import State, Step, after
from central.unit import Unit

BEHIND = timedelta(microseconds=1)  # the finest turn that both databases store


def recall(unit: Unit, ticket_id: str) -> TicketOut:
    plan, ticket, window, call = at_its_window(unit, ticket_id, Step.RECALL)
    moves.count_recall(unit, call.id)
    announce_call(unit, ticket, window, call.recalls + 1)
    return tickets.told(unit, plan, ticket, reason=call.reason)


def finish(unit: Unit, ticket_id: str) -> TicketOut:
    """The service is over; the resident is asked for a rating."""
    plan, ticket, window, call = at_its_window(unit, ticket_id, Step.FINISH)
    finished = _left(unit, ticket, call, Step.FINISH)
    unit.announce(plan.id, "ticket.finished", named(ticket, window.id))
    unit.announce(plan.id, "rating.asked", named(ticket, window.id))
    return tickets.told(unit, plan, finished)


def finish_and_close(unit: Unit, ticket_id: str) -> TicketOut:
    """The last one at this window for now."""
    finished = finish(unit, ticket_id)
    windows.close_window(unit, unit.caller.hall, str(finished.window))
    return finished


def no_show(unit: Unit, ticket_id: str) -> TicketOut:
    """过号: nobody came."""
    plan, ticket, window, call = at_its_window(unit, ticket_id, Step.MISS)
    missed = _left(unit, ticket, call, Step.MISS)
    unit.announce(plan.id, "ticket.no_show", named(ticket, window.id) | {"line": ticket.line_id})
    return tickets.told(unit, plan, missed)


def park(unit: Unit, ticket_id: str, reason: str | None) -> TicketOut:
    """挂起: put aside until a window calls it by hand; the window is free meanwhile."""
    plan, ticket, window, call = at_its_window(unit, ticket_id, Step.PARK)
    parked = _left(unit, ticket, call, Step.PARK)
    unit.announce(plan.id, "ticket.parked", named(ticket, window.id) | {"line": ticket.line_id, "reason": reason})
    return tickets.told(unit, plan, parked)


def transfer(unit: Unit, ticket_id: str, to: TransferIn) -> TicketOut:
    """一票到底: to another line, or to one window, with the same number and the turn it had."""
    plan, ticket, _, call = at_its_window(unit, ticket_id, Step.TRANSFER)
    line, for_window = ticket.line_id, to.window
    if to.line is not None:
        line, for_window = _line_for(plan, to.line), None
    else:
        _must_be_open(plan, str(to.window))
    if line != ticket.line_id:
        tickets.must_be_only(unit, plan, line, ticket.day, ticket.person_mark)
    moves.close_call(unit, call.id, "transferred")
    moved = ticket._replace(state=after(ticket.state, Step.TRANSFER).value, line_id=line, window_id=None, for_window=for_window)
    return wait_again(unit, plan, moved, "transferred")


def _line_for(plan: HallPlan, line_id: str) -> str:
    line = conditions.line_of(plan, line_id)
    conditions.must_have_window(plan, line)
    return line.id


def _must_be_open(plan: HallPlan, window_id: str) -> None:
    if not known_window(plan, window_id).open:
        raise WindowClosed("that window is closed", "window")


def reenter(unit: Unit, ticket_id: str) -> TicketOut:
    """过号重排: who missed the call and came waits again, behind the next ``reenter_after`` of the same row."""
    ticket = tickets.known(unit, ticket_id)
    state = after(ticket.state, Step.REENTER).value
    plan = plan_of(unit, ticket.hall_id)
    tickets.must_be_today(unit, plan, ticket)
    tickets.must_be_only(unit, plan, ticket.line_id, ticket.day, ticket.person_mark)
    back = ticket._replace(state=state, window_id=None, since=_turn_after(unit, ticket, plan.rules.reenter_after))
    return wait_again(unit, plan, back, "reentered")


def _turn_after(unit: Unit, ticket: TicketRow, others: int) -> datetime:
    """From when the turn counts of a ticket that ``others`` go before."""
    first = moves.turns(unit, ticket, others)
    return min(first[-1] + BEHIND, unit.now) if first else ticket.since


def cancel(unit: Unit, ticket_id: str, by: str) -> TicketOut:
    """Given back before its turn, by whoever holds it or by the staff."""
    ticket = tickets.known(unit, ticket_id)
    gone = ticket._replace(state=after(ticket.state, Step.CANCEL).value)
    if ticket.state == State.WAITING:
        statements.count(unit, ticket.hall_id, ticket.line_id, ticket.day, ticket.rank, -1)
    moves.move(unit, gone)
    waiting = sum(moves.counts(unit, ticket.hall_id, ticket.line_id, ticket.day))
    unit.record("ticket.cancelled", ticket.id)
    told = {"ticket": ticket.id, "number": ticket.number, "line": ticket.line_id, "waiting": waiting, "by": by}
    unit.announce(ticket.hall_id, "ticket.cancelled", told)
    return tickets.told(unit, plan_of(unit, ticket.hall_id), gone)


def wait_again(unit: Unit, plan: HallPlan, ticket: TicketRow, why: str) -> TicketOut:
    """Puts a ticket back into its row; one that was meant for a window which has closed by now waits for its line. ``why``:
    transferred, reentered or undone."""
    if ticket.for_window is not None and not plan.windows[ticket.for_window].open:
        ticket = ticket._replace(for_window=None)
    statements.count_first(unit, plan.id, ticket.line_id, ticket.day, ticket.rank)
    moves.move(unit, ticket)
    waiting = sum(moves.counts(unit, plan.id, ticket.line_id, ticket.day))
    told = {"ticket": ticket.id, "number": ticket.number, "line": ticket.line_id, "waiting": waiting, "why": why}
    unit.announce(plan.id, "ticket.waiting", told | {"for_window": ticket.for_window})
    return tickets.describe(unit, ticket)


def _left(unit: Unit, ticket: TicketRow, call: CallRow, step: Step) -> TicketRow:
    """Ends the call; the ticket keeps the window that it was called to."""
    left = ticket._replace(state=after(ticket.state, step).value)
    moves.close_call(unit, call.id, left.state)
    moves.leave(unit, left)
    return left
