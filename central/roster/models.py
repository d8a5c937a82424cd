"""Table of the roster."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from central.db import Base


class RosterEntry(Base):
    """What a member of the staff is there for (rows 48, 67 and 98 of the functions: photo, name, phone, hours, items, duty). Who
    has none is not shown and, once the hall has a roster, not rung for."""

    __tablename__ = "roster"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), index=True)
    post: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))  # 职务
    duty: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))  # 岗位责任
    phone: Mapped[str | None] = mapped_column(String(64))
    items: Mapped[list[str]] = mapped_column(JSON, default=list)  # ids: 代办事项
    spans: Mapped[list[list[int]]] = mapped_column(JSON, default=list)  # [[weekday, opens, closes]]; none: the hall's hours
    rung: Mapped[str] = mapped_column(String(16))  # first, deputy, never
    shown: Mapped[bool]
    agent: Mapped[str] = mapped_column(String(16), default="no", server_default="no")  # central.roster.norm.Agent
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    picture_mark: Mapped[str | None] = mapped_column(String(16))  # another one for another picture
    picture: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
