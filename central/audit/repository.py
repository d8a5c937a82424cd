"""SQL of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from central.audit.models import AuditEntry, KeyMark


def add(
    session: Session, at: datetime, hall: str | None, actor: str, action: str, subject: str, fields: Sequence[str] | None = None
) -> None:
    entry = AuditEntry(at=at, hall_id=hall, actor=actor, action=action, subject=subject)
    entry.fields = None if fields is None else list(fields)
    session.add(entry)


def entry(session: Session, hall: str, entry_id: int) -> AuditEntry | None:
    return session.scalar(select(AuditEntry).where(AuditEntry.id == entry_id, AuditEntry.hall_id == hall))


def entries(
    session: Session,
    hall: str,
    limit: int = 200,
    before: AuditEntry | None = None,
    action: str | None = None,
    actor: str | None = None,
) -> list[AuditEntry]:
    """Those of a hall behind ``before``, newest first. ``action``: a whole one, or the word before its point."""
    query = select(AuditEntry).where(AuditEntry.hall_id == hall)
    if before is not None:
        query = query.where(or_(AuditEntry.at < before.at, and_(AuditEntry.at == before.at, AuditEntry.id < before.id)))
    if action is not None:
        query = query.where(or_(AuditEntry.action == action, AuditEntry.action.startswith(f"{action}.", autoescape=True)))
    if actor is not None:
        query = query.where(AuditEntry.actor == actor)
    return list(session.scalars(query.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(limit)))


def key_fingerprint(session: Session, ours: str) -> str:
    """The fingerprint of the key file that this database belongs to; a new database takes ``ours``."""
    known = session.get(KeyMark, 1)
    if known is None:
        session.add(KeyMark(id=1, fingerprint=ours))
        return ours
    return known.fingerprint
