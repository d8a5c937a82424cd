"""Table of the calls for a helper."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class HelpCall(Base):
    """A person is asked for: by a resident at a machine, or by a member of the staff for a machine or a window. Who the resident
    is stands nowhere; what they were doing does, as the names of a view, a line and an item."""

    __tablename__ = "help_calls"
    __table_args__ = (
        UniqueConstraint("hall_id", "request_key"),
        Index("ix_help_calls_hall", "hall_id", "rung_at"),
        Index("ix_help_calls_state", "state"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    terminal_id: Mapped[str | None] = mapped_column(ForeignKey("terminals.id"))
    window_id: Mapped[str | None] = mapped_column(String(64))  # where to go, where that is no machine
    rung_by: Mapped[str | None] = mapped_column(String(36))  # the member of the staff who rang; None: the machine itself
    request_key: Mapped[str] = mapped_column(String(80))
    doing: Mapped[str] = mapped_column(String(40))  # the screen it was rung from
    line_id: Mapped[str | None] = mapped_column(String(64))
    item_id: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16))  # ringing, acknowledged, answered, closed
    level: Mapped[int] = mapped_column(default=0, server_default="0")  # how far it was escalated, as announced
    rung_at: Mapped[datetime] = mapped_column(UtcTime)
    acknowledged_at: Mapped[datetime | None] = mapped_column(UtcTime)
    acknowledged_by: Mapped[str | None] = mapped_column(String(36))
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    answered_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    minutes: Mapped[int | None]
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    outcome: Mapped[str | None] = mapped_column(String(16))  # helped, withdrawn, missed
