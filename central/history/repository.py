"""SQL of the history: each source of a span of time, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from central.audit.models import AuditEntry
from central.halls.models import WindowChange
from central.queue.models import Call, Ticket

Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True)
class Sought:
    """What is asked for: from ``start`` until just before ``end``; of one ticket, of one window, or all; the newest ``limit``."""

    hall: str
    start: datetime
    end: datetime
    limit: int
    ticket: str | None = None
    window: str | None = None


def ticket(session: Session, hall: str, day: date, number: str) -> Ticket | None:
    return session.scalar(select(Ticket).where(Ticket.hall_id == hall, Ticket.day == day, Ticket.number == number))


def called(session: Session, sought: Sought) -> list[tuple[Call, str]]:
    """Calls with their ticket's number, by the moment of the call."""
    return _calls(session, sought, Call.called_at)


def closed(session: Session, sought: Sought) -> list[tuple[Call, str]]:
    """Calls with their ticket's number, by the moment in which they ended."""
    return _calls(session, sought, Call.closed_at)


def _calls(session: Session, sought: Sought, moment: InstrumentedAttribute[Any]) -> list[tuple[Call, str]]:
    query = select(Call, Ticket.number).join(Ticket, Ticket.id == Call.ticket_id).where(Call.hall_id == sought.hall)
    if sought.ticket is not None:
        query = query.where(Call.ticket_id == sought.ticket)
    if sought.window is not None:
        query = query.where(Call.window_id == sought.window)
    # Calls are found by when they began; one that was forgotten at closing time ends the next morning.
    query = query.where(Call.called_at >= sought.start - timedelta(days=1), Call.called_at < sought.end)
    return [(call, number) for call, number in session.execute(_within(query, sought, moment).order_by(Call.id.desc()))]


def window_changes(session: Session, sought: Sought) -> list[WindowChange]:
    query = select(WindowChange).where(WindowChange.hall_id == sought.hall)
    if sought.window is not None:
        query = query.where(WindowChange.window_id == sought.window)
    return list(session.scalars(_within(query, sought, WindowChange.at).order_by(WindowChange.id.desc())))


def audit(session: Session, sought: Sought) -> list[AuditEntry]:
    """Without what ``window_changes`` tells more fully."""
    query = select(AuditEntry).where(AuditEntry.hall_id == sought.hall, AuditEntry.action.not_like("window.%"))
    subjects = [each for each in (sought.ticket, sought.window) if each is not None]
    if subjects:
        query = query.where(or_(*(AuditEntry.subject == each for each in subjects)))
    return list(session.scalars(_within(query, sought, AuditEntry.at).order_by(AuditEntry.id.desc())))


def _within(query: Q, sought: Sought, moment: InstrumentedAttribute[Any]) -> Q:
    return query.where(moment >= sought.start, moment < sought.end).order_by(moment.desc()).limit(sought.limit)
