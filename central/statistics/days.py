"""One day of a hall, counted by line, window, priority class and hour: what every other way of counting is put together from."""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from central.queue.states import State
from central.statistics.facts import DayCall, DayTicket, Kind, facts

MOST_DAYS = 4000
"""Kept in memory: 10 kB each, of a hall with 800 tickets a day."""


class Place(NamedTuple):
    """Where something counts. ``window`` None: tickets are issued for a line."""

    line: str
    window: str | None
    priority: str | None
    hour: int


@dataclass
class Cell:
    """Counts, and times in seconds."""

    issued: int = 0
    cancelled: int = 0
    served: int = 0
    transferred: int = 0
    no_show: int = 0
    waits: array[int] = field(default_factory=lambda: array("l"))
    services: array[int] = field(default_factory=lambda: array("l"))

    def add(self, other: Cell) -> None:
        self.issued += other.issued
        self.cancelled += other.cancelled
        self.served += other.served
        self.transferred += other.transferred
        self.no_show += other.no_show
        self.waits.extend(other.waits)
        self.services.extend(other.services)


Cells = dict[Place, Cell]


def counted(tickets: Iterable[DayTicket], calls: Iterable[DayCall], zone: ZoneInfo) -> Cells:
    """A ticket is issued where its number says and cancelled where it waited; the rest is ``facts``."""
    cells: Cells = {}
    priorities: dict[str, str | None] = {}
    issued: Counter[Place] = Counter()
    for ticket in tickets:
        hour = ticket.issued_at.astimezone(zone).hour
        priorities[ticket.id] = ticket.priority
        issued[Place(ticket.issued_line, None, ticket.priority, hour)] += 1
        if ticket.state == State.CANCELLED:
            _cell(cells, Place(ticket.line, None, ticket.priority, hour)).cancelled += 1
    for place, number in issued.items():
        _cell(cells, place).issued = number
    for fact in facts(calls):
        place = Place(fact.line, fact.window, priorities.get(fact.ticket), fact.at.astimezone(zone).hour)
        _note(_cell(cells, place), fact.kind, fact.seconds)
    return cells


def _cell(cells: Cells, place: Place) -> Cell:
    found = cells.get(place)
    if found is None:
        found = cells[place] = Cell()
    return found


def _note(cell: Cell, kind: Kind, seconds: int) -> None:
    if kind is Kind.WAITED:
        cell.waits.append(seconds)
    elif kind is Kind.SERVICE:
        cell.services.append(seconds)
    elif kind is Kind.SERVED:
        cell.served += 1
    elif kind is Kind.TRANSFERRED:
        cell.transferred += 1
    else:
        cell.no_show += 1


class PastDays:
    """Days that are over and don't change any more, in this process's memory; the one asked for longest ago goes first."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, date], Cells] = OrderedDict()
        self._lock = Lock()

    def of(self, hall: str, day: date, count: Callable[[], Cells]) -> Cells:
        with self._lock:
            known = self._known.get((hall, day))
            if known is not None:
                self._known.move_to_end((hall, day))
                return known
        found = count()
        with self._lock:
            self._known[hall, day] = found
            while len(self._known) > MOST_DAYS:
                self._known.popitem(last=False)
        return found
