"""One unit of work: the transaction, the moment, the caller, and what to tell once it is committed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from central.audit import repository as audit
from central.callers import Caller
from central.context import Context
from central.events import repository as events
from central.vault import Vault


@dataclass
class Unit:
    """Handed to services. A request has one; so has a job of the service itself (``caller`` is None then)."""

    context: Context
    session: Session
    now: datetime
    base_url: str = ""
    known_caller: Caller | None = None
    rung: set[str] = field(default_factory=set)
    """Halls with news, to be rung after the commit."""

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
        events.add(self.session, hall, self.now, name, data)
        self.rung.add(hall)

    def record(self, action: str, subject: str, hall: str | None = None, actor: str | None = None) -> None:
        """A line of the audit. Ids only."""
        if self.known_caller is not None:
            hall, actor = self.known_caller.hall, self.known_caller.actor
        audit.add(self.session, self.now, hall, actor or "service", action, subject)


def unit_for(context: Context, session: Session) -> Unit:
    """A unit of work of the service itself."""
    return Unit(context, session, context.settings.clock())
