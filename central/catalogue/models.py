"""Table of the catalogue."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base


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
