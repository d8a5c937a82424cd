"""Endpoints of windows: calling, and being open or not."""

from __future__ import annotations

from fastapi import Response

from central import errors
from central.errors import documented
from central.halls.schemas import WindowOut
from central.permissions import may
from central.queue import calls, listing, windows
from central.queue.schemas import CallIn, IssueRefusedOut, PauseIn, QueueOut, TicketOut
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("queue", "/halls/{hall}/windows/{window}")

CALL = documented(errors.WindowUnknown, errors.WrongState, errors.WindowClosed, errors.WindowPaused)
CALL_BY_HAND = documented(
    errors.WindowUnknown, errors.TicketUnknown, errors.WrongState, errors.WindowClosed, errors.WindowPaused, errors.TicketOpen
)


@router.post("/next", response_model=TicketOut, responses={204: {"description": "Nobody waits"}, **CALL})
@writes(may("queue.call"), foresee=calls.foresee_next)
def next_ticket(unit: UnitOfWork, hall: str, window: str) -> TicketOut | Response:
    """Calls the next ticket to the window."""
    return calls.next_ticket(unit, hall, window) or Response(status_code=204)


@router.post("/call", responses={**CALL_BY_HAND, 409: {**CALL_BY_HAND[409], "model": IssueRefusedOut}})
@writes(may("queue.call"))
def call(unit: UnitOfWork, hall: str, window: str, body: CallIn) -> TicketOut:
    """Calls a ticket by hand: one that waits, a parked one, or one who missed the call; the audit says who did."""
    return calls.call_by_hand(unit, hall, window, body.ticket)


@router.get("/queue", responses=documented(errors.WindowUnknown))
@reads(may("queue.see"))
def queue(unit: UnitOfWork, hall: str, window: str) -> QueueOut:
    """Who is next at the window and why, who is parked, and who missed the call today."""
    return listing.queue_of(unit, hall, window)


@router.post("/open", responses=documented(errors.WindowUnknown))
@writes(may("window.run"))
def open_window(unit: UnitOfWork, hall: str, window: str) -> WindowOut:
    """Somebody works at the window from now on, or stands by at a tidal one."""
    return windows.open_window(unit, hall, window)


@router.post("/close", responses=documented(errors.WindowUnknown, errors.WrongState))
@writes(may("window.run"))
def close_window(unit: UnitOfWork, hall: str, window: str) -> WindowOut:
    """Nobody works at the window from now on."""
    return windows.close_window(unit, hall, window)


@router.post("/pause", responses=documented(errors.WindowUnknown, errors.WindowClosed))
@writes(may("window.run"))
def pause_window(unit: UnitOfWork, hall: str, window: str, body: PauseIn) -> WindowOut:
    """The window calls nobody for now, and says why."""
    return windows.pause_window(unit, hall, window, body.reason)


@router.post("/resume", responses=documented(errors.WindowUnknown))
@writes(may("window.run"))
def resume_window(unit: UnitOfWork, hall: str, window: str) -> WindowOut:
    """The window calls again."""
    return windows.resume_window(unit, hall, window)
