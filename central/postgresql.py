"""PostgreSQL: each process has one writing connection; a hall's units take turns between processes by an advisory lock."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from central.pipeline import NEWS, PostgresLine, key_of
from central.transaction import DatabaseUnreachable, UnsupportedDatabase

OLDEST = 150000  # the version that the tests run on, as ``server_version_num``
SETTINGS = (
    "-c timezone=UTC",
    "-c lock_timeout=15s",  # whoever holds a hall for longer is stuck
    "-c idle_in_transaction_session_timeout=60s",  # a process that stopped in mid-unit loses its hold
)
LEADER = "bangban leader"
log = logging.getLogger(__name__)


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
        taken = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({key_of(LEADER)})").scalar_one()
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
