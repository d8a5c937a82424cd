"""Who is on duty at a moment, and who is next. Pure.

A helper is on duty within the own hours, as far as the hall is open then: a holiday of the hall is everybody's. Who has no hours
of their own keeps the hall's. Nobody is on duty on the days on which they are away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from central.halls.calendar import Spans, minute_of
from central.halls.hours import clock_face

Rung = Literal["first", "deputy", "never"]
"""Whether a call for help rings for somebody: at once; when the first did not answer (AB 岗); not at all."""

LOOK_AHEAD = 14
"""Days that are searched for the next duty; beyond them the telephone is the better answer."""


@dataclass(frozen=True)
class Helper:
    """Somebody for whom calls ring. ``spans``: weekday (ISO), opens and closes in minutes after midnight."""

    id: str
    name: str
    phone: str | None
    rung: Rung
    spans: tuple[tuple[int, int, int], ...] = ()
    away_from: date | None = None
    away_until: date | None = None

    def is_away(self, day: date) -> bool:
        """``away_from`` alone: from then on; ``away_until`` alone: until then. Both days count."""
        if self.away_from is None and self.away_until is None:
            return False
        return (self.away_from or day) <= day <= (self.away_until or day)


@dataclass(frozen=True)
class NextDuty:
    helper: Helper
    day: date
    minute: int

    @property
    def at(self) -> str:
        return clock_face(self.minute)


@dataclass(frozen=True)
class OnDuty:
    """``planned``: the hall has a roster at all. ``next``: who comes when, where nobody is there now."""

    planned: bool
    first: tuple[Helper, ...] = ()
    deputies: tuple[Helper, ...] = ()
    next: NextDuty | None = None

    @property
    def people(self) -> tuple[Helper, ...]:
        return self.first + self.deputies

    @property
    def rung(self) -> tuple[Helper, ...]:
        """At once; where only deputies are, those."""
        return self.first or self.deputies


def on_duty(helpers: Iterable[Helper], hall_on: Callable[[date], Spans], local: datetime) -> OnDuty:
    """At a moment of the hall's clock. ``hall_on``: when the hall is open on a day."""
    rung = [helper for helper in helpers if helper.rung != "never"]
    minute, hours = minute_of(local), hall_on(local.date())
    there = [each for each in rung if any(opens <= minute < closes for opens, closes in hours_of(each, hours, local.date()))]
    return OnDuty(
        planned=bool(rung),
        first=tuple(each for each in there if each.rung == "first"),
        deputies=tuple(each for each in there if each.rung == "deputy"),
        next=None if there else next_duty(rung, hall_on, local),
    )


def hours_of(helper: Helper, hall: Spans, day: date) -> Spans:
    """When somebody is on duty on a day on which the hall is open for ``hall``."""
    if helper.is_away(day):
        return []
    own = [(opens, closes) for weekday, opens, closes in helper.spans if weekday == day.isoweekday()]
    if not helper.spans:
        return hall
    common = [(max(opens, begin), min(closes, end)) for opens, closes in own for begin, end in hall]
    return sorted((opens, closes) for opens, closes in common if opens < closes)


def next_duty(helpers: Iterable[Helper], hall_on: Callable[[date], Spans], local: datetime) -> NextDuty | None:
    """The first to come; of several at one moment a first before a deputy, in the order of the roster."""
    in_order = sorted(helpers, key=lambda helper: helper.rung != "first")
    for ahead in range(LOOK_AHEAD + 1):
        day = local.date() + timedelta(days=ahead)
        begins = [
            (opens, place)
            for place, helper in enumerate(in_order)
            for opens, _closes in hours_of(helper, hall_on(day), day)
            if ahead or opens > minute_of(local)
        ]
        if begins:
            minute, place = min(begins)
            return NextDuty(in_order[place], day, minute)
    return None
