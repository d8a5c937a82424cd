"""How long a resident will wait, from what people in the same hall really waited.

A pace is not a service time: it is what the line's people waited for each place in the queue and each window at work, so that
walking, no-shows, windows that serve other lines too and priority tickets that come later are all in it (docs/estimates.md).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

STEP_S = 300
"""What is told is rounded to this: nobody's clock is better than five minutes when others are ahead."""
LEAST_S = 60
"""Told at least, when somebody is ahead."""
SLOT_S = 900
"""The habits of a day are told apart by quarters of an hour."""


@dataclass(frozen=True)
class Wait:
    """Seconds. Eight of ten people wait at least ``low_s`` and at most ``high_s``; both are rounded for people."""

    expected_s: int
    low_s: int
    high_s: int


@dataclass(frozen=True)
class Knot:
    """What people at ``places`` (one more than were ahead of them) waited: the tenth percentile, the mean and the ninetieth, in
    seconds of windows. Three windows at work for a minute are three minutes of it."""

    places: float
    low: float
    mean: float
    high: float


@dataclass(frozen=True)
class Pace:
    """How fast a line goes at this time of day: knots by growing ``places``, none of whose waits shrinks.

    ``rates``: how many windows there usually are in this and the following slots of the day, against this one; ``into_s``:
    seconds of this slot that are gone.
    """

    knots: tuple[Knot, ...]
    rates: tuple[float, ...] = ()
    into_s: float = 0.0

    def at(self, places: int) -> Knot:
        """In between, what lies in between; outside, in proportion."""
        after = bisect_left(self.knots, float(places), key=_places)
        if after == 0 or after == len(self.knots):
            return _scaled(self.knots[max(0, after - 1)], places)
        left, right = self.knots[after - 1], self.knots[after]
        share = (places - left.places) / (right.places - left.places)
        return Knot(
            places,
            left.low + share * (right.low - left.low),
            left.mean + share * (right.mean - left.mean),
            left.high + share * (right.high - left.high),
        )

    def passed(self, work: float) -> float:
        """Seconds until windows have done ``work`` that one window for each that is there now would do at once."""
        elapsed, slot_s = 0.0, SLOT_S - self.into_s
        for rate in self.rates:
            if work <= rate * slot_s:
                return elapsed + work / rate if work else elapsed
            work -= rate * slot_s
            elapsed, slot_s = elapsed + slot_s, SLOT_S
        return elapsed + work


def wait(ahead: int, windows: int, pace: Pace | None) -> Wait | None:
    """Of somebody with ``ahead`` tickets before theirs in a line that ``windows`` open windows serve.

    None when too little is known or nobody serves the line: a guess would be read as a promise.
    """
    if pace is None or windows < 1:
        return None
    usual = pace.at(ahead + 1)
    return told(ahead, pace.passed(usual.mean / windows), pace.passed(usual.low / windows), pace.passed(usual.high / windows))


def told(ahead: int, mean_s: float, low_s: float, high_s: float) -> Wait:
    """Rounded for people. Nobody who has somebody before them is told nought."""
    least = LEAST_S if ahead else 0
    low = max(least, STEP_S * int(low_s / STEP_S))
    high = max(STEP_S * (low // STEP_S + 1), STEP_S * round(high_s / STEP_S))
    expected = max(least, 60 * round(mean_s / 60))
    return Wait(min(max(expected, low), high), low, high)


def _places(knot: Knot) -> float:
    return knot.places


def _scaled(knot: Knot, places: int) -> Knot:
    by = places / knot.places
    return Knot(places, knot.low * by, knot.mean * by, knot.high * by)
