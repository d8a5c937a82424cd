"""SQL of the notices."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from central.notices.models import Notice

LATEST = 200


def by_request_key(session: Session, hall: str, key: str) -> Notice | None:
    return session.scalar(select(Notice).where(Notice.hall_id == hall, Notice.request_key == key))


def next_number(session: Session, hall: str) -> int:
    return (session.scalar(select(func.max(Notice.number)).where(Notice.hall_id == hall)) or 0) + 1


def earlier(session: Session, hall: str, item: str, person_mark: str, since: datetime, visit: str) -> bool:
    """Whether this person had a notice of the item in another visit, since a moment."""
    query = select(Notice.id).where(
        Notice.hall_id == hall, Notice.item_id == item, Notice.person_mark == person_mark, Notice.told_at >= since
    )
    return session.scalar(query.where((Notice.visit != visit) | (Notice.visit == "")).limit(1)) is not None


def latest(session: Session, hall: str, since: datetime, most: int | None = LATEST) -> list[Notice]:
    """``most`` None: all of them."""
    query = select(Notice).where(Notice.hall_id == hall, Notice.told_at >= since)
    return list(session.scalars(query.order_by(Notice.number.desc()).limit(most)))


def by_item(session: Session, hall: str, since: datetime) -> list[tuple[str, int, int]]:
    """Item, how many were given, and how many of them were second ones; the most second ones first."""
    given, second = func.count(), func.sum(case((Notice.second, 1), else_=0))
    query = select(Notice.item_id, given, second).where(Notice.hall_id == hall, Notice.told_at >= since)
    rows = session.execute(query.group_by(Notice.item_id).order_by(second.desc(), given.desc(), Notice.item_id))
    return [(item, int(all), int(failed)) for item, all, failed in rows]


def sums(session: Session, hall: str, since: datetime) -> tuple[int, int]:
    """How many were given since a moment, and how many of them were second ones."""
    second = func.coalesce(func.sum(case((Notice.second, 1), else_=0)), 0)
    given, failed = session.execute(select(func.count(), second).where(Notice.hall_id == hall, Notice.told_at >= since)).one()
    return int(given), int(failed)


def forget_before(session: Session, moment: datetime) -> int:
    """The marks of persons of notices before ``moment``. How many that were."""
    old = update(Notice).where(Notice.told_at < moment, Notice.person_mark.is_not(None)).values(person_mark=None)
    gone = session.execute(old.returning(Notice.id), execution_options={"synchronize_session": False})
    return len(gone.all())
