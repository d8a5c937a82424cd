"""What a run came to, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.central.figures import Stretch

HEAD = "| | per s | of bare | of raw | requests/s | p50 ms | p99 ms | max ms | CPU us each: service | database | load | MB |"
RULE = "| --- |" + " ---: |" * 11


def table(rows: Mapping[str, Stretch], ratios: Mapping[str, dict[str, float]]) -> str:
    """``ratios``: of each row, to the bare endpoint and to the raw limit."""
    return "\n".join([HEAD, RULE, *(_line(name, each, ratios.get(name, {})) for name, each in rows.items())])


def _line(name: str, stretch: Stretch, ratios: dict[str, float]) -> str:
    row = stretch.row()
    cpu, memory = row["cpu_us"], row["memory_mb"]
    cells: list[Any] = [name, f"{row['per_s']:.0f}", *(f"{ratios[of]:.2f}" if of in ratios else "" for of in ("bare", "raw"))]
    if stretch.times:
        cells += [f"{row['requests_per_s']:.0f}", *(f"{row[key]:.1f}" for key in ("p50_ms", "p99_ms", "max_ms"))]
    else:
        cells += [""] * 4
    cells += [cpu.get(part, "") for part in ("service", "database", "load")]
    cells.append(" + ".join(f"{mb:.0f}" for mb in memory.values() if mb))
    return "| " + " | ".join(map(str, cells)) + " |"
