"""Tables of the mandates. What names a person is encrypted, and goes when its time is over."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db import Base, UtcTime


class Mandate(Base):
    """委托单. ``item_name``: as it was signed; ``serial`` counts the mandates of a hall's year; ``person_mark`` (keyed) finds all
    that was done for one household or enterprise (一户一档、一企一档); ``code`` is on the receipt. ``due_on`` and ``statutory_on`` stay
    as they were told, whatever the calendar says later."""

    __tablename__ = "mandates"
    __table_args__ = (
        UniqueConstraint("hall_id", "request_key"),
        UniqueConstraint("hall_id", "year", "serial"),
        UniqueConstraint("hall_id", "code_mark"),
        Index("ix_mandates_state", "hall_id", "state", "due_on"),
        Index("ix_mandates_made", "hall_id", "made_at"),
        Index("ix_mandates_person", "hall_id", "person_mark"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"))
    year: Mapped[int]
    serial: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))  # central.mandates.course.State
    source: Mapped[str] = mapped_column(String(16))  # terminal, desk, phone, visit
    kind: Mapped[str] = mapped_column(String(16))  # person, enterprise
    item_id: Mapped[str | None] = mapped_column(String(64))
    item_name: Mapped[dict[str, str]] = mapped_column(JSON)
    lang: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[str] = mapped_column(String(64))  # as in the audit
    request_key: Mapped[str] = mapped_column(String(80))
    request_mark: Mapped[str] = mapped_column(String(64))
    code: Mapped[bytes | None] = mapped_column(LargeBinary)
    code_mark: Mapped[str | None] = mapped_column(String(64))
    person_mark: Mapped[str | None] = mapped_column(String(64))
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    id_number: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    address: Mapped[bytes | None] = mapped_column(LargeBinary)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)  # what is wanted, in the resident's own words
    signature: Mapped[bytes | None] = mapped_column(LargeBinary)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcTime)
    promised_days: Mapped[int | None]
    statutory_days: Mapped[int | None]
    due_on: Mapped[date | None]
    statutory_on: Mapped[date | None]
    agent_id: Mapped[str | None] = mapped_column(String(36))
    deputy_id: Mapped[str | None] = mapped_column(String(36))
    outcome: Mapped[str | None] = mapped_column(String(16))  # granted, refused
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)
    content: Mapped[str | None] = mapped_column(String(16))  # said at the call-back: yes, partly, no, unreached
    visits: Mapped[int] = mapped_column(default=0)  # how often the resident had to come (只跑一次)
    reviewed_at: Mapped[datetime | None] = mapped_column(UtcTime)  # 联办预审
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)

    @property
    def number(self) -> str:
        """By which people speak of it."""
        return f"{self.year}-{self.serial:04}"


class MandateStep(Base):
    """One line of a mandate's course; lines are only ever added. ``detail``: facts that name nobody; ``words``: sealed."""

    __tablename__ = "mandate_steps"
    __table_args__ = (Index("ix_mandate_steps_mandate", "mandate_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    act: Mapped[str] = mapped_column(String(16))  # central.mandates.course.Act
    actor: Mapped[str] = mapped_column(String(64))  # as in the audit
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)


class MandatePaper(Base):
    """A material that was handed over. An original must be given back before the mandate is filed."""

    __tablename__ = "mandate_papers"

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"), index=True)
    name: Mapped[dict[str, str]] = mapped_column(JSON)
    original: Mapped[bool]
    copies: Mapped[int]
    handed_over_at: Mapped[datetime] = mapped_column(UtcTime)
    returned_at: Mapped[datetime | None] = mapped_column(UtcTime)


class MandateRelay(Base):
    """The mandate is with another level or department, until ``back_at``. One of a mandate's may have the lead (牵头部门).
    ``hall_id``: the office is a hall of this service, whose staff take it over (``taken_by``) and pass it back with an
    ``outcome``; None: it is a name. ``wanted``: what that hall found missing."""

    __tablename__ = "mandate_relays"
    __table_args__ = (Index("ix_mandate_relays_hall", "hall_id", "back_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"), index=True)
    office: Mapped[str] = mapped_column(String(80))
    level: Mapped[str] = mapped_column(String(16))  # village, street, district, city, department
    lead: Mapped[bool]
    sent_at: Mapped[datetime] = mapped_column(UtcTime)
    until: Mapped[date | None]
    back_at: Mapped[datetime | None] = mapped_column(UtcTime)
    hall_id: Mapped[str | None] = mapped_column(ForeignKey("halls.id"))
    taken_at: Mapped[datetime | None] = mapped_column(UtcTime)
    taken_by: Mapped[str | None] = mapped_column(String(36))  # of that hall's staff
    outcome: Mapped[str | None] = mapped_column(String(16))  # done, refused, supplement, onward, recalled
    wanted: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))


class MandateSupplement(Base):
    """What was found missing (一次性告知). The key is the mandate's: it can be asked for once."""

    __tablename__ = "mandate_supplements"

    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    wanted: Mapped[list[str]] = mapped_column(JSON)
    until: Mapped[date | None]
    received_at: Mapped[datetime | None] = mapped_column(UtcTime)


class MandateDelivery(Base):
    """How the result comes to the resident. By hand: with ``signature``; by post: ended when the resident has it."""

    __tablename__ = "mandate_deliveries"

    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"), primary_key=True)
    way: Mapped[str] = mapped_column(String(16))  # counter, home, post
    sent_at: Mapped[datetime] = mapped_column(UtcTime)
    carrier: Mapped[str | None] = mapped_column(String(40))
    tracking: Mapped[bytes | None] = mapped_column(LargeBinary)
    signature: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[datetime | None] = mapped_column(UtcTime)


class MandatePayment(Base):
    """代缴代收: a fee that the agent takes to the office for the resident (``paid``), or what they fetch for them (``fetched``); a
    note of it, never money. ``cents``: of a yuan; ``voucher``: number of the office's receipt; ``handed_at``: since then the
    resident has the receipt, or what was fetched."""

    __tablename__ = "mandate_payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[str] = mapped_column(ForeignKey("mandates.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))  # paid, fetched
    what: Mapped[dict[str, str]] = mapped_column(JSON)
    cents: Mapped[int | None]
    voucher: Mapped[str | None] = mapped_column(String(40))
    taken_at: Mapped[datetime] = mapped_column(UtcTime)
    handed_at: Mapped[datetime | None] = mapped_column(UtcTime)


class MandateForm(Base):
    """What a hall prints otherwise than ``central.mandates.forms``."""

    __tablename__ = "mandate_forms"

    hall_id: Mapped[str] = mapped_column(ForeignKey("halls.id"), primary_key=True)
    form: Mapped[str] = mapped_column(String(16), primary_key=True)  # mandate, receipt, closing, ledger
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
