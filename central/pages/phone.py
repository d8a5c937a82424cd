"""The page behind a ticket's QR code: how the ticket stands, on the resident's own phone. No person, no cookie, no sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from central.clock import in_zone
from central.errors import TicketUnknown
from central.halls import repository as halls
from central.halls.models import Hall, Line
from central.pages.drawing import page
from central.pages.words import LANGUAGES
from central.queue import repository as queue
from central.queue import tickets
from central.queue.schemas import TicketOut
from central.queue.states import State
from central.routing import UnitOfWork, reads
from central.unit import Unit

router = APIRouter(include_in_schema=False)
IN_PLAY = {State.WAITING.value, State.CALLED.value, State.PARKED.value}
SOON = 3  # tickets ahead, from which on the phone looks more often
LOOK_OFTEN_S, LOOK_S = 5, 15
LONGEST_TOLD_MIN = 120  # a longer wait is "more than two hours": nobody plans by its minutes


@dataclass(frozen=True)
class Wait:
    """A range of minutes as people say it: ``key`` of the sentence, and its values."""

    key: str
    values: dict[str, int]


@dataclass(frozen=True)
class PhoneTicket:
    number: str
    state: str
    hall: Hall
    line: Line
    ahead: int
    area: dict[str, str] | None
    windows: list[str]
    window: str | None
    """Label of the window that called it."""
    wait: Wait | None
    appointment: bool
    issued: str
    """HH:MM on the hall's wall clock."""

    @property
    def over(self) -> bool:
        return self.state not in IN_PLAY

    @property
    def look_s(self) -> int:
        """Seconds until the phone asks again."""
        return LOOK_OFTEN_S if self.state != State.WAITING or self.ahead < SOON else LOOK_S


@router.get("/t/{key}")
@reads(None)
def phone_page(unit: UnitOfWork, request: Request, key: str) -> Response:
    try:
        told = tickets.by_public_key(unit, key)
    except TicketUnknown as unknown:
        return page(request, "ticket.html", unknown.status, lang=LANGUAGES[0], ticket=None, other=LANGUAGES[1])
    ticket, lang = _of(unit, told)
    first = lang if lang in LANGUAGES else LANGUAGES[0]
    other = next(each for each in LANGUAGES if each != first)
    return page(request, "ticket.html", lang=first, ticket=ticket, other=other)


def _of(unit: Unit, told: TicketOut) -> tuple[PhoneTicket, str]:
    """The ticket, and the language of its resident."""
    stored = queue.by_id(unit.session, told.id)
    assert stored is not None  # it was told
    hall = halls.hall(unit.session, stored.hall_id)
    line = halls.line(unit.session, hall.id, told.line)
    assert line is not None
    window = told.window and halls.window(unit.session, hall.id, told.window)
    ticket = PhoneTicket(
        number=told.number,
        state=told.state,
        hall=hall,
        line=line,
        ahead=told.ahead,
        area=told.area_name,
        windows=told.windows,
        window=window.label if window else None,
        wait=told_wait(told.wait_range_s) if told.state == State.WAITING else None,
        appointment=told.appointment,
        issued=f"{in_zone(told.issued_at, hall.zone):%H:%M}",
    )
    return ticket, stored.lang


def told_wait(range_s: list[int] | tuple[int, int] | None) -> Wait | None:
    """Plain words for an estimate in seconds: a range that promises no more than it knows. From 20 minutes on in steps of 5."""
    if range_s is None:
        return None
    low, high = (_rounded(seconds / 60, up) for seconds, up in zip(range_s, (False, True)))
    if low >= LONGEST_TOLD_MIN:
        return Wait("phone.wait_long", {})
    if low == 0:
        return Wait("phone.wait_within", {"n": max(high, 1)})
    if low == high:
        return Wait("phone.wait_about", {"n": low})
    return Wait("phone.wait_range", {"low": low, "high": high})


def _rounded(minutes: float, up: bool) -> int:
    """``up``: the pessimistic end, rounded against the optimist."""
    step = 1 if minutes < 20 else 5
    return (-int(-minutes // step) if up else int(minutes // step)) * step
