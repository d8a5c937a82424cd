"""What must still reach the service waits here on the disk: outcomes of prints, ratings, calls for a helper, notices. No person.

SQLite with synchronous=EXTRA: what ``put`` returned from survives a killed process and a power cut. A request leaves only when
the service has it; since each is a PUT or carries an Idempotency-Key, one that is sent twice counts once.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

log = logging.getLogger("bangban.outbox")

_TABLES = """
create table if not exists waiting (
    id integer primary key autoincrement,
    kind text not null,
    method text not null,
    path text not null,
    key text not null,
    body text not null,
    expires real,
    tries integer not null default 0,
    refused text
);
create unique index if not exists one_rating on waiting (path) where kind = 'rating';
"""
# Of each path the oldest, so that outcomes of one ticket keep their order; of these the least tried, so that one request that
# the service chokes on does not keep the others.
_NEXT = """
select id, kind, method, path, key, body from waiting
where id in (select min(id) from waiting where refused is null group by path)
order by tries, id limit 1
"""


class Kind(Enum):
    PRINT = "print"
    RATING = "rating"
    HELP = "help"
    NOTICE = "notice"


@dataclass(frozen=True)
class Waiting:
    id: int
    kind: Kind
    method: str
    path: str
    key: str  # Idempotency-Key, or empty
    body: Mapping[str, Any]


class OutboxFailed(Exception):
    """The disk did not take it."""


class Outbox:
    """Thread-safe. A file that is damaged beyond reading is put aside, and a new one begun."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._disk = _open(path)
        except sqlite3.DatabaseError:
            aside = path.with_suffix(".damaged")
            log.error("the outbox cannot be read; it is kept as %s", aside.name)
            os.replace(path, aside)
            self._disk = _open(path)

    def put(
        self, kind: Kind, method: str, path: str, body: Mapping[str, Any], *, key: str = "", expires: float | None = None
    ) -> None:
        """On the disk when it returns; else OutboxFailed. Of two ratings of one ticket the first counts.

        ``expires``: POSIX time after which it is not worth sending.
        """
        row = (kind.value, method, path, key, json.dumps(body), expires)
        try:
            with self._lock, self._disk:
                self._disk.execute(
                    "insert or ignore into waiting (kind, method, path, key, body, expires) values (?, ?, ?, ?, ?, ?)", row
                )
        except sqlite3.Error as error:
            raise OutboxFailed(str(error)) from error

    def next(self, now: float) -> Waiting | None:
        """What to send now; what has expired is dropped."""
        with self._lock, self._disk:
            self._disk.execute("delete from waiting where expires is not null and expires <= ?", (now,))
            row = self._disk.execute(_NEXT).fetchone()
        if row is None:
            return None
        number, kind, method, path, key, body = row
        return Waiting(number, Kind(kind), method, path, key, json.loads(body))

    def done(self, waiting: Waiting) -> None:
        with self._lock, self._disk:
            self._disk.execute("delete from waiting where id = ?", (waiting.id,))

    def tried(self, waiting: Waiting) -> None:
        """It did not go; others go first the next time."""
        with self._lock, self._disk:
            self._disk.execute("update waiting set tries = tries + 1 where id = ?", (waiting.id,))

    def refused(self, waiting: Waiting, why: str) -> None:
        """The service will not have it, ever. It is kept for the staff, not sent again."""
        with self._lock, self._disk:
            self._disk.execute("update waiting set refused = ? where id = ?", (why, waiting.id))

    def __len__(self) -> int:
        """How many wait to be sent."""
        with self._lock:
            return int(self._disk.execute("select count(*) from waiting where refused is null").fetchone()[0])

    def close(self) -> None:
        with self._lock:
            self._disk.close()


def _open(path: Path) -> sqlite3.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    disk = sqlite3.connect(path, check_same_thread=False, timeout=5.0)
    try:
        disk.execute("pragma journal_mode = delete")
        disk.execute("pragma synchronous = extra")
        disk.execute("pragma secure_delete = on")
        disk.executescript(_TABLES)
        if disk.execute("pragma quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("damaged")
    except sqlite3.DatabaseError:
        with suppress(sqlite3.Error):
            disk.close()
        raise
    return disk
