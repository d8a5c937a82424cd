"""SQL of the proposals."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.proposals.models import Proposal


def by_id(session: Session, proposal: str) -> Proposal | None:
    return session.get(Proposal, proposal)


def next_serial(session: Session, hall: str, year: int) -> int:
    last = session.scalar(select(func.max(Proposal.serial)).where(Proposal.hall_id == hall, Proposal.year == year))
    return (last or 0) + 1


def of_hall(session: Session, hall: str) -> list[Proposal]:
    """The latest first."""
    query = select(Proposal).where(Proposal.hall_id == hall)
    return list(session.scalars(query.order_by(Proposal.year.desc(), Proposal.serial.desc())))
