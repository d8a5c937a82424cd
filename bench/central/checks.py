"""What must be exact, looked up in the database afterwards and held against what the clients saw. Every fault in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine, text

from bench.central.halls import LIMIT_HALL
from bench.central.seen import Confirmed, Seen

STATES = {"finish": "finished", "no-show": "no_show"}

DUPLICATES = """SELECT hall_id, day, number, count(*) FROM tickets GROUP BY hall_id, day, number HAVING count(*) > 1"""
GAPS = """SELECT hall_id, day, issued_line_id, count(*), count(DISTINCT serial), min(serial), max(serial) FROM tickets
    GROUP BY hall_id, day, issued_line_id
    HAVING min(serial) <> 1 OR max(serial) <> count(*) OR count(DISTINCT serial) <> count(*)"""
COUNTERS = """SELECT d.hall_id, d.day, d.line_id, d.last, max(t.serial) FROM line_days d
    JOIN tickets t ON t.hall_id = d.hall_id AND t.day = d.day AND t.issued_line_id = d.line_id
    GROUP BY d.hall_id, d.day, d.line_id, d.last HAVING d.last <> max(t.serial)"""
CALLED_TWICE = "SELECT ticket_id, count(*) FROM calls GROUP BY ticket_id HAVING count(*) > 1"
TWO_OPEN = """SELECT hall_id, window_id, count(*) FROM calls WHERE closed_at IS NULL
    GROUP BY hall_id, window_id HAVING count(*) > 1"""
NEVER = {
    "a number was given twice": DUPLICATES,
    "the serials of a line have a gap": GAPS,
    "a line's counter is not its last number": COUNTERS,
    "a ticket was called twice": CALLED_TWICE,
    "a window has two open calls": TWO_OPEN,
}
TICKETS = """SELECT request_key, hall_id, issued_line_id, id, number FROM tickets
    WHERE hall_id <> :limit AND request_key NOT LIKE 'past-%'"""
CALLS = """SELECT c.hall_id, c.line_id, t.rank, t.seq, c.ticket_id, c.window_id, t.state
    FROM calls c JOIN tickets t ON t.id = c.ticket_id WHERE t.request_key NOT LIKE 'past-%' ORDER BY c.id"""
EVENTS = "SELECT id FROM events WHERE hall_id = :hall AND id > :began AND id <= :last ORDER BY id"


def faults(engine: Engine, seen: Seen) -> list[str]:
    """All that is wrong; empty after a good run."""
    with engine.connect() as connection:

        def rows(query: str, **values: Any) -> list[Any]:
            return list(connection.execute(text(query), values))

        found = [f"{what}: {tuple(row)}" for what, query in NEVER.items() for row in rows(query)]
        found += _of_tickets(rows(TICKETS, limit=LIMIT_HALL), seen)
        found += _of_calls(rows(CALLS), seen)
        for screen, hall, ids in seen.screens:
            stored = [each.id for each in rows(EVENTS, hall=hall, began=screen.began, last=screen.last)]
            found += _of_events(stored, list(ids), hall)
    return seen.faults + found


def newest_event(engine: Engine, hall: str) -> int:
    """Id of the hall's last event; 0 when there is none."""
    with engine.connect() as connection:
        return connection.execute(text("SELECT max(id) FROM events WHERE hall_id = :hall"), {"hall": hall}).scalar() or 0


def _of_tickets(rows: list[Any], seen: Seen) -> Iterator[str]:
    stored = {key: Confirmed(hall, line, id, number) for key, hall, line, id, number in rows}
    if len(stored) != len(rows):
        yield "two tickets bear one request key"
    yield from (f"there is a ticket that nobody asked for: {key}" for key in stored.keys() - seen.asked)
    for key, told in seen.confirmed.items():
        if stored.get(key) != told:
            yield f"{key} was told {told}, stored is {stored.get(key)}"


def _of_calls(rows: list[Any], seen: Seen) -> Iterator[str]:
    latest: dict[tuple[str, str, int], int] = {}
    stored = {}
    for hall, line, rank, seq, ticket, window, state in rows:
        stored[ticket] = (hall, window, state)
        if latest.get((hall, line, rank), 0) > seq:
            yield f"{hall} {line}: {ticket} was passed over by one that came later"
        latest[hall, line, rank] = seq
    for ticket, (hall, window) in seen.called.items():
        if stored.get(ticket, ())[:2] != (hall, window):
            yield f"{ticket} was called by {hall} {window}, stored is {stored.get(ticket)}"
    for ticket, step in seen.closed.items():
        if stored.get(ticket, (None,))[-1] != STATES[step]:
            yield f"{ticket} was ended by {step}, stored is {stored.get(ticket)}"


def _of_events(stored: list[int], came: list[int], hall: str) -> Iterator[str]:
    if came == stored:
        return
    missing, strange = set(stored) - set(came), set(came) - set(stored)
    order = "in order" if came == sorted(set(came)) else "not in order or twice"
    yield f"a screen of {hall} heard {len(came)} events of {len(stored)}, {order}; missing {len(missing)}, strange {len(strange)}"
