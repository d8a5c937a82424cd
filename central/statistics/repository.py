"""SQL of the statistics: past calls, by the index (hall_id, called_at)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.halls.models import WindowChange
from central.queue.models import Call, Ticket
from central.sql import Sql, as_moment
from central.statistics.capacity import Change
from central.statistics.facts import DayCall, DayTicket
from central.statistics.learning import PastCall

if TYPE_CHECKING:
    from central.unit import Unit

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
# Hundreds of thousands of rows for a year: without the session, which would take three times as long for them.
_TICKETS_OF_DAY = Sql(
    "SELECT id, issued_line_id, line_id, priority, issued_at, state FROM tickets WHERE hall_id = :hall AND day = :day"
)
_CALLS_BETWEEN = Sql(
    "SELECT ticket_id, line_id, window_id, called_at, closed_at, outcome, waited_s FROM calls"
    " WHERE hall_id = :hall AND called_at >= :begins AND called_at < :ends ORDER BY called_at, id"
)


def latest_calls(session: Session, hall: str, since: datetime, until: datetime, most: int) -> list[PastCall]:
    """The latest calls of a hall between two moments, not more than ``most``, the earliest first."""
    rows = session.execute(_LATEST, {"hall": hall, "since": since, "until": until, "most": most}).all()
    return [PastCall(*row) for row in reversed(rows)]


def window_changes(session: Session, hall: str, since: datetime, until: datetime) -> list[Change]:
    """The log of the hall's windows, the earliest first."""
    return [Change(*row) for row in session.execute(_CHANGES, {"hall": hall, "since": since, "until": until})]


def tickets_of(unit: Unit, hall: str, day: date) -> Iterator[DayTicket]:
    """Those of a day, in no order."""
    for id_, issued_line, line, priority, issued_at, state in unit.rows(_TICKETS_OF_DAY, hall=hall, day=day):
        yield DayTicket(id_, issued_line, line, priority, as_moment(issued_at), state)


def calls_between(unit: Unit, hall: str, begins: datetime, ends: datetime) -> Iterator[DayCall]:
    """Those made from ``begins`` until just before ``ends``, the earliest first."""
    for ticket, line, window, called_at, closed_at, outcome, waited_s in unit.rows(
        _CALLS_BETWEEN, hall=hall, begins=begins, ends=ends
    ):
        closed = None if closed_at is None else as_moment(closed_at)
        yield DayCall(ticket, line, window, as_moment(called_at), closed, outcome, waited_s)
