"""PostgreSQL: each process has one writing connection; a hall's units take turns between processes by an advisory lock.

Measured: what a statement costs here is mostly its way there and back. So statements whose result nobody waits for are kept and
sent in one go with the next one that has a result, or with the commit (libpq's pipeline mode).
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from central.sql import Row, Sql
from central.transaction import DatabaseUnreachable, Later, UnsupportedDatabase
from central.wire import Statement, Wire

OLDEST = 150000  # the version that the tests run on, as ``server_version_num``
SETTINGS = (
    "-c timezone=UTC",
    "-c lock_timeout=15s",  # whoever holds a hall for longer is stuck
    "-c idle_in_transaction_session_timeout=60s",  # a process that stopped in mid-unit loses its hold
)
NEWS = "bangban_news"  # channel of NOTIFY; the payload is a hall
LEADER = "bangban leader"
log = logging.getLogger(__name__)

_HOLD = "SELECT pg_advisory_xact_lock($1::bigint)"
_TRY = "SELECT pg_try_advisory_xact_lock($1::bigint)"
_TELL = "SELECT pg_notify($1, $2)"
_BEGIN = {True: "BEGIN", False: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@lru_cache(maxsize=10_000)
def _key(name: str) -> int:
    """The advisory lock of a name. Two names with one key would wait for each other, and nothing worse."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


class PostgresLine:
    """One connection. Plain SQL goes to the driver, in its pipeline where that saves a way; SQLAlchemy may join in."""

    def __init__(self, connection: Connection, writes: bool) -> None:
        self._writes = writes
        self._held: set[str] = set()
        self._kept: list[Statement] = []
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
        self._foreseen.clear()
        self._kept = [(_BEGIN[self._writes], [])]

    def commit(self, news: set[str]) -> None:
        """Listeners of every process are told by the database itself, when the commit is there."""
        self._kept += [(_TELL, [NEWS, hall]) for hall in sorted(news)]
        self._kept.append(("COMMIT", []))
        self.send()
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
        if self._foreseen and (sql.numbered, *statement[1]) in self._foreseen:
            self.send()
            return self._foreseen.pop((sql.numbered, *statement[1])) or []
        self.note(sql.changes)
        return self._talk(statement)

    def run(self, sql: Sql, values: dict[str, Any]) -> None:
        self.note(sql.changes)
        self._kept.append((sql.numbered, [values[name] for name in sql.names]))

    def foresee(self, sql: Sql, values: dict[str, Any]) -> None:
        statement = (sql.numbered, [values[name] for name in sql.names])
        self._kept.append(statement)
        self._foreseen[sql.numbered, *statement[1]] = None

    def note(self, something: bool) -> None:
        """A statement is sent that may have changed something: what was foreseen is no longer sure."""
        if something:
            self.changes += 1
            self._foreseen.clear()

    def hold(self, name: str) -> None:
        """The first unit of a transaction waits for what it needs; the others would wait while they hold what is needed
        elsewhere, so they only try, and are put off if they can't have it. Thus nobody waits in a circle."""
        if name in self._held:
            return
        if self.patient:
            self._kept.append((_HOLD, [_key(name)]))
        elif self._talk((_TRY, [_key(name)])) != [(True,)]:
            raise Later
        self._held.add(name)

    def close(self) -> None:
        self._connection.close()

    @property
    def broken(self) -> bool:
        """The transaction is lost: after any error of the database's."""
        return self._driver.closed or self._driver.info.transaction_status == psycopg.pq.TransactionStatus.INERROR

    def send(self) -> None:
        """Sends what was kept."""
        if self._kept:
            kept, self._kept = self._kept, []
            self._understand(kept, self._wire.talk(kept))

    def _talk(self, statement: Statement) -> list[Row]:
        kept, self._kept = [*self._kept, statement], []
        answers = self._wire.talk(kept)
        self._understand(kept, answers)
        return answers[-1]

    def _understand(self, kept: list[Statement], answers: list[list[Row]]) -> None:
        """Keeps what was foreseen."""
        if self._foreseen:
            for (query, values), rows in zip(kept, answers):
                if (query, *values) in self._foreseen:
                    self._foreseen[query, *values] = rows


