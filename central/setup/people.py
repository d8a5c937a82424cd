"""Entering and changing members of the staff."""

from __future__ import annotations

from central.callers import ADMIN, WINDOW_STAFF
from central.errors import Forbidden, InUse, Invalid, LastLeader, Mistake, StaffUnknown
from central.halls import repository as halls
from central.permissions import LEADERS
from central.setup import changing, repository
from central.setup.changing import wrong
from central.setup.schemas import NewStaffIn, StaffIn
from central.staff import repository as staff
from central.staff import service as staff_service
from central.staff.models import Staff
from central.staff.service import InitialPassword
from central.unit import Unit


def enter(unit: Unit, hall: str, body: NewStaffIn, password: InitialPassword) -> str:
    """The new member's id."""
    _check_admin(unit, body.role)
    mistakes = _strangers(unit, hall, body)
    unit.hold("user names")  # they are unique among all halls
    if staff.by_user(unit.session, body.user) is not None:
        mistakes.insert(0, wrong("user", "taken", "another member of the staff, of this hall or another, has this user name"))
    if mistakes:
        raise Invalid.all_of(mistakes)
    person = staff_service.enter(unit, hall, body.user, body.name, body.role, body.windows, body.lines)
    person.active = body.active
    staff_service.set_initial_password(unit, person, password.hashed)
    changing.done(unit, hall, "staff.added", person.id)
    return person.id


def change(unit: Unit, hall: str, staff_id: str, body: StaffIn) -> None:
    """A member whose role changes, or who leaves, is logged out at once."""
    person = _known(unit, hall, staff_id)
    _check_admin(unit, body.role)
    mistakes = _strangers(unit, hall, body)
    if mistakes:
        raise Invalid.all_of(mistakes)
    if not body.active or body.role not in WINDOW_STAFF:
        _check_away(unit, person)
    if not body.active or body.role != person.role:
        _check_led(unit, person, body)
    fields = changing.apply(person, {"name": body.name, "role": body.role, "active": body.active})
    if repository.staff_windows(unit.session, hall).get(person.id, []) != body.windows:
        repository.set_staff_windows(unit.session, hall, person.id, body.windows)
        fields.append("windows")
    if repository.staff_lines(unit.session, hall).get(person.id, []) != body.lines:
        repository.set_staff_lines(unit.session, hall, person.id, body.lines)
        fields.append("lines")
    if {"role", "active"} & set(fields):
        staff_service.end_sessions(unit, person)
    changing.changed(unit, hall, "staff.changed", person.id, fields)


def new_password(unit: Unit, hall: str, staff_id: str, password: InitialPassword) -> None:
    """In place of a forgotten one. It also lifts a lockout, and logs the member out."""
    person = _known(unit, hall, staff_id)
    staff_service.set_initial_password(unit, person, password.hashed)
    changing.done(unit, hall, "staff.changed", person.id, ["password"])


def unlock(unit: Unit, hall: str, staff_id: str) -> None:
    person = _known(unit, hall, staff_id)
    if person.locked_until is not None:
        staff_service.unlock(unit, person)
        changing.done(unit, hall, "staff.unlocked", person.id)


def _known(unit: Unit, hall: str, staff_id: str) -> Staff:
    """A member of the hall whom the caller may change."""
    person = staff.by_id(unit.session, staff_id)
    if person is None or person.hall_id != hall:
        raise StaffUnknown("the hall has no such member of the staff", "person")
    _check_admin(unit, person.role)
    return person


def _check_admin(unit: Unit, role: str) -> None:
    if role == ADMIN and unit.caller.role != ADMIN:
        raise Forbidden("an admin is entered and changed by an admin alone", "role")


def _strangers(unit: Unit, hall: str, body: StaffIn) -> list[Mistake]:
    windows = changing.strangers("windows", body.windows, (each.id for each in halls.windows(unit.session, hall)))
    return windows + changing.strangers("lines", body.lines, (each.id for each in halls.lines(unit.session, hall)))


def _check_away(unit: Unit, person: Staff) -> None:
    labels = repository.windows_under(unit.session, person.hall_id, person.id)
    if labels:
        raise InUse(f"this member works at window {', '.join(labels)}: close it first", "active")


def _check_led(unit: Unit, person: Staff, body: StaffIn) -> None:
    """Somebody must be left who may change the hall, and an admin where there was one."""
    if not person.active or person.role not in LEADERS:
        return
    left = {each.role for each in repository.leaders(unit.session, person.hall_id) if each.id != person.id}
    if body.active and body.role in LEADERS:
        left.add(body.role)
    if not left or (person.role == ADMIN and ADMIN not in left):
        field = "role" if body.active else "active"
        raise LastLeader(f"this is the hall's last {person.role}: enter another one first", field)
