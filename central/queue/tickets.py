"""Issuing a ticket, exactly once, and saying how it stands."""

from __future__ import annotations

import json
from datetime import date

from central.clock import in_zone
from central.errors import Forbidden, Invalid, KeyReused, LineUnknown, TicketUnknown
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import Line
from central.ids import new_id
from central.queue import estimate, holders, keys, order, repository
from central.queue.models import Print, Ticket
from central.queue.schemas import PrintIn, TicketIn, TicketOut
from central.queue.states import State
from central.ratings import repository as ratings
from central.unit import Unit


def issue(unit: Unit, hall_id: str, key: str, body: TicketIn) -> tuple[TicketOut, bool]:
    """The ticket of this request, and whether it was made now (True) or by an earlier sending of the same request."""
    # Without defaults: a body that was sent before a field was added to it is still the same body.
    content = json.dumps(body.model_dump(mode="json", exclude_defaults=True), sort_keys=True)
    mark = unit.vault.mark("ticket request", content)
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        if earlier.request_mark != mark:
            raise KeyReused("this Idempotency-Key was used with another body", "Idempotency-Key")
        return describe(unit, earlier), False
    line = halls.line(unit.session, hall_id, body.line)
    if line is None:
        raise LineUnknown("the hall has no such line", "line")
    local = hall_service.local_time(unit, hall_id)
    windows = hall_service.must_be_served(unit, line, local)
    _check_priority(unit, hall_id, body, local.date())
    ticket = _new(unit, line, local.date(), body)
    ticket.request_key, ticket.request_mark = key, mark
    unit.session.add(ticket)
    unit.session.flush()
    if body.holder is not None:
        holders.store(unit, ticket.id, body.holder)
    waiting = repository.waiting_of_line(unit.session, hall_id, line.id, ticket.day)
    unit.announce(hall_id, "ticket.issued", {"line": line.id, "number": ticket.number, "waiting": waiting})
    return _described(unit, ticket, windows), True


def _new(unit: Unit, line: Line, today: date, body: TicketIn) -> Ticket:
    serial = repository.raise_counter(unit.session, line.hall_id, line.id, today)
    priority = None if body.priority is None else body.priority.id
    return Ticket(
        id=new_id(unit.now),
        hall_id=line.hall_id,
        line_id=line.id,
        issued_line_id=line.id,
        day=today,
        serial=serial,
        number=f"{line.letter}{serial:03}",
        state=State.WAITING.value,
        priority=priority,
        evidence=None if body.priority is None else body.priority.evidence,
        rank=order.rank(priority),
        lang=body.lang,
        issued_at=unit.now,
        since=unit.now,
        issued_by=unit.caller.id,
    )


def _check_priority(unit: Unit, hall_id: str, body: TicketIn, today: date) -> None:
    if body.priority is None:
        return
    priority = halls.priority(unit.session, hall_id, body.priority.id)
    if priority is None:
        raise Invalid("the hall has no such priority class", "priority.class")
    if body.priority.evidence != "card_birth_date" or priority.min_age is None:
        return
    birth = None if body.holder is None else body.holder.birth  # None: the terminal has seen the card and kept it to itself
    if birth is not None and age_on(today, birth) < priority.min_age:
        raise Invalid("the birth date on the card does not earn this priority class", "priority.class")


def age_on(day: date, birth: date) -> int:
    """Full years (周岁)."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def describe(unit: Unit, ticket: Ticket) -> TicketOut:
    """How the ticket stands now."""
    return _described(unit, ticket, halls.open_windows_of_line(unit.session, ticket.hall_id, ticket.line_id))


def _described(unit: Unit, ticket: Ticket, windows: list[str]) -> TicketOut:
    session = unit.session
    ahead = repository.ahead_of(session, ticket)
    wait = None
    if ticket.state == State.WAITING:
        services = repository.recent_services(session, ticket.hall_id, ticket.line_id, estimate.SAMPLE)
        wait = estimate.estimated_wait_s(ahead, len(windows), services)
    return TicketOut.model_validate(
        {
            "id": ticket.id,
            "number": ticket.number,
            "line": ticket.line_id,
            "ahead": ahead,
            "estimated_wait_s": wait,
            "issued_at": ticket.issued_at,
            "windows": windows,
            "window": ticket.window_id,
            "priority": ticket.priority,
            "state": ticket.state,
            "qr": f"{unit.base_url}/t/{keys.phone_key(unit.vault, ticket.id)}",
            "print_outcome": ticket.print_outcome,
            "rated": ticket.state == State.FINISHED and ratings.is_rated(session, unit.vault, ticket.id),
        }
    )


def known(unit: Unit, ticket_id: str) -> Ticket:
    """A ticket of the caller's hall."""
    ticket = repository.by_id(unit.session, ticket_id)
    if ticket is None:
        raise TicketUnknown("no such ticket", "ticket")
    if ticket.hall_id != unit.caller.hall:
        raise Forbidden("this ticket belongs to another hall")
    return ticket


def by_public_key(unit: Unit, key: str) -> TicketOut:
    """For the page behind a ticket's QR code; names no person. Raises ``TicketUnknown``, also once the day is over."""
    ticket_id = keys.ticket_of(unit.vault, key)
    ticket = None if ticket_id is None else repository.by_id(unit.session, ticket_id)
    if ticket is None or ticket.day != in_zone(unit.now, halls.hall(unit.session, ticket.hall_id).zone).date():
        raise TicketUnknown("no such ticket today")
    return describe(unit, ticket)


def printed(unit: Unit, ticket: Ticket, body: PrintIn) -> None:
    """Stores what became of the paper. A repeated report of a first print is one print."""
    last = repository.last_print(unit.session, ticket.id)
    told = (body.outcome, body.fault, body.reprint)
    if last is not None and not body.reprint and told == (last.outcome, last.fault, last.reprint):
        return
    ticket.print_outcome = body.outcome
    unit.session.add(Print(ticket_id=ticket.id, at=unit.now, outcome=body.outcome, fault=body.fault, reprint=body.reprint))
