"""Changing windows."""

from __future__ import annotations

from central.errors import InUse, Invalid
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import Window
from central.setup import changing, repository
from central.setup.lines import place, taken
from central.setup.schemas import WindowIn
from central.unit import Unit


def put(unit: Unit, hall: str, window_id: str, body: WindowIn) -> bool:
    """Makes or changes a window; whether it is new. A new one is closed until somebody opens it."""
    all_windows = halls.windows(unit.session, hall)
    window = halls.window(unit.session, hall, window_id)
    weights = {each.id: each.weight for each in body.lines}
    mistakes = taken("label", body.label, window_id, ((each.id, each.label) for each in all_windows))
    mistakes += changing.strangers("lines", weights, (line.id for line in halls.lines(unit.session, hall)))
    if mistakes:
        raise Invalid.all_of(mistakes)
    if window is not None and window.active and not body.active:
        _check_idle(unit, window)
    _name_area([each for each in all_windows if each is not window], body.area)
    values = body.model_dump(exclude={"lines"}) | {"position": place(body.position, window, all_windows)}
    if window is None:
        unit.session.add(Window(hall_id=hall, id=window_id, open=False, **values))
        unit.session.flush()
        repository.set_lines_of_window(unit.session, hall, window_id, weights)
        changing.done(unit, hall, "setup.window_added", window_id)
        return True
    fields = changing.apply(window, values)
    if repository.lines_of_window(unit.session, hall, window_id) != weights:
        repository.set_lines_of_window(unit.session, hall, window_id, weights)
        fields.append("lines")
    changing.changed(unit, hall, "setup.window_changed", window_id, fields)
    return False


def _name_area(windows: list[Window], area: dict[str, str] | None) -> None:
    """A call zone is called the same at its other windows."""
    for each in windows:
        if area is not None and each.area is not None and each.area["zh"] == area["zh"]:
            each.area = area


def end(unit: Unit, hall: str, window_id: str) -> None:
    """Nobody can open it any more. What it was stays, for the history."""
    window = hall_service.known_window(unit, hall, window_id)
    if window.active:
        _check_idle(unit, window)
    changing.changed(unit, hall, "setup.window_changed", window_id, changing.apply(window, {"active": False}))


def _check_idle(unit: Unit, window: Window) -> None:
    if window.open or window.staff_id is not None:
        raise InUse("somebody works at the window: close it first", "active")
    day = hall_service.today(unit, window.hall_id)
    waiting = repository.open_tickets_at_window(unit.session, window.hall_id, window.id, day)
    if waiting:
        raise InUse(f"{waiting} open tickets are kept for the window: transfer or cancel them first", "active")
