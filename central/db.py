"""The database: many readers, one writer to a process.

Measured on SQLite (spec/performance.md): many writing connections to one file give worst cases of seconds, one writer does not.
So every change runs on one thread, in the order in which it was asked for, and is durable before the answer leaves. What waits
together is committed together (``central.writer``). Readers see the last commit and never wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection, DateTime, Dialect, MetaData
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from central import migrations, sqlite
from central.sql import naive
from central.transaction import Transaction
from central.writer import Job, Writer

T = TypeVar("T")
Work = Callable[[Session], T]


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, naive UTC in the column. A naive value is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else naive(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UnsupportedDatabase(ValueError):
    """The URL names a database that this version doesn't serve."""


class Database:
    """Runs units of work. ``write`` and ``submit`` change data; ``read`` may run in any thread.

    A unit is a function of a ``Session``, or, for ``change`` and ``look``, of the ``Transaction`` that gives a session and takes
    plain SQL. It may run twice (``central.writer``).
    """

    def __init__(self, url: str) -> None:
        if make_url(url).get_backend_name() != "sqlite" or make_url(url).database in (None, "", ":memory:"):
            raise UnsupportedDatabase("database must be the URL of a SQLite file: sqlite:////path/to/central.sqlite")
        self._url = url
        self._engine = sqlite.engine_for(url, pool_size=8, max_overflow=40)
        self._connection = self._engine.connect()
        self._undone: list[Callable[[], None]] = []
        self._told: list[Callable[[set[str]], None]] = []
        self._writer = Writer(sqlite.SqliteLine(self._connection, "BEGIN IMMEDIATE"), self._tell, self._forget)

    def when_undone(self, forget: Callable[[], None]) -> None:
        """``forget`` is called whenever changes were taken back: a cache may hold what was never committed."""
        self._undone.append(forget)

    def when_told(self, ring: Callable[[set[str]], None]) -> None:
        """``ring`` is called with the halls that have news, after each commit; on a thread of the database's."""
        self._told.append(ring)

    def _tell(self, halls: set[str]) -> None:
        for ring in self._told:
            ring(halls)

    def _forget(self) -> None:
        for forget in self._undone:
            forget()

    def look(self, work: Callable[[Transaction], T]) -> T:
        with self._engine.connect() as connection:
            line = sqlite.SqliteLine(connection, "BEGIN")
            line.begin()
            transaction = Transaction(line, autoflush=False)
            try:
                return work(transaction)
            finally:
                transaction.close()
                line.rollback()

    async def change(self, work: Callable[[Transaction], T]) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writer.take(Job(work, future))
        return await future

    def read(self, work: Work[T]) -> T:
        return self.look(lambda transaction: work(transaction.session))

    def submit(self, work: Work[T]) -> Future[T]:
        future: Future[T] = Future()
        self._writer.take(Job(lambda transaction: work(transaction.session), future))
        return future

    def write(self, work: Work[T]) -> T:
        return self.submit(work).result()

    def migrate(self, change: Callable[[Connection], None]) -> None:
        """Hands a connection on which tables may be made anew to ``change``."""
        engine = sqlite.engine_for(self._url, "BEGIN IMMEDIATE")
        with migrations.changing(engine) as connection:
            change(connection)
        engine.dispose()

    def close(self) -> None:
        """Waits for the work already handed over, then folds the log into the file."""
        self._writer.close()
        self._connection.close()
        self._engine.dispose()
