"""The change of days. Numbers start again by themselves, because they count per day; what yesterday left open ends here."""

from __future__ import annotations

from datetime import date

from central.halls.plan import HallPlan
from central.queue import moves
from central.unit import Unit


def end_earlier(unit: Unit, plan: HallPlan, today: date) -> None:
    """Nothing of yesterday is called today, and a window that forgot its last ticket isn't held up by it.

    Whoever touches the hall first on a day does it. Only a look that finds nothing left is remembered: what is ended here may yet
    be taken back with the unit.
    """
    begun = unit.context.plans.begun
    if begun.get(plan.id) == today:
        return
    if moves.left_over(unit, plan.id, today):
        moves.end_days_before(unit, plan.id, today)
    else:
        begun[plan.id] = today
