"""Under which conditions a ticket is issued: the line, its hours and windows, its quota, the priority class, the person. All of
them are looked at before anything is written."""

from __future__ import annotations

from datetime import date, datetime

from central.errors import Invalid, LineClosed, LineUnknown, QuotaSpent, WindowClosed
from central.halls.calendar import minute_of
from central.halls.plan import Band, HallPlan, LinePlan
from central.queue import holders, statements
from central.queue.rows import TicketRow
from central.queue.schemas import Holder, TicketIn
from central.unit import Unit


def line_of(plan: HallPlan, line_id: str) -> LinePlan:
    line = plan.lines.get(line_id)
    if line is None or not line.active:
        raise LineUnknown("the hall has no such line", "line")
    return line


def must_be_served(plan: HallPlan, line: LinePlan, local: datetime) -> None:
    """Refuses when the line is closed, or no open window serves it."""
    if not plan.is_open(line.id, local):
        again = plan.opens_at(line.id, local)
        raise LineClosed(f"line {line.id} is closed" + (f" until {again}" if again else " for today"), "line")
    must_have_window(plan, line)


def must_have_window(plan: HallPlan, line: LinePlan) -> None:
    if not plan.serving[line.id]:
        raise WindowClosed(f"no open window serves line {line.id}", "line")


def must_earn_priority(plan: HallPlan, body: TicketIn, today: date) -> None:
    """The class is one of the hall's, proved by what the hall takes as proof, and by the birth date where it is told."""
    if body.priority is None:
        return
    found = plan.priorities.get(body.priority.id)
    if found is None or not found.active:
        raise Invalid("the hall has no such priority class", "priority.class")
    if found.evidence and body.priority.evidence not in found.evidence:
        raise Invalid("this priority class is not proved so", "priority.evidence")
    if body.priority.evidence != "card_birth_date" or found.min_age is None:
        return
    birth = None if body.holder is None else body.holder.birth  # None: the terminal has seen the card and kept it to itself
    if birth is not None and age_on(today, birth) < found.min_age:
        raise Invalid("the birth date on the card does not earn this priority class", "priority.class")


def age_on(day: date, birth: date) -> int:
    """Full years (周岁)."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def band_with_room(unit: Unit, plan: HallPlan, line: LinePlan, local: datetime) -> Band | None:
    """The time band that the number counts in, where the line has one at this time; refuses when it is full."""
    band = line.band_at(minute_of(local))
    if band is not None and statements.issued_in_band(unit, plan.id, line.id, local.date(), band.opens) >= band.quota:
        raise QuotaSpent("all numbers of this time band are given", "line")
    return band


def person_mark(unit: Unit, plan: HallPlan, holder: Holder | None) -> str | None:
    """By which a second ticket of the same person is known; None where nobody is known or the hall doesn't mind."""
    return None if holder is None or not plan.rules.one_ticket_per_line else holders.number_mark(unit.vault, holder.id_number)


def open_ticket(unit: Unit, plan: HallPlan, line: str, day: date, person: str | None) -> TicketRow | None:
    """The one that the person has in this line already."""
    return None if person is None else statements.of_person(unit, plan.id, day, line, person)
