"""Tables of the catalogue."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Item(Base):
    """政务服务事项, as one hall serves it. ``aliases``: what people call it, in Chinese; found by them, never called so."""

    __tablename__ = "items"
    __table_args__ = (ForeignKeyConstraint(["hall_id", "line_id"], ["lines.hall_id", "lines.id"]),)

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    domain: Mapped[str] = mapped_column(String(64))
    line_id: Mapped[str]
    position: Mapped[int]
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)


class Guide(Base):
    """A version of an item's guide. It never changes once it is published. In force on a day is, of those not withdrawn, the one
    with the latest ``effective_from`` up to that day, of several the latest version: what is published ahead comes into force by
    itself. ``document``: a ``GuideOut`` as JSON, sent as it stands; ``digest``: of all in it that a resident reads."""

    __tablename__ = "guides"
    __table_args__ = (
        ForeignKeyConstraint(["hall_id", "item_id"], ["items.hall_id", "items.id"]),
        Index("ix_guides_in_force", "hall_id", "item_id", "effective_from", "version"),
    )

    hall_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    effective_from: Mapped[date]
    published_at: Mapped[datetime] = mapped_column(UtcTime)
    published_by: Mapped[str] = mapped_column(String(64))  # as in the audit
    withdrawn: Mapped[bool] = mapped_column(default=False)
    digest: Mapped[str] = mapped_column(String(64))
    document: Mapped[str] = mapped_column(Text)
