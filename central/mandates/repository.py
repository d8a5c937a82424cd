"""SQL of the mandates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from central.mandates.course import CLOSED
from central.mandates.models import (
    Mandate,
    MandateDelivery,
    MandateForm,
    MandatePaper,
    MandatePayment,
    MandateRelay,
    MandateStep,
    MandateSupplement,
)

T = TypeVar("T")
LATEST_CLOSED = 50
PORTION = 500

FORGOTTEN = {"request_mark": ""} | dict.fromkeys(
    ("name", "id_number", "phone", "address", "words", "signature", "code", "code_mark", "person_mark")
)
"""What is left of a person when the time is over."""

_CLOSED = [state.value for state in CLOSED]


def by_id(session: Session, mandate_id: str) -> Mandate | None:
    return session.get(Mandate, mandate_id)


def by_request_key(session: Session, hall: str, key: str) -> Mandate | None:
    return session.scalar(select(Mandate).where(Mandate.hall_id == hall, Mandate.request_key == key))


def by_code(session: Session, hall: str, mark: str) -> Mandate | None:
    return session.scalar(select(Mandate).where(Mandate.hall_id == hall, Mandate.code_mark == mark))


def by_person(session: Session, hall: str, mark: str) -> list[Mandate]:
    """All that was done for one person or enterprise, the latest first."""
    query = select(Mandate).where(Mandate.hall_id == hall, Mandate.person_mark == mark)
    return list(session.scalars(query.order_by(Mandate.made_at.desc(), Mandate.serial.desc())))


def next_serial(session: Session, hall: str, year: int) -> int:
    last = session.scalar(select(func.max(Mandate.serial)).where(Mandate.hall_id == hall, Mandate.year == year))
    return (last or 0) + 1


def is_under_way(session: Session, hall: str, item: str) -> bool:
    """Whether something is still to be done for somebody about this item."""
    query = select(Mandate.id).where(Mandate.hall_id == hall, Mandate.item_id == item, Mandate.state.not_in(_CLOSED))
    return session.scalar(query.limit(1)) is not None


def unclosed(session: Session, hall: str) -> list[Mandate]:
    """Those that somebody has to do something about, in the order of their ends; without an end, of their making."""
    query = select(Mandate).where(Mandate.hall_id == hall, Mandate.state.not_in(_CLOSED))
    return list(session.scalars(query.order_by(Mandate.due_on.is_(None), Mandate.due_on, Mandate.made_at, Mandate.id)))


def closed(session: Session, hall: str, most: int = LATEST_CLOSED) -> list[Mandate]:
    """The latest first."""
    query = select(Mandate).where(Mandate.hall_id == hall, Mandate.state.in_(_CLOSED))
    return list(session.scalars(query.order_by(Mandate.closed_at.desc(), Mandate.id).limit(most)))


def made_between(session: Session, hall: str, since: datetime, until: datetime) -> list[Mandate]:
    """In the order of their numbers."""
    query = select(Mandate).where(Mandate.hall_id == hall, Mandate.made_at >= since, Mandate.made_at < until)
    return list(session.scalars(query.order_by(Mandate.year, Mandate.serial)))


def count_since(session: Session, hall: str, since: datetime) -> int:
    """How many were made."""
    query = select(func.count()).where(Mandate.hall_id == hall, Mandate.made_at >= since)
    return session.execute(query).scalar_one()


def steps(session: Session, mandate_id: str) -> list[MandateStep]:
    return _of(session, MandateStep, MandateStep.mandate_id, MandateStep.id, mandate_id)


def papers(session: Session, mandate_id: str) -> list[MandatePaper]:
    return _of(session, MandatePaper, MandatePaper.mandate_id, MandatePaper.id, mandate_id)


def payments(session: Session, mandate_id: str) -> list[MandatePayment]:
    return _of(session, MandatePayment, MandatePayment.mandate_id, MandatePayment.id, mandate_id)


def payments_of(session: Session, mandates: Sequence[str]) -> dict[str, list[MandatePayment]]:
    """By mandate."""
    found: dict[str, list[MandatePayment]] = {}
    for some in _portions(mandates):
        query = select(MandatePayment).where(MandatePayment.mandate_id.in_(some))
        for each in session.scalars(query.order_by(MandatePayment.id)):
            found.setdefault(each.mandate_id, []).append(each)
    return found


def relay(session: Session, relay_id: int) -> MandateRelay | None:
    return session.get(MandateRelay, relay_id)


def halls_of_relay(session: Session, relay_id: int) -> tuple[str | None, str] | None:
    """The hall that it was passed to, and the mandate's own."""
    query = select(MandateRelay.hall_id, Mandate.hall_id).join(Mandate, Mandate.id == MandateRelay.mandate_id)
    found = session.execute(query.where(MandateRelay.id == relay_id)).first()
    return None if found is None else (found[0], found[1])


