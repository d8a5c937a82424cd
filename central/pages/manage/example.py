"""What would happen under some rules: an invented morning at one window, in the order of the real order function. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from central.halls.rules import Rules
from central.queue.order import NORMAL, PRIORITY, Candidate, choose, run_after

STARTS = datetime(2000, 1, 3, 10, 0, tzinfo=timezone.utc)
"""The window has its first caller then; which day it is plays no part."""
SERVICE_MIN = 5
"""Minutes at the window for each: the example fits an hour."""


@dataclass(frozen=True)
class Invented:
    """A ticket of the example. ``arrives``: minutes after ``STARTS``, for an appointment its time."""

    number: str
    who: str  # normal, priority or appointment
    arrives: int


# A small crowd from before the opening; priority tickets keep coming, and one appointment.
MORNING = (
    Invented("A001", "normal", -20),
    Invented("A002", "priority", -14),
    Invented("A003", "normal", -12),
    Invented("A004", "priority", -9),
    Invented("A005", "normal", -8),
    Invented("A006", "priority", -6),
    Invented("A007", "priority", -3),
    Invented("A008", "normal", -1),
    Invented("A009", "priority", 4),
    Invented("A010", "priority", 9),
    Invented("A011", "appointment", 30),
    Invented("A012", "priority", 31),
)


@dataclass(frozen=True)
class Turn:
    """One call of the example."""

    at: str
    number: str
    who: str
    waited_min: int
    reason: str


@dataclass(frozen=True)
class Example:
    """``fits``: the figures that were asked for are within their bounds; otherwise it shows those that are stored. The minutes
    are means, of those who go first and of everybody else, and the longest wait of all."""

    turns: tuple[Turn, ...]
    fits: bool
    priority_min: int
    normal_min: int
    longest_min: int
    starts: str = f"{STARTS:%H:%M}"
    service_min: int = SERVICE_MIN


def example(rules: Rules, fits: bool = True, morning: Sequence[Invented] = MORNING) -> Example:
    turns = _played(rules, morning)
    first = [turn.waited_min for turn in turns if turn.who != "normal"]
    others = [turn.waited_min for turn in turns if turn.who == "normal"]
    return Example(turns, fits, _mean(first), _mean(others), max(turn.waited_min for turn in turns))


def _played(rules: Rules, morning: Sequence[Invented]) -> tuple[Turn, ...]:
    waiting = {seq: (_candidate(seq, each), each) for seq, each in enumerate(morning)}
    now, run, turns = STARTS, 0, []
    while waiting:
        there = [candidate for candidate, each in waiting.values() if each.who == "appointment" or candidate.since <= now]
        choice = choose(there, run, rules, now)
        if choice is not None:
            candidate, reason = choice
            called = waiting.pop(candidate.seq)[1]
            waited = max(timedelta(), now - candidate.since)
            turns.append(Turn(f"{now:%H:%M}", called.number, called.who, waited // timedelta(minutes=1), reason.value))
            run = run_after(run, candidate.rank, reason)
        now += timedelta(minutes=SERVICE_MIN)
    return tuple(turns)


def _candidate(seq: int, each: Invented) -> Candidate:
    return Candidate(
        seq=seq,
        rank=NORMAL if each.who == "normal" else PRIORITY,
        since=STARTS + timedelta(minutes=each.arrives),
        line="example",
        appointment=each.who == "appointment",
    )


def _mean(minutes: Sequence[int]) -> int:
    return round(sum(minutes) / len(minutes)) if minutes else 0
