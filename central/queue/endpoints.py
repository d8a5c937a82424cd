"""Endpoints of tickets and windows."""

from __future__ import annotations

from fastapi import APIRouter, Response

from central import errors
from central.callers import ENROLLED, TERMINAL, WINDOW_STAFF
from central.errors import documented
from central.halls.schemas import WindowOut
from central.queue import calls, tickets
from central.queue.schemas import Holder, PrintIn, TicketIn, TicketOut
from central.routing import RequestKey, UnitOfWork, checked_key, reads, writes

router = APIRouter(tags=["queue"])

ISSUE_REFUSALS = documented(errors.KeyMissing, errors.KeyReused, errors.LineUnknown, errors.LineClosed, errors.WindowClosed)
STEP_REFUSALS = documented(errors.TicketUnknown, errors.WrongState)


@router.post(
    "/halls/{hall}/tickets",
    status_code=201,
    responses={200: {"model": TicketOut, "description": "The same request was answered before"}, **ISSUE_REFUSALS},
)
@writes({TERMINAL})
def issue(unit: UnitOfWork, hall: str, body: TicketIn, response: Response, key: RequestKey = None) -> TicketOut:
    """Issues a ticket. Sent again with the same key and body it gives the same ticket."""
    ticket, new = tickets.issue(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return ticket


@router.get("/tickets/{ticket}", responses=documented(errors.TicketUnknown))
@reads(ENROLLED)
def ticket(unit: UnitOfWork, ticket: str) -> TicketOut:
    """How a ticket stands now."""
    return tickets.describe(unit, tickets.known(unit, ticket))


@router.put("/tickets/{ticket}/print", responses=documented(errors.TicketUnknown))
@writes({TERMINAL})
def printed(unit: UnitOfWork, ticket: str, body: PrintIn) -> TicketOut:
    """Stores what became of the paper."""
    known = tickets.known(unit, ticket)
    tickets.printed(unit, known, body)
    return tickets.describe(unit, known)


@router.post(
    "/halls/{hall}/windows/{window}/next",
    response_model=TicketOut,
    responses={204: {"description": "Nobody waits"}, **documented(errors.WindowUnknown, errors.WrongState)},
)
@writes(WINDOW_STAFF)
def next_ticket(unit: UnitOfWork, hall: str, window: str) -> TicketOut | Response:
    """Calls the next ticket to the window."""
    return calls.next_ticket(unit, hall, window) or Response(status_code=204)


@router.post("/halls/{hall}/windows/{window}/open", responses=documented(errors.WindowUnknown))
@writes(WINDOW_STAFF)
def open_window(unit: UnitOfWork, hall: str, window: str) -> WindowOut:
    """Somebody works at the window from now on."""
    return calls.set_open(unit, hall, window, True)


@router.post("/halls/{hall}/windows/{window}/close", responses=documented(errors.WindowUnknown, errors.WrongState))
@writes(WINDOW_STAFF)
def close_window(unit: UnitOfWork, hall: str, window: str) -> WindowOut:
    """Nobody works at the window from now on."""
    return calls.set_open(unit, hall, window, False)


@router.post("/tickets/{ticket}/recall", responses=STEP_REFUSALS)
@writes(WINDOW_STAFF)
def recall(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Calls a called ticket again."""
    return calls.recall(unit, ticket)


@router.post("/tickets/{ticket}/holder", responses=documented(errors.TicketUnknown, errors.HolderUnknown, errors.WrongState))
@writes(WINDOW_STAFF)
def holder(unit: UnitOfWork, ticket: str) -> Holder:
    """The person of a called ticket; every look is written down, so it is a POST."""
    return calls.holder(unit, ticket)


@router.post("/tickets/{ticket}/no-show", responses=STEP_REFUSALS)
@writes(WINDOW_STAFF)
def no_show(unit: UnitOfWork, ticket: str) -> TicketOut:
    """Nobody came."""
    return calls.no_show(unit, ticket)


@router.post("/tickets/{ticket}/finish", responses=STEP_REFUSALS)
@writes(WINDOW_STAFF)
def finish(unit: UnitOfWork, ticket: str) -> TicketOut:
    """The service is over; the resident is asked for a rating."""
    return calls.finish(unit, ticket)
