"""Calling tickets to windows."""

from __future__ import annotations

from typing import Any

from central.errors import Forbidden, WrongState
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import Window
from central.halls.schemas import WindowOut
from central.queue import holders, repository, tickets
from central.queue.models import Call, Ticket
from central.queue.schemas import Holder, TicketOut
from central.queue.states import State, Step, after
from central.unit import Unit


def window_of_caller(unit: Unit, hall_id: str, window_id: str) -> Window:
    window = hall_service.known_window(unit, hall_id, window_id)
    if not unit.caller.may_work_at(window.id):
        raise Forbidden("this window is not the caller's")
    return window


def set_open(unit: Unit, hall_id: str, window_id: str, is_open: bool) -> WindowOut:
    window = window_of_caller(unit, hall_id, window_id)
    if not is_open and repository.called_at(unit.session, hall_id, window.id) is not None:
        raise WrongState("the window still has a called ticket: finish it first")
    return hall_service.set_window_open(unit, window, is_open)


def next_ticket(unit: Unit, hall_id: str, window_id: str) -> TicketOut | None:
    """Calls whoever's turn it is to the window; None when nobody waits."""
    window = window_of_caller(unit, hall_id, window_id)
    end_earlier_days(unit, hall_id)
    if not window.open:
        raise WrongState("the window is closed: open it first")
    serving = repository.called_at(unit.session, hall_id, window.id)
    if serving is not None:
        raise WrongState(f"the window still has a called ticket: {serving.number}")
    lines = halls.lines_of_window(unit.session, hall_id, window.id)
    ticket = repository.call_first(unit.session, hall_id, lines, hall_service.today(unit, hall_id), window.id)
    if ticket is None:
        return None
    call = Call(
        hall_id=hall_id,
        ticket_id=ticket.id,
        line_id=ticket.line_id,
        window_id=window.id,
        staff_id=unit.caller.id,
        called_at=unit.now,
        recalls=0,
        reason="first_come",
    )
    unit.session.add(call)
    _announce_call(unit, ticket, window, 0)
    return tickets.describe(unit, ticket)


def recall(unit: Unit, ticket_id: str) -> TicketOut:
    ticket, window, call = _called(unit, ticket_id, Step.RECALL)
    call.recalls += 1
    _announce_call(unit, ticket, window, call.recalls)
    return tickets.describe(unit, ticket)


def finish(unit: Unit, ticket_id: str) -> TicketOut:
    """The service is over; the resident is asked for a rating."""
    ticket, window, call = _called(unit, ticket_id, Step.FINISH)
    _close(unit, ticket, call, Step.FINISH)
    unit.announce(ticket.hall_id, "ticket.finished", _named(ticket, window))
    unit.announce(ticket.hall_id, "rating.asked", _named(ticket, window))
    return tickets.describe(unit, ticket)


def no_show(unit: Unit, ticket_id: str) -> TicketOut:
    """过号: nobody came."""
    ticket, window, call = _called(unit, ticket_id, Step.MISS)
    _close(unit, ticket, call, Step.MISS)
    unit.announce(ticket.hall_id, "ticket.no_show", _named(ticket, window))
    return tickets.describe(unit, ticket)


def holder(unit: Unit, ticket_id: str) -> Holder:
    """Who stands at the window, for the window that serves them and only as long as it does."""
    ticket, _, _ = _called(unit, ticket_id, Step.RECALL)
    return holders.reveal(unit, ticket.id)


def end_earlier_days(unit: Unit, hall_id: str) -> None:
    """Nothing of yesterday is called today, and a window that forgot its last ticket isn't held up by it."""
    for ticket in repository.left_over(unit.session, hall_id, hall_service.today(unit, hall_id)):
        if ticket.state == State.CALLED:
            _close(unit, ticket, repository.open_call(unit.session, ticket), Step.DAY_END)
        else:
            ticket.state = after(ticket.state, Step.DAY_END).value
    unit.session.flush()


def _called(unit: Unit, ticket_id: str, step: Step) -> tuple[Ticket, Window, Call]:
    """The ticket with its window and open call, if ``step`` is possible and the window is the caller's."""
    ticket = tickets.known(unit, ticket_id)
    after(ticket.state, step)
    assert ticket.window_id is not None  # a called ticket has its window
    window = window_of_caller(unit, ticket.hall_id, ticket.window_id)
    return ticket, window, repository.open_call(unit.session, ticket)


def _close(unit: Unit, ticket: Ticket, call: Call, step: Step) -> None:
    ticket.state = after(ticket.state, step).value
    call.closed_at = unit.now
    call.outcome = ticket.state


def _named(ticket: Ticket, window: Window) -> dict[str, Any]:
    return {"ticket": ticket.id, "number": ticket.number, "window": window.id}


def _announce_call(unit: Unit, ticket: Ticket, window: Window, recalls: int) -> None:
    at = unit.now.isoformat().replace("+00:00", "Z")
    told = {"label": window.label, "window_name": window.name, "at": at, "recall": recalls}
    unit.announce(ticket.hall_id, "ticket.called", {**_named(ticket, window), **told})
