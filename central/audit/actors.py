"""Who stands behind an actor of the audit."""

from __future__ import annotations

from sqlalchemy.orm import Session

from central.staff import repository as staff
from central.terminals import repository as terminals


def names(session: Session, hall: str) -> dict[str, str]:
    """Names of the hall's staff and machines by actor (``staff:<id>``, ``terminal:<id>``)."""
    people = {f"staff:{each}": name for each, name in staff.names(session, hall).items()}
    return people | {f"terminal:{each}": name for each, name in terminals.names(session, hall).items()}


def elsewhere(session: Session, actor: str) -> str | None:
    """The name of somebody of another hall's staff; None for anybody else."""
    kind, _, id = actor.partition(":")
    person = staff.by_id(session, id) if kind == "staff" else None
    return None if person is None else person.name


def of_id(session: Session, hall: str, id: str) -> str:
    """The actor of a row that keeps the id alone: a machine, or else a member of the staff."""
    return f"{'terminal' if id in terminals.names(session, hall) else 'staff'}:{id}"
