"""SQL of the home visits."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from central.appointments.models import HomeVisit
from central.staff.models import Staff

ASKED, PLANNED, DONE, DECLINED, CANCELLED = "asked", "planned", "done", "declined", "cancelled"
LATEST_CLOSED = 30


class Entry(NamedTuple):
    visit: HomeVisit
    staff_name: str | None


def by_id(session: Session, visit_id: str) -> HomeVisit | None:
    return session.get(HomeVisit, visit_id)


def by_request_key(session: Session, hall: str, key: str) -> HomeVisit | None:
    return session.scalar(select(HomeVisit).where(HomeVisit.hall_id == hall, HomeVisit.request_key == key))


def entry(session: Session, visit: HomeVisit) -> Entry:
    name = None if visit.staff_id is None else session.scalar(select(Staff.name).where(Staff.id == visit.staff_id))
    return Entry(visit, name)


def of_hall(session: Session, hall: str) -> list[Entry]:
    """Those to be planned, longest asked first; those planned, next first; then the latest closed ones."""
    query = select(HomeVisit, Staff.name).outerjoin(Staff, Staff.id == HomeVisit.staff_id).where(HomeVisit.hall_id == hall)
    asked = query.where(HomeVisit.state == ASKED).order_by(HomeVisit.number)
    planned = query.where(HomeVisit.state == PLANNED).order_by(HomeVisit.planned_at, HomeVisit.id)
    closed = query.where(HomeVisit.closed_at.is_not(None)).order_by(HomeVisit.closed_at.desc(), HomeVisit.id).limit(LATEST_CLOSED)
    return [Entry(visit, name) for each in (asked, planned, closed) for visit, name in session.execute(each)]


def next_number(session: Session, hall: str) -> int:
    return (session.scalar(select(func.max(HomeVisit.number)).where(HomeVisit.hall_id == hall)) or 0) + 1


def count_asked(session: Session, hall: str) -> int:
    return session.execute(
        select(func.count()).select_from(HomeVisit).where(HomeVisit.hall_id == hall, HomeVisit.state == ASKED)
    ).scalar_one()


def staff_of(session: Session, hall: str) -> list[Staff]:
    """Who can go: the active staff, by name."""
    return list(session.scalars(select(Staff).where(Staff.hall_id == hall, Staff.active).order_by(Staff.name, Staff.id)))


def forget_persons(session: Session, moment: datetime) -> int:
    """Of all visits closed before ``moment``: whom, where and what, and the mark of the request. How many that were."""
    old = update(HomeVisit).where(HomeVisit.closed_at < moment, HomeVisit.request_mark != "")
    gone = session.execute(
        old.values(name=None, phone=None, place=None, note=None, request_mark="").returning(HomeVisit.id),
        execution_options={"synchronize_session": False},
    )
    return len(gone.all())
