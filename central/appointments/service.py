"""Appointments: booked once, never more than the slot has places, moved, cancelled, and forgotten."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from central.appointments import availability, codes, persons, repository, setting, visits
from central.appointments.models import Appointment
from central.appointments.repository import BOOKED, CANCELLED, MISSED
from central.appointments.schemas import (
    AppointmentOut,
    AppointmentRow,
    AppointmentsOut,
    BookingIn,
    FindIn,
    FoundOut,
    MoveIn,
    PersonOut,
    Source,
)
from central.appointments.setting import Setting
from central.callers import TERMINAL
from central.errors import AppointmentOpen, AppointmentUnknown, Forbidden, SlotFull, SlotUnknown, WrongState
from central.halls.hours import clock_face, minutes
from central.ids import new_id
from central.queue import holders
from central.queue.schemas import Holder
from central.repeats import check_same, mark_of
from central.unit import Unit


def book(unit: Unit, hall_id: str, key: str, body: BookingIn) -> tuple[AppointmentOut, bool]:
    """The appointment of this request, and whether it was made now (True) or by an earlier sending of the same request."""
    mark = mark_of(unit.vault, "appointment request", body, exclude_defaults=True)
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(earlier.request_mark == mark)
        return described(unit, earlier), False
    now = setting.of(unit, hall_id)
    slot = _free_slot(unit, now, hall_id, body.line, body.day, body.at)
    appointment = _new(unit, hall_id, body, slot)
    _refuse_second(unit, appointment, body.day, told=body.holder is not None or unit.caller.role != TERMINAL)
    appointment.request_key, appointment.request_mark = key, mark
    unit.session.add(appointment)
    unit.session.flush()
    announce(unit, appointment)
    return described(unit, appointment), True


def _new(unit: Unit, hall_id: str, body: BookingIn, slot: int) -> Appointment:
    appointment_id = new_id(unit.now)
    today = setting.of(unit, hall_id).today
    _, code_mark = codes.choose(
        unit.vault, hall_id, appointment_id, lambda mark: repository.code_in_use(unit.session, hall_id, mark, today)
    )
    name, phone = _name_and_phone(body)
    return Appointment(
        id=appointment_id,
        hall_id=hall_id,
        line_id=body.line,
        day=body.day,
        slot=slot,
        state=BOOKED,
        source=source_of(unit, body.source),
        lang=body.lang,
        booked_at=unit.now,
        booked_by=unit.caller.id,
        code_mark=code_mark,
        person_mark=_person_mark(unit, body),
        name=persons.seal(unit.vault, appointment_id, "name", name),
        phone=persons.seal(unit.vault, appointment_id, "phone", phone),
    )


def source_of(unit: Unit, told: Source | None) -> Source:
    """A machine can't have been telephoned; what staff don't say was the telephone."""
    return "terminal" if unit.caller.role == TERMINAL else told or "phone"


def _name_and_phone(body: BookingIn) -> tuple[str | None, str | None]:
    name = body.holder.name if body.holder else body.contact.name if body.contact else None
    return name, body.contact.phone if body.contact else None


def _person_mark(unit: Unit, body: BookingIn) -> str | None:
    if body.holder is not None:
        return holders.number_mark(unit.vault, body.holder.id_number)
    return None if body.contact is None else persons.contact_mark(unit.vault, body.contact.name, body.contact.phone)


def _free_slot(unit: Unit, now: Setting, hall_id: str, line: str, day: date, at: str) -> int:
    """The minute of a slot that still has a place. Units of a hall run one after another, so it has it until the commit."""
    now.must_be_known(line)
    taken = repository.taken(unit.session, hall_id, line, day, day).get(day, {})
    slot = next((each for each in availability.of_day(now, line, day, taken) if each.minute == minutes(at)), None)
    if slot is None:
        raise SlotUnknown(f"line {line} has no such slot to give", "at")
    if not slot.free:
        raise SlotFull("all places of this slot are taken", "at")
    return slot.minute


def _refuse_second(unit: Unit, appointment: Appointment, day: date, told: bool = True) -> None:
    """``told``: whether with the code of the other one. Whoever types a phone number need not be the one who has it."""
    if appointment.person_mark is None:
        return
    other = repository.of_person(unit.session, appointment.hall_id, appointment.line_id, day, appointment.person_mark)
    if other is not None and other.id != appointment.id:
        open = described(unit, other)
        message = f"this person has an appointment of the line on that day, at {open.at}"
        facts = {"day", "at", "code"} if told else {"day", "at"}
        raise AppointmentOpen(message, "day", appointment=open.model_dump(mode="json", include=facts))


def cancel(unit: Unit, appointment_id: str, code: str | None) -> AppointmentOut:
    """The place is free again. Cancelled twice is cancelled."""
    appointment = _given(unit, appointment_id, code)
    if appointment.state != CANCELLED:
        _must_be_booked(unit, appointment, "cancelled")
        appointment.state = CANCELLED
        unit.record("appointment.cancelled", appointment.id)
        announce(unit, appointment)
    return described(unit, appointment)


def move(unit: Unit, appointment_id: str, body: MoveIn) -> AppointmentOut:
    """Another slot of the same line, with the same code. Moved to where it is changes nothing."""
    appointment = _given(unit, appointment_id, body.code)
    _must_be_booked(unit, appointment, "moved")
    if (appointment.day, appointment.slot) == (body.day, minutes(body.at)):
        return described(unit, appointment)
    now = setting.of(unit, appointment.hall_id)
    slot = _free_slot(unit, now, appointment.hall_id, appointment.line_id, body.day, body.at)
    _refuse_second(unit, appointment, body.day)
    left = appointment.day
    appointment.day, appointment.slot = body.day, slot
    unit.record("appointment.moved", appointment.id)
    announce(unit, appointment, left)
    return described(unit, appointment)


def _must_be_booked(unit: Unit, appointment: Appointment, step: str) -> None:
    state = state_of(appointment, setting.of(unit, appointment.hall_id).today)
    if state != BOOKED:
        raise WrongState(f"the appointment is {state}: it cannot be {step}")


def find(unit: Unit, hall_id: str, body: FindIn) -> FoundOut:
    """The appointments still to come of who shows a code or lays a card. Raises ``AppointmentUnknown`` if there are none."""
    today = setting.of(unit, hall_id).today
    own = of_code(unit, hall_id, body.code, today) if body.holder is None else of_card(unit, hall_id, body.holder, today)
    booked = [described(unit, appointment) for appointment in own if appointment.state == BOOKED]
    if not booked:
        raise AppointmentUnknown("nobody has this appointment")
    return FoundOut(appointments=booked)


def of_card(unit: Unit, hall_id: str, holder: Holder, since: date) -> list[Appointment]:
    return repository.by_person(unit.session, hall_id, holders.number_mark(unit.vault, holder.id_number), since)


def of_code(unit: Unit, hall_id: str, typed: str | None, since: date) -> list[Appointment]:
    """Raises ``TooManyCodes`` where many codes were tried that nobody has."""
    mark = _typed(unit, hall_id, typed)
    found = repository.by_code(unit.session, hall_id, mark, since)
    if not found:
        unit.context.tries.wrong(unit.caller.id, mark, unit.now)
    return found


def _typed(unit: Unit, hall_id: str, code: str | None) -> str:
    """The keyed mark of a code."""
    unit.context.tries.check(unit.caller.id, unit.now)
    return codes.mark(unit.vault, hall_id, codes.tidied(code or ""))


def of_day(unit: Unit, hall_id: str, day: date) -> AppointmentsOut:
    """Everybody of a day, in the order of the slots."""
    now = setting.of(unit, hall_id)
    entries = repository.of_day(unit.session, hall_id, day)
    return AppointmentsOut(day=day, appointments=[_row(unit, now, entry.appointment, entry.number) for entry in entries])


def _row(unit: Unit, now: Setting, appointment: Appointment, ticket: str | None) -> AppointmentRow:
    name = persons.opened(unit.vault, appointment.id, "name", appointment.name)
    phone = persons.opened(unit.vault, appointment.id, "phone", appointment.phone)
    return AppointmentRow.model_validate(
        {
            "id": appointment.id,
            "line": appointment.line_id,
            "day": appointment.day,
            "at": clock_face(appointment.slot),
            "state": state_of(appointment, now.today),
            "source": appointment.source,
            "lang": appointment.lang,
            "surname": persons.surname(name),
            "phone_end": persons.last_four(phone),
            "ticket": ticket,
            "stands": appointment.slot in now.starts_on(appointment.line_id, appointment.day),
        }
    )


def reveal(unit: Unit, appointment_id: str) -> PersonOut:
    """The person in full and the code; the audit says who looked."""
    appointment = known(unit, appointment_id)
    unit.record("appointment.revealed", appointment.id)
    return PersonOut(
        name=persons.opened(unit.vault, appointment.id, "name", appointment.name),
        phone=persons.opened(unit.vault, appointment.id, "phone", appointment.phone),
        code=codes.again(unit.vault, appointment.hall_id, appointment.id, appointment.code_mark),
    )


def known(unit: Unit, appointment_id: str) -> Appointment:
    """An appointment of the caller's hall."""
    appointment = repository.by_id(unit.session, appointment_id)
    if appointment is None:
        raise AppointmentUnknown("no such appointment", "appointment")
    if appointment.hall_id != unit.caller.hall:
        raise Forbidden("this appointment belongs to another hall")
    return appointment


