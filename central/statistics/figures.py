"""Facts become figures. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal
from zoneinfo import ZoneInfo

from central.statistics.facts import Fact, Kind
from central.statistics.schemas import FiguresOut

By = Literal["line", "window", "hour", "day", "priority"]
NOBODY = "none"
"""Key of those without a priority class."""


@dataclass
class Tally:
    """What is counted for one line, window, hour, day or class. ``issued`` and ``cancelled`` None: it makes no sense there."""

    issued: int | None = 0
    cancelled: int | None = 0
    counts: dict[Kind, int] = field(default_factory=dict)
    waits: list[int] = field(default_factory=list)
    services: list[int] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        if fact.kind is Kind.WAITED:
            self.waits.append(fact.seconds)
        elif fact.kind is Kind.SERVICE:
            self.services.append(fact.seconds)
        else:
            self.counts[fact.kind] = self.counts.get(fact.kind, 0) + 1

    def figures(self, key: str, bound_s: int) -> FiguresOut:
        waits, services = sorted(self.waits), sorted(self.services)
        over = sum(1 for wait in waits if wait > bound_s)
        return FiguresOut(
            key=key,
            issued=self.issued,
            served=self.counts.get(Kind.SERVED, 0),
            transferred=self.counts.get(Kind.TRANSFERRED, 0),
            no_show=self.counts.get(Kind.NO_SHOW, 0),
            cancelled=self.cancelled,
            waits=len(waits),
            wait_p50_s=quantile(waits, 0.5),
            wait_p90_s=quantile(waits, 0.9),
            wait_max_s=waits[-1] if waits else None,
            service_p50_s=quantile(services, 0.5),
            service_p90_s=quantile(services, 0.9),
            over_bound=round(over / len(waits), 4) if waits else None,
        )


def quantile(values: list[int], share: float) -> int | None:
    """The least of the sorted ``values`` that at least ``share`` of them do not exceed. None of none."""
    if not values:
        return None
    return values[max(0, -(-len(values) * round(share * 100) // 100) - 1)]


def key_of(by: By, zone: ZoneInfo) -> Callable[[Fact], str]:
    """Where a fact counts."""
    keys: dict[str, Callable[[Fact], str]] = {
        "line": lambda fact: fact.line,
        "window": lambda fact: fact.window,
        "hour": lambda fact: f"{fact.at.astimezone(zone).hour:02}",
        "day": lambda fact: fact.at.astimezone(zone).date().isoformat(),
        "priority": lambda fact: fact.priority or NOBODY,
    }
    return keys[by]


def count(tallies: dict[str, Tally], found: Iterable[Fact], key: Callable[[Fact], str]) -> None:
    for fact in found:
        tallies.setdefault(key(fact), Tally()).add(fact)
