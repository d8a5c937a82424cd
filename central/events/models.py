"""Table of the events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Event(Base):
    """Written in the transaction of what it tells. Within a hall ``id`` grows in the order of commits."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_hall", "hall_id", "id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    name: Mapped[str] = mapped_column(String(32))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
