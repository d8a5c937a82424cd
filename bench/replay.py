"""Plays invented days (``bench.day``) through the real service: its functions, its database, a clock moved by hand."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bench.day import Arrival, InventedDay, InventedHall, days
from central.callers import MANAGER, TERMINAL, Caller
from central.config import Settings
from central.context import Context, open_context
from central.errors import WindowClosed
from central.halls.hours import clock_face
from central.halls.plan import plan_of
from central.queue import calls, steps, tickets, windows
from central.queue.schemas import PriorityIn, TicketIn, TicketOut
from central.seed import load
from central.staff import repository as staff
from central.unit import Unit, unit_for

T = TypeVar("T")
ZONE = "Asia/Shanghai"
MONDAY = date(2025, 3, 3)
AGAIN_S = 120.0
"""Who finds no window open comes again after this."""


@dataclass
class Visit:
    """Somebody's ticket, what was told at its issue, and what became of it. Seconds."""

    ticket: TicketOut
    line: str
    priority: bool
    at: float
    at_work: int
    waited: float | None = None


def played(hall: InventedHall, state: Path, number: int, seed: int = 1) -> Iterator[list[Visit]]:
    """The visits of each of ``number`` working days, one after another. ``state``: an empty directory."""
    with opened(hall, state) as desk:
        for place, day in enumerate(islice(days(hall, seed), number)):
            desk.day = MONDAY + timedelta(days=place // 5 * 7 + place % 5)
            yield _Play(desk, hall, day, Random(f"{seed} {place}")).run()


@contextmanager
def opened(hall: InventedHall, state: Path, url: str | None = None) -> Iterator[Desk]:
    """The service with nothing but this hall in it."""
    desk = Desk(hall.id)
    desk.context = open_context(Settings(url or f"sqlite:///{state / 'central.sqlite'}", state / "state", clock=lambda: desk.now))
    try:
        load(desk.context, description(hall))
        member = desk.context.database.read(lambda session: staff.by_user(session, f"{hall.id}-manager"))
        assert member is not None
        desk.manager = Caller(member.id, hall.id, MANAGER, member.name)
        yield desk
    finally:
        desk.context.close()


def description(hall: InventedHall) -> dict[str, Any]:
    """As in a hall's TOML file."""
    name = {"zh": "测试大厅", "en": "Invented hall"}
    return {
        "hall": {"id": hall.id, "name": name, "phone": "0477-0000000", "zone": ZONE, "region": "0"},
        "line": [
            {"id": line.id, "letter": chr(ord("A") + place), "name": {"zh": line.id}, "summary": {"zh": line.id}}
            for place, line in enumerate(hall.lines)
        ],
        "window": [
            {"id": each.id, "label": str(place + 1), "name": {"zh": "窗口", "en": "Window"}, "type": "comprehensive"}
            | {"lines": list(each.lines), "open": False}
            for place, each in enumerate(hall.windows)
        ],
        "hours": [
            {"weekday": weekday, "opens": clock_face(opens), "closes": clock_face(closes)}
            for weekday in range(1, 8)
            for opens, closes in hall.hours
        ],
        "priority": [{"id": "elderly", "name": {"zh": "老年人", "en": "Elderly"}, "min_age": 65}],
        "staff": [{"user": f"{hall.id}-manager", "name": "主任测", "role": "manager"}],
    }


class Desk:
    """Does at a moment what terminals and clerks do."""

    context: Context
    manager: Caller

    def __init__(self, hall: str) -> None:
        self.hall = hall
        self.day = MONDAY
        self.now = datetime(2025, 3, 3, tzinfo=UTC)

    def at(self, second: float) -> None:
        """``second`` after midnight."""
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=ZoneInfo(ZONE))
        self.now = (midnight + timedelta(seconds=second)).astimezone(UTC)

    def do(self, work: Callable[[Unit], T], caller: Caller | None = None) -> T:
        def in_unit(session: Any) -> T:
            unit = unit_for(self.context, session)
            unit.known_caller = caller or self.manager
            return work(unit)

        return self.context.database.write(in_unit)

    def issue(self, key: str, line: str, priority: bool) -> tuple[TicketOut, int]:
        """The ticket, and how many windows call from its line."""
        self.context.paces.look(self.hall, self.now)
        wish = PriorityIn.model_validate({"class": "elderly", "evidence": "card_birth_date"}) if priority else None
        body = TicketIn(line=line, priority=wish)
        machine = Caller("bench", self.hall, TERMINAL, "bench")
        return self.do(
            lambda unit: (tickets.issue(unit, self.hall, key, body)[0], plan_of(unit, self.hall).at_work[line]), machine
        )


