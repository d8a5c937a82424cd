"""SQL of the queue, by SQLAlchemy: what pages and other parts read of it. What a ticket and a call need is in ``statements``."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.orm import Session

from central.queue.models import Call, LineDay, Print, Ticket
from central.queue.states import State

# Written into the statement: only then does SQLite see that the index over such rows is enough.
_IS_CALLED = Ticket.state == literal_column(f"'{State.CALLED.value}'")

_BY_ID = select(Ticket).where(Ticket.id == bindparam("ticket"))
_WAITING_BY_LINE = select(LineDay.line_id, LineDay.waiting_priority + LineDay.waiting_normal).where(
    LineDay.hall_id == bindparam("hall"), LineDay.line_id.in_(bindparam("lines", expanding=True)), LineDay.day == bindparam("day")
)
_CALLED_AT = select(Ticket).where(Ticket.hall_id == bindparam("hall"), Ticket.window_id == bindparam("window"), _IS_CALLED)
_OPEN_CALL = select(Call).where(Call.ticket_id == bindparam("ticket"), Call.closed_at.is_(None))
_LAST_PRINT = select(Print).where(Print.ticket_id == bindparam("ticket")).order_by(Print.id.desc()).limit(1)


def by_id(session: Session, ticket_id: str) -> Ticket | None:
    return session.scalar(_BY_ID, {"ticket": ticket_id})


def waiting_by_line(session: Session, hall: str, lines: list[str], day: date) -> dict[str, int]:
    """How many wait for each of ``lines``; a line that has had no ticket on the day isn't in it."""
    return {line: count for line, count in session.execute(_WAITING_BY_LINE, {"hall": hall, "lines": lines, "day": day})}


def called_at(session: Session, hall: str, window: str) -> Ticket | None:
    """The ticket that a window is serving."""
    return session.scalar(_CALLED_AT, {"hall": hall, "window": window})


def open_call(session: Session, ticket: Ticket) -> Call:
    return session.scalars(_OPEN_CALL, {"ticket": ticket.id}).one()


def last_print(session: Session, ticket_id: str) -> Print | None:
    return session.scalars(_LAST_PRINT, {"ticket": ticket_id}).first()
