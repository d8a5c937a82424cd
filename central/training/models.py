"""Table of the trainings."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Training(Base):
    """One training that members of the hall's staff had. ``people``: ids of the staff."""

    __tablename__ = "trainings"
    __table_args__ = (Index("ix_trainings_hall", "hall_id", "held_on"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    held_on: Mapped[date]
    topic: Mapped[str] = mapped_column(String(80))
    held_by: Mapped[str] = mapped_column(String(16))  # central.training.rules.Holder
    teacher: Mapped[str | None] = mapped_column(String(64))
    minutes: Mapped[int]
    people: Mapped[list[str]] = mapped_column(JSON)
    entered_at: Mapped[datetime] = mapped_column(UtcTime)
