"""Until when a hall has to have done something. Pure.

Days are working days of the hall (``central.halls.service.works``), and the day on which it was accepted doesn't count:
中华人民共和国行政许可法 82 (limits are working days, without holidays), 民法典 201 (the day on which it begins isn't counted).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Works = Callable[[date], bool]
"""Whether a date is a working day. True for some date in every stretch of weeks, or nothing here would end."""

Urgency = Literal["late", "soon", "fine"]

REMIND = 2
"""Working days before the end from which on an agent is reminded: one to act, one to be told."""


@dataclass(frozen=True)
class Standing:
    """``left``: working days from tomorrow to the end; behind it, how many have passed since, below zero."""

    urgency: Urgency
    left: int


def due(works: Works, start: date, days: int) -> date:
    """The last of ``days`` working days after ``start``."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= works(day)
    return day


def working_days(works: Works, after: date, until: date) -> int:
    """Those behind ``after``, up to and with ``until``."""
    return sum(works(after + timedelta(days=ahead)) for ahead in range(1, (until - after).days + 1))


def prolonged(works: Works, end: date, asked: date, received: date) -> date:
    """The end of what waited for papers of the resident's: days of waiting aren't days of work."""
    return due(works, end, working_days(works, asked, received))


def standing(works: Works, today: date, end: date) -> Standing:
    if today > end:
        return Standing("late", -working_days(works, end, today))
    left = working_days(works, today, end)
    return Standing("soon" if left <= REMIND else "fine", left)