def engine_for(url: str, **options: Any) -> Engine:
    """An engine whose connections start no transactions of their own. Parameters never appear in an error's text."""
    engine = create_engine(
        url,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        use_native_hstore=False,
        connect_args={
            "options": " ".join(SETTINGS),
            "connect_timeout": 5,
            "application_name": "bangban",
            "prepare_threshold": None,  # a psycopg that prepares drops everything prepared after a rollback, the wire's too
        },
        **options,
    )

    @event.listens_for(engine, "before_cursor_execute")
    def in_order(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        line: PostgresLine | None = connection.info.get("line")
        if line is not None:
            line.send()
            line.note(not statement.lstrip().upper().startswith("SELECT"))

    return engine


class Postgresql:
    """A database of a server, shared by the processes of one or several nodes."""

    def __init__(self, url: str) -> None:
        if make_url(url).drivername not in ("postgresql", "postgresql+psycopg"):
            raise UnsupportedDatabase("the URL of a PostgreSQL database begins with postgresql+psycopg://")
        self._url = make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        self.engine = engine_for(self._url, pool_size=8, max_overflow=8, pool_pre_ping=True)
        self._leading: Connection | None = None
        self._closing = threading.Event()
        self._listener: threading.Thread | None = None
        self._check()

    def _check(self) -> None:
        try:
            with self.engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert isinstance(driver, psycopg.Connection)
                version = driver.info.server_version
        except OperationalError as trouble:
            raise DatabaseUnreachable(f"PostgreSQL cannot be reached: {' '.join(str(trouble.orig).split())}") from None
        if version < OLDEST:
            raise UnsupportedDatabase(f"PostgreSQL {OLDEST // 10_000} or newer is needed, this is {version // 10_000}")

    def migrating(self) -> Engine:
        """In transactions of SQLAlchemy's."""
        return create_engine(self._url, hide_parameters=True)

    def writing(self) -> PostgresLine:
        return PostgresLine(self.engine.connect(), writes=True)

    def reading(self, connection: Connection) -> PostgresLine:
        return PostgresLine(connection, writes=False)

    def listen(self, ring: Callable[[set[str]], None], ring_all: Callable[[], None]) -> None:
        """Tells ``ring`` the halls with news, whichever process made them, from when ``ring_all`` was called on."""
        self._listener = threading.Thread(target=self._listen, args=(ring, ring_all), name="central-news")
        self._listener.start()

    def _listen(self, ring: Callable[[set[str]], None], ring_all: Callable[[], None]) -> None:
        while not self._closing.is_set():
            try:
                with self.engine.connect() as connection:
                    driver = connection.connection.driver_connection
                    assert isinstance(driver, psycopg.Connection)
                    driver.execute(f"LISTEN {NEWS}")
                    ring_all()  # what was told before this line was heard by nobody
                    if self._closing.is_set():
                        break  # the word that ends the loop may have been said before, too
                    for notify in driver.notifies():
                        if self._closing.is_set():
                            break
                        ring({notify.payload})
                    driver.execute(f"UNLISTEN {NEWS}")
            except (psycopg.OperationalError, OperationalError):
                log.warning("news of other processes are not heard: the connection is gone; it is tried again")
                self._closing.wait(1)

    def lead(self) -> bool:
        """Whether this process is the one, of all that serve this database, that does what is done once. It stays the one for as
        long as it lives."""
        if self._leading is not None and not self._leading.closed:
            return True
        connection = self.engine.connect()
        taken = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_key(LEADER)})").scalar_one()
        if taken:
            self._leading = connection
        else:
            connection.close()
        return bool(taken)

    def close(self) -> None:
        if self._closing.is_set():
            return
        self._closing.set()
        if self._listener is not None:
            with self.engine.connect() as connection:
                connection.exec_driver_sql(f"SELECT pg_notify('{NEWS}', '')")
            self._listener.join()
        if self._leading is not None:
            self._leading.invalidate()  # the session's end gives the lock back
            self._leading.close()
        self.engine.dispose()
