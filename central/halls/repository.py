"""SQL of the hall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central.halls.calendar import Special
from central.halls.hours import Span
from central.halls.models import Hall, Line, OpeningHours, Priority, SpecialDay, Window, WindowChange, WindowLine
from central.sql import Sql
from central.staff.models import StaffLine

if TYPE_CHECKING:
    from central.unit import Unit

_VERSION = Sql("SELECT version FROM halls WHERE id = :hall")


def halls(session: Session) -> list[Hall]:
    return list(session.scalars(select(Hall).order_by(Hall.id)))


def hall(session: Session, hall_id: str) -> Hall:
    """A hall that exists: callers belong to one."""
    return session.get_one(Hall, hall_id)


def hall_if_there(session: Session, hall_id: str) -> Hall | None:
    return session.get(Hall, hall_id)


def names_and_regions(session: Session) -> list[tuple[str, dict[str, str], str]]:
    """Id, names and region of every hall."""
    return [(id, name, region) for id, name, region in session.execute(select(Hall.id, Hall.name, Hall.region))]


def lines(session: Session, hall_id: str) -> list[Line]:
    return list(session.scalars(select(Line).where(Line.hall_id == hall_id).order_by(Line.position, Line.id)))


def line(session: Session, hall_id: str, line_id: str) -> Line | None:
    return session.get(Line, (hall_id, line_id))


def windows(session: Session, hall_id: str) -> list[Window]:
    return list(session.scalars(select(Window).where(Window.hall_id == hall_id).order_by(Window.position, Window.id)))


def window(session: Session, hall_id: str, window_id: str) -> Window | None:
    return session.get(Window, (hall_id, window_id))


def priorities(session: Session, hall_id: str) -> list[Priority]:
    return list(session.scalars(select(Priority).where(Priority.hall_id == hall_id).order_by(Priority.position, Priority.id)))


def foresee_version(unit: Unit, hall_id: str) -> None:
    """Most units of a hall ask for its version."""
    unit.foresee(_VERSION, hall=hall_id)


def version(unit: Unit, hall_id: str) -> int:
    """Of how the hall is set up. Raises LookupError for a hall that isn't there."""
    row = unit.row(_VERSION, hall=hall_id)
    if row is None:
        raise LookupError("there is no such hall")
    return int(row[0])


def raise_version(session: Session, hall_id: str) -> int:
    """The version from now on."""
    raised = update(Hall).where(Hall.id == hall_id).values(version=Hall.version + 1).returning(Hall.version)
    return session.execute(raised).scalar_one()


def weights(session: Session, hall_id: str) -> list[tuple[str, str, int]]:
    """Window, line and weight, in the order of the lines."""
    query = (
        select(WindowLine.window_id, WindowLine.line_id, WindowLine.weight)
        .join(Line, (Line.hall_id == WindowLine.hall_id) & (Line.id == WindowLine.line_id))
        .where(WindowLine.hall_id == hall_id)
        .order_by(Line.position)
    )
    return [(window_id, line_id, weight) for window_id, line_id, weight in session.execute(query)]


def skills(session: Session, hall_id: str) -> list[tuple[str, str]]:
    """Pairs of a member of the staff and a line that they can do."""
    query = select(StaffLine.staff_id, StaffLine.line_id).where(StaffLine.hall_id == hall_id)
    return [(staff_id, line_id) for staff_id, line_id in session.execute(query)]


def week(session: Session, hall_id: str) -> tuple[Span, ...]:
    """Every span of the hall and of its lines."""
    rows = session.scalars(select(OpeningHours).where(OpeningHours.hall_id == hall_id).order_by(OpeningHours.id))
    return tuple(Span(row.weekday, row.opens, row.closes, row.line_id) for row in rows)


def special_days(session: Session, hall_id: str) -> tuple[Special, ...]:
    rows = session.scalars(select(SpecialDay).where(SpecialDay.hall_id == hall_id).order_by(SpecialDay.day, SpecialDay.id))
    return tuple(
        Special(row.day, row.kind, tuple((opens, closes) for opens, closes in row.spans), row.line_id, row.name) for row in rows
    )


def last_change(session: Session, hall_id: str, window_id: str, whats: Sequence[str]) -> WindowChange | None:
    """The newest line of a window's log that is one of ``whats``."""
    query = select(WindowChange).where(
        WindowChange.hall_id == hall_id, WindowChange.window_id == window_id, WindowChange.what.in_(whats)
    )
    return session.scalar(query.order_by(WindowChange.at.desc(), WindowChange.id.desc()).limit(1))


def window_lines(session: Session, hall_id: str) -> list[tuple[str, str]]:
    """Pairs of window and line, in the order of the lines."""
    query = (
        select(WindowLine.window_id, WindowLine.line_id)
        .join(Line, (Line.hall_id == WindowLine.hall_id) & (Line.id == WindowLine.line_id))
        .where(WindowLine.hall_id == hall_id)
        .order_by(Line.position)
    )
    return [(window_id, line_id) for window_id, line_id in session.execute(query)]


def priority(session: Session, hall_id: str, priority_id: str) -> Priority | None:
    return session.get(Priority, (hall_id, priority_id))


def with_tidal_staff(session: Session) -> list[str]:
    """Halls in which somebody is at a tidal window."""
    query = select(Window.hall_id).where(Window.tidal.is_not(None), Window.staff_id.is_not(None), Window.active).distinct()
    return list(session.scalars(query.order_by(Window.hall_id)))
