"""One unit of work: the transaction, the moment, the caller, and what to tell once it is committed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from central.audit import repository as audit
from central.callers import Caller
from central.context import Context
from central.events import repository as events
from central.sql import Row, Sql
from central.transaction import Transaction, transaction_of
from central.vault import Vault


@dataclass
class Unit:
    """Handed to services. A request has one; so has a job of the service itself (``caller`` is None then).

    The function that works on it may run twice (``central.writer``): it changes the database and nothing else.
    """

    context: Context
    transaction: Transaction
    now: datetime
    base_url: str = ""
    known_caller: Caller | None = None

    @property
    def session(self) -> Session:
        """SQLAlchemy's, for everything that isn't hot. What it holds back is written before plain SQL runs."""
        return self.transaction.session

    def rows(self, sql: Sql, **values: Any) -> list[Row]:
        """All rows of a statement. Moments and days in them are read with ``as_moment`` and ``as_day``."""
        return self.transaction.rows(sql, values)

    def row(self, sql: Sql, **values: Any) -> Row | None:
        """The first row of a statement; None when there is none."""
        rows = self.transaction.rows(sql, values)
        return rows[0] if rows else None

    def run(self, sql: Sql, **values: Any) -> None:
        """Runs a statement whose result nobody asks for. It may be sent later, but before whatever comes after it."""
        self.transaction.run(sql, values)

    def foresee(self, sql: Sql, **values: Any) -> None:
        """The rows of this will be asked for soon: they can be fetched together with what comes next."""
        self.transaction.foresee(sql, values)

    def hold(self, name: str) -> None:
        """Keeps other units off ``name`` until the commit: the id of a hall, or a name that units agree on. Every unit that
        writes holds its caller's hall already."""
        self.transaction.hold(name)

    @property
    def vault(self) -> Vault:
        return self.context.vault

    @property
    def caller(self) -> Caller:
        if self.known_caller is None:
            raise LookupError("this unit of work has no caller")
        return self.known_caller

    def announce(self, hall: str, name: str, data: dict[str, Any]) -> None:
        """An event that goes out if, and only if, this unit is committed."""
        events.add(self.transaction, hall, self.now, name, data)
        self.transaction.rung.add(hall)

    def record(self, action: str, subject: str, hall: str | None = None, actor: str | None = None) -> None:
        """A line of the audit. Ids only."""
        if self.known_caller is not None:
            hall, actor = self.known_caller.hall, self.known_caller.actor
        audit.add(self.session, self.now, hall, actor or "service", action, subject)


def unit_for(context: Context, session: Session) -> Unit:
    """A unit of work of the service itself."""
    return Unit(context, transaction_of(session), context.settings.clock())
