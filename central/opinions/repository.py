"""SQL of the opinions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from central.opinions.models import Opinion

LATEST_CLOSED = 50
FORGOTTEN = {"request_mark": ""} | dict.fromkeys(("words", "name", "phone", "answer"))
"""What is left of a person when the time is over."""


def by_id(session: Session, opinion: str) -> Opinion | None:
    return session.get(Opinion, opinion)


def by_request_key(session: Session, hall: str, key: str) -> Opinion | None:
    return session.scalar(select(Opinion).where(Opinion.hall_id == hall, Opinion.request_key == key))


def next_serial(session: Session, hall: str, year: int) -> int:
    last = session.scalar(select(func.max(Opinion.serial)).where(Opinion.hall_id == hall, Opinion.year == year))
    return (last or 0) + 1


def of_hall(session: Session, hall: str) -> list[Opinion]:
    """Those without an answer by their end, praise behind them; those that are answered; the latest that are closed."""
    query = select(Opinion).where(Opinion.hall_id == hall)
    by_end = (Opinion.due_on.is_(None), Opinion.due_on, Opinion.told_at, Opinion.id)
    received = query.where(Opinion.state == "received").order_by(*by_end)
    answered = query.where(Opinion.state == "answered").order_by(Opinion.answered_at, Opinion.id)
    closed = query.where(Opinion.state == "closed").order_by(Opinion.closed_at.desc(), Opinion.id).limit(LATEST_CLOSED)
    return [opinion for each in (received, answered, closed) for opinion in session.scalars(each)]


def told_between(session: Session, hall: str, since: datetime, until: datetime) -> list[Opinion]:
    """In the order of their numbers."""
    query = select(Opinion).where(Opinion.hall_id == hall, Opinion.told_at >= since, Opinion.told_at < until)
    return list(session.scalars(query.order_by(Opinion.year, Opinion.serial)))


def forget_persons(session: Session, moment: datetime) -> int:
    """Of all that were closed before ``moment``: what was said, by whom, and the answer. How many that were."""
    old = update(Opinion).where(Opinion.closed_at < moment, Opinion.request_mark != "")
    gone = session.execute(
        old.values(FORGOTTEN).returning(Opinion.id), execution_options={"synchronize_session": False}
    )
    return len(gone.all())
