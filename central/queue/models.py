"""Tables of the queue. What must never happen twice is held by constraints, not by care."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Counter(Base):
    """The last number of a line on a day. Raised in the transaction of the ticket, so no number is skipped."""

    __tablename__ = "counters"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),)

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int]


class Ticket(Base):
    """号票. ``seq`` grows with every ticket and is the order of issue; ``id`` is what the world calls it."""

    __tablename__ = "tickets"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        UniqueConstraint("hall_id", "line_id", "day", "serial", name="uq_tickets_serial"),
        UniqueConstraint("hall_id", "day", "number", name="uq_tickets_number"),
        UniqueConstraint("hall_id", "request_key", name="uq_tickets_request_key"),
        Index("ix_tickets_waiting", "hall_id", "line_id", "day", "rank", "seq", sqlite_where=text("state = 'waiting'")),
        Index("uq_tickets_called", "hall_id", "window_id", unique=True, sqlite_where=text("state = 'called'")),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    hall_id: Mapped[str]
    line_id: Mapped[str]
    day: Mapped[date]  # in the hall's zone
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    rank: Mapped[int]  # queue.order.rank
    priority: Mapped[str | None] = mapped_column(String(64))
    evidence: Mapped[str | None] = mapped_column(String(32))
    lang: Mapped[str] = mapped_column(String(16))
    issued_at: Mapped[datetime] = mapped_column(UtcTime)
    issued_by: Mapped[str] = mapped_column(ForeignKey("terminals.id"))
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))  # keyed: the body may name a person
    public_key: Mapped[str] = mapped_column(String(32), unique=True)  # opens the phone's page, which shows no person
    window_id: Mapped[str | None]
    print_outcome: Mapped[str | None] = mapped_column(String(16))


class TicketHolder(Base):
    """Who holds a ticket. Encrypted; found by ``id_mark``; the whole row goes when its time is over."""

    __tablename__ = "ticket_holders"

    ticket_id: Mapped[str] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    kept_since: Mapped[datetime] = mapped_column(UtcTime, index=True)
    kind: Mapped[str] = mapped_column(String(32))
    id_mark: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[bytes] = mapped_column(LargeBinary)
    id_number: Mapped[bytes] = mapped_column(LargeBinary)
    birth: Mapped[bytes | None] = mapped_column(LargeBinary)


class Call(Base):
    """叫号. A ticket has one open call, a window has one open call."""

    __tablename__ = "calls"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        Index("uq_calls_open_ticket", "ticket_id", unique=True, sqlite_where=text("closed_at IS NULL")),
        Index("uq_calls_open_window", "hall_id", "window_id", unique=True, sqlite_where=text("closed_at IS NULL")),
        Index("ix_calls_finished", "hall_id", "line_id", "closed_at", sqlite_where=text("outcome = 'finished'")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str]
    ticket_id: Mapped[str] = mapped_column(ForeignKey("tickets.id"))
    line_id: Mapped[str]
    window_id: Mapped[str]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    called_at: Mapped[datetime] = mapped_column(UtcTime)
    recalls: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    outcome: Mapped[str | None] = mapped_column(String(16))  # finished, no_show


class Print(Base):
    """What became of a ticket's paper, each time it was tried."""

    __tablename__ = "prints"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("tickets.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    outcome: Mapped[str] = mapped_column(String(16))  # printed, not_printed, uncertain
    fault: Mapped[str | None] = mapped_column(String(32))
    reprint: Mapped[bool]
