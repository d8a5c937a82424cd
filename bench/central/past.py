"""Past days of a region's halls, written by the database itself: tickets, their calls, their prints and the days' counts.

An ordinary hall's day: 380 tickets over eight lines, of which nine in ten were served, a few missed their call and a few left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Date, Engine, Integer, MetaData, String, Table, insert, text

from bench.central.halls import BenchHall
from central.db import UtcTime

A_DAY = 380
SLOTS = 48  # moments of a day, ten minutes apart

_metadata = MetaData()
_days = Table("past_days", _metadata, Column("n", Integer, primary_key=True), Column("day", Date))
_slots = Table(
    "past_slots",
    _metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime),
)
_lines = Table(
    "past_lines",
    _metadata,
    Column("hall", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("hall_id", String),
    Column("line_id", String),
    Column("letter", String),
    Column("machine", String),
    Column("clerk", String),
)

NUMBERED = """WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < :size),
 placed(i, n, hall, line, serial, slot) AS (SELECT i, i / (:a_day * :halls), i / :a_day % :halls, i % :a_day % :lines,
  i % :a_day / :lines + 1, i % :a_day * 44 / :a_day FROM numbers)
 INSERT INTO tickets (id, hall_id, line_id, issued_line_id, day, serial, number, state, rank, since, lang, issued_at, issued_by,
  request_key, request_mark, window_id, print_outcome)
 SELECT '00000000-0000-7000-8000-' || substr(CAST(1000000000000 + i AS TEXT), 2), hall_id, line_id, line_id, day, serial,
  letter || substr(CAST(1000 + serial AS TEXT), 2),
  CASE WHEN i % 100 < 90 THEN 'finished' WHEN i % 100 < 97 THEN 'no_show' ELSE 'cancelled' END,
  CASE WHEN i % 8 = 0 THEN 0 ELSE 1 END, at, 'zh', at, machine, 'past-' || CAST(i * 7919 % 10000019 AS TEXT) || '-' || i,
  '0000000000000000000000000000000000000000000000000000000000000000', 'w1', 'printed'
 FROM placed JOIN past_days USING (n) JOIN past_lines USING (hall, line) JOIN past_slots USING (n, slot)"""
CALLS = """INSERT INTO calls (hall_id, ticket_id, line_id, window_id, staff_id, called_at, recalls, closed_at, outcome, reason,
  run, waited_s)
 SELECT t.hall_id, t.id, t.line_id, 'w1', l.clerk, c.at, 0, e.at, t.state, 'first_come', 0, 600
 FROM tickets t JOIN past_days d ON d.day = t.day JOIN past_lines l ON l.hall_id = t.hall_id AND l.line_id = t.line_id
  JOIN past_slots s ON s.n = d.n AND s.at = t.issued_at JOIN past_slots c ON c.n = d.n AND c.slot = s.slot + 1
  JOIN past_slots e ON e.n = d.n AND e.slot = s.slot + 2
 WHERE t.state <> 'cancelled' ORDER BY t.seq"""
PRINTS = """INSERT INTO prints (ticket_id, at, outcome, reprint) SELECT id, issued_at, 'printed', :no FROM tickets ORDER BY seq"""
COUNTS = """INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal)
 SELECT hall_id, line_id, day, max(serial), 0, 0 FROM tickets GROUP BY hall_id, line_id, day"""


def fill(engine: Engine, halls: Sequence[BenchHall], size: int) -> None:
    """``size`` past tickets, spread over the halls, a day of all of them after the other, the latest of them yesterday."""
    if not size:
        return
    days = -(-size // (A_DAY * len(halls)))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":  # not what is measured, and it can be made again
            for pragma in ("synchronous=OFF", "cache_size=-2000000"):
                connection.exec_driver_sql(f"PRAGMA {pragma}")
        _metadata.create_all(connection)
        connection.execute(insert(_days), [{"n": n, "day": _day(days - n)} for n in range(days)])
        connection.execute(insert(_slots), [_slot(days - n, slot) | {"n": n} for n in range(days) for slot in range(SLOTS)])
        connection.execute(insert(_lines), [row for number, hall in enumerate(halls) for row in _rows(connection, number, hall)])
        shape = {"size": size, "halls": len(halls), "lines": len(halls[0].lines), "a_day": A_DAY}
        for statement, values in ((NUMBERED, shape), (CALLS, {}), (PRINTS, {"no": False}), (COUNTS, {})):
            connection.execute(text(statement), values)
        connection.commit()
        _metadata.drop_all(connection)
        connection.commit()
    if engine.dialect.name == "postgresql":  # as its own housekeeping does sooner or later
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _day(ago: int) -> date:
    return datetime.now(UTC).date() - timedelta(days=ago + 1)


def _slot(ago: int, slot: int) -> dict[str, Any]:
    return {"slot": slot, "at": datetime.combine(_day(ago), time(1), UTC) + timedelta(minutes=10 * slot)}


def _rows(connection: Connection, number: int, hall: BenchHall) -> list[dict[str, Any]]:
    machine = connection.execute(text("SELECT min(id) FROM terminals WHERE hall_id = :hall"), {"hall": hall.id}).scalar_one()
    clerk = connection.execute(text("SELECT min(id) FROM staff WHERE hall_id = :hall"), {"hall": hall.id}).scalar_one()
    same = {"hall": number, "hall_id": hall.id, "machine": machine, "clerk": clerk}
    return [same | {"line": n, "line_id": line, "letter": chr(65 + n)} for n, line in enumerate(hall.lines)]
