"""Plain SQL of issuing and calling, the same on both databases. Every statement costs the same however long the queue and the
past are: each goes down an index to a place that it knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from central.queue.order import PRIORITY
from central.queue.rows import CALL_COLUMNS, COLUMNS, CallRow, TicketRow, call, ticket
from central.sql import Sql
from central.unit import Unit

NO_QUOTA = 1_000_000_000

_BY_REQUEST = Sql(f"SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day IN (:today, :yesterday) AND request_key = :key")
_OF_PERSON = Sql(
    f"SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND line_id = :line AND person_mark = :person"
    " AND person_mark IS NOT NULL AND state IN ('waiting', 'called', 'parked')"
)
_ISSUED_IN_BAND = Sql(
    "SELECT issued FROM band_counts WHERE hall_id = :hall AND line_id = :line AND day = :day AND band = :band"
)
_COUNT_IN_BAND = Sql(
    "INSERT INTO band_counts (hall_id, line_id, day, band, issued) VALUES (:hall, :line, :day, :band, 1)"
    " ON CONFLICT (hall_id, line_id, day, band) DO UPDATE SET issued = band_counts.issued + 1",
    spares_foreseen=True,
)
_NUMBER = Sql(
    "INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal)"
    " VALUES (:hall, :line, :day, 1, :priority, :normal)"
    " ON CONFLICT (hall_id, line_id, day) DO UPDATE SET last = line_days.last + 1,"
    " waiting_priority = line_days.waiting_priority + :priority, waiting_normal = line_days.waiting_normal + :normal"
    " WHERE line_days.last < :quota RETURNING last, waiting_priority, waiting_normal",
    spares_foreseen=True,
)
_COUNT = Sql(
    "UPDATE line_days SET waiting_priority = waiting_priority + :priority, waiting_normal = waiting_normal + :normal"
    " WHERE hall_id = :hall AND line_id = :line AND day = :day",
    spares_foreseen=True,
)
_COUNT_FIRST = Sql(
    "INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal)"
    " VALUES (:hall, :line, :day, 0, :priority, :normal) ON CONFLICT (hall_id, line_id, day) DO UPDATE SET"
    " waiting_priority = line_days.waiting_priority + :priority, waiting_normal = line_days.waiting_normal + :normal"
)
_ISSUE = Sql(
    "INSERT INTO tickets (id, hall_id, line_id, issued_line_id, day, serial, number, state, rank, since, priority, evidence,"
    " lang, issued_at, issued_by, request_key, request_mark, person_mark, appointment_id)"
    " VALUES (:id, :hall, :line, :line, :day, :serial, :number, 'waiting', :rank, :since, :priority, :evidence,"
    " :lang, :now, :by, :key, :mark, :person, :appointment)",
    spares_foreseen=True,
)
_LAST_CALL = Sql(
    f"SELECT {CALL_COLUMNS} FROM calls WHERE hall_id = :hall AND window_id = :window AND (outcome IS NULL OR outcome <> 'undone')"
    " ORDER BY id DESC LIMIT 1"
)
_CALL = Sql(
    "INSERT INTO calls (hall_id, ticket_id, line_id, window_id, staff_id, called_at, recalls, reason, run, waited_s)"
    " VALUES (:hall, :ticket, :line, :window, :staff, :now, 0, :reason, :run, :waited)",
    spares_foreseen=True,
)
_CALLED = Sql("UPDATE tickets SET state = 'called', window_id = :window WHERE seq = :seq", spares_foreseen=True)

# What stands in the statement itself, SQLite can hold against the condition of a partial index.
_HEADS = (
    f"SELECT * FROM (SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND line_id = :line_{{at}} AND"
    " rank = {rank} AND state = 'waiting' AND for_window IS NULL ORDER BY since, seq LIMIT {limit}) AS row_{at}_{rank}"
)
_HERE = (
    f"SELECT * FROM (SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND for_window = :window"
    " AND state = 'waiting' ORDER BY since, seq LIMIT {limit}) AS here"
)


def foresee_request(unit: Unit, hall: str, today: date, key: str) -> None:
    """That its ticket is made in between, by the same request beside it, the constraint on its key would tell."""
    unit.foresee(_BY_REQUEST, hall=hall, today=today, yesterday=today - timedelta(days=1), key=key)


def by_request(unit: Unit, hall: str, today: date, key: str) -> TicketRow | None:
    """The ticket of a request that was sent before, today or yesterday."""
    row = unit.row(_BY_REQUEST, hall=hall, today=today, yesterday=today - timedelta(days=1), key=key)
    return None if row is None else ticket(row)


def of_person(unit: Unit, hall: str, day: date, line: str, person: str) -> TicketRow | None:
    """The open ticket of a line that somebody has."""
    row = unit.row(_OF_PERSON, hall=hall, day=day, line=line, person=person)
    return None if row is None else ticket(row)


def issued_in_band(unit: Unit, hall: str, line: str, day: date, band: int) -> int:
    row = unit.row(_ISSUED_IN_BAND, hall=hall, line=line, day=day, band=band)
    return 0 if row is None else int(row[0])


def count_in_band(unit: Unit, hall: str, line: str, day: date, band: int) -> None:
    unit.run(_COUNT_IN_BAND, hall=hall, line=line, day=day, band=band)


class Numbered(NamedTuple):
    """``serial`` from 1, without gaps: it goes back with the transaction. ``priority`` and ``normal`` wait, with this one."""

    serial: int
    priority: int
    normal: int


def number(unit: Unit, hall: str, line: str, day: date, rank: int, quota: int | None) -> Numbered | None:
    """The next number of a line, for a ticket that waits in the row ``rank``. None, and nothing changed, when the day's ``quota``
    is spent."""
    if quota == 0:
        return None
    row: Any = unit.row(_NUMBER, hall=hall, line=line, day=day, quota=NO_QUOTA if quota is None else quota, **_one(rank, 1))
    return None if row is None else Numbered(*row)


def issue(unit: Unit, new: TicketRow, serial: int, key: str) -> None:
    """Stores a ticket that waits. ``key``: the request's."""
    unit.run(
        _ISSUE,
        id=new.id,
        hall=new.hall_id,
        line=new.line_id,
        day=new.day,
        serial=serial,
        number=new.number,
        rank=new.rank,
        since=new.since,
        priority=new.priority,
        evidence=new.evidence,
        lang=new.lang,
        now=new.issued_at,
        by=unit.caller.id,
        key=key,
        mark=new.request_mark,
        person=new.person_mark,
        appointment=new.appointment_id,
    )


