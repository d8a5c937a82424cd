"""Cells become figures. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from central.statistics.days import Cell, Place
from central.statistics.schemas import FiguresOut

By = Literal["line", "window", "hour", "day", "priority"]
NOBODY = "none"
"""Key of those without a priority class."""


def key_of(by: By) -> Callable[[Place, date], str | None]:
    """Under which key a cell of a day counts; None: under none, as the issue of a ticket at a window."""
    keys: dict[str, Callable[[Place, date], str | None]] = {
        "line": lambda place, day: place.line,
        "window": lambda place, day: place.window,
        "hour": lambda place, day: f"{place.hour:02}",
        "day": lambda place, day: day.isoformat(),
        "priority": lambda place, day: place.priority or NOBODY,
    }
    return keys[by]


def figures(key: str, cell: Cell, bound_s: int, has_tickets: bool = True) -> FiguresOut:
    """``has_tickets``: tickets are issued there, and given up."""
    waits, services = sorted(cell.waits), sorted(cell.services)
    over = sum(1 for wait in waits if wait > bound_s)
    return FiguresOut(
        key=key,
        issued=cell.issued if has_tickets else None,
        served=cell.served,
        transferred=cell.transferred,
        no_show=cell.no_show,
        cancelled=cell.cancelled if has_tickets else None,
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
