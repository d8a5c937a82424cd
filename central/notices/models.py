"""Table of the notices. A row is the record of what was said: it is added and, but for the person's mark, never changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Notice(Base):
    """一次性告知. ``number`` counts those of a hall. ``visit``: what the machine calls the visit it was told in. ``person_mark``: a
    keyed hash, for as long as a second notice counts; nobody without the key can tell whose it is. ``second``: this person had
    been told of something missing for this item before, so the first time was not complete: the hall's own failure
    (东诃办发〔2022〕21号: "一次性列出缺少材料")."""

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint("hall_id", "request_key"),
        UniqueConstraint("hall_id", "number"),
        Index("ix_notices_person", "hall_id", "item_id", "person_mark"),
        Index("ix_notices_told", "hall_id", "told_at"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    number: Mapped[int]
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))
    visit: Mapped[str] = mapped_column(String(64))
    item_id: Mapped[str] = mapped_column(String(64))
    guide_version: Mapped[int]
    answers: Mapped[dict[str, bool]] = mapped_column(JSON)
    held: Mapped[list[str]] = mapped_column(JSON)
    missing: Mapped[list[str]] = mapped_column(JSON)
    on_the_spot: Mapped[list[str]] = mapped_column(JSON)
    promises: Mapped[list[str]] = mapped_column(JSON)
    deadline_days: Mapped[int | None]
    told_at: Mapped[datetime] = mapped_column(UtcTime)
    told_by: Mapped[str] = mapped_column(String(64))  # as in the audit
    person_mark: Mapped[str | None] = mapped_column(String(64))
    second: Mapped[bool]