def passed_to(session: Session, hall: str) -> list[tuple[MandateRelay, Mandate]]:
    """What other halls have passed to this one and it still has."""
    return _passed(session, hall, MandateRelay.back_at.is_(None), MandateRelay.id)


def passed_back(session: Session, hall: str, most: int = LATEST_CLOSED) -> list[tuple[MandateRelay, Mandate]]:
    """What it has no longer, the latest first."""
    return _passed(session, hall, MandateRelay.back_at.is_not(None), MandateRelay.back_at.desc(), most)


def _passed(
    session: Session, hall: str, which: ColumnElement[bool], order: SQLColumnExpression[Any], most: int | None = None
) -> list[tuple[MandateRelay, Mandate]]:
    query = select(MandateRelay, Mandate).join(Mandate, Mandate.id == MandateRelay.mandate_id)
    query = query.where(MandateRelay.hall_id == hall, which).order_by(order).limit(most)
    return [(relay, mandate) for relay, mandate in session.execute(query)]


def relays(session: Session, mandate_id: str) -> list[MandateRelay]:
    return _of(session, MandateRelay, MandateRelay.mandate_id, MandateRelay.id, mandate_id)


def _of(
    session: Session, table: type[T], mandate: InstrumentedAttribute[str], number: InstrumentedAttribute[int], wanted: str
) -> list[T]:
    return list(session.scalars(select(table).where(mandate == wanted).order_by(number)))


def relays_of(session: Session, mandates: Sequence[str]) -> dict[str, list[MandateRelay]]:
    """By mandate."""
    found: dict[str, list[MandateRelay]] = {}
    for some in _portions(mandates):
        for relay in session.scalars(select(MandateRelay).where(MandateRelay.mandate_id.in_(some)).order_by(MandateRelay.id)):
            found.setdefault(relay.mandate_id, []).append(relay)
    return found


def supplements_of(session: Session, mandates: Sequence[str]) -> dict[str, MandateSupplement]:
    """By mandate."""
    table = MandateSupplement
    wanted = (select(table).where(table.mandate_id.in_(some)) for some in _portions(mandates))
    return {each.mandate_id: each for query in wanted for each in session.scalars(query)}


def deliveries_of(session: Session, mandates: Sequence[str]) -> dict[str, MandateDelivery]:
    """By mandate."""
    wanted = (select(MandateDelivery).where(MandateDelivery.mandate_id.in_(some)) for some in _portions(mandates))
    return {each.mandate_id: each for query in wanted for each in session.scalars(query)}


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """SQLite takes a limited number of values in a statement."""
    return (ids[first : first + PORTION] for first in range(0, len(ids), PORTION))


def supplement(session: Session, mandate_id: str) -> MandateSupplement | None:
    return session.get(MandateSupplement, mandate_id)


def delivery(session: Session, mandate_id: str) -> MandateDelivery | None:
    return session.get(MandateDelivery, mandate_id)


def form(session: Session, hall: str, form: str) -> MandateForm | None:
    return session.get(MandateForm, (hall, form))


def forget_persons(session: Session, moment: datetime) -> int:
    """Of all mandates closed before ``moment``: whose they were, what was said and signed. How many that were."""
    old = select(Mandate.id).where(Mandate.closed_at < moment, Mandate.request_mark != "")
    gone = list(session.scalars(old))
    for some in _portions(gone):
        mandates = update(Mandate).where(Mandate.id.in_(some))
        lines = update(MandateStep).where(MandateStep.mandate_id.in_(some))
        deliveries = update(MandateDelivery).where(MandateDelivery.mandate_id.in_(some))
        for change in (mandates.values(FORGOTTEN), lines.values(words=None), deliveries.values(tracking=None, signature=None)):
            session.execute(change, execution_options={"synchronize_session": False})
    return len(gone)
