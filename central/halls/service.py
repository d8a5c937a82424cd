"""What a hall is like at this moment."""

from __future__ import annotations

from datetime import date, datetime

from central.clock import in_zone
from central.errors import LineClosed, WindowClosed, WindowUnknown
from central.halls import hours, repository
from central.halls.models import Line, Window
from central.halls.schemas import HallOut, LineOut, PriorityOut, WindowOut
from central.queue import repository as queue
from central.unit import Unit


def local_time(unit: Unit, hall_id: str) -> datetime:
    return in_zone(unit.now, repository.hall(unit.session, hall_id).zone)


def today(unit: Unit, hall_id: str) -> date:
    """The hall's own date; numbers start again when it changes."""
    return local_time(unit, hall_id).date()


def changed(unit: Unit, hall_id: str) -> None:
    """How the hall is set up has changed: what was known of it no longer holds, and whoever listens is told. Call it after the
    change, once for each unit of work."""
    unit.session.flush()
    repository.raise_version(unit.session, hall_id)
    unit.context.plans.changes(hall_id, unit)
    unit.announce(hall_id, "hall.changed", {})


def describe(unit: Unit, hall_id: str) -> HallOut:
    session = unit.session
    hall = repository.hall(session, hall_id)
    local = in_zone(unit.now, hall.zone)
    served = repository.window_lines(session, hall_id)
    windows = repository.windows(session, hall_id)
    waiting = queue.waiting_by_line(session, hall_id, local.date())
    return HallOut(
        id=hall.id,
        name=hall.name,
        phone=hall.phone,
        zone=hall.zone,
        hours_today=hours.of_today(repository.spans(session, hall_id, None), local),
        lines=[
            _line(unit, line, local, waiting.get(line.id, 0), [w.label for w in windows if w.open and (w.id, line.id) in served])
            for line in repository.lines(session, hall_id)
        ],
        priorities=[
            PriorityOut(id=each.id, name=each.name, min_age=each.min_age) for each in repository.priorities(session, hall_id)
        ],
        windows=[_window(window, [line for of, line in served if of == window.id]) for window in windows],
    )


def _line(unit: Unit, line: Line, local: datetime, waiting: int, windows: list[str]) -> LineOut:
    spans = repository.spans(unit.session, line.hall_id, line.id)
    return LineOut(
        id=line.id,
        letter=line.letter,
        name=line.name,
        summary=line.summary,
        open=hours.is_open(spans, local),
        waiting=waiting,
        windows=windows,
        opens_at=hours.opens_at(spans, local),
    )


def _window(window: Window, lines: list[str]) -> WindowOut:
    return WindowOut(id=window.id, label=window.label, name=window.name, type=window.type, open=window.open, lines=lines)


def must_be_served(unit: Unit, line: Line, local: datetime) -> list[str]:
    """Labels of the open windows of a line; refuses when it is closed or nobody serves it."""
    spans = repository.spans(unit.session, line.hall_id, line.id)
    if not hours.is_open(spans, local):
        again = hours.opens_at(spans, local)
        raise LineClosed(f"line {line.id} is closed" + (f" until {again}" if again else " for today"), "line")
    labels = repository.open_windows_of_line(unit.session, line.hall_id, line.id)
    if not labels:
        raise WindowClosed(f"no open window serves line {line.id}", "line")
    return labels


def known_window(unit: Unit, hall_id: str, window_id: str) -> Window:
    window = repository.window(unit.session, hall_id, window_id)
    if window is None:
        raise WindowUnknown("the hall has no such window", "window")
    return window


def set_window_open(unit: Unit, window: Window, is_open: bool) -> WindowOut:
    """Opens or closes a window; the same again changes nothing. The audit is the log that F34 (潮汐窗口) asks for."""
    if window.open != is_open:
        window.open = is_open
        unit.record("window.opened" if is_open else "window.closed", window.id)
        unit.announce(window.hall_id, "hall.changed", {})
    return _window(window, repository.lines_of_window(unit.session, window.hall_id, window.id))
