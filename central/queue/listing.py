"""The queue as a window sees it: who is next and why, who is parked, who missed the call."""

from __future__ import annotations

from datetime import UTC

from central.halls.plan import HallPlan, plan_of
from central.queue import calls, moves, order, statements
from central.queue.order import Reason
from central.queue.rows import TicketRow
from central.queue.schemas import QueuedOut, QueueOut
from central.queue.tickets import is_appointment
from central.unit import Unit

LIMIT = 30


def queue_of(unit: Unit, hall_id: str, window_id: str) -> QueueOut:
    """In the order in which the clerk who asks would call them now."""
    plan = plan_of(unit, hall_id)
    window = calls.known_window(plan, window_id)
    served = plan.served_by(window.id, unit.caller.id)
    local = plan.local(unit.now)
    last = statements.last_call(unit, plan.id, window.id)
    run = last.run if last is not None and plan.local(last.called_at).date() == local.date() else 0
    rows = {row.seq: row for row in statements.waiting(unit, plan.id, local.date(), list(served), window.id, LIMIT)}
    waiting = [calls.candidate(row, served, window.id) for row in rows.values()]
    chosen = order.in_order(waiting, run, plan.rules, unit.now, LIMIT)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    missed = {row.id: row for row in moves.missed(unit, plan.id, local.date(), midnight, LIMIT)}
    return QueueOut(
        next=[_queued(unit, rows[each.candidate.seq], each.reason) for each in chosen],
        parked=[_queued(unit, row) for row in _callable(plan, window_id, moves.parked(unit, plan.id, local.date()))],
        missed=[_queued(unit, row) for row in _callable(plan, window_id, list(missed.values()))],
    )


def _callable(plan: HallPlan, window_id: str, rows: list[TicketRow]) -> list[TicketRow]:
    return [row for row in rows if calls.may_call(plan, plan.windows[window_id], row)]


def _queued(unit: Unit, row: TicketRow, reason: Reason | None = None) -> QueuedOut:
    return QueuedOut(
        id=row.id,
        number=row.number,
        line=row.line_id,
        priority=row.priority,
        evidence=row.evidence,
        waited_s=max(0, int((unit.now - row.since).total_seconds())),
        since=row.since,
        reason=None if reason is None else reason.value,
        appointment=is_appointment(row),
        for_window=row.for_window,
    )
