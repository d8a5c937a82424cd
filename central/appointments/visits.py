"""上门服务: asked for, planned with somebody who goes, done or declined, and forgotten."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import BaseModel
from sqlalchemy.orm import Session

from central.appointments import persons
from central.appointments import visit_repository as repository
from central.appointments.models import HomeVisit
from central.appointments.visit_repository import ASKED, CANCELLED, DECLINED, DONE, PLANNED, Entry
from central.appointments.visit_schemas import (
    Asker,
    Group,
    PlanIn,
    VisitIn,
    VisitOut,
    VisitPersonOut,
    VisitReceipt,
    VisitsOut,
)
from central.callers import ADMIN, MANAGER, TERMINAL
from central.errors import Forbidden, Invalid, LineUnknown, VisitUnknown, WrongState
from central.halls.plan import plan_of
from central.ids import new_id
from central.repeats import check_same, mark_of
from central.staff import repository as staff
from central.unit import Unit

OPEN = (ASKED, PLANNED)


class Particulars(BaseModel):
    """What is sealed in one piece: the need, who asked for somebody else, the group they agreed to, and the hall's answer."""

    need: str | None = None
    asker: Asker | None = None
    group: Group | None = None
    answer: str | None = None


def ask(unit: Unit, hall_id: str, key: str, body: VisitIn) -> tuple[VisitReceipt, bool]:
    """The request, and whether it was made now (True) or by an earlier sending of the same request."""
    mark = mark_of(unit.vault, "home visit request", body, exclude_defaults=True)
    earlier = repository.by_request_key(unit.session, hall_id, key)
    if earlier is not None:
        check_same(earlier.request_mark == mark)
        return _receipt(earlier), False
    if body.line is not None and body.line not in plan_of(unit, hall_id).lines:
        raise LineUnknown("the hall has no such line", "line")
    if body.group is not None and not body.consent:
        raise Invalid("the group of a person is taken only with their consent", "consent")
    visit = _new(unit, hall_id, body)
    visit.request_key, visit.request_mark = key, mark
    unit.session.add(visit)
    # It rings for what a resident asks; what staff write down themselves is only shown.
    if unit.caller.role == TERMINAL:
        unit.announce(hall_id, "visit.asked", {"visit": visit.id})
    else:
        unit.announce(hall_id, "visit.changed", {"visit": visit.id, "state": visit.state})
    return _receipt(visit), True


def _new(unit: Unit, hall_id: str, body: VisitIn) -> HomeVisit:
    visit_id = new_id(unit.now)
    visit = HomeVisit(
        id=visit_id,
        hall_id=hall_id,
        number=repository.next_number(unit.session, hall_id),
        state=ASKED,
        line_id=body.line,
        source="terminal" if unit.caller.role == TERMINAL else body.source or "phone",
        asked_at=unit.now,
        asked_by=unit.caller.id,
        name=persons.seal(unit.vault, visit_id, "name", body.name),
        phone=persons.seal(unit.vault, visit_id, "phone", body.phone),
        place=persons.seal(unit.vault, visit_id, "place", body.place),
    )
    _keep(unit, visit, Particulars(need=body.need, asker=body.asker, group=body.group))
    return visit


def listed(unit: Unit, hall_id: str) -> VisitsOut:
    """Those to be planned, those planned, and the latest that are closed."""
    return VisitsOut(visits=[_row(unit, entry) for entry in repository.of_hall(unit.session, hall_id)])


def plan(unit: Unit, visit_id: str, body: PlanIn) -> VisitOut:
    """Who goes and when. It may be planned anew until it is closed."""
    visit = _open(unit, visit_id, "planned")
    who = staff.by_id(unit.session, body.staff)
    if who is None or who.hall_id != visit.hall_id or not who.active:
        raise Invalid("nobody of the hall's staff", "staff")
    at = (body.at.replace(tzinfo=plan_of(unit, visit.hall_id).zone) if body.at.tzinfo is None else body.at).astimezone(UTC)
    if at <= unit.now:
        raise Invalid("this moment is past", "at")
    visit.state, visit.staff_id, visit.planned_at = PLANNED, who.id, at
    return _changed(unit, visit, "home_visit.planned")


