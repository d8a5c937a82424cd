"""SQL of the terminals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from central.callers import Caller
from central.sql import Row, Sql
from central.terminals.models import Enrolment, Terminal
from central.transaction import Transaction

if TYPE_CHECKING:
    from central.terminals.presence import Sighting

_TABLE = cast(Table, Terminal.__table__)
_OF_HALL = select(Terminal).where(Terminal.hall_id == bindparam("hall")).order_by(Terminal.name)
_BY_TOKEN = Sql("SELECT id, hall_id, role, name, window_id FROM terminals WHERE token_hash = :mark")


def foresee_caller(transaction: Transaction, token_hash: str) -> None:
    transaction.foresee(_BY_TOKEN, {"mark": token_hash})


def caller_of(transaction: Transaction, token_hash: str) -> Caller | None:
    return transaction.remembered(_BY_TOKEN, {"mark": token_hash}, _machine)


def _machine(rows: list[Row]) -> Caller:
    terminal, hall, role, name, window = rows[0]
    return Caller(terminal, hall, role, name, frozenset((window,) if window else ()))


def of_enrolment(session: Session, enrolment: Enrolment) -> Terminal:
    return session.get_one(Terminal, enrolment.terminal_id)


def by_name(session: Session, hall: str, name: str) -> Terminal | None:
    return session.scalar(select(Terminal).where(Terminal.hall_id == hall, Terminal.name == name))


def by_id(session: Session, hall: str, terminal_id: str) -> Terminal | None:
    return session.scalar(select(Terminal).where(Terminal.hall_id == hall, Terminal.id == terminal_id))


def enrolment(session: Session, code_hash: str) -> Enrolment | None:
    return session.get(Enrolment, code_hash)


def open_enrolments(session: Session, terminal_id: str) -> list[Enrolment]:
    return list(session.scalars(select(Enrolment).where(Enrolment.terminal_id == terminal_id, Enrolment.used_at.is_(None))))


def of_hall(session: Session, hall: str) -> list[Terminal]:
    """In the order of their names."""
    return list(session.scalars(_OF_HALL, {"hall": hall}))


def names(session: Session, hall: str) -> dict[str, str]:
    """By id."""
    rows = session.execute(select(Terminal.id, Terminal.name).where(Terminal.hall_id == hall))
    return {terminal_id: name for terminal_id, name in rows}


def write_sightings(session: Session, sightings: Mapping[str, Sighting]) -> None:
    """By machine. What another process wrote since stays."""
    older = _TABLE.c.seen_at.is_(None) | (_TABLE.c.seen_at < bindparam("at"))
    statement = update(_TABLE).where(_TABLE.c.id == bindparam("machine"), older)
    said = statement.values(seen_at=bindparam("at"), version=bindparam("said"), troubles=bindparam("found"))
    values = [{"machine": each, "at": it.at, "said": it.version, "found": it.troubles} for each, it in sightings.items()]
    session.connection().execute(said, values)


def codes_until(session: Session, hall: str, now: datetime) -> dict[str, datetime]:
    """Until when the unused code of a machine is good, by the machine's id."""
    query = (
        select(Enrolment.terminal_id, Enrolment.expires_at)
        .join(Terminal, Terminal.id == Enrolment.terminal_id)
        .where(Terminal.hall_id == hall, Enrolment.used_at.is_(None), Enrolment.expires_at > now)
    )
    return {terminal_id: until for terminal_id, until in session.execute(query)}
