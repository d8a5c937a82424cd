"""SQL of the audit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.audit.models import AuditEntry, KeyMark


def add(session: Session, at: datetime, hall: str | None, actor: str, action: str, subject: str) -> None:
    session.add(AuditEntry(at=at, hall_id=hall, actor=actor, action=action, subject=subject))


def entries(session: Session, hall: str, limit: int = 200) -> list[AuditEntry]:
    """The latest of a hall, newest first."""
    query = select(AuditEntry).where(AuditEntry.hall_id == hall).order_by(AuditEntry.id.desc()).limit(limit)
    return list(session.scalars(query))


def key_fingerprint(session: Session, ours: str) -> str:
    """The fingerprint of the key file that this database belongs to; a new database takes ``ours``."""
    known = session.get(KeyMark, 1)
    if known is None:
        session.add(KeyMark(id=1, fingerprint=ours))
        return ours
    return known.fingerprint
