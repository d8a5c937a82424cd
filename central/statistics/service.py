"""The figures of a hall for some days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from central.errors import Invalid
from central.halls.plan import HallPlan, plan_of
from central.statistics import repository
from central.statistics.facts import Fact, facts
from central.statistics.figures import NOBODY, By, Tally, count, key_of
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
    """One for each of ``bys``; the calls are read once."""
    plan = plan_of(unit, hall)
    zone, bound_s = plan.zone, plan.rules.longest_wait_min * 60
    whole = {"total": Tally()}
    tallies: list[dict[str, Tally]] = [{} for _ in bys]
    for day in days.days():
        found = list(_facts(unit, hall, day, zone, "priority" in bys))
        count(whole, found, lambda fact: "total")
        for by, tally in zip(bys, tallies):
            count(tally, found, key_of(by, zone))
    issued, cancelled = repository.tickets_by(unit.session, hall, days.first, days.last, "line")
    whole["total"].issued, whole["total"].cancelled = sum(issued.values()), sum(cancelled.values())
    for by, tally in zip(bys, tallies):
        _add_tickets(unit, hall, days, zone, by, tally)
    return [
        StatisticsOut(
            from_=days.first,
            to=days.last,
            by=by,
            zone=plan.zone.key,
            bound_min=plan.rules.longest_wait_min,
            total=whole["total"].figures("total", bound_s),
            rows=[_named(plan, by, tally[key].figures(key, bound_s)) for key in _in_order(plan, by, tally)],
        )
        for by, tally in zip(bys, tallies)
    ]


def _facts(unit: Unit, hall: str, day: date, zone: ZoneInfo, with_priority: bool) -> Iterator[Fact]:
    begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
    return facts(repository.calls_between(unit.session, hall, begins, ends, with_priority))


def _add_tickets(unit: Unit, hall: str, days: Period, zone: ZoneInfo, by: By, tally: dict[str, Tally]) -> None:
    if by == "window":  # a ticket is issued for a line
        for each in tally.values():
            each.issued = each.cancelled = None
    elif by == "hour":
        _add_hours(unit, hall, days, zone, tally)
    else:
        _add_counts(tally, *repository.tickets_by(unit.session, hall, days.first, days.last, by))
    if by == "day":
        for day in days.days():
            tally.setdefault(day.isoformat(), Tally())


def _add_counts(tally: dict[str, Tally], issued: dict[str, int], cancelled: dict[str, int]) -> None:
    for key, number in issued.items():
        tally.setdefault(key or NOBODY, Tally()).issued = number
    for key, number in cancelled.items():
        tally.setdefault(key or NOBODY, Tally()).cancelled = number


def _add_hours(unit: Unit, hall: str, days: Period, zone: ZoneInfo, tally: dict[str, Tally]) -> None:
    for day in days.days():
        for issued_at, was_cancelled in repository.tickets_at(unit.session, hall, day):
            each = tally.setdefault(f"{issued_at.astimezone(zone).hour:02}", Tally())
            each.issued = (each.issued or 0) + 1
            each.cancelled = (each.cancelled or 0) + was_cancelled
    if tally:
        for hour in range(int(min(tally)), int(max(tally))):
            tally.setdefault(f"{hour:02}", Tally())


def _in_order(plan: HallPlan, by: By, tally: dict[str, Tally]) -> list[str]:
    """As the hall lists them; what it has no more comes last, and those without a class."""
    listed = {"line": list(plan.lines), "window": list(plan.windows), "priority": list(plan.priorities)}.get(by, [])
    place: Callable[[str], tuple[int, str]] = lambda key: (listed.index(key) if key in listed else len(listed), key)
    return sorted(tally, key=place)


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
