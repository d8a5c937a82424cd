"""Bodies of the help calls' endpoints."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from central.roster.schemas import DutyOut
from central.setup.fields import Id

HelpState = Literal["ringing", "acknowledged", "answered", "closed"]


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
