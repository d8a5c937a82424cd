"""The page behind a ticket's QR code: how the ticket stands, on the resident's own phone. No person, no cookie, no sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from central.clock import in_zone
from central.errors import TicketUnknown
from central.halls import repository as halls
from central.halls.models import Hall, Line
from central.pages.drawing import page
from central.queue import repository as queue
from central.queue import tickets
from central.queue.schemas import TicketOut
from central.queue.states import State
from central.routing import UnitOfWork, reads
from central.unit import Unit

router = APIRouter(include_in_schema=False)
IN_PLAY = {State.WAITING.value, State.CALLED.value}


@dataclass(frozen=True)
class PhoneTicket:
    number: str
    state: str
    hall: Hall
    line: Line
    ahead: int
    windows: list[str]
    window: str | None
    """Label of the window that called it."""
    issued: str
    """HH:MM on the hall's wall clock."""

    @property
    def over(self) -> bool:
        return self.state not in IN_PLAY


@router.get("/t/{key}")
@reads(None)
def phone_page(unit: UnitOfWork, request: Request, key: str) -> Response:
    try:
        return page(request, "ticket.html", ticket=_of(unit, tickets.by_public_key(unit, key)))
    except TicketUnknown as unknown:
        return page(request, "ticket.html", unknown.status, ticket=None)


def _of(unit: Unit, told: TicketOut) -> PhoneTicket:
    stored = queue.by_id(unit.session, told.id)
    assert stored is not None  # it was told
    hall = halls.hall(unit.session, stored.hall_id)
    line = halls.line(unit.session, hall.id, told.line)
    assert line is not None
    window = told.window and halls.window(unit.session, hall.id, told.window)
    return PhoneTicket(
        number=told.number,
        state=told.state,
        hall=hall,
        line=line,
        ahead=told.ahead,
        windows=told.windows,
        window=window.label if window else None,
        issued=f"{in_zone(told.issued_at, hall.zone):%H:%M}",
    )
