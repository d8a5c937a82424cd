"""Endpoints of tickets."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, Response

from central import errors
from central.appointments import arrival
from central.errors import documented
from central.permissions import may
from central.queue import calls, steps, tickets, undoing
from central.queue.schemas import CancelIn, Holder, IssueRefusedOut, ParkIn, PrintIn, TicketIn, TicketOut, TransferIn
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes

router = api_router("queue")

STEP = (errors.TicketUnknown, errors.WindowUnknown, errors.WrongState)


def with_ticket(*refusals: type[errors.Refusal]) -> dict[int | str, dict[str, object]]:
    """As ``documented``, where a 409 may show the ticket that the person has."""
    responses = documented(errors.TicketOpen, *refusals)
    return {**responses, 409: {**responses[409], "model": IssueRefusedOut}}


@router.post(
    "/halls/{hall}/tickets",
    status_code=201,
    responses={
        200: {"model": TicketOut, "description": "The same request was answered before"},
        **with_ticket(
            errors.KeyMissing, errors.KeyReused, errors.LineUnknown, errors.LineClosed, errors.WindowClosed, errors.QuotaSpent
        ),
    },
)
@writes(may("ticket.issue"), foresee=tickets.foresee_issue)
def issue(unit: UnitOfWork, hall: str, body: TicketIn, response: Response, key: RequestKey = None) -> TicketOut:
    """Issues a ticket. Sent again with the same key and body it gives the same ticket."""
    ticket, new = arrival.take_number(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return ticket


@router.get("/tickets/{ticket}", responses=documented(errors.TicketUnknown))
@reads(may("ticket.see"))
def ticket(unit: UnitOfWork, ticket: str) -> TicketOut:
    """How a ticket stands now."""
    return tickets.describe(unit, tickets.known(unit, ticket))


@router.put("/tickets/{ticket}/print", responses=documented(errors.TicketUnknown))
@writes(may("ticket.print"))
def printed(unit: UnitOfWork, ticket: str, body: PrintIn) -> TicketOut:
    """Stores what became of the paper."""
    return tickets.describe(unit, tickets.printed(unit, tickets.known(unit, ticket), body))


@router.post("/tickets/{ticket}/cancel", responses=documented(errors.TicketUnknown, errors.WrongState))
@writes(may("ticket.cancel"))
def cancel(unit: UnitOfWork, ticket: str, body: CancelIn) -> TicketOut:
    """A ticket that waits or is parked is given back."""
    return steps.cancel(unit, ticket, body.by)


@router.post("/tickets/{ticket}/recall", responses=documented(*STEP))
@writes(may("queue.call"))
def recall(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Calls a called ticket again."""
    return steps.recall(unit, ticket)


@router.post("/tickets/{ticket}/holder", responses=documented(errors.HolderUnknown, *STEP))
@writes(may("holder.see"))
def holder(unit: UnitOfWork, ticket: str) -> Holder:
    """The person of a called ticket; every look is written down, so it is a POST."""
    return calls.holder(unit, ticket)


@router.post("/tickets/{ticket}/no-show", responses=documented(*STEP))
@writes(may("queue.call"))
def no_show(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Nobody came."""
    return steps.no_show(unit, ticket)


@router.post("/tickets/{ticket}/finish", responses=documented(*STEP))
@writes(may("queue.call"))
def finish(unit: UnitOfWork, ticket: str) -> TicketOut:
    """The service is over; the resident is asked for a rating."""
    return steps.finish(unit, ticket)


@router.post("/tickets/{ticket}/finish-and-close", responses=documented(*STEP))
@writes(may("queue.call"))
def finish_and_close(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Finishes, then closes the window: nobody is called after this one."""
    return steps.finish_and_close(unit, ticket)


@router.post("/tickets/{ticket}/park", responses=documented(*STEP))
@writes(may("queue.call"))
def park(unit: UnitOfWork, ticket: str, body: Annotated[ParkIn | None, Body()] = None) -> TicketOut:
    """Puts a called ticket aside; the window is free meanwhile, and calls it again by hand."""
    return steps.park(unit, ticket, None if body is None else body.reason)


@router.post("/tickets/{ticket}/transfer", responses=with_ticket(errors.LineUnknown, errors.WindowClosed, *STEP))
@writes(may("queue.call"))
def transfer(unit: UnitOfWork, ticket: str, body: TransferIn) -> TicketOut:
    """A called ticket waits for another line or window, with the same number and the turn it had."""
    return steps.transfer(unit, ticket, body)


@router.post("/tickets/{ticket}/reenter", responses=with_ticket(*STEP))
@writes(may("queue.call"))
def reenter(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Who missed the call waits again, behind the next few."""
    return steps.reenter(unit, ticket)


@router.post("/tickets/{ticket}/undo", responses=with_ticket(errors.TooLate, errors.WindowClosed, *STEP))
@writes(may("queue.call"))
def undo(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Takes back the window's last step, within seconds and while nothing has come after it."""
    return undoing.undo(unit, ticket)
