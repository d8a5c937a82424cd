"""SQL of the set-up, beyond what the hall's own repository reads."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from central.appointments.models import Appointment
from central.halls.models import OpeningHours, SpecialDay, Window, WindowLine
from central.queue.models import OPEN_STATES, LineDay, Ticket
from central.staff.models import Staff, StaffLine, StaffWindow

_OPEN = text(OPEN_STATES)


def open_tickets_of_line(session: Session, hall: str, line: str, day: date) -> int:
    query = select(func.count()).select_from(Ticket).where(Ticket.hall_id == hall, Ticket.day == day, _OPEN)
    return session.execute(query.where(Ticket.line_id == line)).scalar_one()


def open_tickets_at_window(session: Session, hall: str, window: str, day: date) -> int:
    """Called to it, or kept for it after a transfer."""
    query = select(func.count()).select_from(Ticket).where(Ticket.hall_id == hall, Ticket.day == day, _OPEN)
    return session.execute(query.where((Ticket.window_id == window) | (Ticket.for_window == window))).scalar_one()


def numbers_given(session: Session, hall: str, line: str, day: date) -> bool:
    counted = session.get(LineDay, (hall, line, day))
    return counted is not None and counted.last > 0


def booked(session: Session, hall: str, since: date) -> list[tuple[str, date, int, int]]:
    """Appointments to come: line, day, minute, how many."""
    query = (
        select(Appointment.line_id, Appointment.day, Appointment.slot, func.count())
        .where(Appointment.hall_id == hall, Appointment.day >= since, Appointment.state == "booked")
        .group_by(Appointment.line_id, Appointment.day, Appointment.slot)
        .order_by(Appointment.line_id, Appointment.day, Appointment.slot)
    )
    return [(line, day, slot, number) for line, day, slot, number in session.execute(query)]


def lines_of_window(session: Session, hall: str, window: str) -> dict[str, int]:
    """Weights by line."""
    query = select(WindowLine.line_id, WindowLine.weight).where(WindowLine.hall_id == hall, WindowLine.window_id == window)
    return {line: weight for line, weight in session.execute(query)}


def set_lines_of_window(session: Session, hall: str, window: str, weights: dict[str, int]) -> None:
    session.execute(delete(WindowLine).where(WindowLine.hall_id == hall, WindowLine.window_id == window))
    session.add_all(
        WindowLine(hall_id=hall, window_id=window, line_id=line, weight=weight) for line, weight in weights.items()
    )


def hours(session: Session, hall: str) -> list[OpeningHours]:
    query = select(OpeningHours).where(OpeningHours.hall_id == hall)
    return list(session.scalars(query.order_by(OpeningHours.weekday, OpeningHours.opens, OpeningHours.id)))


def set_hours(session: Session, hall: str, line: str | None, spans: list[tuple[int, int, int]]) -> None:
    """In place of what the line (None: the hall) had: weekday, opens, closes."""
    session.execute(delete(OpeningHours).where(OpeningHours.hall_id == hall, OpeningHours.line_id.is_not_distinct_from(line)))
    session.add_all(
        OpeningHours(hall_id=hall, line_id=line, weekday=weekday, opens=opens, closes=closes) for weekday, opens, closes in spans
    )


def special_days(session: Session, hall: str) -> list[SpecialDay]:
    return list(session.scalars(select(SpecialDay).where(SpecialDay.hall_id == hall).order_by(SpecialDay.day, SpecialDay.id)))


def special_day(session: Session, hall: str, day_id: int) -> SpecialDay | None:
    return session.scalar(select(SpecialDay).where(SpecialDay.hall_id == hall, SpecialDay.id == day_id))


def special_day_of(session: Session, hall: str, day: date, line: str | None, kind: str) -> SpecialDay | None:
    same = SpecialDay.line_id.is_not_distinct_from(line)
    return session.scalars(
        select(SpecialDay).where(SpecialDay.hall_id == hall, SpecialDay.day == day, same, SpecialDay.kind == kind)
    ).first()


def staff_windows(session: Session, hall: str) -> dict[str, list[str]]:
    """Windows by member of the staff."""
    query = select(StaffWindow.staff_id, StaffWindow.window_id).where(StaffWindow.hall_id == hall)
    return _gathered([(staff, window) for staff, window in session.execute(query.order_by(StaffWindow.window_id))])


def staff_lines(session: Session, hall: str) -> dict[str, list[str]]:
    """Skills by member of the staff."""
    query = select(StaffLine.staff_id, StaffLine.line_id).where(StaffLine.hall_id == hall)
    return _gathered([(staff, line) for staff, line in session.execute(query.order_by(StaffLine.line_id))])


def _gathered(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def set_staff_windows(session: Session, hall: str, staff: str, windows: list[str]) -> None:
    session.execute(delete(StaffWindow).where(StaffWindow.staff_id == staff))
    session.add_all(StaffWindow(staff_id=staff, hall_id=hall, window_id=window) for window in windows)


def set_staff_lines(session: Session, hall: str, staff: str, lines: list[str]) -> None:
    session.execute(delete(StaffLine).where(StaffLine.staff_id == staff))
    session.add_all(StaffLine(staff_id=staff, hall_id=hall, line_id=line) for line in lines)


def leaders(session: Session, hall: str) -> list[Staff]:
    """Those who may change the set-up."""
    query = select(Staff).where(Staff.hall_id == hall, Staff.active, Staff.role.in_(("admin", "manager")))
    return list(session.scalars(query.order_by(Staff.id)))


def windows_under(session: Session, hall: str, staff: str) -> list[str]:
    """Labels of the open windows that a member of the staff opened."""
    query = select(Window.label).where(Window.hall_id == hall, Window.staff_id == staff, Window.open)
    return list(session.scalars(query.order_by(Window.position, Window.id)))
