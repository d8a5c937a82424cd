"""Logging in and out, as the API and the pages do it: read, judge the password, write."""

from __future__ import annotations

from sqlalchemy.orm import Session

from central import security
from central.callers import STAFF, Caller
from central.context import Context
from central.credentials import admit
from central.errors import NotEnrolled
from central.routing import Asked
from central.staff import service
from central.staff.schemas import LoginOut
from central.staff.service import Known
from central.transaction import transaction_of
from central.unit import unit_for


def log_in(context: Context, user: str, password: str) -> LoginOut:
    """Raises ``LoginRefused``. Takes the time of one Argon2 run, for unknown users too; not for an event loop's thread."""
    known = context.database.read(lambda session: service.known(session, user))
    fits = _fits(known, password)
    return context.database.write(lambda session: service.log_in(unit_for(context, session), known, fits))


def log_out(asked: Asked) -> None:
    """Ends the session of the caller; nothing happens when there is none."""

    def work(session: Session) -> None:
        unit = asked.begin(transaction_of(session))
        admit(unit, asked.credentials, None, None)
        if asked.credentials.token is not None:
            service.log_out(unit, asked.credentials.token)

    asked.context.database.write(work)


def change_password(asked: Asked, old: str, new: str) -> None:
    """The caller's own; works with the initial password, and for nothing else then."""
    caller = asked.context.database.read(lambda session: _staff_caller(asked, session))
    known = asked.context.database.read(lambda session: service.known_by_id(session, caller.id))
    if not _fits(known, old):
        asked.context.database.write(lambda session: service.log_in(unit_for(asked.context, session), known, False))
    hashed = service.hashed_new_password(new, old)
    asked.context.database.write(lambda session: service.change_password(asked.begin(transaction_of(session)), caller.id, hashed))


def _fits(known: Known | None, password: str) -> bool:
    return security.password_fits(None if known is None else known.password_hash, password)


def _staff_caller(asked: Asked, session: Session) -> Caller:
    unit = asked.begin(transaction_of(session))
    admit(unit, asked.credentials, None, None)
    if unit.known_caller is None or unit.caller.role not in STAFF:
        raise NotEnrolled("no session")
    return unit.caller
