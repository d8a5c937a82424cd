"""Plain SQL of a ticket's life after it was issued and beside being called in its turn."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from central.queue.rows import CALL_COLUMNS, COLUMNS, CallRow, TicketRow, call, ticket
from central.sql import Row, Sql, as_moment
from central.unit import Unit

_BY_ID = Sql(f"SELECT {COLUMNS} FROM tickets WHERE id = :id")
_OPEN_CALL = Sql(f"SELECT {CALL_COLUMNS} FROM calls WHERE ticket_id = :ticket AND closed_at IS NULL")
_CALL_AND_TICKET = (
    f"SELECT {', '.join(f'c.{name}' for name in CALL_COLUMNS.split(', '))},"
    f" {', '.join(f't.{name.strip()}' for name in COLUMNS.split(','))}"
    " FROM tickets t JOIN calls c ON c.ticket_id = t.id AND c.closed_at IS NULL"
)
_WITH_OPEN_CALL = Sql(f"{_CALL_AND_TICKET} WHERE t.id = :id")
_SERVED = Sql(f"{_CALL_AND_TICKET} WHERE t.hall_id = :hall AND t.window_id = :window AND t.state = 'called'")
_PAPER = Sql("SELECT outcome, fault FROM prints WHERE ticket_id = :ticket ORDER BY id DESC LIMIT 1")
_WAITING = Sql(
    "SELECT d.line_id, d.waiting_priority + d.waiting_normal FROM lines l JOIN line_days d"
    " ON d.hall_id = l.hall_id AND d.line_id = l.id AND d.day = :day WHERE l.hall_id = :hall"
)
_NEWEST_CALL = Sql(f"SELECT {CALL_COLUMNS} FROM calls WHERE hall_id = :hall AND window_id = :window ORDER BY id DESC LIMIT 1")
_LAST_OF_TICKET = Sql(f"SELECT {CALL_COLUMNS} FROM calls WHERE ticket_id = :ticket ORDER BY id DESC LIMIT 1")
_MOVE = Sql(
    "UPDATE tickets SET state = :state, line_id = :line, window_id = :window, for_window = :for_window, since = :since"
    " WHERE seq = :seq"
)
_LEAVE = Sql("UPDATE tickets SET state = :state WHERE seq = :seq")
_CLOSE = Sql("UPDATE calls SET closed_at = :now, outcome = :outcome WHERE id = :id")
_REOPEN = Sql("UPDATE calls SET closed_at = NULL, outcome = NULL WHERE id = :id")
_RECALL = Sql("UPDATE calls SET recalls = recalls + 1 WHERE id = :id")
_PRINTED = Sql("UPDATE tickets SET print_outcome = :outcome WHERE seq = :seq")
_COUNTS = Sql("SELECT waiting_priority, waiting_normal FROM line_days WHERE hall_id = :hall AND line_id = :line AND day = :day")
_BEFORE = Sql(
    "SELECT count(*) FROM tickets WHERE hall_id = :hall AND day = :day AND line_id = :line AND rank = :rank AND state = 'waiting'"
    " AND (since < :since OR (since = :since AND seq < :seq))"
)
_BEFORE_HERE = Sql(
    "SELECT count(*) FROM tickets WHERE hall_id = :hall AND day = :day AND for_window = :window AND state = 'waiting'"
    " AND (since < :since OR (since = :since AND seq < :seq))"
)
_TURNS = Sql(
    "SELECT since FROM tickets WHERE hall_id = :hall AND day = :day AND line_id = :line AND rank = :rank AND state = 'waiting'"
    " AND for_window IS NULL AND since <= :now ORDER BY since, seq LIMIT :limit"
)
_FOR_WINDOW = Sql("SELECT seq FROM tickets WHERE hall_id = :hall AND day = :day AND for_window = :window AND state = 'waiting'")
_RELEASE = Sql("UPDATE tickets SET for_window = NULL WHERE seq = :seq")
_PARKED = Sql(f"SELECT {COLUMNS} FROM tickets WHERE hall_id = :hall AND day = :day AND state = 'parked' ORDER BY since, seq")
_MISSED = Sql(
    f"SELECT {', '.join(f't.{name.strip()}' for name in COLUMNS.split(','))} FROM calls c JOIN tickets t ON t.id = c.ticket_id"
    " WHERE c.hall_id = :hall AND c.called_at >= :start AND c.outcome = 'no_show' AND t.state = 'no_show' AND t.day = :day"
    " ORDER BY c.called_at DESC, c.id DESC LIMIT :limit"
)
_OVER_CALLS = Sql(
    "UPDATE calls SET closed_at = :now, outcome = 'day_end' WHERE closed_at IS NULL AND ticket_id IN"
    " (SELECT id FROM tickets WHERE hall_id = :hall AND day < :today AND state IN ('waiting', 'called', 'parked'))"
)
_OVER_SERVED = Sql("UPDATE tickets SET state = 'finished' WHERE hall_id = :hall AND day < :today AND state = 'called'")
_OVER_LEFT = Sql(
    "UPDATE tickets SET state = 'cancelled' WHERE hall_id = :hall AND day < :today AND state IN ('waiting', 'parked')"
)
_OVER_COUNTS = Sql(
    "UPDATE line_days SET waiting_priority = 0, waiting_normal = 0"
    " WHERE hall_id = :hall AND day < :today AND (waiting_priority > 0 OR waiting_normal > 0)"
)
_LEFT_OVER = Sql(
    "SELECT id FROM tickets WHERE hall_id = :hall AND day < :today AND state IN ('waiting', 'called', 'parked') LIMIT 1"
)

_ANYBODY = Sql(
    "SELECT id FROM tickets WHERE hall_id = :hall AND day = :day AND state IN ('waiting', 'called', 'parked')"
    " AND state = 'waiting' LIMIT 1"
)  # the three states are those of the index


def by_id(unit: Unit, ticket_id: str) -> TicketRow | None:
    row = unit.row(_BY_ID, id=ticket_id)
    return None if row is None else ticket(row)


def open_call(unit: Unit, ticket_id: str) -> CallRow | None:
    row = unit.row(_OPEN_CALL, ticket=ticket_id)
    return None if row is None else call(row)


def with_open_call(unit: Unit, ticket_id: str) -> tuple[TicketRow, CallRow] | None:
    """A ticket that is called, with its call."""
    return _both(unit.row(_WITH_OPEN_CALL, id=ticket_id))


def served_at(unit: Unit, hall: str, window: str) -> tuple[TicketRow, CallRow] | None:
    """The ticket that a window is serving, with its call."""
    return _both(unit.row(_SERVED, hall=hall, window=window))


def _both(row: Row | None) -> tuple[TicketRow, CallRow] | None:
    calls = len(CallRow._fields)
    return None if row is None else (ticket(row[calls:]), call(row[:calls]))


def paper(unit: Unit, ticket_id: str) -> tuple[str | None, str | None]:
    """What became of a ticket's paper the last time it was tried: outcome and fault."""
    row: Any = unit.row(_PAPER, ticket=ticket_id)
    return (None, None) if row is None else (row[0], row[1])


