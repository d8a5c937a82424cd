"""Tables of a hall: its lines, windows, opening hours and priority classes."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base


class Hall(Base):
    """便民服务中心（站）."""

    __tablename__ = "halls"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    phone: Mapped[str] = mapped_column(String(64))
    zone: Mapped[str] = mapped_column(String(64))  # IANA name
    region: Mapped[str] = mapped_column(String(200))


class Line(Base):
    """业务队列. The letters of a hall's lines differ, so that no two of its numbers look the same."""

    __tablename__ = "lines"
    __table_args__ = (UniqueConstraint("hall_id", "letter"),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    letter: Mapped[str] = mapped_column(String(2))
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    summary: Mapped[dict[str, str]] = mapped_column(JSON)
    position: Mapped[int]


class Window(Base):
    """窗口. Open while somebody works at it."""

    __tablename__ = "windows"
    __table_args__ = (UniqueConstraint("hall_id", "label"),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    label: Mapped[str] = mapped_column(String(16))
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    type: Mapped[str] = mapped_column(String(32))
    open: Mapped[bool]
    position: Mapped[int]


class WindowLine(Base):
    """Which lines a window serves."""

    __tablename__ = "window_lines"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
    )

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    window_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)


class OpeningHours(Base):
    """One span of one weekday, in minutes after midnight on the hall's wall clock. A break is the gap between two spans."""

    __tablename__ = "opening_hours"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name="span"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), index=True)
    line_id: Mapped[str | None]  # None: the whole hall; a line with spans of its own keeps those alone
    weekday: Mapped[int]  # ISO: Monday is 1
    opens: Mapped[int]
    closes: Mapped[int]


class Priority(Base):
    """绿色通道: one class of the hall."""

    __tablename__ = "priorities"

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    min_age: Mapped[int | None]
    position: Mapped[int]
