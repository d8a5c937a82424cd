"""How a hall is set up at this moment: one frozen picture of it, read once for each of its versions.

What a ticket or a call must know of the hall (hours, windows, weights, quotas, rules) is in memory, so that the hot path asks the
database for nothing but the version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from central.halls import calendar, repository
from central.halls.calendar import Opening, Spans, Special, minute_of
from central.halls.hours import Span, clock_face
from central.halls.rules import FALLBACK, Rules
from central.roster import repository as roster
from central.roster.duty import Helper

if TYPE_CHECKING:
    from central.unit import Unit

Names = Mapping[str, str]


@dataclass(frozen=True)
class Band:
    """时段: numbers of a line that are given from ``opens`` until just before ``closes`` (minutes after midnight)."""

    opens: int
    closes: int
    quota: int


@dataclass(frozen=True)
class LinePlan:
    id: str
    letter: str
    name: Names
    summary: Names
    active: bool
    daily_quota: int | None
    bands: tuple[Band, ...]
    slot_min: int | None
    slot_places: int | None

    def band_at(self, minute: int) -> Band | None:
        return next((band for band in self.bands if band.opens <= minute < band.closes), None)


@dataclass(frozen=True)
class Tide:
    """When a tidal window (潮汐窗口) opens and closes: tickets waiting for each open window of its lines."""

    open_above: int
    close_below: int


@dataclass(frozen=True)
class WindowPlan:
    id: str
    label: str
    name: Names
    type: str
    active: bool
    open: bool
    paused: str | None
    area: Names | None
    staff_id: str | None
    tide: Tide | None
    weights: Mapping[str, int]
    """Lines that it serves, with their weights, in the hall's order."""

    @property
    def works(self) -> bool:
        """It can call somebody now."""
        return self.open and self.paused is None

    @property
    def stands_by(self) -> bool:
        """A tidal window with somebody at it, waiting for the crowd."""
        return self.tide is not None and not self.open and self.staff_id is not None


@dataclass(frozen=True)
class PriorityPlan:
    id: str
    name: Names
    min_age: int | None
    active: bool
    evidence: frozenset[str]
    """What proves it; empty: whatever a terminal or the staff accept."""


@dataclass(frozen=True)
class Served:
    """A line that a window calls from. ``fallback``: only because no other open window serves it."""

    weight: int
    fallback: bool = False


@dataclass(frozen=True)
class HallPlan:
    """``lines``, ``windows`` and ``priorities`` by id, in the hall's order, with those that are not active."""

    id: str
    version: int
    name: Names
    phone: str
    region: str
    zone: ZoneInfo
    rules: Rules
    lines: Mapping[str, LinePlan]
    windows: Mapping[str, WindowPlan]
    priorities: Mapping[str, PriorityPlan]
    skills: Mapping[str, frozenset[str]]
    """Lines that a member of the staff can do; who isn't named can do all."""
    week: tuple[Span, ...]
    special: tuple[Special, ...]
    helpers: tuple[Helper, ...] = ()
    """For whom calls for help ring."""
    _spans: dict[tuple[str | None, date], Spans] = field(default_factory=dict, compare=False)
    _served: dict[tuple[str, str | None], Mapping[str, Served]] = field(default_factory=dict, compare=False)

    def local(self, now: datetime) -> datetime:
        """``now`` on the hall's wall clock; its date is the day whose numbers are issued."""
        return now.astimezone(self.zone)

    def spans(self, line: str | None, day: date) -> Spans:
        """When a line (None: the hall) is open on a day: opens and closes in minutes after midnight."""
        known = self._spans.get((line, day))
        if known is None:
            known = self._spans[line, day] = calendar.spans_on(self.week, self.special, line, day)
        return known

    def is_open(self, line: str, local: datetime) -> bool:
        minute = minute_of(local)
        return any(opens <= minute < closes for opens, closes in self.spans(line, local.date()))

    def opens_at(self, line: str, local: datetime) -> str | None:
        """When it is closed and will open again today, HH:MM; None otherwise."""
        if self.is_open(line, local):
            return None
        minute = minute_of(local)
        return next((clock_face(opens) for opens, _ in self.spans(line, local.date()) if opens > minute), None)

    def next_opening(self, line: str, local: datetime) -> Opening | None:
        """When it is closed: the day and the time it opens again, today or later."""
        return calendar.next_opening(self.week, self.special, line, local)

    @cached_property
    def serving(self) -> Mapping[str, tuple[WindowPlan, ...]]:
        """The open windows of each line, in the hall's order; an open fallback window where there is no other."""
        there = [window for window in self.windows.values() if window.active and window.open]
        fallback = tuple(window for window in there if window.type == FALLBACK)
        return {line: tuple(window for window in there if line in window.weights) or fallback for line in self.lines}

    @cached_property
    def areas(self) -> Mapping[str, Names | None]:
        """The call zone of each line: where to wait, if all its open windows share one. What it is called in Chinese says which
        it is."""
        zones = {line: {zone_of(window.area): window.area for window in there} for line, there in self.serving.items()}
        return {line: next(iter(found.values())) if len(found) == 1 else None for line, found in zones.items()}

    @cached_property
    def labels(self) -> Mapping[str, list[str]]:
        """Labels of the open windows of each line."""
        return {line: [window.label for window in there] for line, there in self.serving.items()}

    @cached_property
    def at_work(self) -> Mapping[str, int]:
        """How many windows call from each line now."""
        return {line: sum(window.works for window in there) for line, there in self.serving.items()}

    def served_by(self, window_id: str, staff_id: str | None = None) -> Mapping[str, Served]:
        """The lines that a window calls from now, cut by what the clerk who asks can do."""
        known = self._served.get((window_id, staff_id))
        if known is None:
            known = self._served[window_id, staff_id] = self._lines_of(self.windows[window_id], self.skills.get(staff_id or ""))
        return known

    def _lines_of(self, window: WindowPlan, skills: frozenset[str] | None) -> dict[str, Served]:
        served = {line: Served(weight) for line, weight in window.weights.items() if self.lines[line].active}
        if window.type == FALLBACK:
            taken = {line for line, there in self.serving.items() if any(line in each.weights for each in there)} | set(served)
            served |= {line.id: Served(1, True) for line in self.lines.values() if line.active and line.id not in taken}
        return served if skills is None else {line: how for line, how in served.items() if line in skills}