def foresee_last_call(unit: Unit, hall: str, window: str) -> None:
    """That there is one more in between, by the same window beside itself, the constraint on open calls would tell."""
    unit.foresee(_LAST_CALL, hall=hall, window=window)


def last_call(unit: Unit, hall: str, window: str) -> CallRow | None:
    """The last call of a window, undone ones left out. It is open when the window is serving somebody."""
    row = unit.row(_LAST_CALL, hall=hall, window=window)
    return None if row is None else call(row)


@cache
def _waiting(lines: int, limit: int) -> Sql:
    rows = [_HEADS.format(at=at, rank=rank, limit=limit) for at in range(lines) for rank in (0, 1)]
    return Sql(" UNION ALL ".join([*rows, _HERE.format(limit=limit)]))


def waiting(unit: Unit, hall: str, day: date, lines: Sequence[str], window: str, limit: int = 1) -> list[TicketRow]:
    """The first ``limit`` of each row of ``lines``, and of those who wait for this very ``window``; in no order."""
    named = {f"line_{at}": line for at, line in enumerate(lines)}
    return [ticket(row) for row in unit.rows(_waiting(len(lines), limit), hall=hall, day=day, window=window, **named)]


def count(unit: Unit, hall: str, line: str, day: date, rank: int, by: int) -> None:
    """So many more wait in a row of a line, which has had a ticket on this day."""
    unit.run(_COUNT, hall=hall, line=line, day=day, **_one(rank, by))


def count_first(unit: Unit, hall: str, line: str, day: date, rank: int) -> None:
    """One more waits in a row of a line that may not have had a ticket on this day."""
    unit.run(_COUNT_FIRST, hall=hall, line=line, day=day, **_one(rank, 1))


def call_ticket(unit: Unit, called: TicketRow, run: int, reason: str) -> None:
    """Stores that a ticket is called to its window now."""
    unit.run(_CALLED, window=called.window_id, seq=called.seq)
    unit.run(
        _CALL,
        hall=called.hall_id,
        ticket=called.id,
        line=called.line_id,
        window=called.window_id,
        staff=unit.caller.id,
        now=unit.now,
        reason=reason,
        run=run,
        waited=max(0, int((unit.now - called.since).total_seconds())),
    )


def _one(rank: int, by: int) -> dict[str, int]:
    return {"priority": by, "normal": 0} if rank == PRIORITY else {"priority": 0, "normal": by}
