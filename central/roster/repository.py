"""SQL of the roster."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.roster.duty import Helper, Rung
from central.roster.models import RosterEntry
from central.staff.models import Staff


def entries(session: Session, hall: str) -> dict[str, RosterEntry]:
    """By member of the staff."""
    return {each.staff_id: each for each in session.scalars(select(RosterEntry).where(RosterEntry.hall_id == hall))}


def entry(session: Session, staff_id: str) -> RosterEntry | None:
    return session.get(RosterEntry, staff_id)


def helpers(session: Session, hall: str) -> tuple[Helper, ...]:
    """Those for whom calls for help ring, by their names."""
    query = (
        select(RosterEntry, Staff.name)
        .join(Staff, Staff.id == RosterEntry.staff_id)
        .where(RosterEntry.hall_id == hall, RosterEntry.rung != "never", Staff.active)
        .order_by(Staff.name, Staff.id)
    )
    return tuple(
        Helper(
            id=each.staff_id,
            name=name,
            phone=each.phone,
            rung=cast(Rung, each.rung),
            spans=tuple((weekday, opens, closes) for weekday, opens, closes in each.spans),
            away_from=each.away_from,
            away_until=each.away_until,
        )
        for each, name in session.execute(query)
    )


def shown(session: Session, hall: str) -> list[tuple[RosterEntry, str]]:
    """Those whom residents may see, with their names: who is rung first, their deputies, then the others."""
    query = (
        select(RosterEntry, Staff.name)
        .join(Staff, Staff.id == RosterEntry.staff_id)
        .where(RosterEntry.hall_id == hall, RosterEntry.shown, Staff.active)
    )
    places = ("first", "deputy", "never")
    rows = [(each, name) for each, name in session.execute(query)]
    return sorted(rows, key=lambda row: (places.index(row[0].rung), row[1], row[0].staff_id))


def agents(session: Session, hall: str) -> list[tuple[RosterEntry, str]]:
    """Those who run errands for residents, with their names, full-time ones first."""
    query = (
        select(RosterEntry, Staff.name)
        .join(Staff, Staff.id == RosterEntry.staff_id)
        .where(RosterEntry.hall_id == hall, RosterEntry.agent != "no", Staff.active)
        .order_by(RosterEntry.agent, Staff.name, Staff.id)
    )
    return [(each, name) for each, name in session.execute(query)]
