"""What one stretch of load came to, and what several of the same kind come to together."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Cpu = dict[str, float]
"""Seconds of processor time of each part: service, database, load."""


@dataclass
class Stretch:
    """``units``: tickets, or calls to windows. ``times``: seconds that each request took. ``memory_mb`` at its end."""

    seconds: float = 0.0
    units: int = 0
    requests: int = 0
    times: array[float] = field(default_factory=lambda: array("d"))
    cpu: Cpu = field(default_factory=dict)
    memory_mb: dict[str, float] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        times = sorted(self.times) or [0.0]
        at: Callable[[int], float] = lambda per_mille: round(times[min(len(times) - 1, len(times) * per_mille // 1000)] * 1000, 2)
        return {
            "per_s": round(self.units / self.seconds, 1) if self.seconds else 0.0,
            "requests_per_s": round(self.requests / self.seconds, 1) if self.seconds else 0.0,
            "p50_ms": at(500),
            "p99_ms": at(990),
            "max_ms": at(1000),
            "cpu_us": {part: round(spent / max(1, self.units) * 1e6) for part, spent in self.cpu.items()},
            "cpu_share": {part: round(spent / self.seconds, 3) for part, spent in self.cpu.items() if self.seconds},
            "memory_mb": {part: round(mb, 1) for part, mb in self.memory_mb.items()},
        }


def together(stretches: Sequence[Stretch]) -> Stretch:
    whole = Stretch()
    for each in stretches:
        whole.seconds += each.seconds
        whole.units += each.units
        whole.requests += each.requests
        whole.times.extend(each.times)
        whole.cpu = {part: whole.cpu.get(part, 0.0) + spent for part, spent in each.cpu.items()}
        whole.memory_mb = each.memory_mb
    return whole
