"""SQL of the events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic_core import to_json

from central.sql import Sql
from central.transaction import Transaction

_ADD = Sql("INSERT INTO events (hall_id, at, name, data) VALUES (:hall, :at, :name, :data)")
_AFTER = Sql("SELECT id, name, CAST(data AS TEXT) FROM events WHERE hall_id = :hall AND id > :last ORDER BY id LIMIT :most")
_BOUNDS = Sql("SELECT (SELECT min(id) FROM events WHERE hall_id = :hall), (SELECT max(id) FROM events WHERE hall_id = :hall)")
_LAST_BEFORE = Sql("SELECT id FROM events WHERE hall_id = :hall AND at < :moment ORDER BY id DESC LIMIT 1")
_FORGET = Sql("DELETE FROM events WHERE hall_id = :hall AND id < :kept")


def add(transaction: Transaction, hall: str, at: datetime, name: str, data: dict[str, Any]) -> None:
    transaction.put_off(_ADD, {"hall": hall, "at": at, "name": name, "data": to_json(data).decode()})


def after(transaction: Transaction, hall: str, last: int, most: int) -> list[tuple[int, str, str]]:
    """The hall's events behind ``last``, oldest first: id, name, and data as JSON."""
    return [(id, name, data) for id, name, data in transaction.rows(_AFTER, {"hall": hall, "last": last, "most": most})]


def bounds(transaction: Transaction, hall: str) -> tuple[int, int]:
    """First and last id that the hall still has; (0, 0) when there is none."""
    [(first, last)] = transaction.rows(_BOUNDS, {"hall": hall})
    return (first or 0, last or 0)


def forget_before(transaction: Transaction, hall: str, moment: datetime) -> None:
    """Drops a hall's old events, all but the newest of them: it shows where listeners stood that have missed nothing."""
    for (kept,) in transaction.rows(_LAST_BEFORE, {"hall": hall, "moment": moment}):
        transaction.run(_FORGET, {"hall": hall, "kept": kept})
