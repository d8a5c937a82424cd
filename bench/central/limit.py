"""The raw database limit: what issuing a ticket is for the database, without service and framework, through its driver alone.

Look up the request key, raise the counter, insert the ticket, commit: once with a commit for each, once with 32 to a commit.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from sqlalchemy import make_url

from bench.central.halls import LIMIT_HALL
from central.ids import new_id

TOGETHER = 32

FIND = "SELECT id, request_mark FROM tickets WHERE hall_id = :hall AND day = :day AND request_key = :key"
RAISE = """INSERT INTO line_days (hall_id, line_id, day, last, waiting_priority, waiting_normal)
    VALUES (:hall, :line, :day, 1, 0, 1)
    ON CONFLICT (hall_id, line_id, day) DO UPDATE SET last = line_days.last + 1, waiting_normal = line_days.waiting_normal + 1
    RETURNING last"""
INSERT = """INSERT INTO tickets (id, hall_id, line_id, issued_line_id, day, serial, number, state, rank, since, lang, issued_at,
    issued_by, request_key, request_mark)
    VALUES (:id, :hall, :line, :line, :day, :serial, :number, 'waiting', 1, :now, 'zh', :now, :issuer, :key, :mark)"""


class Limit:
    """A connection of its own to the service's database."""

    def __init__(self, database: str) -> None:
        url = make_url(database)
        self._connection: Any
        if url.get_backend_name() == "sqlite":
            self._connection = sqlite3.connect(str(url.database), isolation_level=None)
            for pragma in ("synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON"):
                self._connection.execute(f"PRAGMA {pragma}").close()
            self._begin, self._spelt = "BEGIN IMMEDIATE", lambda sql: sql
        else:
            import psycopg

            self._connection = psycopg.connect(url.set(drivername="postgresql").render_as_string(False), autocommit=True)
            self._begin, self._spelt = "BEGIN", lambda sql: re.sub(r":(\w+)", r"%(\1)s", sql)
        self._cursor = self._connection.cursor()
        self._number = 0

    def per_second(self, together: int, seconds: float) -> float:
        """Tickets a second."""
        run: Callable[..., Any] = self._cursor.execute
        find, upsert, insert = map(self._spelt, (FIND, RAISE, INSERT))
        begun, done = perf_counter(), 0
        while perf_counter() - begun < seconds:
            run(self._begin)
            for _ in range(together):
                self._issue(run, find, upsert, insert)
            run("COMMIT")
            done += together
        return done / (perf_counter() - begun)

    def _issue(self, run: Callable[..., Any], find: str, upsert: str, insert: str) -> None:
        now = datetime.now(UTC)
        self._number += 1
        key = f"limit-{now.timestamp()}-{self._number}"
        values = {"hall": LIMIT_HALL, "line": "line1", "day": now.date().isoformat(), "key": key}
        run(find, values)
        assert self._cursor.fetchone() is None
        run(upsert, values)
        serial = self._cursor.fetchone()[0]
        moment = now.replace(tzinfo=None).isoformat(" ")
        values |= {"id": new_id(now), "serial": serial, "number": f"A{serial:03}", "now": moment}
        run(insert, values | {"issuer": "0" * 36, "mark": "0" * 64})

    def close(self) -> None:
        self._connection.close()
