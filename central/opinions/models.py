"""Table of the opinions. What somebody wrote, and how they are reached, is encrypted and goes when its time is over."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Opinion(Base):
    """意见建议、投诉、表扬、咨询. ``serial`` counts those of a hall's year. ``due_on`` stays as it was told, whatever the calendar says
    later. ``office``: the department that knew the answer."""

    __tablename__ = "opinions"
    __table_args__ = (
        UniqueConstraint("hall_id", "request_key"),
        UniqueConstraint("hall_id", "year", "serial"),
        Index("ix_opinions_state", "hall_id", "state", "due_on"),
        Index("ix_opinions_told", "hall_id", "told_at"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    year: Mapped[int]
    serial: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))  # central.opinions.rules.Kind
    topics: Mapped[list[str]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(String(16))
    lang: Mapped[str] = mapped_column(String(16))
    told_at: Mapped[datetime] = mapped_column(UtcTime)
    told_by: Mapped[str] = mapped_column(String(64))  # as in the audit
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16))
    due_on: Mapped[date | None]
    owner_id: Mapped[str | None] = mapped_column(String(36))
    office: Mapped[str | None] = mapped_column(String(80))
    result: Mapped[str | None] = mapped_column(String(16))
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    reply: Mapped[str | None] = mapped_column(String(16))
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)

    @property
    def number(self) -> str:
        """By which people speak of it."""
        return f"{self.year}-{self.serial:04}"
