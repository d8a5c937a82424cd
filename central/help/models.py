"""Table of the calls for a helper."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class HelpCall(Base):
    """A resident at a machine asked for a person."""

    __tablename__ = "help_calls"
    __table_args__ = (UniqueConstraint("hall_id", "request_key"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    terminal_id: Mapped[str] = mapped_column(ForeignKey("terminals.id"))
    request_key: Mapped[str] = mapped_column(String(80))
    doing: Mapped[str] = mapped_column(String(40))  # the screen it was rung from
    state: Mapped[str] = mapped_column(String(16))  # ringing, answered, closed
    rung_at: Mapped[datetime] = mapped_column(UtcTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    answered_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    minutes: Mapped[int | None]
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
