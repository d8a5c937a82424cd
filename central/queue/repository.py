"""SQL of the queue, by SQLAlchemy. What is asked for all day is plain SQL (``statements``, ``moves``)."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.queue.models import Print, Ticket

_BY_ID = select(Ticket).where(Ticket.id == bindparam("ticket"))
_LAST_PRINT = select(Print).where(Print.ticket_id == bindparam("ticket")).order_by(Print.id.desc()).limit(1)


def by_id(session: Session, ticket_id: str) -> Ticket | None:
    return session.scalar(_BY_ID, {"ticket": ticket_id})


def last_print(session: Session, ticket_id: str) -> Print | None:
    return session.scalars(_LAST_PRINT, {"ticket": ticket_id}).first()
