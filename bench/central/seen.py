"""What the clients saw: what they were promised, and how long it took."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bench.central.listening import Screen
from bench.central.wire import Answer

SHOWN = 20


class Confirmed(NamedTuple):
    """A ticket as a terminal was given it."""

    hall: str
    line: str
    id: str
    number: str


@dataclass
class Seen:
    """``faults``: what must not be, in words; a run with any has failed."""

    times: dict[str, array[float]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    confirmed: dict[str, Confirmed] = field(default_factory=dict)
    called: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Ticket -> hall and window that called it."""
    closed: dict[str, str] = field(default_factory=dict)
    """Ticket -> how a window ended it."""
    tally: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    screens: list[tuple[Screen, str, array[int]]] = field(default_factory=list)
    """Each with its hall and the ids of the events that came."""

    def took(self, kind: str, answer: Answer) -> None:
        self.times.setdefault(kind, array("d")).append(answer.took_s)
        self.tally[kind] += 1

    def fault(self, words: str) -> None:
        self.tally["faults"] += 1
        if len(self.faults) < SHOWN:
            self.faults.append(words)

    def expect(self, kind: str, answer: Answer, *statuses: int) -> bool:
        """Whether it is one of the answers that are right here."""
        if answer.status in statuses:
            return True
        self.fault(f"{kind} was answered {answer.status}: {answer.body[:200]!r}")
        return False

    def confirm(self, key: str, hall: str, line: str, ticket: dict[str, Any]) -> None:
        """Told for the first time, or again: then it must be the same."""
        now = Confirmed(hall, line, ticket["id"], ticket["number"])
        if self.confirmed.setdefault(key, now) != now:
            self.fault(f"request {key} was given {self.confirmed[key]} and then {now}")

    def call(self, hall: str, window: str, ticket: str) -> None:
        if ticket in self.called:
            self.fault(f"{hall} {window} was given {ticket}, which {self.called[ticket]} had called")
        self.called[ticket] = (hall, window)

    def percentiles_ms(self, kind: str) -> dict[str, float]:
        """Of the times of one kind of call."""
        times = sorted(self.times.get(kind, array("d", [0.0])))
        places = {"p50": len(times) // 2, "p99": len(times) * 99 // 100, "max": len(times) - 1}
        return {name: times[min(place, len(times) - 1)] * 1000 for name, place in places.items()}
