"""What is allowed and that a manager should know of."""

from __future__ import annotations

from collections import Counter

from central.halls.plan import HallPlan, plan_of
from central.halls.rules import FALLBACK
from central.setup import repository
from central.setup.schemas import Warned
from central.unit import Unit


def of(unit: Unit, hall: str) -> list[Warned]:
    plan = plan_of(unit, hall)
    return [*_unserved(plan), *_idle(plan), *_never_open(plan), *_shut_out(unit, plan)]


def _unserved(plan: HallPlan) -> list[Warned]:
    """Lines that no window can ever call from."""
    windows = [window for window in plan.windows.values() if window.active]
    if any(window.type == FALLBACK for window in windows):
        return []
    served = {line for window in windows for line in window.weights}
    return [Warned(code="line_without_window", about=id) for id, line in plan.lines.items() if line.active and id not in served]


def _idle(plan: HallPlan) -> list[Warned]:
    """Windows that can never call anybody."""
    active = {id for id, line in plan.lines.items() if line.active}
    return [
        Warned(code="window_without_line", about=id)
        for id, window in plan.windows.items()
        if window.active and window.type != FALLBACK and not active & set(window.weights)
    ]


def _never_open(plan: HallPlan) -> list[Warned]:
    return [] if plan.week else [Warned(code="no_hours", about="")]


def _shut_out(unit: Unit, plan: HallPlan) -> list[Warned]:
    """People who booked a time at which their line will be shut."""
    counted: Counter[str] = Counter()
    for line, day, minute, number in repository.booked(unit.session, plan.id, plan.local(unit.now).date()):
        spans = plan.spans(line, day) if plan.lines[line].active else []
        if not any(opens <= minute < closes for opens, closes in spans):
            counted[line] += number
    return [Warned(code="appointments_shut_out", about=line, number=number) for line, number in counted.items()]
