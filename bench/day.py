"""Invented days of invented halls: who comes when, for what, how long it takes, and which windows are at work.

Nothing here is taken from a real hall. What the days should have in common with real ones: a peak in the morning and a smaller
one after lunch, Mondays fuller than Fridays, days and clerks that differ, services of every shape up to heavy tails, windows that
serve several lines, come late, go to lunch by turns or all at once, and people who are gone when they are called.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

Services = Callable[[Random], float]
"""Draws the seconds of one service."""


def even(mean_s: float) -> Services:
    """Much alike: gamma with shape 4."""
    return lambda rng: rng.gammavariate(4, mean_s / 4)


def memoryless(mean_s: float) -> Services:
    return lambda rng: rng.expovariate(1 / mean_s)


def heavy(mean_s: float, sigma: float = 1.0) -> Services:
    """Lognormal: half of them short, now and then one of an hour."""
    return lambda rng: rng.lognormvariate(math.log(mean_s) - sigma * sigma / 2, sigma)


def two_kinds(short_s: float, long_s: float, share_long: float) -> Services:
    """A stamp, or a whole application."""
    return lambda rng: rng.gammavariate(5, (long_s if rng.random() < share_long else short_s) / 5)


@dataclass(frozen=True)
class InventedLine:
    id: str
    a_day: float
    """People on a usual day."""
    services: Services
    priority: float = 0.15
    """Share with a priority class."""


@dataclass(frozen=True)
class InventedWindow:
    """``spans``: when somebody sits there, in minutes after midnight."""

    id: str
    lines: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class InventedHall:
    id: str
    lines: tuple[InventedLine, ...]
    windows: tuple[InventedWindow, ...]
    hours: tuple[tuple[int, int], ...] = ((510, 720), (870, 1050))
    no_show: float = 0.04
    overrun: int = 25
    """Minutes for which a window works on past its span while somebody waits."""


@dataclass(frozen=True)
class Arrival:
    at: float
    """Seconds after midnight, as all moments of a day."""
    line: str
    priority: bool
    comes: bool
    """When called; else a no-show."""
    service_s: float


@dataclass(frozen=True)
class InventedDay:
    arrivals: tuple[Arrival, ...]
    shifts: tuple[tuple[float, float, str], ...]
    """From, to, window."""
    speed: dict[str, float] = field(default_factory=dict)
    """How much longer than usual a window's clerk takes today."""


def days(hall: InventedHall, seed: int) -> Iterator[InventedDay]:
    """Working days without end, Monday first; the same ones for the same seed."""
    rng = Random(f"{hall.id} {seed}")
    number = 0
    while True:
        weekday = number % 5
        yield _day(hall, rng, (1.25, 1.0, 0.95, 0.95, 0.85)[weekday])
        number += 1


def _day(hall: InventedHall, rng: Random, fullness: float) -> InventedDay:
    busy = fullness * rng.lognormvariate(0, 0.12)
    arrivals: list[Arrival] = []
    for line in hall.lines:
        for _ in range(_poisson(rng, line.a_day * busy)):
            at = _moment(rng, hall.hours)
            comes = rng.random() >= hall.no_show
            arrivals.append(Arrival(at, line.id, rng.random() < line.priority, comes, max(20.0, line.services(rng))))
    shifts = []
    for window in hall.windows:
        for begins, ends in window.spans:
            late = max(0.0, rng.gauss(2, 4))
            shifts.append(((begins + late) * 60, ends * 60.0, window.id))
    speed = {window.id: rng.lognormvariate(0, 0.15) for window in hall.windows}
    return InventedDay(tuple(sorted(arrivals, key=lambda each: each.at)), tuple(sorted(shifts)), speed)


def _moment(rng: Random, hours: tuple[tuple[int, int], ...]) -> float:
    """Two thirds come around the first half hour after an opening, the others at any time while the hall is open."""
    while True:
        if rng.random() < 0.65:
            opens = rng.choices([begins for begins, _ in hours], [3] + [1] * (len(hours) - 1))[0]
            minute = opens + rng.gammavariate(2, 22)
        else:
            minute = rng.uniform(hours[0][0], hours[-1][1])
        if any(begins <= minute < ends - 5 for begins, ends in hours):
            return minute * 60


def _poisson(rng: Random, mean: float) -> int:
    count, left = -1, mean
    while left >= 0:
        left -= rng.expovariate(1)
        count += 1
    return count


FULL = ((510, 720), (870, 1050))
EARLY = ((510, 690), (780, 1050))
LATE = ((540, 780), (870, 1050))

HALLS = (
    InventedHall(
        "village",
        (InventedLine("all", 26, heavy(360, 0.9)), InventedLine("social", 6, even(480))),
        (InventedWindow("v1", ("all", "social"), FULL),),
    ),
    InventedHall(
        "street",
        (
            InventedLine("general", 80, two_kinds(180, 900, 0.2)),
            InventedLine("social", 32, heavy(420)),
            InventedLine("medical", 36, memoryless(360)),
            InventedLine("civil", 14, heavy(720, 0.8), 0.35),
        ),
        (
            InventedWindow("s1", ("general",), FULL),
            InventedWindow("s2", ("general", "civil"), EARLY),
            InventedWindow("s3", ("social", "medical"), FULL),
            InventedWindow("s4", ("social", "medical"), LATE),
            InventedWindow("s5", ("civil", "general", "medical"), ((540, 690),)),
        ),
        ((510, 1050),),
    ),
    InventedHall(
        "district",
        (
            InventedLine("general", 230, two_kinds(150, 1200, 0.15)),
            InventedLine("social", 120, heavy(480, 1.1)),
            InventedLine("medical", 150, even(300)),
            InventedLine("tax", 80, memoryless(420)),
            InventedLine("housing", 34, heavy(900, 0.7)),
        ),
        (
            *(InventedWindow(f"d{n}", ("general",), FULL if n % 2 else EARLY) for n in range(1, 6)),
            *(InventedWindow(f"d{n}", ("social", "medical"), LATE if n % 2 else EARLY) for n in range(6, 12)),
            *(InventedWindow(f"d{n}", ("tax", "housing"), FULL if n % 2 else EARLY) for n in range(12, 16)),
            InventedWindow("d16", ("general", "social", "medical", "tax"), ((540, 690), (870, 960))),
        ),
        ((510, 1050),),
    ),
)
