"""Whoever lays a card for a ticket of a line that they booked for now has checked in: nobody has to know that there is a code."""

from __future__ import annotations

from central.appointments import checkin, repository, setting
from central.appointments.models import Appointment
from central.appointments.repository import BOOKED
from central.appointments.setting import Setting
from central.queue import holders, statements, tickets
from central.queue.schemas import TicketIn, TicketOut
from central.unit import Unit


def take_number(unit: Unit, hall_id: str, key: str, body: TicketIn) -> tuple[TicketOut, bool]:
    """The ticket of this request, and whether it was made now; that of the person's appointment where there is one."""
    now = setting.of(unit, hall_id)
    booked = _booked(unit, now, hall_id, body)
    if booked is None:
        return tickets.issue(unit, hall_id, key, body)
    if booked.state == BOOKED:
        return checkin.into_ticket(unit, now, booked, key, body.holder, body.lang)
    earlier = statements.by_request(unit, hall_id, now.today, key)
    if earlier is not None and earlier.id == booked.ticket_id:  # this request made it, and its answer was lost
        return tickets.describe(unit, tickets.known(unit, earlier.id)), False
    return tickets.issue(unit, hall_id, key, body)


def _booked(unit: Unit, now: Setting, hall_id: str, body: TicketIn) -> Appointment | None:
    """Of this person, line and day, once check-in is open. Lines that take no appointments cost nothing here."""
    if body.holder is None or now.takes(body.line) is None:
        return None
    person = holders.number_mark(unit.vault, body.holder.id_number)
    found = repository.of_person(unit.session, hall_id, body.line, now.today, person)
    return found if found is not None and unit.now >= now.opens(found.day, found.slot) else None
