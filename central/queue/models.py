"""Tables of the queue. What must never happen twice is held by constraints, not by care."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime

OPEN_STATES = "state IN ('waiting', 'called', 'parked')"


def _where(condition: str) -> dict[str, Any]:
    """A partial index, on both databases."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class LineDay(Base):
    """A line's day in figures, kept in the transactions that change them: what a ticket costs doesn't grow with the queue.

    ``last``: the serial number issued last, 0 before the first; ``waiting_priority`` and ``waiting_normal``: who waits now.
    """

    __tablename__ = "line_days"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),)

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)
    waiting_priority: Mapped[int] = mapped_column(default=0)
    waiting_normal: Mapped[int] = mapped_column(default=0)


class BandCount(Base):
    """How many numbers a time band of a line has given on a day. ``band``: the minute at which it opens."""

    __tablename__ = "band_counts"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),)

    hall_id: Mapped[str] = mapped_column(primary_key=True)
    line_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    band: Mapped[int] = mapped_column(primary_key=True)
    issued: Mapped[int]


class Ticket(Base):
    """号票. ``seq`` grows with every ticket and is the order of issue; ``id`` is what the world calls it.

    ``line_id``: where it waits; ``issued_line_id``: whose letter and number it bears, also after a transfer (一票到底).
    ``since``: from when its turn counts: the issue, the slot of an appointment, the place given after a no-show.
    ``for_window``: it was transferred to this window, and only that calls it. ``person_mark``: keyed hash of the document number.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        UniqueConstraint("hall_id", "day", "issued_line_id", "serial", name="uq_tickets_serial"),
        UniqueConstraint("hall_id", "day", "number", name="uq_tickets_number"),
        UniqueConstraint("hall_id", "day", "request_key", name="uq_tickets_request_key"),
        Index("ix_tickets_waiting", "hall_id", "day", "line_id", "rank", "since", "seq", **_where("state = 'waiting'")),
        Index(
            "ix_tickets_for_window",
            "hall_id",
            "day",
            "for_window",
            "since",
            "seq",
            **_where("state = 'waiting' AND for_window IS NOT NULL"),
        ),
        Index("uq_tickets_called", "hall_id", "window_id", unique=True, **_where("state = 'called'")),
        Index("ix_tickets_open", "hall_id", "day", **_where(OPEN_STATES)),
        Index(
            "uq_tickets_person",
            "hall_id",
            "day",
            "line_id",
            "person_mark",
            unique=True,
            **_where(f"{OPEN_STATES} AND person_mark IS NOT NULL"),
        ),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)  # begins with its time, so that a new one stands at the index's end
    hall_id: Mapped[str]
    line_id: Mapped[str]
    issued_line_id: Mapped[str]
    day: Mapped[date]  # in the hall's zone
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    rank: Mapped[int]  # queue.order: 0 priority, 1 normal
    since: Mapped[datetime] = mapped_column(UtcTime)
    priority: Mapped[str | None] = mapped_column(String(64))
    evidence: Mapped[str | None] = mapped_column(String(32))
    lang: Mapped[str] = mapped_column(String(16))
    issued_at: Mapped[datetime] = mapped_column(UtcTime)
    issued_by: Mapped[str] = mapped_column(String(36))  # a terminal, or a member of the staff
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))  # keyed: the body may name a person
    person_mark: Mapped[str | None] = mapped_column(String(64))
    window_id: Mapped[str | None]
    for_window: Mapped[str | None] = mapped_column(String(64))
    appointment_id: Mapped[str | None] = mapped_column(String(36))
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
    """叫号. A ticket has one open call, a window has one open call.

    ``reason``: why this ticket was next (queue.order.Reason); ``run``: priority tickets in a row at this window, with this one,
    or queue.order.OWED.
    ``waited_s``: from when its turn counted to this call, for the statistics.
    """

    __tablename__ = "calls"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        Index("uq_calls_open_ticket", "ticket_id", unique=True, **_where("closed_at IS NULL")),
        Index("uq_calls_open_window", "hall_id", "window_id", unique=True, **_where("closed_at IS NULL")),
        Index("ix_calls_of_window", "hall_id", "window_id", "id"),
        Index("ix_calls_of_ticket", "ticket_id"),
        Index("ix_calls_of_hall", "hall_id", "called_at"),
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
    outcome: Mapped[str | None] = mapped_column(String(16))  # finished, no_show, transferred, parked, undone, day_end
    reason: Mapped[str] = mapped_column(String(24))
    run: Mapped[int] = mapped_column(default=0)
    waited_s: Mapped[int] = mapped_column(default=0)


class Print(Base):
    """What became of a ticket's paper, each time it was tried."""

    __tablename__ = "prints"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[str] = mapped_column(ForeignKey("tickets.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    outcome: Mapped[str] = mapped_column(String(16))  # printed, not_printed, uncertain
    fault: Mapped[str | None] = mapped_column(String(32))
    reprint: Mapped[bool]
