"""Table of the answers that a hall wrote down itself; those of the guides stay in the guides."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class KnownAnswer(Base):
    """``opinion_id``: the enquiry that it was taken from, once. ``shared``: every hall of the service reads it."""

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("opinion_id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), index=True)
    question: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(String(2000))
    item_id: Mapped[str | None] = mapped_column(String(64))
    opinion_id: Mapped[str | None] = mapped_column(String(36))
    shared: Mapped[bool]
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
