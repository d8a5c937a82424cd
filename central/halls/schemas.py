"""Bodies of the hall's endpoints."""

from __future__ import annotations

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from central.halls.cycles import Due
from central.roster.schemas import DutyOut


def _with_chinese(names: dict[str, str]) -> dict[str, str]:
    if not names.get("zh"):
        raise ValueError("zh is needed")
    return names


Names = Annotated[dict[str, str], AfterValidator(_with_chinese)]
"""What a thing is called, by language tag; Chinese is always there."""


class DueOut(BaseModel):
    """What is done once a period. ``by``: the last day; of the next period where this one's is done."""

    state: Literal["done", "owed", "missed"]
    by: Date

    @classmethod
    def of(cls, due: Due) -> DueOut:
        return cls(state=due.state, by=due.by)


class OpeningOut(BaseModel):
    """On the hall's wall clock."""

    day: Date
    at: str = Field(description="HH:MM")


class LineOut(BaseModel):
    id: str
    letter: str
    name: Names
    summary: Names
    open: bool
    """Within its opening hours."""
    waiting: int
    windows: list[str] = Field(description="Labels of the open windows that serve it")
    books: bool = Field(description="Whether it can be booked for a time")
    opens_at: str | None = Field(description="When closed and it opens again today: HH:MM in the hall's zone")
    opens_next: OpeningOut | None = Field(default=None, description="When closed: when it opens again, today or later")


class PriorityOut(BaseModel):
    id: str
    name: Names
    min_age: int | None
    evidence: list[str] = Field(default=[], description="What proves it; empty: any of them")


class WindowOut(BaseModel):
    id: str
    label: str
    name: Names
    type: str
    open: bool
    lines: list[str]
    paused: str | None = Field(default=None, description="Why it calls nobody for now")
    area: str | None = Field(default=None, description="Call zone, by its Chinese name: where its tickets wait")
    area_name: Names | None = Field(default=None, description="What the call zone is called")
    stands_by: bool = Field(default=False, description="A tidal window with somebody at it, waiting for the crowd")


class HallOut(BaseModel):
    id: str
    version: int = Field(default=0, description="Another one whenever lines, items or anything else of its set-up changed")
    name: Names
    phone: str
    zone: str
    hours_today: str = Field(description="08:30–12:00 14:30–17:30; empty when closed all day")
    lines: list[LineOut]
    priorities: list[PriorityOut]
    windows: list[WindowOut]
    duty: DutyOut | None = Field(default=None, description="Who comes when somebody calls for help")
