"""Tables of the ratings. Rows are added, never changed: triggers refuse, and the chain (ratings.chain) shows what was forced."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String
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


class HelpRating(Base):
    """好差评 of the help itself (焦作市山阳区: "建立基层政务服务帮办代办评价机制"). ``call_mark`` is a keyed hash: one rating per call, and
    no query of the staff's can say which; ``helper_id``: who had come."""

    __tablename__ = "help_ratings"
    __table_args__ = (
        CheckConstraint("level BETWEEN 1 AND 5", name="level"),
        Index("ix_help_ratings_hall", "hall_id", "helped_on"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    call_mark: Mapped[str] = mapped_column(String(64), unique=True)
    helper_id: Mapped[str] = mapped_column(String(36))
    level: Mapped[int]
    channel: Mapped[str] = mapped_column(String(8))
    lang: Mapped[str] = mapped_column(String(16))
    helped_on: Mapped[date]
    rated_at: Mapped[datetime] = mapped_column(UtcTime)
    seal: Mapped[str] = mapped_column(String(64))  # over this row and the seal before it


class RatingHead(Base):
    """The end of a chain: how many there are and the last seal, sealed itself. Without it a cut-off tail is invisible."""

    __tablename__ = "rating_heads"

    id: Mapped[int] = mapped_column(primary_key=True)  # central.ratings.chain.Chain.end
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


class HelpRatingRefusal(Base):
    """The same, of the help of somebody who is not named."""

    __tablename__ = "help_rating_refusals"

    receipt: Mapped[str] = mapped_column(String(64), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    day: Mapped[date]
    channel: Mapped[str] = mapped_column(String(8))
