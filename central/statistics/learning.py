"""From past calls to paces. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from central.halls.rules import Rules
from central.queue.estimate import Knot, Pace
from central.queue.order import ASIDE, NORMAL, PRIORITY, ahead
from central.statistics.capacity import Capacity, Day

SIZES = 7
FEWEST = 30
"""Waits from which a pace is made: three lie outside the interval on either side."""

Key = tuple[int, str | None]
"""Rank (queue.order), and a line or the whole hall."""


class PastCall(NamedTuple):
    ticket: str
    line: str
    called_at: datetime
    waited_s: int
    rank: int
    reason: str
    outcome: str | None


class Waited(NamedTuple):
    """Somebody's wait: ``work`` is the seconds that windows worked for the line meanwhile."""

    line: str
    rank: int
    since: datetime  # in the hall's zone
    places: int
    work: float


@dataclass(frozen=True)
class Habits:
    """What a hall's past says of its lines: work per place, by size of the queue; and their days."""

    steps: dict[tuple[Key, int], tuple[float, float, float]]
    days: dict[str, Day]

    def pace(self, line: str, rank: int, local: datetime) -> Pace | None:
        """For each size of queue from the line's own waits, or the hall's; None when even those are too few."""
        knots: list[Knot] = []
        for size in range(SIZES):
            step = next((found for key in _keys(line, rank) if (found := self.steps.get((key, size)))), None)
            if step is not None:
                knots.append(_knot(size, step, knots))
        if not knots:
            return None
        return Pace(tuple(knots), rates=self.days[line].rates(local) if line in self.days else ())


def size_of(places: int) -> int:
    """Queues are told apart by doubling: 1, 2-3, 4-7, 8-15 ... places, up to 64 and more."""
    return min(places.bit_length(), SIZES) - 1


def habits(waits: Sequence[Waited], capacity: Mapping[str, Capacity], zone: ZoneInfo) -> Habits:
    found: dict[tuple[Key, int], list[float]] = defaultdict(list)
    days: dict[str, set[date]] = defaultdict(set)
    for each in waits:
        days[each.line].add(each.since.date())
        for key in _keys(each.line, each.rank):
            found[key, size_of(each.places)].append(each.work / each.places)
    return Habits(
        {key: _spread(steps) for key, steps in found.items() if len(steps) >= FEWEST},
        {line: Day(capacity[line], of_line, zone) for line, of_line in days.items() if line in capacity},
    )


class _Row:
    """Who waited in one row (normal or priority) of a line: in order of coming and in order of going."""

    def __init__(self, waits: Iterable[tuple[float, float]]) -> None:
        waits = list(waits)
        self._came = sorted(since for since, _ in waits)
        self._went = sorted(at for _, at in waits)

    def at(self, moment: float) -> int:
        """How many stood in it, without those who came just then."""
        return bisect_left(self._came, moment) - bisect_left(self._went, moment)


def waits_of(calls: Sequence[PastCall], capacity: Mapping[str, Capacity], zone: ZoneInfo, rules: Rules) -> list[Waited]:
    """The waits that ended with ``calls`` (by growing moment). A ticket's first call alone: later ones had been to a window.

    ``places`` is what a ticket is told at its issue: by the rows as they were then, and the hall's mixing of them.
    """
    seen: set[str] = set()
    lines: dict[str, list[tuple[float, float, PastCall]]] = defaultdict(list)
    for call in calls:
        if call.ticket not in seen and call.outcome != "undone":
            seen.add(call.ticket)
            at = call.called_at.timestamp()
            lines[call.line].append((at - call.waited_s, at, call))
    return [
        wait
        for line, of_line in lines.items()
        if line in capacity
        for wait in _waits_of_line(of_line, capacity[line], zone, rules)
    ]


def _waits_of_line(
    calls: list[tuple[float, float, PastCall]], capacity: Capacity, zone: ZoneInfo, rules: Rules
) -> Iterable[Waited]:
    rows = [_Row((since, at) for since, at, call in calls if call.rank == rank) for rank in (PRIORITY, NORMAL)]
    for since, at, call in calls:
        work = capacity.until(at) - capacity.until(since)
        if call.reason in ASIDE or (call.waited_s and not work):  # or else the log knows of no window
            continue
        own, others = rows[call.rank].at(since), rows[1 - call.rank].at(since)
        places = ahead(call.rank, own, others, rules) + 1
        yield Waited(call.line, call.rank, datetime.fromtimestamp(since, zone), places, work)


def _keys(line: str, rank: int) -> tuple[Key, ...]:
    """The line, else the whole hall. Hours and weekdays come in by the windows that are there then (``Day``): telling the waits
    apart by them too made the interval narrower and worse (docs/estimates.md)."""
    return ((rank, line), (rank, None))


def _spread(steps: list[float]) -> tuple[float, float, float]:
    steps.sort()
    last = len(steps) - 1
    return steps[round(0.1 * last)], sum(steps) / len(steps), steps[round(0.9 * last)]


def _knot(size: int, step: tuple[float, float, float], before: list[Knot]) -> Knot:
    """In the middle of its size; nobody further behind waits less."""
    places = 1.0 if size == 0 else 1.5 * 2**size - 0.5
    low, mean, high = (each * places for each in step)
    if before:
        low, mean, high = max(low, before[-1].low), max(mean, before[-1].mean), max(high, before[-1].high)
    return Knot(places, low, mean, high)
