"""Tables of the audit, and the mark of the key file that this database belongs to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class AuditEntry(Base):
    """Who did what to what. Ids only: never a resident, a password or a token. ``fields``: names of what was changed."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_hall", "hall_id", "at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    hall_id: Mapped[str | None] = mapped_column(String(64))
    actor: Mapped[str] = mapped_column(String(64))  # staff:<id>, terminal:<id> or service
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80))
    fields: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))


class KeyMark(Base):
    """Fingerprint of the key file that encrypted what is in here."""

    __tablename__ = "key_mark"

    id: Mapped[int] = mapped_column(primary_key=True)  # always 1
    fingerprint: Mapped[str] = mapped_column(String(64))
