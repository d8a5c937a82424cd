"""The roster: who is on duty when, what is shown of them, and their pictures."""

from __future__ import annotations

from typing import Any

from central.callers import ADMIN
from central.catalogue import repository as catalogue
from central.errors import Forbidden, Invalid, StaffUnknown
from central.halls.hours import clock_face
from central.roster import repository
from central.roster.models import RosterEntry
from central.roster.pictures import mark_of
from central.roster.schemas import RosterIn, RosterSetup
from central.setup import changing
from central.staff import repository as staff
from central.staff.models import Staff
from central.unit import Unit

ACTION = "staff.roster_changed"


def put(unit: Unit, hall: str, person: str, body: RosterIn) -> None:
    """In place of what stood there; the picture stays."""
    entry = _entry(unit, hall, person)
    mistakes = changing.strangers("items", body.items, (each.id for each in catalogue.items(unit.session, hall)))
    if mistakes:
        raise Invalid.all_of(mistakes)
    changing.changed(unit, hall, ACTION, person, changing.apply(entry, values_of(body)))


def values_of(body: RosterIn) -> dict[str, Any]:
    """As they are stored."""
    return body.model_dump(exclude={"spans"}) | {"spans": [[each.weekday, each.opens, each.closes] for each in body.spans]}


def put_picture(unit: Unit, hall: str, person: str, picture: bytes | None) -> None:
    """``picture``: a portrait (``central.roster.pictures``); None takes it away."""
    entry = _entry(unit, hall, person)
    mark = None if picture is None else mark_of(picture)
    if entry.picture_mark != mark:
        entry.picture, entry.picture_mark = picture, mark
        changing.done(unit, hall, ACTION, person, ["picture"])


def describe(unit: Unit, hall: str) -> list[RosterSetup]:
    """Of every member of the staff, in the order of their user names; who has no entry is shown as one that says nothing."""
    entries = repository.entries(unit.session, hall)
    return [_setup(person, entries.get(person.id)) for person in staff.of_hall(unit.session, hall)]


def _setup(person: Staff, entry: RosterEntry | None) -> RosterSetup:
    own: dict[str, Any] = {"id": person.id, "name": person.name, "active": person.active, "picture": None}
    if entry is not None:
        own |= {name: getattr(entry, name) for name in RosterIn.model_fields if name != "spans"}
        own["picture"] = entry.picture_mark
        own["spans"] = [
            {"weekday": day, "opens": clock_face(opens), "closes": clock_face(closes)} for day, opens, closes in entry.spans
        ]
    return RosterSetup.model_validate(own)


def _entry(unit: Unit, hall: str, person_id: str) -> RosterEntry:
    """Of a member of the hall whom the caller may change; a new one where there was none."""
    person = staff.by_id(unit.session, person_id)
    if person is None or person.hall_id != hall:
        raise StaffUnknown("the hall has no such member of the staff", "person")
    if person.role == ADMIN and unit.caller.role != ADMIN:
        raise Forbidden("an admin is entered and changed by an admin alone", "role")
    entry = repository.entry(unit.session, person_id)
    if entry is None:
        entry = RosterEntry(staff_id=person_id, hall_id=hall, items=[], spans=[], rung="never", shown=False, agent="no")
        unit.session.add(entry)
    return entry