def waiting_by_line(unit: Unit, hall: str, day: date) -> dict[str, int]:
    """How many wait for each line; one that has had no ticket on the day isn't in it."""
    return {line: waiting for line, waiting in unit.rows(_WAITING, hall=hall, day=day)}


def last_call_of(unit: Unit, ticket_id: str) -> CallRow | None:
    row = unit.row(_LAST_OF_TICKET, ticket=ticket_id)
    return None if row is None else call(row)


def newest_call(unit: Unit, hall: str, window: str) -> CallRow | None:
    """The last call of a window, also an undone one."""
    row = unit.row(_NEWEST_CALL, hall=hall, window=window)
    return None if row is None else call(row)


def move(unit: Unit, moved: TicketRow) -> None:
    """Stores where a ticket stands now."""
    unit.run(
        _MOVE,
        seq=moved.seq,
        state=moved.state,
        line=moved.line_id,
        window=moved.window_id,
        for_window=moved.for_window,
        since=moved.since,
    )


def leave(unit: Unit, left: TicketRow) -> None:
    """As ``move``, where nothing but the state has changed: the fewer columns, the fewer indexes are written."""
    unit.run(_LEAVE, seq=left.seq, state=left.state)


def close_call(unit: Unit, call_id: int, outcome: str) -> None:
    unit.run(_CLOSE, id=call_id, now=unit.now, outcome=outcome)


def reopen_call(unit: Unit, call_id: int) -> None:
    unit.run(_REOPEN, id=call_id)


def count_recall(unit: Unit, call_id: int) -> None:
    unit.run(_RECALL, id=call_id)


def store_print(unit: Unit, seq: int, outcome: str) -> None:
    unit.run(_PRINTED, seq=seq, outcome=outcome)


def counts(unit: Unit, hall: str, line: str, day: date) -> tuple[int, int]:
    """How many wait for a line: with priority, and without."""
    row: Any = unit.row(_COUNTS, hall=hall, line=line, day=day)
    return (0, 0) if row is None else (row[0], row[1])


def place(unit: Unit, row: TicketRow) -> int:
    """How many of a waiting ticket's own row are before it; of those for its window, when it waits for one."""
    values: dict[str, Any] = {"hall": row.hall_id, "day": row.day, "since": row.since, "seq": row.seq}
    if row.for_window is not None:
        found: Any = unit.row(_BEFORE_HERE, window=row.for_window, **values)
    else:
        found = unit.row(_BEFORE, line=row.line_id, rank=row.rank, **values)
    return int(found[0])


def turns(unit: Unit, row: TicketRow, limit: int) -> list[datetime]:
    """From when the turns of the first ``limit`` count that wait in a ticket's row and are due."""
    rows = unit.rows(_TURNS, hall=row.hall_id, day=row.day, line=row.line_id, rank=row.rank, now=unit.now, limit=limit)
    return [as_moment(since) for since, in rows]


def release(unit: Unit, hall: str, day: date, window: str) -> None:
    """Who waits for this window alone waits for their line again."""
    for seq, in unit.rows(_FOR_WINDOW, hall=hall, day=day, window=window):
        unit.run(_RELEASE, seq=seq)


def parked(unit: Unit, hall: str, day: date) -> list[TicketRow]:
    return [ticket(row) for row in unit.rows(_PARKED, hall=hall, day=day)]


def missed(unit: Unit, hall: str, day: date, start: datetime, limit: int) -> list[TicketRow]:
    """No-shows of the day that begins at ``start``, the latest first; one may stand there twice."""
    return [ticket(row) for row in unit.rows(_MISSED, hall=hall, day=day, start=start, limit=limit)]


def anybody_waits(unit: Unit, hall: str, day: date) -> bool:
    return unit.row(_ANYBODY, hall=hall, day=day) is not None


def left_over(unit: Unit, hall: str, today: date) -> bool:
    """Whether a ticket of an earlier day is still waiting, called or parked."""
    return unit.row(_LEFT_OVER, hall=hall, today=today) is not None


def end_days_before(unit: Unit, hall: str, today: date) -> None:
    unit.run(_OVER_CALLS, hall=hall, today=today, now=unit.now)
    unit.run(_OVER_SERVED, hall=hall, today=today)
    unit.run(_OVER_LEFT, hall=hall, today=today)
    unit.run(_OVER_COUNTS, hall=hall, today=today)
