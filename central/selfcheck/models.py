"""Table of the self-checks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class SelfCheck(Base):
    """One look at the eight; only ever added. ``points``: by point, what was found (``central.selfcheck.schemas.PointOut``), with
    what the service itself saw at that moment."""

    __tablename__ = "self_checks"
    __table_args__ = (Index("ix_self_checks_hall", "hall_id", "checked_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    checked_at: Mapped[datetime] = mapped_column(UtcTime)
    checked_by: Mapped[str] = mapped_column(String(64))  # as in the audit
    points: Mapped[dict[str, Any]] = mapped_column(JSON)
