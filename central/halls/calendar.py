"""The hall's calendar: which hours hold on a day, what is open now and when it opens next. Pure.

Several entries may speak of one day. The first of these that exists decides alone, so that nobody has to add hours up:

1. a closure (临时停办) of the whole hall: a shut building opens for no line;
2. a special day of the line;
3. a special day of the hall;
4. the line's own weekday hours, once it has any on any weekday;
5. the hall's weekday hours.

Of several special days of the same rank the one that comes first in ``KINDS`` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from central.halls.hours import Span, clock_face

CLOSURE, SERVICE_DAY, EXTENDED, STAGGERED, HOLIDAY = "closure", "service_day", "extended", "staggered", "holiday"
KINDS = (CLOSURE, SERVICE_DAY, EXTENDED, STAGGERED, HOLIDAY)
"""Why a day has hours of its own: 临时停办, 集中办理日, 延时, 错时, 节假日."""

LOOK_AHEAD = 62
"""Days that are searched for the next opening: longer than any holiday, and a winter break of a village station."""

Spans = list[tuple[int, int]]
"""Minutes after midnight, from opening until just before closing; in order, without overlap."""


@dataclass(frozen=True)
class Special:
    """A date with hours of its own; without ``spans`` it is closed all day. ``line`` None: the whole hall."""

    day: date
    kind: str
    spans: tuple[tuple[int, int], ...] = ()
    line: str | None = None
    name: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Opening:
    """When it opens next: the day, and the minute after midnight."""

    day: date
    minute: int

    @property
    def at(self) -> str:
        return clock_face(self.minute)


@dataclass(frozen=True)
class Day:
    """One day as a page shows it. ``special``: what makes it different from its weekday."""

    day: date
    spans: Spans
    special: Special | None


def special_on(special: Iterable[Special], line: str | None, day: date) -> Special | None:
    """The special day that decides on ``day``; None when the weekday's hours hold. ``line`` None: the hall as such."""
    found = [each for each in special if each.day == day and each.line in (None, line)]
    return min(found, key=lambda each: _weight(each), default=None)


def _weight(special: Special) -> tuple[int, int, Sequence[tuple[int, int]]]:
    shut = special.line is None and special.kind == CLOSURE
    # The hours come last, so that the answer doesn't hang on the order in which rows are read.
    return (0 if shut else 1 if special.line is not None else 2, KINDS.index(special.kind), special.spans)


def spans_on(week: Sequence[Span], special: Sequence[Special], line: str | None, day: date) -> Spans:
    """The hours of a line on a date; empty when it is closed all day. ``line`` None: the hall as such."""
    decided = special_on(special, line, day)
    if decided is not None:
        return _joined(decided.spans)
    own = [span for span in week if span.line == line] or [span for span in week if span.line is None]
    return _joined((span.opens, span.closes) for span in own if span.weekday == day.isoweekday())


def is_open(week: Sequence[Span], special: Sequence[Special], line: str | None, local: datetime) -> bool:
    """``local``: the moment on the hall's wall clock."""
    now = minute_of(local)
    return any(opens <= now < closes for opens, closes in spans_on(week, special, line, local.date()))


def next_opening(week: Sequence[Span], special: Sequence[Special], line: str | None, local: datetime) -> Opening | None:
    """When a closed line opens again, today or on a later day; None when it is open, or stays shut for ``LOOK_AHEAD`` days."""
    if is_open(week, special, line, local):
        return None
    for ahead in range(LOOK_AHEAD + 1):
        day = local.date() + timedelta(days=ahead)
        later = [opens for opens, _ in spans_on(week, special, line, day) if ahead or opens > minute_of(local)]
        if later:
            return Opening(day, later[0])
    return None


def days_from(week: Sequence[Span], special: Sequence[Special], line: str | None, first: date, count: int) -> list[Day]:
    days = [first + timedelta(days=ahead) for ahead in range(count)]
    return [Day(day, spans_on(week, special, line, day), special_on(special, line, day)) for day in days]


def at_the_door(spans: Iterable[tuple[int, int]]) -> str:
    """A day's hours as they are shown: "08:30–12:00 14:30–17:30"; empty when closed."""
    return " ".join(f"{clock_face(opens)}–{clock_face(closes)}" for opens, closes in spans)


def minute_of(local: datetime) -> int:
    """Full minutes after midnight."""
    return local.hour * 60 + local.minute


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """In order; what overlaps or touches becomes one."""
    joined: Spans = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined
