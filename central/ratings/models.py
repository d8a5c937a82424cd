"""Tables of the ratings. Rows are added, never changed: triggers refuse, and the chain (ratings.chain) shows what was forced."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Rating(Base):
    """好差评. ``ticket_mark`` is a keyed hash: one rating per ticket, and nobody without the key can tell whose it is."""

    __tablename__ = "ratings"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "window_id"], ["windows.hall_id", "windows.id"]),
        CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), index=True)
    ticket_mark: Mapped[str] = mapped_column(String(64), unique=True)
    window_id: Mapped[str]
    line_id: Mapped[str]
    level: Mapped[int]  # 5 非常满意 … 1 非常不满意
    channel: Mapped[str] = mapped_column(String(8))  # pad, touch
    lang: Mapped[str] = mapped_column(String(16))
    served_on: Mapped[date]
    rated_at: Mapped[datetime] = mapped_column(UtcTime)
    seal: Mapped[str] = mapped_column(String(64))  # over this row and the seal before it


class RatingHead(Base):
    """The end of the chain: how many there are and the last seal, sealed itself. Without it a cut-off tail is invisible."""

    __tablename__ = "rating_heads"

    id: Mapped[int] = mapped_column(primary_key=True)  # always 1
    count: Mapped[int]
    last: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))


class RatingRefusal(Base):
    """Offered, not rated: without the ticket, the window or the moment. ``receipt`` only keeps a retry from counting twice."""

    __tablename__ = "rating_refusals"

    receipt: Mapped[str] = mapped_column(String(64), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    day: Mapped[date]
    channel: Mapped[str] = mapped_column(String(8))
