"""Tables of appointments and home visits. What names a person is encrypted, and goes when its time is over."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Appointment(Base):
    """预约: a slot of a line on a day. ``slot``: minute after midnight on the hall's clock. It becomes a ticket at check-in, by the
    card (``person_mark``) or by the code that was told (``code_mark``, keyed)."""

    __tablename__ = "appointments"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
        UniqueConstraint("hall_id", "request_key"),
        Index("ix_appointments_slot", "hall_id", "day", "line_id", "slot"),
        Index("ix_appointments_code", "hall_id", "day", "code_mark", unique=True),
        Index("ix_appointments_person", "hall_id", "day", "person_mark"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    line_id: Mapped[str]
    day: Mapped[date]
    slot: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))  # booked, checked_in, cancelled, missed
    source: Mapped[str] = mapped_column(String(16))  # phone, desk, terminal, online
    lang: Mapped[str] = mapped_column(String(16), default="zh")
    booked_at: Mapped[datetime] = mapped_column(UtcTime)
    booked_by: Mapped[str] = mapped_column(String(36))
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))
    code_mark: Mapped[str] = mapped_column(String(64))
    person_mark: Mapped[str | None] = mapped_column(String(64))
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    ticket_id: Mapped[str | None] = mapped_column(String(36))


class HomeVisit(Base):
    """上门服务: somebody asked for a visit at home; the hall plans it, goes and says so. ``number``: counts the requests of a hall,
    for the telephone. ``name``: whom to visit; ``phone``: whom to call; ``note``: everything else that is a person's
    own, sealed as one (``visits.Particulars``)."""

    __tablename__ = "home_visits"
    __table_args__ = (
        UniqueConstraint("hall_id", "request_key"),
        Index("ix_home_visits_hall", "hall_id", "state", "asked_at"),
        Index("uq_home_visits_number", "hall_id", "number", unique=True),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))  # asked, planned, done, declined, cancelled
    line_id: Mapped[str | None]
    source: Mapped[str] = mapped_column(String(16))  # phone, desk, terminal, online
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    asked_by: Mapped[str] = mapped_column(String(36))
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    place: Mapped[bytes | None] = mapped_column(LargeBinary)
    planned_at: Mapped[datetime | None] = mapped_column(UtcTime)
    staff_id: Mapped[str | None] = mapped_column(String(36))
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    note: Mapped[bytes | None] = mapped_column(LargeBinary)
