"""SQL of the events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from central.events.models import Event


def add(session: Session, hall: str, at: datetime, name: str, data: dict[str, Any]) -> None:
    session.add(Event(hall_id=hall, at=at, name=name, data=data))


def after(session: Session, hall: str, last: int, limit: int = 200) -> list[Event]:
    """The hall's events behind ``last``, oldest first."""
    query = select(Event).where(Event.hall_id == hall, Event.id > last).order_by(Event.id).limit(limit)
    return list(session.scalars(query))


def bounds(session: Session) -> tuple[int, int]:
    """First and last id still there; (0, 0) when there is none."""
    first, last = session.execute(select(func.min(Event.id), func.max(Event.id))).one()
    return (first or 0, last or 0)


def forget_before(session: Session, moment: datetime) -> None:
    """Drops old events, but never the newest: its id is where listeners stand."""
    newest = select(func.max(Event.id)).scalar_subquery()
    session.execute(delete(Event).where(Event.at < moment, Event.id < newest))
