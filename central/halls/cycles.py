"""What has to be done once a month, quarter or year: whether it was, and until when. Pure. Periods are those of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Cycle = Literal["month", "quarter", "year"]
MONTHS: dict[Cycle, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Due:
    """``by``: the last day. ``done``: this period's is done, and ``by`` is the next one's; ``missed``: a whole period went by
    without it."""

    state: Literal["done", "owed", "missed"]
    by: date


def span(cycle: Cycle, day: date) -> tuple[date, date]:
    """First and last day of the period with ``day``."""
    months = MONTHS[cycle]
    first = (day.month - 1) // months * months + 1
    after = first + months
    begin = date(day.year, first, 1)
    end = date(day.year + (after > 12), after - 12 if after > 12 else after, 1) - timedelta(days=1)
    return begin, end


def due(cycle: Cycle, last: date | None, today: date) -> Due:
    """``last``: when it was done last; None: never yet, and nothing is said to have been missed."""
    first, end = span(cycle, today)
    if last is not None and last >= first:
        return Due("done", span(cycle, end + timedelta(days=1))[1])
    before = span(cycle, first - timedelta(days=1))[0]
    return Due("missed" if last is not None and last < before else "owed", end)
