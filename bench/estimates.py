"""How good the estimates are: invented days through the real service, and what it told against what then happened.

    python -m bench.estimates [--halls village street district] [--learn 15] [--days 10] [--seed 1]

The first days are only learned from. Of the others each wait is held against the interval told at the issue of its ticket, and
against simple rivals that know the same past: the mean service times those ahead, shared by the windows at work.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean
from tempfile import TemporaryDirectory

from bench.day import HALLS, InventedHall
from bench.replay import Visit, played

WIDE = 0.5
"""The rivals' interval: this share more or less."""
GROUPS: tuple[tuple[str, Callable[[Visit], bool]], ...] = (
    ("all", lambda visit: True),
    ("nobody ahead", lambda visit: visit.ticket.ahead == 0),
    ("1-3 ahead", lambda visit: 1 <= visit.ticket.ahead <= 3),
    ("4-9 ahead", lambda visit: 4 <= visit.ticket.ahead <= 9),
    ("10 and more", lambda visit: visit.ticket.ahead >= 10),
    ("priority", lambda visit: visit.priority),
)


@dataclass(frozen=True)
class Guess:
    """Seconds."""

    expected: float
    low: float
    high: float
    waited: float


def told(visit: Visit) -> Guess | None:
    """What the service said; None where it said nothing, or nobody was called."""
    if visit.waited is None or visit.ticket.wait_range_s is None or visit.ticket.estimated_wait_s is None:
        return None
    low, high = visit.ticket.wait_range_s
    return Guess(visit.ticket.estimated_wait_s, low, high, visit.waited)


def simple(visit: Visit, service_s: float) -> Guess:
    expected = visit.ticket.ahead * service_s / max(1, visit.at_work)
    return Guess(expected, expected * (1 - WIDE), expected * (1 + WIDE), visit.waited or 0.0)


@dataclass(frozen=True)
class Verdict:
    """``covered``, ``sooner``, ``later``: shares of the waits inside, below and above their interval; the rest in minutes."""

    count: int
    waited: float
    covered: float
    sooner: float
    later: float
    width: float
    bias: float
    error: float


def judged(guesses: Iterable[Guess]) -> Verdict:
    all_of = list(guesses)
    return Verdict(
        len(all_of),
        fmean(each.waited for each in all_of) / 60,
        fmean(each.low <= each.waited <= each.high for each in all_of),
        fmean(each.waited < each.low for each in all_of),
        fmean(each.waited > each.high for each in all_of),
        fmean(each.high - each.low for each in all_of) / 60,
        fmean(each.expected - each.waited for each in all_of) / 60,
        fmean(abs(each.expected - each.waited) for each in all_of) / 60,
    )


def replay(hall: InventedHall, learn: int, days: int, seed: int) -> tuple[list[Visit], dict[str, float]]:
    """Visits after the days of learning, and the mean service of each line, which the rival is given for nothing."""
    with TemporaryDirectory() as state:
        played_days = list(played(hall, Path(state), learn + days, seed))
    means = {line.id: _mean_service(hall, line.id) for line in hall.lines}
    return [visit for day in played_days[learn:] for visit in day], means


def _mean_service(hall: InventedHall, line: str) -> float:
    rng = Random(0)
    services = next(each.services for each in hall.lines if each.id == line)
    return fmean(services(rng) for _ in range(20_000)) + 40  # and the walk to the window


def report(hall: InventedHall, visits: list[Visit], means: dict[str, float]) -> Iterable[str]:
    for name, of_group in GROUPS:
        pairs = [(guess, simple(each, means[each.line])) for each in visits if of_group(each) and (guess := told(each))]
        if not pairs:
            continue
        ours, rival = judged(each for each, _ in pairs), judged(each for _, each in pairs)
        yield (
            f"| {hall.id} | {name} | {ours.count} | {ours.waited:.0f} | **{ours.covered:.0%}** | {ours.sooner:.0%}"
            f" | {ours.later:.0%} | {ours.width:.0f} | {ours.bias:+.1f} | {ours.error:.1f}"
            f" | {rival.covered:.0%} | {rival.width:.0f} | {rival.bias:+.1f} | {rival.error:.1f} |"
        )
    called = [each for each in visits if each.waited is not None]
    silent = sum(1 for each in called if told(each) is None)
    yield f"| {hall.id} | told nothing | {silent} | | | | | | | | | | | |"


HEAD = (
    "| hall | queue | waits | mean wait | covered | sooner | later | width | bias | error"
    " | rival: covered | width | bias | error |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--halls", nargs="+", default=[hall.id for hall in HALLS], choices=[hall.id for hall in HALLS])
    arguments.add_argument("--learn", type=int, default=15, help="days that are only learned from")
    arguments.add_argument("--days", type=int, default=10, help="days that are judged")
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    print(HEAD)
    for hall in HALLS:
        if hall.id in asked.halls:
            for row in report(hall, *replay(hall, asked.learn, asked.days, asked.seed)):
                print(row, flush=True)


if __name__ == "__main__":
    main()
