"""How many windows were at work for a line, moment by moment: from the log of windows. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from central.queue.estimate import SLOT_S

SLOTS = 24 * 3600 // SLOT_S
SAME_WEEKDAYS = 3
"""Days from which a weekday has habits of its own."""
STARTS, ENDS = frozenset({"opened", "resumed"}), frozenset({"closed", "paused"})


class Change(NamedTuple):
    """A line of the log of windows."""

    window: str
    at: datetime
    what: str


class Capacity:
    """Windows at work as a function of time that goes in steps; moments are seconds since 1970."""

    def __init__(self, changes: Iterable[tuple[float, int]], before: int = 0) -> None:
        """``changes`` by growing moment: how many windows came (above 0) or went. ``before``: at work before the first."""
        self._moments: list[float] = [0.0]
        self._counts: list[int] = [before]
        self._totals: list[float] = [0.0]
        for moment, change in changes:
            self._totals.append(self._totals[-1] + self._counts[-1] * (moment - self._moments[-1]))
            self._moments.append(moment)
            self._counts.append(self._counts[-1] + change)

    def at(self, moment: float) -> int:
        return self._counts[bisect_right(self._moments, moment) - 1]

    def until(self, moment: float) -> float:
        """Seconds of windows since the beginning of time: the work between two moments is the difference."""
        place = bisect_right(self._moments, moment) - 1
        return self._totals[place] + self._counts[place] * (moment - self._moments[place])


def capacities(
    changes: Iterable[Change], at_work_now: Mapping[str, bool], served: Iterable[tuple[str, str]]
) -> dict[str, Capacity]:
    """Of each line, from the log by growing moment. ``served``: pairs of window and line. A window that the log doesn't name has
    always been as it is now; one that it names was before its first change what the change ended."""
    steps: dict[str, list[tuple[float, int]]] = {window: [] for window in at_work_now}
    before: dict[str, bool] = {}
    state: dict[str, bool] = {}
    for change in changes:
        starts = change.what in STARTS
        if not starts and change.what not in ENDS or change.window not in steps:
            continue
        first = before.setdefault(change.window, not starts)
        if state.get(change.window, first) != starts:
            steps[change.window].append((change.at.timestamp(), 1 if starts else -1))
        state[change.window] = starts
    of_line: dict[str, list[str]] = {}
    for window, line in served:
        of_line.setdefault(line, []).append(window)
    return {
        line: Capacity(
            sorted(step for window in windows for step in steps.get(window, ())),
            sum(before.get(window, at_work_now.get(window, False)) for window in windows),
        )
        for line, windows in of_line.items()
    }


class Day:
    """How many windows a line usually has in each slot of a day: of its weekday, where enough such days are known."""

    def __init__(self, capacity: Capacity, days: Iterable[date], zone: ZoneInfo) -> None:
        every, of_weekday = [0] * SLOTS, {weekday: [0] * SLOTS for weekday in range(1, 8)}
        known: Counter[int] = Counter()
        for day in days:
            known[day.isoweekday()] += 1
            midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
            for slot in range(SLOTS):
                count = capacity.at((midnight + timedelta(seconds=(slot + 0.5) * SLOT_S)).timestamp())
                every[slot] += count
                of_weekday[day.isoweekday()][slot] += count
        self._every = tuple(count / max(1, known.total()) for count in every)
        self._of = {
            weekday: tuple(count / known[weekday] for count in counts)
            for weekday, counts in of_weekday.items()
            if known[weekday] >= SAME_WEEKDAYS
        }

    def rates(self, local: datetime) -> tuple[float, ...]:
        """From the slot of ``local`` to the end of the day, against that slot. Empty when usually nobody is there then."""
        usual = self._of.get(local.isoweekday(), self._every)
        slot = (local.hour * 3600 + local.minute * 60) // SLOT_S
        now = usual[slot]
        return tuple(count / now for count in usual[slot:]) if now >= 0.5 else ()
