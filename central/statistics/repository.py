"""SQL of the statistics: past calls, by the index (hall_id, called_at)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from central.halls.models import WindowChange
from central.queue.models import Call, Ticket
from central.queue.states import State
from central.statistics.capacity import Change
from central.statistics.facts import DayCall
from central.statistics.learning import PastCall

_LATEST = (
    select(Call.ticket_id, Call.line_id, Call.called_at, Call.waited_s, Ticket.rank, Call.reason, Call.outcome)
    .join(Ticket, Ticket.id == Call.ticket_id)
    .where(Call.hall_id == bindparam("hall"), Call.called_at.between(bindparam("since"), bindparam("until")))
    .order_by(Call.called_at.desc(), Call.id.desc())
    .limit(bindparam("most"))
)
_CHANGES = (
    select(WindowChange.window_id, WindowChange.at, WindowChange.what)
    .where(WindowChange.hall_id == bindparam("hall"), WindowChange.at.between(bindparam("since"), bindparam("until")))
    .order_by(WindowChange.at, WindowChange.id)
)
_IN_ORDER = (
    select(Call.ticket_id, Call.line_id, Call.window_id, Call.called_at, Call.closed_at, Call.outcome, Call.waited_s)
    .where(Call.hall_id == bindparam("hall"), Call.called_at >= bindparam("begins"), Call.called_at < bindparam("ends"))
    .order_by(Call.called_at, Call.id)
)
_WITH_PRIORITY = _IN_ORDER.add_columns(Ticket.priority).join(Ticket, Ticket.id == Call.ticket_id)
_OF_DAYS = (Ticket.hall_id == bindparam("hall"), Ticket.day.between(bindparam("first"), bindparam("last")))
_COLUMNS: dict[str, tuple[Any, Any]] = {
    "line": (Ticket.issued_line_id, Ticket.line_id),
    "day": (Ticket.day, Ticket.day),
    "priority": (Ticket.priority, Ticket.priority),
}
_CANCELLED = State.CANCELLED.value


def latest_calls(session: Session, hall: str, since: datetime, until: datetime, most: int) -> list[PastCall]:
    """The latest calls of a hall between two moments, not more than ``most``, the earliest first."""
    rows = session.execute(_LATEST, {"hall": hall, "since": since, "until": until, "most": most}).all()
    return [PastCall(*row) for row in reversed(rows)]


def window_changes(session: Session, hall: str, since: datetime, until: datetime) -> list[Change]:
    """The log of the hall's windows, the earliest first."""
    return [Change(*row) for row in session.execute(_CHANGES, {"hall": hall, "since": since, "until": until})]


def calls_between(session: Session, hall: str, begins: datetime, ends: datetime, with_priority: bool = False) -> list[DayCall]:
    """Those made from ``begins`` until just before ``ends``, the earliest first."""
    query = _WITH_PRIORITY if with_priority else _IN_ORDER
    return [DayCall(*row) for row in session.execute(query, {"hall": hall, "begins": begins, "ends": ends})]


def tickets_by(session: Session, hall: str, first: date, last: date, by: str) -> tuple[dict[str, int], dict[str, int]]:
    """How many were issued and cancelled, by ``line``, ``day`` or ``priority``. No class is the key ""."""
    issued, cancelled = _COLUMNS[by]
    days = {"hall": hall, "first": first, "last": last}
    of_all = select(issued, func.count()).where(*_OF_DAYS).group_by(issued)
    of_cancelled = select(cancelled, func.count()).where(*_OF_DAYS, Ticket.state == _CANCELLED).group_by(cancelled)
    return _counted(session, of_all, days), _counted(session, of_cancelled, days)


def tickets_at(session: Session, hall: str, day: date) -> list[tuple[datetime, bool]]:
    """When each ticket of a day was issued, and whether it was cancelled."""
    query = select(Ticket.issued_at, Ticket.state).where(*_OF_DAYS)
    rows = session.execute(query, {"hall": hall, "first": day, "last": day})
    return [(issued_at, state == _CANCELLED) for issued_at, state in rows]


def _counted(session: Session, query: Any, values: dict[str, Any]) -> dict[str, int]:
    return {str(key or ""): count for key, count in session.execute(query, values)}
