"""签到: an appointment becomes a ticket, once, whoever asks and however often."""

from __future__ import annotations

from datetime import timedelta

from central.appointments import persons, repository, service, setting
from central.appointments.models import Appointment
from central.appointments.repository import BOOKED, CANCELLED, CHECKED_IN
from central.appointments.schemas import CheckInIn
from central.appointments.setting import Setting
from central.callers import STAFF
from central.errors import AppointmentEarly, AppointmentOtherDay, AppointmentUnknown, Forbidden, WrongState
from central.halls.hours import clock_face
from central.queue import tickets
from central.queue.schemas import Holder, TicketOut
from central.unit import Unit

LOOK_BACK = timedelta(days=7)
"""Who comes later than this after the day isn't told the day any more."""


def check_in(unit: Unit, hall_id: str, key: str, body: CheckInIn) -> tuple[TicketOut, bool]:
    """The ticket of an appointment, and whether it was made now.

    From ``Rules.appointment_early_min`` before the slot on: early arrivals wait, their turn counts from the slot. Later than
    ``appointment_late_min`` after it the ticket is a normal one (its ``appointment`` is false). Asked again, by whatever machine,
    the same ticket is told.
    """
    now = setting.of(unit, hall_id)
    appointment = _found(unit, now, hall_id, body)
    _must_be_today(now, appointment)
    if appointment.ticket_id is not None:
        return tickets.describe(unit, tickets.known(unit, appointment.ticket_id)), False
    if unit.now < now.opens(appointment.day, appointment.slot):
        _refuse_early(now, appointment)
    return into_ticket(unit, now, appointment, key, body.holder, body.lang or appointment.lang)


def into_ticket(
    unit: Unit, now: Setting, appointment: Appointment, key: str, holder: Holder | None, lang: str
) -> tuple[TicketOut, bool]:
    """Of an appointment of today that nobody has checked in."""
    ticket, new = tickets.check_in(
        unit,
        appointment.hall_id,
        key,
        line=appointment.line_id,
        since=now.moment(appointment.day, appointment.slot),
        holder=holder,
        lang=lang,
        appointment_id=appointment.id,
        on_time=unit.now <= now.holds_until(appointment.day, appointment.slot),
    )
    appointment.state, appointment.ticket_id = CHECKED_IN, ticket.id
    service.announce(unit, appointment)
    return ticket, new


def _must_be_today(now: Setting, appointment: Appointment) -> None:
    if appointment.state == CANCELLED:
        raise WrongState("the appointment is cancelled")
    if appointment.day != now.today:
        day, at = appointment.day.isoformat(), clock_face(appointment.slot)
        raise AppointmentOtherDay(f"the appointment is on {day} at {at}", appointment={"day": day, "at": at})


def _refuse_early(now: Setting, appointment: Appointment) -> None:
    day, at = appointment.day.isoformat(), clock_face(appointment.slot)
    opens_at = f"{now.plan.local(now.opens(appointment.day, appointment.slot)):%H:%M}"
    told = {"day": day, "at": at, "opens_at": opens_at}
    raise AppointmentEarly(f"the appointment is at {at}; check-in opens at {opens_at}", appointment=told)


def _found(unit: Unit, now: Setting, hall_id: str, body: CheckInIn) -> Appointment:
    if body.appointment is not None:
        if unit.caller.role not in STAFF:
            raise Forbidden("a machine checks in by code or card")
        return service.known(unit, body.appointment)
    since = now.today - LOOK_BACK
    if body.holder is not None:
        best = _nearest(now, service.of_card(unit, hall_id, body.holder, since)) or _by_name(unit, now, hall_id, body.holder)
    else:
        best = _nearest(now, service.of_code(unit, hall_id, body.code or "", since))
    if best is None:
        raise AppointmentUnknown("nobody has this appointment")
    return best


def _nearest(now: Setting, found: list[Appointment]) -> Appointment | None:
    """Of one person's the one that is meant: today's next, else one checked in today, else the next, else the last missed."""

    def distance(appointment: Appointment) -> tuple[bool, bool, bool, int, int]:
        ahead = (appointment.day - now.today).days
        spent = ahead < 0 or appointment.state != BOOKED
        return (appointment.state == CANCELLED, ahead != 0, spent, abs(ahead), appointment.slot)

    return min(found, key=distance, default=None)


def _by_name(unit: Unit, now: Setting, hall_id: str, holder: Holder) -> Appointment | None:
    """A card finds what was booked by telephone, if exactly one appointment of today bears its name."""
    named = [each for each in repository.with_phone(unit.session, hall_id, now.today) if _is_callers(unit, each, holder.name)]
    return named[0] if len(named) == 1 else None


def _is_callers(unit: Unit, appointment: Appointment, name: str) -> bool:
    """Booked without a card, for somebody of this name."""
    booked = persons.opened(unit.vault, appointment.id, "name", appointment.name)
    phone = persons.opened(unit.vault, appointment.id, "phone", appointment.phone)
    return booked == name and appointment.person_mark == persons.contact_mark(unit.vault, name, phone or "")
