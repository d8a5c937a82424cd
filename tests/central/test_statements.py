"""What a ticket and a call ask of the database goes down an index: it costs the same among ten tickets and ten million."""

from __future__ import annotations

from pathlib import Path

from central.config import Settings
from central.context import open_context
from central.queue import moves, statements
from central.sql import Sql

BY = {
    "_BY_REQUEST": "(hall_id=? AND day=? AND request_key=?)",
    "_OF_PERSON": "uq_tickets_person (hall_id=? AND day=? AND line_id=? AND person_mark=?)",
    "_LAST_CALL": "ix_calls_of_window (hall_id=? AND window_id=?)",
    "_waiting": "ix_tickets_for_window (hall_id=? AND day=? AND for_window=?)",
    "_BEFORE": "ix_tickets_waiting (hall_id=? AND day=? AND line_id=? AND rank=?",
    "_LEFT_OVER": "ix_tickets_open (hall_id=? AND day<?)",
    "_MISSED": "ix_calls_of_hall (hall_id=? AND called_at>?)",
}


def plans(tmp_path: Path) -> dict[str, str]:
    named = {name: sql for module in (statements, moves) for name, sql in vars(module).items() if isinstance(sql, Sql)}
    named["_waiting"] = statements._waiting(3, 1)
    context = open_context(Settings(f"sqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "state"))
    try:
        with context.database._store.engine.connect() as connection:
            explained = {
                name: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql.qmarks}", (None,) * len(sql.names)).all()
                for name, sql in named.items()
            }
    finally:
        context.close()
    return {name: "; ".join(str(row[3]) for row in rows) for name, rows in explained.items()}


def test_nothing_is_searched_from_end_to_end(tmp_path: Path) -> None:
    found = plans(tmp_path)
    assert len(found) > 25
    tables = ("tickets", "calls", "line_days", "band_counts")
    walks = {name: plan for name, plan in found.items() if any(f"SCAN {table}" in plan for table in tables)}
    assert not walks
    sorted_after = {name for name, plan in found.items() if "TEMP B-TREE" in plan}
    assert sorted_after <= {"_PARKED"}, "an index gives the order"
    assert found["_waiting"].count("ix_tickets_waiting (hall_id=? AND day=? AND line_id=? AND rank=?)") == 6
    assert {name: index for name, index in BY.items() if index not in found[name]} == {}
