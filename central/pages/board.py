"""What the console shows, as plain values: gathered here, put into words by the templates. No person of a ticket is ever read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from central.halls.plan import HallPlan, WindowPlan, plan_of
from central.halls.rules import Rules
from central.halls.schemas import HallOut, LineOut
from central.pages import repository
from central.pages.moments import stamped
from central.queue import listing, moves
from central.queue.schemas import QueuedOut
from central.unit import Unit

Names = Mapping[str, str]


@dataclass(frozen=True)
class Serving:
    """The ticket at the window. Why it goes first is shown, whose it is is not."""

    id: str
    number: str
    line_id: str
    line: Names
    priority: Names | None
    evidence: str | None
    appointment: bool
    lang: str
    calls: int
    called_at: str
    reason: str
    paper: str | None
    paper_fault: str | None


@dataclass(frozen=True)
class LineRow:
    """A line that the window serves; ``fallback``: because nobody else does."""

    id: str
    letter: str
    name: Names
    open: bool
    opens_at: str | None
    waiting: int
    fallback: bool


@dataclass(frozen=True)
class WindowCard:
    """``who``: works at it. ``open_above``: of a tidal window, the tickets for each window above which it opens."""

    id: str
    label: str
    name: Names
    type: str
    open: bool
    paused: str | None
    stands_by: bool
    open_above: int | None
    who: str | None
    lines: tuple[LineRow, ...]

    @property
    def waiting(self) -> int:
        """How many wait for what this window serves."""
        return sum(line.waiting for line in self.lines)


@dataclass(frozen=True)
class Queued:
    """One who waits, is parked or missed the call."""

    id: str
    number: str
    line: Names
    priority: Names | None
    waited_min: int
    reason: str | None
    appointment: bool


@dataclass(frozen=True)
class LastStep:
    """What the window did last; ``until`` when that can be undone."""

    ticket: str
    number: str
    outcome: str
    until: str | None


@dataclass(frozen=True)
class Targets:
    """Where a ticket can go on from here: lines that somebody serves now, windows that are open."""

    lines: tuple[LineOut, ...]
    windows: tuple[WindowPlan, ...]


@dataclass(frozen=True)
class Board:
    """A window with everything that its page shows."""

    window: WindowCard
    rules: Rules
    serving: Serving | None
    last: LastStep | None
    next: tuple[Queued, ...]
    parked: tuple[Queued, ...]
    missed: tuple[Queued, ...]
    targets: Targets


def cards(unit: Unit, hall: HallOut) -> list[WindowCard]:
    """The windows at which the caller may work."""
    plan, staff = plan_of(unit, hall.id), repository.staff_names(unit, hall.id)
    return [_card(unit, plan, hall, plan.windows[each.id], staff) for each in hall.windows if unit.caller.may_work_at(each.id)]


def board(unit: Unit, hall: HallOut, window_id: str) -> Board:
    plan = plan_of(unit, hall.id)
    window, queued = plan.windows[window_id], listing.queue_of(unit, hall.id, window_id)
    serving = _serving(unit, plan, window.id)
    return Board(
        window=_card(unit, plan, hall, window, repository.staff_names(unit, hall.id)),
        rules=plan.rules,
        serving=serving,
        last=_last(unit, plan, window.id),
        next=_rows(plan, queued.next),
        parked=_rows(plan, queued.parked),
        missed=_rows(plan, queued.missed),
        targets=_targets(plan, hall, window.id, None if serving is None else serving.line_id),
    )


def _card(unit: Unit, plan: HallPlan, hall: HallOut, window: WindowPlan, staff: Mapping[str, str]) -> WindowCard:
    served = plan.served_by(window.id, unit.caller.id)
    lines = tuple(
        LineRow(line.id, line.letter, line.name, line.open, line.opens_at, line.waiting, served[line.id].fallback)
        for line in hall.lines
        if line.id in served
    )
    return WindowCard(
        id=window.id,
        label=window.label,
        name=window.name,
        type=window.type,
        open=window.open,
        paused=window.paused,
        stands_by=window.stands_by,
        open_above=None if window.tide is None else window.tide.open_above,
        who=staff.get(window.staff_id or ""),
        lines=lines,
    )


def _serving(unit: Unit, plan: HallPlan, window: str) -> Serving | None:
    found = moves.served_at(unit, plan.id, window)
    if found is None:
        return None
    ticket, call = found
    paper, fault = moves.paper(unit, ticket.id)
    return Serving(
        id=ticket.id,
        number=ticket.number,
        line_id=ticket.line_id,
        line=plan.lines[ticket.line_id].name,
        priority=_priority(plan, ticket.priority),
        evidence=ticket.evidence,
        appointment=ticket.appointment_id is not None,
        lang=ticket.lang,
        calls=call.recalls + 1,
        called_at=stamped(call.called_at),
        reason=call.reason,
        paper=paper,
        paper_fault=fault,
    )


def _priority(plan: HallPlan, priority: str | None) -> Names | None:
    found = plan.priorities.get(priority or "")
    return None if found is None else found.name


def _rows(plan: HallPlan, queued: Iterable[QueuedOut]) -> tuple[Queued, ...]:
    return tuple(
        Queued(
            id=each.id,
            number=each.number,
            line=plan.lines[each.line].name,
            priority=_priority(plan, each.priority),
            waited_min=each.waited_s // 60,
            reason=each.reason,
            appointment=each.appointment,
        )
        for each in queued
    )


def _last(unit: Unit, plan: HallPlan, window: str) -> LastStep | None:
    call = moves.newest_call(unit, plan.id, window)
    ticket = None if call is None else moves.by_id(unit, call.ticket_id)
    if call is None or ticket is None or ticket.day != plan.local(unit.now).date():
        return None
    until = (call.closed_at or call.called_at) + timedelta(seconds=plan.rules.undo_s)
    may_undo = until > unit.now and call.outcome != "undone" and (call.closed_at is None or plan.windows[window].open)
    return LastStep(ticket.id, ticket.number, call.outcome or "called", stamped(until) if may_undo else None)


def _targets(plan: HallPlan, hall: HallOut, window: str, line: str | None) -> Targets:
    """All but where the ticket is."""
    lines = tuple(each for each in hall.lines if each.id != line and plan.serving[each.id])
    windows = tuple(each for each in plan.windows.values() if each.active and each.open and each.id != window)
    return Targets(lines, windows)
