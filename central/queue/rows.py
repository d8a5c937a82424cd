"""What the queue's row statements answer with."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from central.sql import Row, as_day, as_moment

COLUMNS = (
    "seq, id, hall_id, line_id, number, state, rank, priority, evidence, lang, window_id, for_window, appointment_id,"
    " person_mark, request_mark, print_outcome, since, issued_at, day"
)
"""Of table ``tickets``, in the order of ``TicketRow``."""


class TicketRow(NamedTuple):
    """A ticket as it is stored (``queue.models.Ticket``)."""

    seq: int
    id: str
    hall_id: str
    line_id: str
    number: str
    state: str
    rank: int
    priority: str | None
    evidence: str | None
    lang: str
    window_id: str | None
    for_window: str | None
    appointment_id: str | None
    person_mark: str | None
    request_mark: str
    print_outcome: str | None
    since: datetime
    issued_at: datetime
    day: date


class CallRow(NamedTuple):
    """A call as it is stored (``queue.models.Call``)."""

    id: int
    ticket_id: str
    line_id: str
    window_id: str
    recalls: int
    outcome: str | None
    reason: str
    run: int
    called_at: datetime
    closed_at: datetime | None


CALL_COLUMNS = "id, ticket_id, line_id, window_id, recalls, outcome, reason, run, called_at, closed_at"


def ticket(row: Row) -> TicketRow:
    return TicketRow._make((*row[:-3], as_moment(row[-3]), as_moment(row[-2]), as_day(row[-1])))


def call(row: Row) -> CallRow:
    return CallRow._make((*row[:-2], as_moment(row[-2]), None if row[-1] is None else as_moment(row[-1])))
