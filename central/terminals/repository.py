"""SQL of the terminals."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from central.callers import Caller
from central.terminals.models import Enrolment, Terminal

_BY_TOKEN = select(Terminal).where(Terminal.token_hash == bindparam("token_hash"))


def caller_of(session: Session, token_hash: str) -> Caller | None:
    terminal = session.scalar(_BY_TOKEN, {"token_hash": token_hash})
    if terminal is None:
        return None
    windows = frozenset({terminal.window_id} if terminal.window_id else ())
    return Caller(terminal.id, terminal.hall_id, terminal.role, terminal.name, windows)


def of_enrolment(session: Session, enrolment: Enrolment) -> Terminal:
    return session.get_one(Terminal, enrolment.terminal_id)


def by_name(session: Session, hall: str, name: str) -> Terminal | None:
    return session.scalar(select(Terminal).where(Terminal.hall_id == hall, Terminal.name == name))


def enrolment(session: Session, code_hash: str) -> Enrolment | None:
    return session.get(Enrolment, code_hash)


def open_enrolments(session: Session, terminal_id: str) -> list[Enrolment]:
    return list(session.scalars(select(Enrolment).where(Enrolment.terminal_id == terminal_id, Enrolment.used_at.is_(None))))


def of_hall(session: Session, hall: str) -> list[Terminal]:
    """In the order of their names."""
    return list(session.scalars(select(Terminal).where(Terminal.hall_id == hall).order_by(Terminal.name)))


def names(session: Session, hall: str) -> dict[str, str]:
    """By id."""
    rows = session.execute(select(Terminal.id, Terminal.name).where(Terminal.hall_id == hall))
    return {terminal_id: name for terminal_id, name in rows}


def codes_until(session: Session, hall: str, now: datetime) -> dict[str, datetime]:
    """Until when the unused code of a machine is good, by the machine's id."""
    query = (
        select(Enrolment.terminal_id, Enrolment.expires_at)
        .join(Terminal, Terminal.id == Enrolment.terminal_id)
        .where(Terminal.hall_id == hall, Enrolment.used_at.is_(None), Enrolment.expires_at > now)
    )
    return {terminal_id: until for terminal_id, until in session.execute(query)}
