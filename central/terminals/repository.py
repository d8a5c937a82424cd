"""SQL of the terminals."""

from __future__ import annotations

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
