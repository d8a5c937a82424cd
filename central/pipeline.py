"""A connection to PostgreSQL as a unit of work needs it, with as few ways there and back as may be.

Measured: what a statement costs there is mostly its way. So statements whose result nobody waits for are kept and sent in one go
with the next one that has a result, or with the commit (libpq's pipeline mode); and what the units of a group will ask for is
asked for together, before they begin.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from central.sql import Row, Sql
from central.transaction import Clash, Later
from central.wire import Statement, Wire

T = TypeVar("T")

NEWS = "bangban_news"  # channel of NOTIFY; the payload is a hall

_HOLD = "SELECT pg_advisory_xact_lock($1::bigint)"
_TRY = "SELECT pg_try_advisory_xact_lock($1::bigint)"
_TELL = "SELECT pg_notify($1, $2)"
_BEGIN = {True: "BEGIN", False: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@lru_cache(maxsize=10_000)
def key_of(name: str) -> int:
    """The advisory lock of a name. Two names with one key would wait for each other, and nothing worse."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


class PostgresLine:
    """Plain SQL goes to the driver; SQLAlchemy may join in the same transaction."""

    def __init__(self, connection: Connection, writes: bool) -> None:
        self._writes = writes
        self._held: set[str] = set()
        self._asked_to_hold = False
        self._kept: list[Statement] = []
        self._put_off: list[Statement] = []
        self._foreseen: dict[tuple[Any, ...], list[Row] | None] = {}
        """Statements whose rows will be asked for, and the rows, once they are there."""
        self.changes = 0
        """Grows with every statement that may have changed something."""
        self.patient = True
        self._use(connection)

    def _use(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        self._connection, self._driver = connection, driver
        self._wire: Wire = connection.info.setdefault("wire", Wire(driver))
        connection.info["line"] = self

    def begin(self) -> None:
        if self._driver.closed:
            engine = self._connection.engine
            self._connection.invalidate()
            self._connection.close()
            self._use(engine.connect())
        self.patient = True
        self._held.clear()
        self._asked_to_hold = False
        self._foreseen.clear()
        self._put_off = []
        self._kept = [(_BEGIN[self._writes], [])]

    def commit(self, news: set[str]) -> None:
        """Listeners of every process are told by the database itself, when the commit is there."""
        self._kept += self._put_off
        self._kept += [(_TELL, [NEWS, hall]) for hall in sorted(news)]
        self._kept.append(("COMMIT", []))
        try:
            self.send()
        except psycopg.IntegrityError as refused:
            raise Clash from refused
        if (joined := self._connection.get_transaction()) is not None:
            joined.commit()

    def rollback(self) -> None:
        self._kept = []
        try:
            if (joined := self._connection.get_transaction()) is not None:
                joined.rollback()
            self._driver.rollback()
        except (psycopg.OperationalError, OperationalError):
            self._driver.close()  # ``begin`` opens another

    def joined(self) -> Connection:
        if not self._connection.in_transaction():
            self._connection.begin()
        return self._connection

    def rows(self, sql: Sql, values: dict[str, Any]) -> list[Row]:
        statement = (sql.numbered, [values[name] for name in sql.names])
        known = self._known(statement)
        if known is not None:
            return known
        self.note(sql.changes, sql.spares_foreseen)
        rows = self._talk(statement)
        if not self._writes:  # a reader's picture of the database stays as it is
            self._foreseen[statement[0], *statement[1]] = rows
        return rows

    def remembered(self, sql: Sql, values: dict[str, Any], made: Callable[[list[Row]], T]) -> T | None:
        """Other processes change the same tables: it is asked for each time."""
        rows = self.rows(sql, values)
        return made(rows) if rows else None

    def put_off(self, sql: Sql, values: dict[str, Any]) -> None:
        self._put_off.append((sql.numbered, [values[name] for name in sql.names]))

    def run(self, sql: Sql, values: dict[str, Any]) -> None:
        self.note(sql.changes, sql.spares_foreseen)
        self._kept.append((sql.numbered, [values[name] for name in sql.names]))

    def foresee(self, sql: Sql, values: dict[str, Any]) -> None:
        self._foresee((sql.numbered, [values[name] for name in sql.names]))

    def _foresee(self, statement: Statement) -> None:
        if (statement[0], *statement[1]) not in self._foreseen:
            self._kept.append(statement)
            self._foreseen[statement[0], *statement[1]] = None

    def _known(self, statement: Statement) -> list[Row] | None:
        """The rows of a statement that was foreseen, and that nothing has changed since."""
        key = (statement[0], *statement[1])
        if key not in self._foreseen:
            return None
        if self._foreseen[key] is None:
            self.send()
        return self._foreseen[key]

    def note(self, something: bool, spares_foreseen: bool = False) -> None:
        """A statement is sent that may have changed something: what was foreseen is no longer sure, unless it is spared."""
        if something:
            self.changes += 1
            if not spares_foreseen:
                self._foreseen.clear()

    def hold(self, name: str) -> None:
        """The first unit of a transaction waits for what it needs; the others would wait while they hold what is needed
        elsewhere, so they only try, and are put off if they can't have it. Thus nobody waits in a circle."""
        if name in self._held:
            return
        if self.patient:
            self._kept.append((_HOLD, [key_of(name)]))
            self._asked_to_hold = True
        elif self._tried(name) != [(True,)]:
            raise Later
        self._held.add(name)

    def will_hold(self, name: str) -> None:
        if self.patient:
            self.hold(name)
        elif name not in self._held:
            self._foresee((_TRY, [key_of(name)]))

    def _tried(self, name: str) -> list[Row]:
        statement = (_TRY, [key_of(name)])
        known = self._known(statement)
        return self._talk(statement) if known is None else known

    def close(self) -> None:
        self._connection.close()

    @property
    def broken(self) -> bool:
        """The transaction is lost: after any error of the database's."""
        return self._driver.closed or self._driver.info.transaction_status == psycopg.pq.TransactionStatus.INERROR

    def be_holding(self) -> None:
        if self._asked_to_hold:
            self.send()

    def send(self) -> None:
        """Sends what was kept."""
        if self._kept:
            self._ask([])

    def _talk(self, statement: Statement) -> list[Row]:
        return self._ask([statement])[-1]

    def _ask(self, more: list[Statement]) -> list[list[Row]]:
        kept, self._kept = self._kept + more, []
        answers = self._wire.talk(kept)
        self._asked_to_hold = False
        self._understand(kept, answers)
        return answers

    def _understand(self, kept: list[Statement], answers: list[list[Row]]) -> None:
        """Keeps what was foreseen."""
        if self._foreseen:
            for (query, values), rows in zip(kept, answers):
                if (query, *values) in self._foreseen:
                    self._foreseen[query, *values] = rows
