"""SQL of the appointments."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from central.appointments.models import Appointment
from central.queue.models import Ticket

BOOKED, CHECKED_IN, CANCELLED, MISSED = "booked", "checked_in", "cancelled", "missed"
HOLDING = (BOOKED, CHECKED_IN)
"""States in which an appointment keeps its place and its person may not have another."""

_OF_HALL = select(Appointment).where(Appointment.hall_id == bindparam("hall"))
_BY_REQUEST_KEY = _OF_HALL.where(Appointment.request_key == bindparam("key"))
_OF_PERSON = _OF_HALL.where(
    Appointment.day == bindparam("day"), Appointment.person_mark == bindparam("person"), Appointment.state.in_(HOLDING)
)
_IN_ORDER = _OF_HALL.where(Appointment.day >= bindparam("since")).order_by(Appointment.day, Appointment.slot, Appointment.id)


class Entry(NamedTuple):
    appointment: Appointment
    number: str | None
    """Of the ticket that it became."""


def by_id(session: Session, appointment_id: str) -> Appointment | None:
    return session.get(Appointment, appointment_id)


def by_request_key(session: Session, hall: str, key: str) -> Appointment | None:
    return session.scalar(_BY_REQUEST_KEY, {"hall": hall, "key": key})


def taken(session: Session, hall: str, line: str, first: date, last: date) -> dict[date, dict[int, int]]:
    """How many places are gone, by day and slot; days without any are left out."""
    query = (
        select(Appointment.day, Appointment.slot, func.count())
        .where(
            Appointment.hall_id == hall,
            Appointment.day.between(first, last),
            Appointment.line_id == line,
            Appointment.state.in_(HOLDING),
        )
        .group_by(Appointment.day, Appointment.slot)
    )
    found: dict[date, dict[int, int]] = {}
    for day, slot, count in session.execute(query):
        found.setdefault(day, {})[slot] = count
    return found


def code_in_use(session: Session, hall: str, mark: str, since: date) -> bool:
    """Whether an appointment of ``since`` or later, in whatever state, has this code."""
    query = select(Appointment.id).where(Appointment.hall_id == hall, Appointment.day >= since, Appointment.code_mark == mark)
    return session.scalars(query.limit(1)).first() is not None


def of_person(session: Session, hall: str, line: str, day: date, person: str) -> Appointment | None:
    query = _OF_PERSON.where(Appointment.line_id == line)
    return session.scalars(query, {"hall": hall, "day": day, "person": person}).first()


def by_code(session: Session, hall: str, mark: str, since: date) -> list[Appointment]:
    """With this code, in the order of their days."""
    return list(session.scalars(_IN_ORDER.where(Appointment.code_mark == mark), {"hall": hall, "since": since}))


def by_person(session: Session, hall: str, person: str, since: date) -> list[Appointment]:
    """Of this person, in the order of their slots."""
    return list(session.scalars(_IN_ORDER.where(Appointment.person_mark == person), {"hall": hall, "since": since}))


def with_phone(session: Session, hall: str, day: date) -> list[Appointment]:
    """Booked for the day with a name and a phone number."""
    query = _OF_HALL.where(Appointment.day == day, Appointment.state == BOOKED, Appointment.phone.is_not(None))
    return list(session.scalars(query.order_by(Appointment.slot, Appointment.id), {"hall": hall}))


def of_day(session: Session, hall: str, day: date) -> list[Entry]:
    query = (
        select(Appointment, Ticket.number)
        .outerjoin(Ticket, Ticket.id == Appointment.ticket_id)
        .where(Appointment.hall_id == hall, Appointment.day == day)
        .order_by(Appointment.slot, Appointment.booked_at, Appointment.id)
    )
    return [Entry(appointment, number) for appointment, number in session.execute(query)]


def booked_by_day(session: Session, hall: str, first: date, last: date) -> dict[date, int]:
    query = (
        select(Appointment.day, func.count())
        .where(Appointment.hall_id == hall, Appointment.day.between(first, last), Appointment.state.in_(HOLDING))
        .group_by(Appointment.day)
    )
    return {day: count for day, count in session.execute(query)}


def miss_before(session: Session, hall: str, today: date) -> None:
    """Whoever didn't come on an earlier day has missed it."""
    late = update(Appointment).where(Appointment.hall_id == hall, Appointment.day < today, Appointment.state == BOOKED)
    session.execute(late.values(state=MISSED))


def forget_persons(session: Session, day: date) -> int:
    """Of all appointments before ``day``: who it was, and the marks that named them. How many that were."""
    old = update(Appointment).where(Appointment.day < day, Appointment.request_mark != "")
    gone = session.execute(
        old.values(name=None, phone=None, person_mark=None, request_mark="").returning(Appointment.id),
        execution_options={"synchronize_session": False},
    )
    return len(gone.all())
