"""The days that a page was asked for."""

from __future__ import annotations

from datetime import date

from central.errors import Invalid
from central.halls.plan import plan_of
from central.statistics.service import Period, period
from central.unit import Unit


def this_month_or(unit: Unit, first: str, last: str) -> Period:
    """What was asked for; this month, when that makes no period."""
    today = plan_of(unit, unit.caller.hall).local(unit.now).date()
    try:
        return period(unit, unit.caller.hall, date.fromisoformat(first), date.fromisoformat(last))
    except (ValueError, Invalid):
        return Period(today.replace(day=1), today)
