"""Table of the proposals."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Proposal(Base):
    """What a member of the staff would do better. ``serial`` counts those of a hall's year; ``due_on``: until when it is
    answered; ``until``: by when it is carried out, where it was adopted; ``came``: what came of it."""

    __tablename__ = "proposals"
    __table_args__ = (UniqueConstraint("hall_id", "year", "serial"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    year: Mapped[int]
    serial: Mapped[int]
    about: Mapped[str] = mapped_column(String(16))  # central.proposals.rules.About
    item_id: Mapped[str | None] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(String(1000))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(16))  # central.proposals.rules.State
    due_on: Mapped[date]
    answer: Mapped[str | None] = mapped_column(String(1000))
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    until: Mapped[date | None]
    came: Mapped[str | None] = mapped_column(String(1000))
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)

    @property
    def number(self) -> str:
        """By which people speak of it."""
        return f"{self.year}-{self.serial:04}"
