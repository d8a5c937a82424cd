"""Changing when a hall is open: the hours of the week and special days."""

from __future__ import annotations

from central.errors import Invalid, Mistake, SpecialDayUnknown
from central.halls import repository as halls
from central.halls.models import SpecialDay
from central.setup import changing, repository
from central.setup.changing import wrong
from central.setup.schemas import HoursIn, SpecialDayIn
from central.unit import Unit


def put_hours(unit: Unit, hall: str, body: HoursIn) -> None:
    """The hours of the hall, or of a line in place of the hall's. A line that has none keeps the hall's."""
    if body.line is not None and halls.line(unit.session, hall, body.line) is None:
        raise Invalid.all_of([wrong("line", "unknown", "the hall has no such line")])
    spans = [(each.weekday, each.opens, each.closes) for each in body.spans]
    own = [row for row in repository.hours(unit.session, hall) if row.line_id == body.line]
    there = [(row.weekday, row.opens, row.closes) for row in own]
    if spans != there:
        repository.set_hours(unit.session, hall, body.line, spans)
        changing.done(unit, hall, "setup.hours_changed", body.line or hall)


def add_day(unit: Unit, hall: str, body: SpecialDayIn) -> int:
    """The new special day's id."""
    _check(unit, hall, body, None)
    day = SpecialDay(hall_id=hall, **values_of_day(body))
    unit.session.add(day)
    unit.session.flush()
    changing.done(unit, hall, "setup.special_day_added", body.day.isoformat())
    return day.id


def put_day(unit: Unit, hall: str, day_id: int, body: SpecialDayIn) -> None:
    day = _known(unit, hall, day_id)
    _check(unit, hall, body, day)
    changing.changed(unit, hall, "setup.special_day_changed", day.day.isoformat(), changing.apply(day, values_of_day(body)))


def remove_day(unit: Unit, hall: str, day_id: int) -> None:
    """That day is as its weekday again."""
    day = _known(unit, hall, day_id)
    unit.session.delete(day)
    changing.done(unit, hall, "setup.special_day_removed", day.day.isoformat())


def _known(unit: Unit, hall: str, day_id: int) -> SpecialDay:
    day = repository.special_day(unit.session, hall, day_id)
    if day is None:
        raise SpecialDayUnknown("the hall has no such special day", "day")
    return day


def _check(unit: Unit, hall: str, body: SpecialDayIn, own: SpecialDay | None) -> None:
    mistakes: list[Mistake] = []
    if body.line is not None and halls.line(unit.session, hall, body.line) is None:
        mistakes.append(wrong("line", "unknown", "the hall has no such line"))
    same = repository.special_day_of(unit.session, hall, body.day, body.line, body.kind)
    if same is not None and same is not own:
        mistakes.append(wrong("day", "taken", "there is a special day of this kind on this day already"))
    if mistakes:
        raise Invalid.all_of(mistakes)


def values_of_day(body: SpecialDayIn) -> dict[str, object]:
    """As its row holds them."""
    return {
        "day": body.day,
        "line_id": body.line,
        "kind": body.kind,
        "name": body.name,
        "spans": [[each.opens, each.closes] for each in body.spans],
    }