def _given(unit: Unit, appointment_id: str, code: str | None) -> Appointment:
    """One that the caller may change. All machines of a hall hear of its appointments' ids, so there the code must be given."""
    appointment = known(unit, appointment_id)
    if unit.caller.role == TERMINAL:
        said = _typed(unit, appointment.hall_id, code)
        if said != appointment.code_mark:
            unit.context.tries.wrong(unit.caller.id, said, unit.now)
            raise AppointmentUnknown("nobody has this appointment", "code")
    return appointment


def state_of(appointment: Appointment, today: date) -> str:
    """Missed from the end of its day on, whether or not a job has run since."""
    return MISSED if appointment.state == BOOKED and appointment.day < today else appointment.state


def described(unit: Unit, appointment: Appointment) -> AppointmentOut:
    return AppointmentOut.model_validate(
        {
            "id": appointment.id,
            "line": appointment.line_id,
            "day": appointment.day,
            "at": clock_face(appointment.slot),
            "code": codes.again(unit.vault, appointment.hall_id, appointment.id, appointment.code_mark),
            "state": state_of(appointment, setting.of(unit, appointment.hall_id).today),
        }
    )


def announce(unit: Unit, appointment: Appointment, left: date | None = None) -> None:
    """Which slot to look at again; ``left``: the day that it was moved from. Never who it is."""
    told = {"appointment": appointment.id, "line": appointment.line_id, "state": appointment.state}
    days = sorted({day.isoformat() for day in (appointment.day, left) if day is not None})
    unit.announce(appointment.hall_id, "appointment.changed", {**told, "days": days, "at": clock_face(appointment.slot)})


def end_earlier_days(unit: Unit, hall_id: str) -> None:
    """Whoever didn't come has missed it."""
    repository.miss_before(unit.session, hall_id, setting.of(unit, hall_id).today)


def forget_before(session: Session, moment: datetime) -> int:
    """Forgets the persons of appointments whose day, and of home visits whose end, lies before ``moment``. How many that were."""
    return repository.forget_persons(session, moment.date()) + visits.forget_before(session, moment)
