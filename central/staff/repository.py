"""SQL of the staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from central.callers import Caller
from central.sql import Row, Sql, as_moment
from central.staff.models import Staff, StaffSession
from central.transaction import Transaction

_BY_SESSION = Sql(
    "SELECT s.expires_at, p.id, p.hall_id, p.role, p.name, p.must_change, w.window_id"
    " FROM staff_sessions s JOIN staff p ON p.id = s.staff_id LEFT JOIN staff_windows w ON w.staff_id = p.id"
    " WHERE s.token_hash = :mark AND p.active"
)


def foresee_caller(transaction: Transaction, token_hash: str) -> None:
    transaction.foresee(_BY_SESSION, {"mark": token_hash})


def caller_of(transaction: Transaction, token_hash: str, now: datetime) -> Caller | None:
    known = transaction.remembered(_BY_SESSION, {"mark": token_hash}, _with_session)
    return None if known is None or known[0] <= now else known[1]


def _with_session(rows: list[Row]) -> tuple[datetime, Caller]:
    """Until when the session lasts, and whose it is."""
    expires_at, person, hall, role, name, must_change, _ = rows[0]
    windows = frozenset(row[-1] for row in rows if row[-1])
    return as_moment(expires_at), Caller(person, hall, role, name, windows, bool(must_change))


def by_user(session: Session, user: str) -> Staff | None:
    return session.scalar(select(Staff).where(Staff.user == user))


def by_id(session: Session, staff_id: str) -> Staff | None:
    return session.get(Staff, staff_id)


def count_failure(session: Session, staff_id: str) -> int:
    """One more in a row; how many that makes."""
    return session.execute(
        update(Staff).where(Staff.id == staff_id).values(failures=Staff.failures + 1).returning(Staff.failures)
    ).scalar_one()


def end_session(session: Session, token_hash: str) -> None:
    session.execute(delete(StaffSession).where(StaffSession.token_hash == token_hash))


def end_sessions_of(session: Session, staff_id: str) -> None:
    session.execute(delete(StaffSession).where(StaffSession.staff_id == staff_id))


def end_sessions_before(session: Session, moment: datetime) -> None:
    session.execute(delete(StaffSession).where(StaffSession.expires_at <= moment))


def of_hall(session: Session, hall: str) -> list[Staff]:
    """In the order of their user names."""
    return list(session.scalars(select(Staff).where(Staff.hall_id == hall).order_by(Staff.user)))


def names(session: Session, hall: str) -> dict[str, str]:
    """By id."""
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.hall_id == hall))
    return {staff_id: name for staff_id, name in rows}
