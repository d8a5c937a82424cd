"""SQL of the statistics: past calls, by the index (hall_id, called_at)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.halls.models import WindowChange
from central.queue.models import Call, Ticket
from central.statistics.capacity import Change
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


def latest_calls(session: Session, hall: str, since: datetime, until: datetime, most: int) -> list[PastCall]:
    """The latest calls of a hall between two moments, not more than ``most``, the earliest first."""
    rows = session.execute(_LATEST, {"hall": hall, "since": since, "until": until, "most": most}).all()
    return [PastCall(*row) for row in reversed(rows)]


def window_changes(session: Session, hall: str, since: datetime, until: datetime) -> list[Change]:
    """The log of the hall's windows, the earliest first."""
    return [Change(*row) for row in session.execute(_CHANGES, {"hall": hall, "since": since, "until": until})]
