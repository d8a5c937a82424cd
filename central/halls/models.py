"""Tables of a hall: its lines, windows, opening hours and priority classes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Hall(Base):
    """便民服务中心（站）. ``version`` grows with every change of how the hall is set up: what was read at one version holds until
    the next. ``rules``: what the hall decided otherwise than ``central.halls.rules.Rules``."""

    __tablename__ = "halls"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    phone: Mapped[str] = mapped_column(String(64))
    complaints_phone: Mapped[str] = mapped_column(String(64), default="12345", server_default="12345")  # 监督投诉电话
    zone: Mapped[str] = mapped_column(String(64))  # IANA name
    region: Mapped[str] = mapped_column(String(200))
    rules: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    version: Mapped[int] = mapped_column(default=0)


class Line(Base):
    """业务队列. The letters of a hall's lines differ, so that no two of its numbers look the same. A line that is not ``active``
    takes nobody. ``daily_quota``: numbers a day; ``bands``: ``[{"opens": minute, "closes": minute, "quota": numbers}]``;
    ``slot_min`` and ``slot_places``: length of an appointment and how many may have the same one, None: no appointments."""

    __tablename__ = "lines"
    __table_args__ = (UniqueConstraint("hall_id", "letter"),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    letter: Mapped[str] = mapped_column(String(2))
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    summary: Mapped[dict[str, str]] = mapped_column(JSON)
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    daily_quota: Mapped[int | None]
    bands: Mapped[list[dict[str, int]]] = mapped_column(JSON, default=list)
    slot_min: Mapped[int | None]
    slot_places: Mapped[int | None]


class Window(Base):
    """窗口. Open while somebody works at it; ``paused``: why it calls nobody for now. ``area``: the names of the call zone where
    its tickets wait. ``tidal``: ``{"open_above": tickets, "close_below": tickets}`` waiting for each open window of its lines."""

    __tablename__ = "windows"
    __table_args__ = (UniqueConstraint("hall_id", "label"),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    label: Mapped[str] = mapped_column(String(16))
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    type: Mapped[str] = mapped_column(String(32))
    open: Mapped[bool]
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    area: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    paused: Mapped[str | None] = mapped_column(String(32))
    staff_id: Mapped[str | None] = mapped_column(String(36))  # who opened it
    tidal: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))


class WindowLine(Base):
    """Which lines a window serves. Between its lines the longest ``weight`` times wait is called first."""

    __tablename__ = "window_lines"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
    )

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    window_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)
    weight: Mapped[int] = mapped_column(default=1)


class WindowChange(Base):
    """A window was opened, closed, paused or resumed, by whom or by which rule, and how crowded it was then (the log of F34)."""

    __tablename__ = "window_changes"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        Index("ix_window_changes_hall", "hall_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str]
    window_id: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)
    what: Mapped[str] = mapped_column(String(16))  # opened, closed, paused, resumed
    cause: Mapped[str] = mapped_column(String(32))  # staff, tidal, day_end, or the reason of a pause
    staff_id: Mapped[str | None] = mapped_column(String(36))
    waiting: Mapped[int]


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


class SpecialDay(Base):
    """A date with hours of its own: a holiday (no spans), 延时 or 错时 hours, a 集中办理日. It stands in place of the weekday's
    hours, of one line or (``line_id`` None) of the whole hall; a line's own special day goes before the hall's."""

    __tablename__ = "special_days"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
        Index("ix_special_days_hall", "hall_id", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    line_id: Mapped[str | None]
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(16))  # holiday, extended, staggered, service_day, closure
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    spans: Mapped[list[list[int]]] = mapped_column(JSON, default=list)  # [[opens, closes]] in minutes after midnight


class Priority(Base):
    """绿色通道: one class of the hall. ``evidence``: what proves it, of card_birth_date, own_word and paper_at_window."""

    __tablename__ = "priorities"

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    min_age: Mapped[int | None]
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    evidence: Mapped[list[str]] = mapped_column(JSON, default=list)
