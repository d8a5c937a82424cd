"""Tables of the staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Staff(Base):
    """工作人员. ``must_change``: the password is the initial one, good for choosing another and nothing else."""

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), index=True)
    user: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(64))
    role: Mapped[str] = mapped_column(String(16))  # admin, manager, clerk, helper
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change: Mapped[bool]
    failures: Mapped[int] = mapped_column(default=0)  # in a row
    locked_until: Mapped[datetime | None] = mapped_column(UtcTime)
    active: Mapped[bool] = mapped_column(default=True)


class StaffWindow(Base):
    """At which windows a clerk may work."""

    __tablename__ = "staff_windows"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    hall_id: Mapped[str] = mapped_column(primary_key=True)
    window_id: Mapped[str] = mapped_column(primary_key=True)


class StaffLine(Base):
    """What a clerk can do. Without any row: everything that the window serves."""

    __tablename__ = "staff_lines"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    hall_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)


class StaffSession(Base):
    __tablename__ = "staff_sessions"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcTime, index=True)
