"""Bodies of the self-checks' endpoints."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from central.appointments.visit_schemas import Trimmed
from central.halls.levels import Level
from central.halls.schemas import DueOut
from central.selfcheck.points import POINTS, Point
from central.setup.fields import Part, mistake

Note = Annotated[str, Trimmed, Field(min_length=1, max_length=300)]


class EvidenceOut(BaseModel):
    """What the service sees of a point by itself."""

    point: Point
    seen: bool | None = Field(description="None: that takes eyes")
    facts: dict[str, int | str]


class FoundIn(Part):
    """What the hall says of a point."""

    holds: bool
    note: Note | None = None


def _whole(points: dict[Point, FoundIn]) -> dict[Point, FoundIn]:
    if set(points) != set(POINTS):
        raise mistake("missing", "all eight points are needed")
    return points


class SelfCheckIn(Part):
    points: Annotated[dict[Point, FoundIn], AfterValidator(_whole)]


class PointOut(BaseModel):
    """``seen`` and ``facts`` as they were when it was written down."""

    point: Point
    holds: bool
    note: str | None
    seen: bool | None
    facts: dict[str, int | str]


class SelfCheckOut(BaseModel):
    id: str
    checked_at: datetime
    by: str = Field(description="Name of the member of the staff")
    lacking: list[Point]
    points: list[PointOut]


class SelfChecksOut(BaseModel):
    due: DueOut
    evidence: list[EvidenceOut] = Field(description="In the order of the document; at this moment")
    checks: list[SelfCheckOut] = Field(description="The latest first")


class HallStandingOut(BaseModel):
    """How one hall of a region stands."""

    hall: str
    name: dict[str, str]
    region: str
    level: Level | None
    checked_on: Date | None = Field(description="Of its last self-check; None: it has none")
    due: DueOut
    lacking: list[Point] = Field(description="By its last self-check")
    agents: int
    least: int | None = Field(description="Agents that are asked for; None: nothing is")


class RegionOut(BaseModel):
    """Those that lack something first."""

    halls: list[HallStandingOut]
