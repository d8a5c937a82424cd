"""What one unit of work may do with the database: plain SQL, and SQLAlchemy's session for everything that isn't hot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from central.sql import Row, Sql

T = TypeVar("T")

KEY = "transaction"  # in ``session.info``
HOUSE = ""
"""Held by units that belong to no hall. Who holds several names takes them in order: the house, a hall, anything else."""


class UnsupportedDatabase(ValueError):
    """The URL names a database that this version doesn't serve."""


class DatabaseUnreachable(RuntimeError):
    """The database doesn't answer, or refuses the credentials of the URL."""


class Later(BaseException):
    """What the unit needs to hold is held elsewhere: its turn comes with the next commit. No part of the service catches it."""


class Clash(Exception):
    """A constraint refused the commit: what the units of the group foresaw can't all stand. Its cause is the driver's error."""


class Line(Protocol):
    """A connection as a unit of work needs it. Made by ``central.sqlite`` or ``central.postgresql``."""

    def joined(self) -> Connection:
        """SQLAlchemy's connection, in the transaction that plain SQL is in."""

    def rows(self, sql: Sql, values: dict[str, Any]) -> list[Row]: ...

    def remembered(self, sql: Sql, values: dict[str, Any], made: Callable[[list[Row]], T]) -> T | None: ...

    def run(self, sql: Sql, values: dict[str, Any]) -> None: ...

    def put_off(self, sql: Sql, values: dict[str, Any]) -> None: ...

    def foresee(self, sql: Sql, values: dict[str, Any]) -> None: ...

    def be_holding(self) -> None: ...

    def hold(self, name: str) -> None: ...

    def will_hold(self, name: str) -> None: ...


class Transaction:
    """One unit's part of a transaction; other units may share its commit."""

    def __init__(self, line: Line, autoflush: bool = True) -> None:
        self._line = line
        self._autoflush = autoflush
        self._session: Session | None = None
        self._put_off: list[tuple[Sql, dict[str, Any]]] = []
        self.rung: set[str] = set()
        """Halls with news, to be told of once this is committed."""

    @property
    def session(self) -> Session:
        """Opened when it is asked for first: a unit that needs none has none."""
        if self._session is None:
            self._session = Session(
                self._line.joined(),
                expire_on_commit=False,
                autoflush=self._autoflush,
                join_transaction_mode="rollback_only",  # who commits is the writer
            )
            self._session.info[KEY] = self
        return self._session

    def rows(self, sql: Sql, values: dict[str, Any]) -> list[Row]:
        self.flush()
        return self._line.rows(sql, values)

    def remembered(self, sql: Sql, values: dict[str, Any], made: Callable[[list[Row]], T]) -> T | None:
        """What is ``made`` of the rows of a statement; None when there are none. Of tables that nothing but sessions changes: a
        process that has its database for itself knows it until the next session is opened."""
        self.flush()
        return self._line.remembered(sql, values, made)

    def run(self, sql: Sql, values: dict[str, Any]) -> None:
        self.flush()
        self._line.run(sql, values)

    def put_off(self, sql: Sql, values: dict[str, Any]) -> None:
        """Runs just before the commit, together with its like of all units of the group: for what none of them reads."""
        self._put_off.append((sql, values))

    def foresee(self, sql: Sql, values: dict[str, Any]) -> None:
        """The rows of this will be asked for soon. PostgreSQL is asked for them together with what comes next, which saves a way;
        they are asked for anew when something was changed meanwhile that may have changed them (``Sql.spares_foreseen``)."""
        self._line.foresee(sql, values)

    def hold(self, name: str) -> None:
        """From here to the commit no other transaction holds ``name``: the id of a hall, or a name that units agree on."""
        self._line.hold(name)

    def will_hold(self, name: str) -> None:
        """``name`` will be held soon: it can be asked for together with what comes next."""
        self._line.will_hold(name)

    def be_holding(self) -> None:
        """Waits until all that is to be held is held; ``hold`` alone may ask for it together with what comes next."""
        self._line.be_holding()

    def flush(self) -> None:
        """Sends what the session has kept back."""
        if self._session is not None:
            self._session.flush()

    def done(self) -> None:
        """The unit is through, and what it did stands."""
        self.flush()
        for sql, values in self._put_off:
            self._line.put_off(sql, values)

    def close(self) -> None:
        if self._session is not None:
            self._session.close()


def transaction_of(session: Session) -> Transaction:
    """The transaction that a session handed to a unit's function belongs to."""
    transaction: Transaction = session.info[KEY]
    return transaction
