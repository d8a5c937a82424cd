"""Whose turn it is, and why. Pure: the rule stands here alone (docs/queue-order.md tells it to the hall's manager).

A window calls from its lines. In each line the priority class and everybody else stand in two rows, each in the order of its
turns; nobody goes before somebody of the same row. The heads of the rows are the candidates, and between them it goes in steps:

0. who was transferred to this very window;
1. who has waited ``longest_wait_min`` or more, the longest first; when that was somebody normal and a priority ticket waits, the
   next call is the priority ticket's, so that a crowded hall doesn't do away with the green channel;
2. a normal ticket, when ``priority_per_normal`` priority tickets in a row went before it;
3. the priority class (绿色通道, and appointments that are due);
4. everybody else;
5. an appointment before its time, when nobody else waits.

Between lines, within a step: the greatest weight times wait. Whoever has waited ``longest_wait_min`` is called at the latest with
call number ``2 * (k + 1)`` that a window of their line makes by this order, k being those whose turn is earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

from central.halls.rules import Rules

PRIORITY, NORMAL = 0, 1

OWED = -1
"""In place of a run: somebody normal who had waited long just went before the priority class."""


class Reason(str, Enum):
    FOR_THIS_WINDOW = "for_this_window"
    WAITED_LONG = "waited_long"
    AFTER_PRIORITY = "after_priority"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"
    FIRST_COME = "first_come"
    FALLBACK = "fallback"  # first come, of a line that no other open window serves
    EARLY = "early"
    CHOSEN = "chosen"  # by hand, out of those who wait
    RESUMED = "resumed"  # by hand, a parked one
    CAME_BACK = "came_back"  # by hand, after a no-show


ASIDE = frozenset({Reason.FOR_THIS_WINDOW, Reason.EARLY, Reason.CHOSEN, Reason.RESUMED, Reason.CAME_BACK})
"""Calls beside the mixture of priority and normal: they leave the run as it was."""


class Candidate(NamedTuple):
    """A waiting ticket as the order sees it. ``since`` and then ``seq`` are its turn within its row. ``weight`` and ``fallback``:
    how the window serves its line; ``here``: it was transferred to the window that calls."""

    seq: int
    rank: int
    since: datetime
    line: str
    weight: int = 1
    fallback: bool = False
    appointment: bool = False
    here: bool = False


class Choice(NamedTuple):
    candidate: Candidate
    reason: Reason


def rank(priority: str | None) -> int:
    """绿色通道 before everybody else."""
    return NORMAL if priority is None else PRIORITY


def choose(candidates: Iterable[Candidate], run: int, rules: Rules, now: datetime) -> Choice | None:
    """Who is called next; None when nobody waits. ``run``: how many priority tickets in a row the window called, or ``OWED``."""
    there = list(candidates)
    if not there:
        return None
    due = [each for each in there if each.since <= now]
    if not due:
        return Choice(min(there, key=_turn), Reason.EARLY)
    here = [each for each in due if each.here]
    if here:
        return Choice(min(here, key=_turn), Reason.FOR_THIS_WINDOW)
    return _mixed(due, run, rules, now)


def _mixed(due: Sequence[Candidate], run: int, rules: Rules, now: datetime) -> Choice:
    priority = [each for each in due if each.rank == PRIORITY]
    if not (priority and run == OWED):
        first = min(due, key=_turn)
        if now - first.since >= timedelta(minutes=rules.longest_wait_min):
            return Choice(first, Reason.WAITED_LONG)
    if not priority:
        chosen = _heaviest(due, now)
        return Choice(chosen, Reason.FALLBACK if chosen.fallback else Reason.FIRST_COME)
    if run >= rules.priority_per_normal and len(priority) < len(due):
        return Choice(_heaviest([each for each in due if each.rank == NORMAL], now), Reason.AFTER_PRIORITY)
    chosen = _heaviest(priority, now)
    return Choice(chosen, Reason.APPOINTMENT if chosen.appointment else Reason.PRIORITY)


def run_after(run: int, rank: int, reason: Reason) -> int:
    """The window's run with this call in it."""
    if reason in ASIDE:
        return run
    if rank == PRIORITY:
        return max(run, 0) + 1
    return OWED if reason is Reason.WAITED_LONG else 0


def in_order(waiting: Iterable[Candidate], run: int, rules: Rules, now: datetime, limit: int) -> list[Choice]:
    """The next ``limit`` calls, if the window made them all now."""
    rows: dict[tuple[bool, str, int], list[Candidate]] = {}
    for each in sorted(waiting, key=_turn, reverse=True):
        rows.setdefault((each.here, each.line, each.rank), []).append(each)
    calls: list[Choice] = []
    while rows and len(calls) < limit:
        choice = choose([row[-1] for row in rows.values()], run, rules, now)
        assert choice is not None  # there is a row, and no row is empty
        calls.append(choice)
        run = run_after(run, choice.candidate.rank, choice.reason)
        row = choice.candidate.here, choice.candidate.line, choice.candidate.rank
        rows[row].pop()
        if not rows[row]:
            del rows[row]
    return calls


def ahead(rank: int, place: int, others: int, rules: Rules) -> int:
    """How many of its line are called before a ticket, by a window that starts now and calls everybody who waits.

    ``place``: how many of its own row stand before it; ``others``: how many stand in the other row. Exact while nobody has waited
    ``longest_wait_min`` and every appointment is due.
    """
    mix = rules.priority_per_normal
    between = place // mix if rank == PRIORITY else mix * (place + 1)
    return place + min(others, between)


def _turn(candidate: Candidate) -> tuple[datetime, int]:
    return candidate.since, candidate.seq


def _heaviest(candidates: Sequence[Candidate], now: datetime) -> Candidate:
    return min(candidates, key=lambda each: (each.weight * (each.since - now), each.since, each.seq))
