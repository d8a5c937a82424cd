"""From past calls to paces. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from central.queue.estimate import Knot, Pace

FEWEST = 30
"""Waits from which a pace is made: three lie outside the interval on either side."""
AT_WORK_S = 600
"""A window counts as at work this long before and after a ticket that it calls: nobody closes for less."""
OUT_OF_TURN = frozenset({"chosen", "early", "for_this_window"})
TRUST = 6
"""Today's pace counts as much as the usual one after this many waits."""


class PastCall(NamedTuple):
    ticket: str
    line: str
    window: str
    called_at: datetime
    closed_at: datetime | None
    waited_s: int
    reason: str
    outcome: str | None


class Waited(NamedTuple):
    """Somebody's wait: ``work`` is its seconds times the windows then at work."""

    line: str
    since: datetime  # in the hall's zone
    places: int
    work: float


@dataclass(frozen=True)
class Habits:
    """What a hall's past says of its lines: sorted waits per place, by ever coarser keys and by size of the queue."""

    steps: dict[tuple[tuple[object, ...], int], tuple[float, float, float]]

    def pace(self, line: str, local: datetime) -> Pace | None:
        """For each size of queue from the finest key that has enough waits; None when the hall has too few of all."""
        knots: list[Knot] = []
        for size in range(SIZES):
            step = next((found for key in _keys(line, local) if (found := self.steps.get((key, size)))), None)
            if step is not None:
                knots.append(_knot(size, step, knots))
        return Pace(tuple(knots)) if knots else None


SIZES = 7


def size_of(places: int) -> int:
    """Queues are told apart by doubling: 1, 2-3, 4-7, 8-15 ... places, up to 64 and more."""
    return min(places.bit_length(), SIZES) - 1


def habits(waits: Iterable[Waited]) -> Habits:
    found: dict[tuple[tuple[object, ...], int], list[float]] = defaultdict(list)
    for each in waits:
        for key in _keys(each.line, each.since):
            found[key, size_of(each.places)].append(each.work / each.places)
    return Habits({key: _spread(steps) for key, steps in found.items() if len(steps) >= FEWEST})


def today_against(usual: Pace, waits: Iterable[Waited]) -> float:
    """How much slower than usual the latest ``waits`` were; few of them say little."""
    really, expected, count = 0.0, 0.0, 0
    for each in waits:
        really += each.work
        expected += usual.at(each.places).mean
        count += 1
    if not expected:
        return 1.0
    prior = TRUST * expected / count
    return (really + prior) / (expected + prior)


def waits_of(calls: Sequence[PastCall], zone: ZoneInfo) -> list[Waited]:
    """The waits that ended with ``calls`` (by growing moment). A ticket's first call alone: later ones had been to a window.

    Who was ahead is known with hindsight: whoever waited already in the same line and was called meanwhile.
    """
    seen: set[str] = set()
    days: dict[tuple[str, date], list[tuple[float, float, PastCall]]] = defaultdict(list)
    for call in calls:
        if call.ticket in seen or call.outcome == "undone":
            continue
        seen.add(call.ticket)
        at = call.called_at.timestamp()
        days[call.line, call.called_at.astimezone(zone).date()].append((at, at - call.waited_s, call))
    shifts = _shifts(calls)
    return [wait for of_line in days.values() for wait in _waits_of_day(of_line, shifts, zone)]


def _waits_of_day(
    calls: list[tuple[float, float, PastCall]], shifts: dict[str, list[tuple[float, float]]], zone: ZoneInfo
) -> Iterable[Waited]:
    moments = [at for at, _, _ in calls]
    windows = [shifts[window] for window in {call.window for _, _, call in calls}]
    for place, (_, since, call) in enumerate(calls):
        if call.reason in OUT_OF_TURN:
            continue
        ahead = sum(1 for other in calls[bisect_right(moments, since) : place] if other[1] < since)
        at_work = sum(1 for spans in windows if _covers(spans, since))
        began = datetime.fromtimestamp(since, zone)
        yield Waited(call.line, began, ahead + 1, call.waited_s * max(1, at_work))


def _shifts(calls: Sequence[PastCall]) -> dict[str, list[tuple[float, float]]]:
    """When each window was at work, as spans that neither touch nor overlap."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for call in calls:
        begins = call.called_at.timestamp() - AT_WORK_S
        ends = (call.closed_at or call.called_at).timestamp() + AT_WORK_S
        spans = found[call.window]
        if spans and begins <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(ends, spans[-1][1]))
        else:
            spans.append((begins, ends))
    return found


def _covers(spans: list[tuple[float, float]], moment: float) -> bool:
    before = bisect_left(spans, (moment, moment)) - 1
    return before >= 0 and moment <= spans[before][1]


def _keys(line: str, local: datetime) -> tuple[tuple[object, ...], ...]:
    return ((line, local.hour, local.isoweekday()), (line, local.hour), (line,), ())


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
