"""The database: many readers, one writer.

Measured on SQLite (spec/performance.md): many writing connections to one file give worst cases of seconds, one writer does not.
So every change runs on one thread, in the order it was asked for, in a transaction that starts with BEGIN IMMEDIATE and is
durable (synchronous=FULL) before the answer leaves. Readers see the last commit and never wait. A unit of work is handed over
as a function: putting several of them under one commit (group commit) changes this file alone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import DateTime, Dialect, Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from central import migrations
from central.errors import Refusal

T = TypeVar("T")
Work = Callable[[Session], T]


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware UTC in Python, naive UTC in the column. A naive value is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

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


def engine_for(url: str, begin: str = "BEGIN", **options: Any) -> Engine:
    """An engine on a SQLite file whose transactions start with ``begin``. Parameters never appear in an error's text."""
    if make_url(url).get_backend_name() != "sqlite" or make_url(url).database in (None, "", ":memory:"):
        raise UnsupportedDatabase("database must be the URL of a SQLite file: sqlite:////path/to/central.sqlite")
    engine = create_engine(url, hide_parameters=True, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not start transactions of its own
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


class Database:
    """Runs units of work. ``write`` and ``submit`` change data, one at a time and in order; ``read`` may run in any thread."""

    def __init__(self, url: str) -> None:
        self._writing = engine_for(url, begin="BEGIN IMMEDIATE", pool_size=1, max_overflow=0)
        self._reading = engine_for(url, pool_size=8, max_overflow=40)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="central-writer")

    def read(self, work: Work[T]) -> T:
        with Session(self._reading, autoflush=False) as session:
            return work(session)

    def submit(self, work: Work[T]) -> Future[T]:
        return self._writer.submit(self._transact, work)

    def write(self, work: Work[T]) -> T:
        return self.submit(work).result()

    def _transact(self, work: Work[T]) -> T:
        with Session(self._writing, expire_on_commit=False) as session:
            try:
                result = work(session)
            except Refusal as refusal:
                if refusal.kept:
                    session.commit()
                raise
            session.commit()
            return result

    def migrate(self, change: Callable[[Any], None]) -> None:
        """Hands a connection on which tables may be made anew to ``change``, on the writer's thread."""

        def run() -> None:
            with migrations.changing(self._writing) as connection:
                change(connection)

        self._writer.submit(run).result()

    def close(self) -> None:
        """Waits for the work already handed over, then folds the log into the file."""
        self._writer.shutdown(wait=True)
        self._reading.dispose()
        self._writing.dispose()
