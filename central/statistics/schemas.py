"""Bodies of the statistics."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field


class FiguresOut(BaseModel):
    """Counts, and times in seconds; null where there was none to tell of. ``central.statistics.facts`` says what counts where."""

    key: str = Field(description="Id of a line, window or priority class (none: without one), hour of the day, or date")
    name: dict[str, str] | None = Field(default=None, description="Of a line, window or priority class")
    label: str | None = Field(default=None, description="Letter of a line, label of a window")
    issued: int | None = Field(description="Tickets of the line; null for windows")
    served: int
    transferred: int
    no_show: int
    cancelled: int | None = Field(description="Given up, or the day ended before their turn; null for windows")
    waits: int = Field(description="How many waits the times are taken from")
    wait_p50_s: int | None
    wait_p90_s: int | None
    wait_max_s: int | None
    service_p50_s: int | None
    service_p90_s: int | None
    over_bound: float | None = Field(description="Share of the waits that were longer than the hall's bound, 0 to 1")


class StatisticsOut(BaseModel):
    """``from`` and ``to`` are days in the hall's zone, both included."""

    from_: date = Field(serialization_alias="from")
    to: date
    by: str
    zone: str
    bound_min: int = Field(description="Minutes after which the hall calls a wait too long (longest_wait_min)")
    total: FiguresOut
    rows: list[FiguresOut]
