"""Bodies of the help calls' endpoints."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from central.roster.schemas import DutyOut
from central.setup.fields import Id

HelpState = Literal["ringing", "acknowledged", "answered", "closed"]
HelpBy = Literal["hour", "day", "place"]


class HelpIn(BaseModel):
    """A machine rings for whoever stands before it. A member of the staff says where somebody is needed: at a terminal or at a
    window."""

    doing: str = Field(pattern=r"^[a-z_.]{1,40}$", description="Name of the screen it was rung from")
    line: Id | None = Field(default=None, description="The line that the resident had chosen")
    item: Id | None = Field(default=None, description="The item that the resident had found")
    terminal: Id | None = Field(default=None, description="Of the staff: the machine to go to")
    window: Id | None = Field(default=None, description="Of the staff: the window to go to")


class AnswerIn(BaseModel):
    minutes: int | None = Field(default=None, ge=0, le=120, description="How soon the helper comes")


class ComingOut(BaseModel):
    """Who is on the way."""

    staff: str
    name: str
    minutes: int | None
    picture: str | None = Field(description="Mark of the picture, where there is one")


class HelpOut(BaseModel):
    id: str
    state: HelpState
    level: int = Field(description="0: rings for who is on duty; 1: deputies; 2: manager; 3: everybody, and telephone")
    phone_after_s: int = Field(description="Seconds after the ring when the telephone is the better way")
    duty: DutyOut
    helper: ComingOut | None = None


class HelpFiguresOut(BaseModel):
    """Counts, and times in seconds; null where there was none to tell of."""

    key: str = Field(description="Hour of the day, date, or id of a machine")
    name: str
    calls: int
    answered: int
    withdrawn: int = Field(description="Taken back before anybody answered")
    missed: int = Field(description="Nobody answered for half an hour")
    escalated: int = Field(description="Rang for deputies, or further")
    answer_p50_s: int | None = Field(description="From the ring until somebody said that they come")
    answer_p90_s: int | None
    answer_max_s: int | None
    in_time: float | None = Field(description="Share of the calls that were answered before deputies were rung, 0 to 1")
    help_p50_s: int | None = Field(description="From the answer until the call was closed: way and help together")


class HelpStatisticsOut(BaseModel):
    """``from`` and ``to`` are days in the hall's zone, both included."""

    from_: date = Field(serialization_alias="from")
    to: date
    by: HelpBy
    total: HelpFiguresOut
    rows: list[HelpFiguresOut]
