"""Opening hours of the week, and the special days of a month."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request, Response

from central.halls.calendar import KINDS, at_the_door
from central.halls.hours import clock_face
from central.halls.plan import HallPlan, plan_of
from central.pages.drawing import language_of, path_to
from central.pages.manage.sections import LEADERS, Chosen, api, chosen_of, draw
from central.pages.members import for_members
from central.pages.words import WORDS, Words
from central.routing import UnitOfWork, reads
from central.setup.schemas import SetupOut, SpecialDaySetup
from central.setup.service import describe

router = APIRouter(prefix="/console/setup", include_in_schema=False)

WHOLE_HALL = "hall"
"""Stands in the page's address where the service has None. A line of that name would be reached by its own id all the same."""
COMING = 24
"""Special days ahead that are listed: a year's holidays."""


@dataclass(frozen=True)
class Week:
    """Whose hours: the hall's (``line`` None) or a line's. ``own``: it has some, else it keeps the hall's."""

    id: str
    line: str | None
    name: str
    own: bool
    spans: list[dict[str, Any]]
    week: list[str]


@dataclass(frozen=True)
class Entry:
    id: int
    day: date
    weekday: int
    kind: str
    words: str
    hours: str


@dataclass(frozen=True)
class Cell:
    """A day of the month's page; ``hours``: when the hall is open."""

    day: date
    inside: bool
    hours: str
    entries: list[Entry]


@router.get("/hours")
@reads(None)
@for_members(LEADERS)
def setup_hours(unit: UnitOfWork, request: Request, of: str = WHOLE_HALL) -> Response:
    setup = describe(unit, unit.caller.hall)
    rows = list(_weeks(setup, WORDS[language_of(request)]))
    week = next((each for each in rows if each.id == of), None)
    chosen = None if week is None else Chosen(week.id, vars(week))
    return draw(unit, request, "hours", setup, chosen, rows=rows, url=f"{api(unit)}/hours")


@router.get("/days")
@reads(None)
@for_members(LEADERS)
def setup_days(
    unit: UnitOfWork, request: Request, of: str | None = None, day: date | None = None, month: str | None = None
) -> Response:
    setup = describe(unit, unit.caller.hall)
    plan, words = plan_of(unit, unit.caller.hall), WORDS[language_of(request)]
    today = plan.local(unit.now).date()
    chosen = _chosen_day(setup, of, day)
    chosen_day = None if chosen is None else date.fromisoformat(chosen.values["day"])
    first = _month(month) or (chosen_day or today).replace(day=1)
    entries = [_entry(setup, words, each) for each in sorted(setup.special_days, key=lambda each: (each.day, each.id))]
    here = path_to(request, "setup_days")
    return draw(
        unit,
        request,
        "days",
        setup,
        chosen,
        month=first,
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{first + timedelta(days=31):%Y-%m}",
        today=today,
        weeks=_cells(plan, entries, first),
        kinds=[kind for kind in ("holiday", "extended", "staggered", "service_day", "closure") if kind in KINDS],
        coming=[each for each in entries if each.day >= today][:COMING],
        chosen_day=chosen_day,
        chosen_weekday=chosen_day.isoweekday() if chosen_day else None,
        others=[each for each in entries if chosen is not None and each.day == chosen_day and str(each.id) != chosen.id],
        lines=[(line.id, f"{line.letter} {words.named(line.name)}") for line in setup.lines if line.active],
        method="PUT" if chosen is not None and chosen.id else "POST",
        url=f"{api(unit)}/special-days" + (f"/{chosen.id}" if chosen is not None and chosen.id else ""),
        then=f"{here}?of={chosen.id if chosen is not None and chosen.id else '{id}'}",
    )


def _chosen_day(setup: SetupOut, of: str | None, day: date | None) -> Chosen | None:
    """The entry ``of``, or a new one on ``day``: first of all a holiday, for which a name is enough."""
    blank: dict[str, Any] = {"day": str(day), "line": None, "kind": "holiday", "name": {}, "spans": []}
    return chosen_of(setup.special_days, of, day is not None, blank)  # type: ignore[arg-type]  # their ids are numbers


def _month(text: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01") if text else None
    except ValueError:
        return None


def _weeks(setup: SetupOut, words: Words) -> Iterator[Week]:
    stored = {each.line: [span.model_dump(mode="json") for span in each.spans] for each in setup.hours}
    whole = stored.get(None, [])
    yield Week(WHOLE_HALL, None, words("manage.whole_hall"), True, whole, _told(words, whole))
    for line in setup.lines:
        if line.active:
            own = stored.get(line.id, [])
            yield Week(line.id, line.id, f"{line.letter} {words.named(line.name)}", bool(own), own, _told(words, own))


def _told(words: Words, spans: Sequence[dict[str, Any]]) -> list[str]:
    """The week in few words: days of the same hours stand together."""
    in_order = sorted(spans, key=lambda each: str(each["opens"]))
    by_day = {
        day: " ".join(f"{span['opens']}–{span['closes']}" for span in in_order if span["weekday"] == day) for day in range(1, 8)
    }
    runs: list[tuple[int, int, str]] = []
    for day, hours in by_day.items():
        if runs and runs[-1][1] == day - 1 and runs[-1][2] == hours:
            runs[-1] = (runs[-1][0], day, hours)
        else:
            runs.append((day, day, hours))
    return [f"{_days(words, first, last)} {hours}" for first, last, hours in runs if hours]


def _days(words: Words, first: int, last: int) -> str:
    start, end = words(f"manage.weekday_short.{first}"), words(f"manage.weekday_short.{last}")
    return start if first == last else words("manage.hours.days", first=start, last=end)


def _entry(setup: SetupOut, words: Words, special: SpecialDaySetup) -> Entry:
    letter = next((line.letter for line in setup.lines if line.id == special.line), None)
    name = words.named(special.name)
    hours = " ".join(f"{clock_face(span.opens)}–{clock_face(span.closes)}" for span in special.spans)
    weekday = special.day.isoweekday()
    return Entry(special.id, special.day, weekday, special.kind, f"{letter} {name}" if letter else name, hours)


def _cells(plan: HallPlan, entries: Sequence[Entry], first: date) -> list[list[Cell]]:
    """The weeks of the month, Monday first, with the days of its neighbours that they hold."""
    return [
        [
            Cell(day, day.month == first.month, at_the_door(plan.spans(None, day)), [each for each in entries if each.day == day])
            for day in week
        ]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]
