"""Staff: their passwords and sessions. The slow part, Argon2, always runs outside the writer's thread."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from central import security
from central.errors import Invalid, LoginRefused
from central.staff import repository
from central.staff.models import Staff, StaffLine, StaffSession, StaffWindow
from central.staff.schemas import LoginOut, StaffRole
from central.unit import Unit

FAILURES_ALLOWED = 5  # in a row
LOCKED_FOR = timedelta(minutes=15)
SESSION_LIFE = timedelta(hours=12)  # a working day, without renewal
SHORTEST_PASSWORD = 10


@dataclass(frozen=True, repr=False)
class Known:
    """What is needed to judge a password, read before the judging."""

    id: str
    hall: str
    password_hash: str


def known(session: Session, user: str) -> Known | None:
    person = repository.by_user(session, user)
    return None if person is None else Known(person.id, person.hall_id, person.password_hash)


def known_by_id(session: Session, staff_id: str) -> Known | None:
    person = repository.by_id(session, staff_id)
    return None if person is None else Known(person.id, person.hall_id, person.password_hash)


def log_in(unit: Unit, person: Known | None, fits: bool) -> LoginOut:
    """Opens a session, or counts the failure. One answer for every reason, so that nobody learns which users there are."""
    if person is not None:
        unit.hold(person.hall)  # its manager may be setting another password
    staff = None if person is None else repository.by_id(unit.session, person.id)
    if staff is None or person is None or not _admitted(unit, staff, fits, person):
        raise LoginRefused(
            f"user or password is wrong, or too many failures: then wait {LOCKED_FOR // timedelta(minutes=1)} minutes"
        )
    token = security.new_token(security.STAFF_TOKEN)
    unit.session.add(StaffSession(token_hash=security.token_hash(token), staff_id=staff.id, expires_at=unit.now + SESSION_LIFE))
    unit.record("staff.login", staff.id, staff.hall_id, f"staff:{staff.id}")
    role: StaffRole = staff.role  # type: ignore[assignment]
    return LoginOut(token=token, name=staff.name, role=role, hall=staff.hall_id, must_change=staff.must_change)


def _admitted(unit: Unit, staff: Staff, fits: bool, judged: Known) -> bool:
    if not staff.active or (staff.locked_until is not None and staff.locked_until > unit.now):
        return False
    if fits and judged.password_hash == staff.password_hash:
        staff.failures, staff.locked_until = 0, None
        return True
    unit.record("staff.login_failed", staff.id, staff.hall_id)
    if repository.count_failure(unit.session, staff.id) >= FAILURES_ALLOWED:
        staff.failures, staff.locked_until = 0, unit.now + LOCKED_FOR
        unit.record("staff.locked", staff.id, staff.hall_id)
    return False


def log_out(unit: Unit, token: str) -> None:
    repository.end_session(unit.session, security.token_hash(token))


def hashed_new_password(new: str, old: str) -> str:
    if len(new) < SHORTEST_PASSWORD:
        raise Invalid(f"a password needs at least {SHORTEST_PASSWORD} characters", "new")
    if new == old:
        raise Invalid("the new password must differ from the old one", "new")
    return security.password_hash(new)


def change_password(unit: Unit, staff_id: str, new_hash: str) -> None:
    """The staff member's own choice. Every session of theirs ends; they log in with the new password."""
    staff = repository.by_id(unit.session, staff_id)
    if staff is not None:
        staff.password_hash, staff.must_change = new_hash, False
        repository.end_sessions_of(unit.session, staff.id)
        unit.record("staff.password_changed", staff.id, staff.hall_id, f"staff:{staff.id}")


def enter(
    unit: Unit, hall: str, user: str, name: str, role: StaffRole, windows: Iterable[str], lines: Iterable[str] = ()
) -> Staff:
    """A member of the staff who cannot log in before a password is set. ``lines``: what they can do; none: everything."""
    staff = Staff(id=str(uuid4()), hall_id=hall, user=user, name=name, role=role, password_hash="", must_change=True, failures=0)
    unit.session.add(staff)
    unit.session.flush()
    unit.session.add_all(StaffWindow(staff_id=staff.id, hall_id=hall, window_id=window) for window in windows)
    unit.session.add_all(StaffLine(staff_id=staff.id, hall_id=hall, line_id=line) for line in lines)
    return staff


@dataclass(frozen=True, repr=False)
class InitialPassword:
    """To be handed over on paper and changed at the first login."""

    text: str
    hashed: str


def new_initial_password() -> str:
    """16 characters that are read off easily, 79 bits."""
    return "".join(secrets.choice(security.CODE_ALPHABET) for _ in range(16))


def initial_password() -> InitialPassword:
    """Takes the time of one Argon2 run."""
    text = new_initial_password()
    return InitialPassword(text, security.password_hash(text))


def set_initial_password(unit: Unit, staff: Staff, hashed: str) -> None:
    staff.password_hash, staff.must_change, staff.failures, staff.locked_until = hashed, True, 0, None
    repository.end_sessions_of(unit.session, staff.id)
    unit.record("staff.initial_password", staff.id, staff.hall_id)


def end_sessions(unit: Unit, staff: Staff) -> None:
    """Whoever is logged in as this member has to do so again."""
    repository.end_sessions_of(unit.session, staff.id)


def unlock(unit: Unit, staff: Staff) -> None:
    """Lifts a lockout before its time."""
    staff.failures, staff.locked_until = 0, None


def forget_sessions(session: Session, now: datetime) -> None:
    repository.end_sessions_before(session, now)
