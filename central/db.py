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
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from central import migrations
from central.postgresql import Postgresql
from central.sql import naive
from central.sqlite import Sqlite
from central.transaction import HOUSE, Transaction, UnsupportedDatabase
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


def store_at(url: str) -> Sqlite | Postgresql:
    """Raises ``UnsupportedDatabase`` or ``DatabaseUnreachable``, with words for the operator."""
    try:
        kind = make_url(url).get_backend_name()
    except ArgumentError:
        kind = "unknown"
    if kind == "sqlite":
        return Sqlite(url)
    if kind == "postgresql":
        return Postgresql(url)
    raise UnsupportedDatabase("a database is a URL: sqlite:////path/to/file or postgresql+psycopg://user@host/name")


class Database:
    """Runs units of work. ``write`` and ``submit`` change data; ``read`` may run in any thread.

    A unit is a function of a ``Session``, or, for ``change`` and ``look``, of the ``Transaction`` that gives a session and takes
    plain SQL. It may run twice (``central.writer``).
    """

    def __init__(self, url: str) -> None:
        self._store = store_at(url)
        self._forgetting: list[Callable[[], None]] = []
        self._writer = Writer(self._store.writing(), self._forget)

    @property
    def alone(self) -> bool:
        """No other process changes this database: what memory holds of it stays true until it is changed here."""
        return isinstance(self._store, Sqlite)

    def when_undone(self, forget: Callable[[], None]) -> None:
        """``forget`` is called whenever changes were taken back: a cache may hold what was never committed."""
        self._forgetting.append(forget)

    def _forget(self) -> None:
        for forget in self._forgetting:
            forget()

    def listen(self, ring: Callable[[set[str]], None], ring_all: Callable[[], None]) -> None:
        """``ring`` is called with the halls that have news after a commit, on a thread of the database's; ``ring_all`` when some
        may have been missed."""
        self._store.listen(ring, ring_all)

    def lead(self) -> bool:
        """Whether this process is the one, of all that serve this database, that does what is done once."""
        return self._store.lead()

    def look(self, work: Callable[[Transaction], T]) -> T:
        with self._store.engine.connect() as connection:
            line = self._store.reading(connection)
            line.begin()
            transaction = Transaction(line, autoflush=False)
            try:
                result = work(transaction)
                transaction.close()
                line.commit(set())
                return result
            except BaseException:
                transaction.close()
                line.rollback()
                raise

    async def change(self, work: Callable[[Transaction], T], ahead: Callable[[Transaction], None] | None = None) -> T:
        """``ahead``: as ``central.writer.Job`` says; a database that no way leads to has no use for it."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writer.take(Job(work, future, None if self.alone else ahead))
        return await future

    def read(self, work: Work[T]) -> T:
        return self.look(lambda transaction: work(transaction.session))

    def submit(self, work: Work[T]) -> Future[T]:
        def unit(transaction: Transaction) -> T:
            transaction.hold(HOUSE)
            return work(transaction.session)

        future: Future[T] = Future()
        self._writer.take(Job(unit, future))
        return future

    def write(self, work: Work[T]) -> T:
        return self.submit(work).result()

    def migrate(self, change: Callable[[Connection], None]) -> None:
        """Hands a connection on which tables may be made anew to ``change``."""
        engine = self._store.migrating()
        with migrations.changing(engine) as connection:
            change(connection)
        engine.dispose()

    def close(self) -> None:
        """Waits for the work already handed over; SQLite then folds its log into the file."""
        self._writer.close()
        self._store.close()
