"""The whole set-up, as a manager looks at it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from central.halls import repository as halls
from central.halls.hours import clock_face
from central.halls.models import Line, Priority, Window
from central.halls.rules import Rules
from central.setup import repository, roster
from central.setup.schemas import (
    HallSetup,
    HoursIn,
    LineSetup,
    MachineSetup,
    PrioritySetup,
    SetupOut,
    SpecialDaySetup,
    StaffSetup,
    WindowSetup,
    usual_evidence,
)
from central.staff import repository as staff
from central.terminals import repository as terminals
from central.terminals.models import Terminal
from central.unit import Unit


def describe(unit: Unit, hall_id: str) -> SetupOut:
    session = unit.session
    hall = halls.hall(session, hall_id)
    weights: dict[str, list[dict[str, Any]]] = {}
    for window, line, weight in halls.weights(session, hall_id):
        weights.setdefault(window, []).append({"id": line, "weight": weight})
    return SetupOut(
        version=hall.version,
        hall=HallSetup.model_validate(hall, from_attributes=True),
        rules=Rules.model_validate(hall.rules or {}),
        lines=[_line(line) for line in halls.lines(session, hall_id)],
        windows=[_window(window, weights.get(window.id, [])) for window in halls.windows(session, hall_id)],
        hours=_hours(unit, hall_id),
        special_days=_special_days(unit, hall_id),
        priorities=[_priority(each) for each in halls.priorities(session, hall_id)],
        staff=_staff(unit, hall_id),
        machines=_machines(unit, hall_id),
        roster=roster.describe(unit, hall_id),
    )


def _span(opens: int, closes: int) -> dict[str, str]:
    return {"opens": clock_face(opens), "closes": clock_face(closes)}


def _line(line: Line) -> LineSetup:
    plain = {name: getattr(line, name) for name in LineSetup.model_fields if name != "bands"}
    bands = [_span(band["opens"], band["closes"]) | {"quota": band["quota"]} for band in line.bands or ()]
    return LineSetup.model_validate(plain | {"bands": bands})


def _window(window: Window, lines: list[dict[str, Any]]) -> WindowSetup:
    plain = {name: getattr(window, name) for name in WindowSetup.model_fields if name != "lines"}
    return WindowSetup.model_validate(plain | {"lines": lines})


def _priority(priority: Priority) -> PrioritySetup:
    plain = {name: getattr(priority, name) for name in PrioritySetup.model_fields}
    return PrioritySetup.model_validate(plain | {"evidence": priority.evidence or usual_evidence(plain)})


def _hours(unit: Unit, hall_id: str) -> list[HoursIn]:
    rows = repository.hours(unit.session, hall_id)
    lines = [line.id for line in halls.lines(unit.session, hall_id)]
    own = {row.line_id for row in rows}
    of = {
        line: [_span(row.opens, row.closes) | {"weekday": row.weekday} for row in rows if row.line_id == line]
        for line in [None, *(line for line in lines if line in own)]
    }
    return [HoursIn.model_validate({"line": line, "spans": spans}) for line, spans in of.items()]


def _special_days(unit: Unit, hall_id: str) -> list[SpecialDaySetup]:
    return [
        SpecialDaySetup.model_validate(
            {
                "id": row.id,
                "day": row.day,
                "line": row.line_id,
                "kind": row.kind,
                "name": row.name,
                "spans": [_span(opens, closes) for opens, closes in row.spans],
            }
        )
        for row in repository.special_days(unit.session, hall_id)
    ]


def _staff(unit: Unit, hall_id: str) -> list[StaffSetup]:
    windows, lines = repository.staff_windows(unit.session, hall_id), repository.staff_lines(unit.session, hall_id)
    return [
        StaffSetup(
            id=person.id,
            user=person.user,
            name=person.name,
            role=person.role,  # type: ignore[arg-type]  # the table holds what the schema took
            windows=windows.get(person.id, []),
            lines=lines.get(person.id, []),
            active=person.active,
            must_change=person.must_change,
            locked_until=_still(person.locked_until, unit.now),
        )
        for person in staff.of_hall(unit.session, hall_id)
    ]


def _still(until: datetime | None, now: datetime) -> datetime | None:
    return until if until is not None and until > now else None


def _machines(unit: Unit, hall_id: str) -> list[MachineSetup]:
    codes = terminals.codes_until(unit.session, hall_id, unit.now)
    return [_machine(unit, machine, codes.get(machine.id)) for machine in terminals.of_hall(unit.session, hall_id)]


def _machine(unit: Unit, machine: Terminal, code_until: datetime | None) -> MachineSetup:
    seen = unit.context.presence.of(machine)
    return MachineSetup(
        id=machine.id,
        name=machine.name,
        place=machine.place,
        role=machine.role,  # type: ignore[arg-type]  # the table holds what the schema took
        window=machine.window_id,
        state="enrolled" if machine.token_hash else "code_given" if code_until else "not_enrolled",
        enrolled_at=machine.enrolled_at,
        code_until=code_until,
        there=seen is not None and seen.is_there(unit.now),
        seen_at=None if seen is None else seen.at,
        version=None if seen is None else seen.version,
        troubles={} if seen is None else seen.troubles,
    )