class _Play:
    """One day: what happens when, in order."""

    def __init__(self, desk: Desk, hall: InventedHall, day: InventedDay, rng: Random) -> None:
        self.desk, self.hall, self.day, self.rng = desk, hall, day, rng
        self.serves = {window.id: window.lines for window in hall.windows}
        self.last = {window.id: window.spans[-1][1] * 60.0 for window in hall.windows}
        self.open: set[str] = set()
        self.idle: set[str] = set()
        self.leaving: dict[str, float] = {}
        self.visits: dict[str, tuple[Visit, Arrival]] = {}
        self._places = count()
        self._agenda: list[tuple[float, int, Callable[..., None], Any]] = []

    def run(self) -> list[Visit]:
        for arrival in self.day.arrivals:
            self._plan(arrival.at, self._arrive, arrival)
        for begins, ends, window in self.day.shifts:
            self._plan(begins, self._come, window)
            self._plan(ends, self._go, window)
        while self._agenda:
            at, _, act, what = heapq.heappop(self._agenda)
            self.desk.at(at)
            act(at, what)
        return [visit for visit, _ in self.visits.values()]

    def _plan(self, at: float, act: Callable[..., None], what: Any) -> None:
        heapq.heappush(self._agenda, (at, next(self._places), act, what))

    def _arrive(self, at: float, arrival: Arrival) -> None:
        key = f"{self.desk.day}-{next(self._places):08}"
        try:
            ticket, at_work = self.desk.issue(key, arrival.line, arrival.priority)
        except WindowClosed:
            if at + AGAIN_S < self.hall.hours[-1][1] * 60:
                self._plan(at + AGAIN_S, self._arrive, arrival)
            return
        self.visits[ticket.id] = (Visit(ticket, arrival.line, arrival.priority, at, at_work), arrival)
        ready = sorted(window for window in self.idle if arrival.line in self.serves[window])
        if ready:
            self.idle.discard(ready[0])
            self._plan(at + self.rng.uniform(2, 15), self._call, ready[0])

    def _come(self, at: float, window: str) -> None:
        self.leaving.pop(window, None)
        step = windows.resume_window if window in self.open else windows.open_window
        self.desk.do(lambda unit: step(unit, self.desk.hall, window))
        self.open.add(window)
        self._plan(at + 10, self._call, window)

    def _go(self, at: float, window: str) -> None:
        self.leaving[window] = at
        if window in self.idle:
            self._leave(window, at)

    def _leave(self, window: str, at: float) -> None:
        """To lunch, or home."""
        self.idle.discard(window)
        begun = self.leaving.pop(window)
        if begun < self.last[window]:
            self.desk.do(lambda unit: windows.pause_window(unit, self.desk.hall, window, "break"))
        else:
            self.desk.do(lambda unit: windows.close_window(unit, self.desk.hall, window))
            self.open.discard(window)

    def _call(self, at: float, window: str) -> None:
        late = at - self.leaving.get(window, at) > self.hall.overrun * 60
        ticket = None if late else self.desk.do(lambda unit: calls.next_ticket(unit, self.desk.hall, window))
        if ticket is None:
            if window in self.leaving:
                self._leave(window, at)
            elif window in self.open:
                self.idle.add(window)
            return
        visit, arrival = self.visits[ticket.id]
        visit.waited = at - visit.at
        walk = self.rng.uniform(20, 60)
        ends = at + (walk + arrival.service_s * self.day.speed[window] if arrival.comes else walk + 60)
        self._plan(ends, self._finish, (window, ticket.id, arrival.comes))

    def _finish(self, at: float, what: tuple[str, str, bool]) -> None:
        window, ticket, came = what
        self.desk.do(lambda unit: (steps.finish if came else steps.no_show)(unit, ticket))
        self._plan(at + self.rng.uniform(5, 40), self._call, window)
