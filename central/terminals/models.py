"""Tables of the enrolled machines."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Terminal(Base):
    """自助终端 / 显示屏 / 评价器. Without ``token_hash`` it isn't enrolled yet. ``seen_at``, ``version`` and ``troubles``: what it
    said last of itself (``central.terminals.presence``)."""

    __tablename__ = "terminals"
    __table_args__ = (
        UniqueConstraint("hall_id", "name"),
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    name: Mapped[str] = mapped_column(String(64))
    place: Mapped[str | None] = mapped_column(String(64))  # where in the hall it stands, for whoever has to go there
    role: Mapped[str] = mapped_column(String(16))  # terminal, display, pad
    window_id: Mapped[str | None]
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    enrolled_at: Mapped[datetime | None] = mapped_column(UtcTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcTime)
    version: Mapped[str | None] = mapped_column(String(32))
    troubles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")


class Enrolment(Base):
    """A one-time code. It stays after its use, to be refused by name."""

    __tablename__ = "enrolments"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    terminal_id: Mapped[str] = mapped_column(ForeignKey("terminals.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcTime)
