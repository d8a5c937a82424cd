"""The roster as residents and machines see it."""

from __future__ import annotations

from central.catalogue import repository as catalogue
from central.errors import PictureUnknown
from central.halls import repository as halls
from central.halls.hours import clock_face
from central.halls.plan import HallPlan, plan_of
from central.roster import duty, repository
from central.roster.duty import OnDuty
from central.roster.models import RosterEntry
from central.roster.schemas import DutyHelperOut, DutyOut, ItemNameOut, NextDutyOut, RosterOut, ShownOut, SpanOut
from central.unit import Unit


def duty_now(unit: Unit, plan: HallPlan) -> OnDuty:
    return duty.on_duty(plan.helpers, lambda day: plan.spans(None, day), plan.local(unit.now))


def duty_out(now: OnDuty) -> DutyOut:
    coming = now.next
    return DutyOut(
        planned=now.planned,
        people=[DutyHelperOut(id=each.id, name=each.name, rung=each in now.rung) for each in now.people],
        next=None
        if coming is None
        else NextDutyOut(name=coming.helper.name, phone=coming.helper.phone, day=coming.day, at=coming.at),
    )


def on_show(unit: Unit, hall_id: str) -> RosterOut:
    """Whom the hall shows (F48, F67, F98). Items that it no longer has are left out."""
    lines = plan_of(unit, hall_id).lines
    items = {each.id: each.name for each in catalogue.items(unit.session, hall_id) if lines[each.line_id].active}
    return RosterOut(
        people=[_shown(entry, name, items) for entry, name in repository.shown(unit.session, hall_id)],
        complaints=halls.hall(unit.session, hall_id).complaints_phone,
    )


def _shown(entry: RosterEntry, name: str, items: dict[str, dict[str, str]]) -> ShownOut:
    return ShownOut(
        id=entry.staff_id,
        name=name,
        post=entry.post,
        duty=entry.duty,
        phone=entry.phone,
        hours=[SpanOut(weekday=day, opens=clock_face(opens), closes=clock_face(closes)) for day, opens, closes in entry.spans],
        items=[ItemNameOut(id=each, name=items[each]) for each in entry.items if each in items],
        picture=entry.picture_mark,
    )


def picture(unit: Unit, hall_id: str, person: str) -> tuple[bytes, str]:
    """The portrait of somebody who is shown, and its mark; the staff also see those who are not."""
    entry = repository.entry(unit.session, person)
    if entry is None or entry.hall_id != hall_id or entry.picture is None or entry.picture_mark is None:
        raise PictureUnknown("there is no picture of such a member of the staff", "person")
    return entry.picture, entry.picture_mark
