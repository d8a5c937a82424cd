"""A guide that was published ahead comes into force by itself when its day begins; here whoever listens is told of it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from central.catalogue import repository
from central.context import Context
from central.halls import repository as hall_rows
from central.halls import service as halls
from central.unit import Unit, unit_for


def look(context: Context, seen: dict[str, date]) -> None:
    """``seen``: the day of each hall that was looked at last. A service that was down when a day began looks when it starts."""

    def new_days(session: Session) -> list[tuple[str, datetime]]:
        unit = unit_for(context, session)
        nights = [(hall.id, _midnight(halls.local_time(unit, hall.id))) for hall in hall_rows.halls(session)]
        return [(hall, night) for hall, night in nights if seen.get(hall) != night.date()]

    for hall, night in context.database.read(new_days):
        if context.database.read(lambda session: repository.begins(session, hall, night)):
            context.database.write(lambda session: _tell(unit_for(context, session), hall))
        seen[hall] = night.date()


def _midnight(local: datetime) -> datetime:
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _tell(unit: Unit, hall: str) -> None:
    unit.hold(hall)
    halls.changed(unit, hall)