def zone_of(area: Names | None) -> str | None:
    """The call zone's Chinese name, by which displays know theirs."""
    return None if area is None else area["zh"]


class Plans:
    """The newest plan of each hall that was read, in this process's memory."""

    def __init__(self) -> None:
        self._known: dict[str, HallPlan] = {}
        self._least: dict[str, int] = {}
        self.begun: dict[str, date] = {}
        """The day of each hall before which nothing is open any more."""

    def of(self, hall_id: str) -> HallPlan | None:
        return self._known.get(hall_id)

    def keep(self, plan: HallPlan) -> None:
        """A reader that still sees what was there before a change has nothing to keep."""
        if plan.version >= self._least.get(plan.id, 0):
            self._known[plan.id] = plan

    def changed(self, hall_id: str, version: int) -> None:
        """What was known before ``version`` no longer holds."""
        self._least[hall_id] = version
        self._known.pop(hall_id, None)

    def forget(self) -> None:
        """When changes were taken back: a version that was seen may come again with something else in it."""
        self._known.clear()
        self._least.clear()


def plan_of(unit: Unit, hall_id: str) -> HallPlan:
    """How the hall is set up, as this unit of work sees it. The hall exists: callers belong to one.

    A process that has its database for itself knows of every change; others ask for the version each time.
    """
    plan = unit.context.plans.of(hall_id)
    if plan is not None and unit.context.database.alone:
        return plan
    version = repository.version(unit, hall_id)
    if plan is None or plan.version != version:
        plan = _read(unit, hall_id, version)
        unit.context.plans.keep(plan)
    return plan


def _read(unit: Unit, hall_id: str, version: int) -> HallPlan:
    session = unit.session
    hall = repository.hall(session, hall_id)
    weights = repository.weights(session, hall_id)
    skills: dict[str, set[str]] = {}
    for staff, line in repository.skills(session, hall_id):
        skills.setdefault(staff, set()).add(line)
    return HallPlan(
        id=hall.id,
        version=version,
        name=hall.name,
        phone=hall.phone,
        region=hall.region,
        zone=ZoneInfo(hall.zone),
        rules=Rules.model_validate(hall.rules or {}),
        lines={
            line.id: LinePlan(
                id=line.id,
                letter=line.letter,
                name=line.name,
                summary=line.summary,
                active=line.active,
                daily_quota=line.daily_quota,
                bands=tuple(Band(**band) for band in line.bands or ()),
                slot_min=line.slot_min,
                slot_places=line.slot_places,
            )
            for line in repository.lines(session, hall_id)
        },
        windows={
            window.id: WindowPlan(
                id=window.id,
                label=window.label,
                name=window.name,
                type=window.type,
                active=window.active,
                open=window.open,
                paused=window.paused,
                area=window.area,
                staff_id=window.staff_id,
                tide=None if window.tidal is None else Tide(**window.tidal),
                weights={line: weight for of, line, weight in weights if of == window.id},
            )
            for window in repository.windows(session, hall_id)
        },
        priorities={
            each.id: PriorityPlan(each.id, each.name, each.min_age, each.active, frozenset(each.evidence or ()))
            for each in repository.priorities(session, hall_id)
        },
        skills={staff: frozenset(lines) for staff, lines in skills.items()},
        week=repository.week(session, hall_id),
        special=repository.special_days(session, hall_id),
        helpers=roster.helpers(session, hall_id),
    )
