"""The figures of a hall for some days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from central.errors import Invalid
from central.halls.plan import HallPlan, plan_of
from central.statistics import repository
from central.statistics.days import Cell, Cells, counted
from central.statistics.figures import By, figures, key_of
from central.statistics.schemas import FiguresOut, StatisticsOut
from central.unit import Unit

MOST_DAYS = 366


@dataclass(frozen=True)
class Period:
    """Days in the hall's zone, both included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)


def period(unit: Unit, hall: str, first: date | None, last: date | None) -> Period:
    """Today when nothing is said. Raises ``Invalid``."""
    last = last or first or plan_of(unit, hall).local(unit.now).date()
    first = first or last
    if last < first:
        raise Invalid("the last day lies before the first", "to")
    if (last - first).days >= MOST_DAYS:
        raise Invalid(f"more than {MOST_DAYS} days", "to")
    return Period(first, last)


def statistics(unit: Unit, hall: str, days: Period, *bys: By) -> list[StatisticsOut]:
    """One for each of ``bys``; the days are read once."""
    plan = plan_of(unit, hall)
    whole, found = Cell(), [_empty(by, days) for by in bys]
    keys = [key_of(by) for by in bys]
    for day in days.days():
        for place, cell in _cells(unit, plan, day).items():
            whole.add(cell)
            for key, cells in zip(keys, found):
                name = key(place, day)
                if name is not None:
                    cells.setdefault(name, Cell()).add(cell)
    return [_told(plan, days, by, whole, cells) for by, cells in zip(bys, found)]


def _cells(unit: Unit, plan: HallPlan, day: date) -> Cells:
    """Of a day that is over for sure from memory: yesterday may still be ended by whoever comes first today."""

    def count() -> Cells:
        begins, ends = (datetime.combine(each, time(), plan.zone) for each in (day, day + timedelta(days=1)))
        calls = repository.calls_between(unit, plan.id, begins, ends)
        return counted(repository.tickets_of(unit, plan.id, day), calls, plan.zone)

    if plan.local(unit.now).date() - day < timedelta(days=2):
        return count()
    return unit.context.past.of(plan.id, day, count)


def _empty(by: By, days: Period) -> dict[str, Cell]:
    """Days without anybody have a row, too."""
    return {day.isoformat(): Cell() for day in days.days()} if by == "day" else {}


def _told(plan: HallPlan, days: Period, by: By, whole: Cell, cells: dict[str, Cell]) -> StatisticsOut:
    bound_min = plan.rules.longest_wait_min
    if by == "hour" and cells:
        for hour in range(int(min(cells)), int(max(cells))):
            cells.setdefault(f"{hour:02}", Cell())
    rows = [figures(key, cells[key], bound_min * 60, by != "window") for key in _in_order(plan, by, cells)]
    return StatisticsOut(
        from_=days.first,
        to=days.last,
        by=by,
        zone=plan.zone.key,
        bound_min=bound_min,
        total=figures("total", whole, bound_min * 60),
        rows=[_named(plan, by, row) for row in rows],
    )


def _in_order(plan: HallPlan, by: By, cells: dict[str, Cell]) -> list[str]:
    """As the hall lists them; what it has no more comes last, and those without a class."""
    listed = {"line": list(plan.lines), "window": list(plan.windows), "priority": list(plan.priorities)}.get(by, [])
    place: Callable[[str], tuple[int, str]] = lambda key: (listed.index(key) if key in listed else len(listed), key)
    return sorted(cells, key=place)


def _named(plan: HallPlan, by: By, row: FiguresOut) -> FiguresOut:
    if by == "line" and row.key in plan.lines:
        line = plan.lines[row.key]
        row.name, row.label = dict(line.name), line.letter
    elif by == "window" and row.key in plan.windows:
        window = plan.windows[row.key]
        row.name, row.label = dict(window.name), window.label
    elif by == "priority" and row.key in plan.priorities:
        row.name = dict(plan.priorities[row.key].name)
    return row
