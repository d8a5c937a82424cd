"""Changing lines; and what lines, windows and priority classes have in common: an id, a place in an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from central.errors import InUse, Invalid, LineUnknown, Mistake
from central.halls import repository as halls
from central.halls import service as hall_service
from central.halls.models import Line
from central.setup import changing, repository
from central.setup.changing import wrong
from central.setup.schemas import LineIn
from central.unit import Unit


class Placed(Protocol):
    id: Any
    position: Any


def place(asked: int | None, there: Placed | None, all_of: Sequence[Placed]) -> int:
    """Where a thing stands in its order: as asked, where it is, or last."""
    if asked is not None:
        return asked
    return there.position if there is not None else 1 + max((each.position for each in all_of), default=-1)


def taken(field: str, value: str, own: str, others: Iterable[tuple[str, str]]) -> list[Mistake]:
    """A mistake when another thing (pairs of id and value) has the value."""
    held = any(id != own and theirs == value for id, theirs in others)
    return [wrong(field, "taken", f"another one has this {field}")] if held else []


def put(unit: Unit, hall: str, line_id: str, body: LineIn) -> bool:
    """Makes or changes a line; whether it is new."""
    all_lines = halls.lines(unit.session, hall)
    line = halls.line(unit.session, hall, line_id)
    mistakes = taken("letter", body.letter, line_id, ((each.id, each.letter) for each in all_lines))
    if line is not None and line.letter != body.letter and _numbered_today(unit, line):
        mistakes.append(wrong("letter", "used_today", "tickets with this letter were given today: change it tomorrow"))
    if mistakes:
        raise Invalid.all_of(mistakes)
    if line is not None and line.active and not body.active:
        _check_empty(unit, line)
    values = body.model_dump() | {"position": place(body.position, line, all_lines)}
    if line is None:
        unit.session.add(Line(hall_id=hall, id=line_id, **values))
        changing.done(unit, hall, "setup.line_added", line_id)
        return True
    changing.changed(unit, hall, "setup.line_changed", line_id, changing.apply(line, values))
    return False


def end(unit: Unit, hall: str, line_id: str) -> None:
    """Nobody takes a number for it any more. What it was stays, for the history."""
    line = halls.line(unit.session, hall, line_id)
    if line is None:
        raise LineUnknown("the hall has no such line", "line")
    if line.active:
        _check_empty(unit, line)
    changing.changed(unit, hall, "setup.line_changed", line_id, changing.apply(line, {"active": False}))


def _numbered_today(unit: Unit, line: Line) -> bool:
    """A letter that moved to another line within a day would be on two tickets with the same number."""
    return repository.numbers_given(unit.session, line.hall_id, line.id, hall_service.today(unit, line.hall_id))


def _check_empty(unit: Unit, line: Line) -> None:
    waiting = repository.open_tickets_of_line(unit.session, line.hall_id, line.id, hall_service.today(unit, line.hall_id))
    if waiting:
        raise InUse(f"the line has {waiting} open tickets: serve, transfer or cancel them first", "active")
