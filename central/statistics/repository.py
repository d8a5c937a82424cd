"""SQL of the statistics: past calls, by the index (hall_id, called_at)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.queue.models import Call
from central.statistics.learning import PastCall

_LATEST = (
    select(Call.ticket_id, Call.line_id, Call.window_id, Call.called_at, Call.closed_at, Call.waited_s, Call.reason, Call.outcome)
    .where(Call.hall_id == bindparam("hall"), Call.called_at >= bindparam("since"), Call.called_at <= bindparam("until"))
    .order_by(Call.called_at.desc(), Call.id.desc())
    .limit(bindparam("most"))
)


def latest_calls(session: Session, hall: str, since: datetime, until: datetime, most: int) -> list[PastCall]:
    """The latest calls of a hall between two moments, not more than ``most``, the earliest first."""
    rows = session.execute(_LATEST, {"hall": hall, "since": since, "until": until, "most": most}).all()
    return [PastCall(*row) for row in reversed(rows)]
