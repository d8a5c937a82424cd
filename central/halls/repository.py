"""SQL of the hall."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from central.halls.calendar import Special
from central.halls.hours import Span
from central.halls.models import Hall, Line, OpeningHours, Priority, SpecialDay, Window, WindowLine
from central.staff.models import StaffLine

# On the way of every ticket, so built once.
_OPEN_WINDOWS_OF_LINE = (
    select(Window.label)
    .join(WindowLine, (WindowLine.hall_id == Window.hall_id) & (WindowLine.window_id == Window.id))
    .where(WindowLine.hall_id == bindparam("hall"), WindowLine.line_id == bindparam("line"), Window.open)
    .order_by(Window.position)
)
_VERSION = select(Hall.version).where(Hall.id == bindparam("hall"))
_LINES_OF_WINDOW = select(WindowLine.line_id).where(
    WindowLine.hall_id == bindparam("hall"), WindowLine.window_id == bindparam("window")
)
_SPANS = select(OpeningHours).where(
    OpeningHours.hall_id == bindparam("hall"), (OpeningHours.line_id == bindparam("line")) | OpeningHours.line_id.is_(None)
)


def halls(session: Session) -> list[Hall]:
    return list(session.scalars(select(Hall).order_by(Hall.id)))


def hall(session: Session, hall_id: str) -> Hall:
    """A hall that exists: callers belong to one."""
    return session.get_one(Hall, hall_id)


def lines(session: Session, hall_id: str) -> list[Line]:
    return list(session.scalars(select(Line).where(Line.hall_id == hall_id).order_by(Line.position)))


def line(session: Session, hall_id: str, line_id: str) -> Line | None:
    return session.get(Line, (hall_id, line_id))


def windows(session: Session, hall_id: str) -> list[Window]:
    return list(session.scalars(select(Window).where(Window.hall_id == hall_id).order_by(Window.position)))


def window(session: Session, hall_id: str, window_id: str) -> Window | None:
    return session.get(Window, (hall_id, window_id))


def window_lines(session: Session, hall_id: str) -> list[tuple[str, str]]:
    """Pairs of window and line, in the order of the lines."""
    query = (
        select(WindowLine.window_id, WindowLine.line_id)
        .join(Line, (Line.hall_id == WindowLine.hall_id) & (Line.id == WindowLine.line_id))
        .where(WindowLine.hall_id == hall_id)
        .order_by(Line.position)
    )
    return [(window_id, line_id) for window_id, line_id in session.execute(query)]


def lines_of_window(session: Session, hall_id: str, window_id: str) -> list[str]:
    return list(session.scalars(_LINES_OF_WINDOW, {"hall": hall_id, "window": window_id}))


def open_windows_of_line(session: Session, hall_id: str, line_id: str) -> list[str]:
    """Labels, in the hall's order."""
    return list(session.scalars(_OPEN_WINDOWS_OF_LINE, {"hall": hall_id, "line": line_id}))


def spans(session: Session, hall_id: str, line_id: str | None) -> list[Span]:
    """Hours of a line: its own, or else the hall's. ``line_id`` None: the hall's."""
    rows = list(session.scalars(_SPANS, {"hall": hall_id, "line": line_id}))
    own = [row for row in rows if row.line_id == line_id] or rows
    return [Span(row.weekday, row.opens, row.closes) for row in own]


def priorities(session: Session, hall_id: str) -> list[Priority]:
    return list(session.scalars(select(Priority).where(Priority.hall_id == hall_id).order_by(Priority.position)))


def priority(session: Session, hall_id: str, priority_id: str) -> Priority | None:
    return session.get(Priority, (hall_id, priority_id))


def version(session: Session, hall_id: str) -> int:
    """Of how the hall is set up. Raises ``NoResultFound`` for a hall that isn't there."""
    return session.execute(_VERSION, {"hall": hall_id}).scalar_one()


def raise_version(session: Session, hall_id: str) -> None:
    session.execute(update(Hall).where(Hall.id == hall_id).values(version=Hall.version + 1))


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
    return tuple(Special(row.day, row.kind, tuple((span[0], span[1]) for span in row.spans), row.line_id, row.name) for row in rows)
