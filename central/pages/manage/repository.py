"""SQL of today's queue as a manager sees it: who waits, what came of the others, who is served where."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.queue.models import Call, LineDay, Ticket
from central.queue.rows import COLUMNS, TicketRow, ticket
from central.sql import Sql
from central.terminals.models import Terminal
from central.unit import Unit

_OPEN = Sql(f"SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND state IN ('waiting', 'called', 'parked')")
_MISSED = Sql(
    f"SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND state = 'no_show' ORDER BY seq DESC LIMIT :limit"
)


def open_tickets(unit: Unit, hall: str, day: date) -> list[TicketRow]:
    """Those waiting, called and parked, by their turn."""
    return sorted((ticket(row) for row in unit.rows(_OPEN, hall=hall, day=day)), key=lambda each: (each.since, each.seq))


def missed(unit: Unit, hall: str, day: date, limit: int) -> list[TicketRow]:
    """No-shows, the latest tickets first."""
    return [ticket(row) for row in unit.rows(_MISSED, hall=hall, day=day, limit=limit)]


def outcomes(session: Session, hall: str, day: date) -> dict[tuple[str, str], int]:
    """How many tickets of a line are in a state."""
    query = select(Ticket.line_id, Ticket.state, func.count()).where(Ticket.hall_id == hall, Ticket.day == day)
    return {(line, state): number for line, state, number in session.execute(query.group_by(Ticket.line_id, Ticket.state))}


def issued(session: Session, hall: str, day: date) -> dict[str, int]:
    """How many numbers each line has given."""
    query = select(LineDay.line_id, LineDay.last).where(LineDay.hall_id == hall, LineDay.day == day)
    return {line: last for line, last in session.execute(query)}


def open_calls(session: Session, hall: str) -> dict[str, Call]:
    """By window."""
    query = select(Call).where(Call.hall_id == hall, Call.closed_at.is_(None))
    return {call.window_id: call for call in session.scalars(query)}


def last_issue(session: Session, hall: str, day: date) -> dict[str, datetime]:
    """When each machine issued a ticket last."""
    query = select(Ticket.issued_by, func.max(Ticket.issued_at)).where(Ticket.hall_id == hall, Ticket.day == day)
    return {by: at for by, at in session.execute(query.group_by(Ticket.issued_by))}


def machines(session: Session, hall: str) -> list[Terminal]:
    return list(session.scalars(select(Terminal).where(Terminal.hall_id == hall).order_by(Terminal.role, Terminal.name)))
