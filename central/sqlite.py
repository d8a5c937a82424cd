"""SQLite: one file, one writing connection, many reading ones that see the last commit and never wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from central.sql import Row, Sql, naive
from central.transaction import Clash, UnsupportedDatabase

T = TypeVar("T")

SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an answer is on the disk before it leaves
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",  # what is forgotten is gone from the file
)
OLDEST = (3, 35)  # RETURNING
STATEMENTS = 512  # kept prepared for each connection; the driver's own 128 would be shared with SQLAlchemy's many


def engine_for(url: str, begin: str | None = None, **options: Any) -> Engine:
    """An engine whose driver starts no transactions of its own: SQLAlchemy starts them with ``begin``, or else whoever uses the
    connection. Parameters never appear in an error's text."""
    connect = {"cached_statements": STATEMENTS, "check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, connect_args=connect, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}").close()

    if begin is not None:

        @event.listens_for(engine, "begin")
        def start(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

    return engine


class SqliteLine:
    """One connection. Plain SQL goes to the driver; SQLAlchemy may join in the same transaction."""

    def __init__(self, connection: Connection, begin: str, told: Callable[[set[str]], None] | None = None) -> None:
        self._connection = connection
        self._begin = begin
        self._told = told
        self.patient = True  # nobody waits here
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._driver = driver
        self._cursor = driver.cursor()
        self._put_off: dict[Sql, list[Sequence[Any]]] = {}
        self._remembered: dict[tuple[Sql, Sequence[Any]], Any] = {}
        self._session_open = False

    def begin(self) -> None:
        self._driver.execute(self._begin)

    def commit(self, news: set[str]) -> None:
        """``news``: halls with events; nobody but this process listens to a file."""
        try:
            for sql, rows in self._put_off.items():
                self._cursor.executemany(sql.qmarks, rows)
            self._cursor.execute("COMMIT")
        except sqlite3.IntegrityError as refused:
            raise Clash from refused
        self._put_off.clear()
        self._session_open = False
        if (joined := self._connection.get_transaction()) is not None:
            joined.commit()
        if news and self._told is not None:
            self._told(news)

    def rollback(self) -> None:
        self._put_off.clear()
        self._session_open = False
        if (joined := self._connection.get_transaction()) is not None:
            joined.rollback()
        self._driver.rollback()

    def joined(self) -> Connection:
        self._session_open = True
        self._remembered.clear()
        if not self._connection.in_transaction():
            self._connection.begin()
        return self._connection

    def rows(self, sql: Sql, values: dict[str, Any]) -> list[Row]:
        return self._cursor.execute(sql.qmarks, _bound(sql, values)).fetchall()

    def remembered(self, sql: Sql, values: dict[str, Any], made: Callable[[list[Row]], T]) -> T | None:
        key = sql, _bound(sql, values)
        known: T | None = self._remembered.get(key)
        if known is None and (rows := self.rows(sql, values)):
            known = made(rows)
            if not self._session_open:  # it may yet change them
                self._remembered[key] = known
        return known

    def run(self, sql: Sql, values: dict[str, Any]) -> None:
        self._cursor.execute(sql.qmarks, _bound(sql, values))

    def put_off(self, sql: Sql, values: dict[str, Any]) -> None:
        self._put_off.setdefault(sql, []).append(_bound(sql, values))

    def foresee(self, sql: Sql, values: dict[str, Any]) -> None:
        """Nothing to do: the way to the database is no way at all."""

    def hold(self, name: str) -> None:
        """Nothing to do: whoever writes has the file for itself."""

    def be_holding(self) -> None:
        """Held it is from the beginning."""

    def will_hold(self, name: str) -> None:
        """Nothing to do, as for ``hold``."""

    def close(self) -> None:
        self._connection.close()

    @property
    def changes(self) -> int:
        """Grows with every row that is changed."""
        return self._driver.total_changes

    @property
    def broken(self) -> bool:
        """The transaction is gone, as after a full disk."""
        return not self._driver.in_transaction


# As SQLAlchemy's types store them.
_STORED: dict[type, Callable[[Any], str]] = {
    datetime: lru_cache(maxsize=256)(lambda moment: naive(moment).isoformat(" ", "microseconds")),  # a unit has one moment
    date: date.isoformat,
}


def _bound(sql: Sql, values: dict[str, Any]) -> tuple[Any, ...]:
    given = [values[name] for name in sql.names]
    return tuple([value if (stored := _STORED.get(type(value))) is None else stored(value) for value in given])


class Sqlite:
    """A file, served by one process."""

    def __init__(self, url: str) -> None:
        if make_url(url).database in (None, "", ":memory:"):
            raise UnsupportedDatabase("the URL of a SQLite database names its file: sqlite:////path/to/central.sqlite")
        if sqlite3.sqlite_version_info < OLDEST:
            raise UnsupportedDatabase(f"SQLite {'.'.join(map(str, OLDEST))} or newer is needed, this is {sqlite3.sqlite_version}")
        self._url = url
        self.engine = engine_for(url, pool_size=8, max_overflow=40)
        self._ring: Callable[[set[str]], None] = lambda halls: None

    def migrating(self) -> Engine:
        """In transactions of SQLAlchemy's."""
        return engine_for(self._url, "BEGIN IMMEDIATE")

    def writing(self) -> SqliteLine:
        return SqliteLine(self.engine.connect(), "BEGIN IMMEDIATE", lambda halls: self._ring(halls))

    def reading(self, connection: Connection) -> SqliteLine:
        return SqliteLine(connection, "BEGIN")

    def listen(self, ring: Callable[[set[str]], None], ring_all: Callable[[], None]) -> None:
        """Tells ``ring`` the halls with news from now on."""
        self._ring = ring
        ring_all()

    def lead(self) -> bool:
        """Whether this process is the one that does what is done once: there is no other."""
        return True

    def close(self) -> None:
        self.engine.dispose()
