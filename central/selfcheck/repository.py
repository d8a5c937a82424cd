"""SQL of the self-checks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.roster.models import RosterEntry
from central.selfcheck.models import SelfCheck
from central.staff.models import Staff

LATEST = 40
"""Ten years of quarters."""


def of_hall(session: Session, hall: str) -> list[SelfCheck]:
    """The latest first."""
    query = select(SelfCheck).where(SelfCheck.hall_id == hall)
    return list(session.scalars(query.order_by(SelfCheck.checked_at.desc(), SelfCheck.id.desc()).limit(LATEST)))


def last_of(session: Session, halls: Sequence[str]) -> dict[str, SelfCheck]:
    """The last one of each hall that has any. Ids begin with their moment."""
    last = select(func.max(SelfCheck.id)).where(SelfCheck.hall_id.in_(halls)).group_by(SelfCheck.hall_id)
    return {each.hall_id: each for each in session.scalars(select(SelfCheck).where(SelfCheck.id.in_(last)))}


def agents_of(session: Session, halls: Sequence[str]) -> dict[str, int]:
    """How many agents each hall has."""
    query = (
        select(RosterEntry.hall_id, func.count())
        .join(Staff, Staff.id == RosterEntry.staff_id)
        .where(RosterEntry.hall_id.in_(halls), RosterEntry.agent != "no", Staff.active)
        .group_by(RosterEntry.hall_id)
    )
    return {hall: n for hall, n in session.execute(query)}