def done(unit: Unit, visit_id: str, note: str | None) -> VisitOut:
    visit = _open(unit, visit_id, "done")
    if visit.state != PLANNED:
        raise WrongState("the visit has not been planned yet")
    return _close(unit, visit, DONE, note)


def decline(unit: Unit, visit_id: str, note: str) -> VisitOut:
    """The hall can't come; the reason is what the person was told."""
    return _close(unit, _open(unit, visit_id, "declined"), DECLINED, note)


def cancel(unit: Unit, visit_id: str) -> VisitOut:
    """The person needs it no more."""
    return _close(unit, _open(unit, visit_id, "cancelled"), CANCELLED, None)


def reveal(unit: Unit, visit_id: str) -> VisitPersonOut:
    """The persons in full; the audit says who looked."""
    visit = known(unit, visit_id)
    unit.record("home_visit.revealed", visit.id)
    kept = _particulars(unit, visit)
    may_see_group = unit.caller.role in (ADMIN, MANAGER) or unit.caller.id == visit.staff_id
    return VisitPersonOut(
        name=persons.opened(unit.vault, visit.id, "name", visit.name),
        phone=persons.opened(unit.vault, visit.id, "phone", visit.phone),
        place=persons.opened(unit.vault, visit.id, "place", visit.place),
        need=kept.need,
        asker=kept.asker,
        group=kept.group if may_see_group else None,
        answer=kept.answer,
    )


def known(unit: Unit, visit_id: str) -> HomeVisit:
    """A visit of the caller's hall."""
    visit = repository.by_id(unit.session, visit_id)
    if visit is None:
        raise VisitUnknown("no such home visit", "visit")
    if visit.hall_id != unit.caller.hall:
        raise Forbidden("this home visit belongs to another hall")
    return visit


def forget_before(session: Session, moment: datetime) -> int:
    """Forgets the persons of visits that were closed before ``moment``. How many visits that were."""
    return repository.forget_persons(session, moment)


def _open(unit: Unit, visit_id: str, step: str) -> HomeVisit:
    visit = known(unit, visit_id)
    if visit.state not in OPEN:
        raise WrongState(f"the visit is {visit.state}: it cannot be {step}")
    return visit


def _close(unit: Unit, visit: HomeVisit, state: str, answer: str | None) -> VisitOut:
    visit.state, visit.closed_at = state, unit.now
    _keep(unit, visit, _particulars(unit, visit).model_copy(update={"answer": answer}))
    return _changed(unit, visit, f"home_visit.{state}")


def _changed(unit: Unit, visit: HomeVisit, action: str) -> VisitOut:
    unit.record(action, visit.id)
    unit.announce(visit.hall_id, "visit.changed", {"visit": visit.id, "state": visit.state})
    return _row(unit, repository.entry(unit.session, visit))


def _keep(unit: Unit, visit: HomeVisit, kept: Particulars) -> None:
    visit.note = persons.seal(unit.vault, visit.id, "note", kept.model_dump_json(exclude_none=True))


def _particulars(unit: Unit, visit: HomeVisit) -> Particulars:
    sealed = persons.opened(unit.vault, visit.id, "note", visit.note)
    return Particulars() if sealed is None else Particulars.model_validate_json(sealed)


def _receipt(visit: HomeVisit) -> VisitReceipt:
    return VisitReceipt.model_validate({"id": visit.id, "number": visit.number, "state": visit.state})


def _row(unit: Unit, entry: Entry) -> VisitOut:
    visit = entry.visit
    return VisitOut.model_validate(
        {
            "id": visit.id,
            "number": visit.number,
            "state": visit.state,
            "line": visit.line_id,
            "source": visit.source,
            "asked_at": visit.asked_at,
            "planned_at": visit.planned_at,
            "staff": visit.staff_id,
            "staff_name": entry.staff_name,
            "closed_at": visit.closed_at,
            "surname": persons.surname(persons.opened(unit.vault, visit.id, "name", visit.name)),
            "phone_end": persons.last_four(persons.opened(unit.vault, visit.id, "phone", visit.phone)),
            "for_other": _particulars(unit, visit).asker is not None,
            "to_call": visit.request_mark != "" and (visit.name is None or visit.place is None),
        }
    )
