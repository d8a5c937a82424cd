"""Bodies of the help calls' endpoints."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

HelpState = Literal["ringing", "answered", "closed"]


class HelpIn(BaseModel):
    doing: str = Field(pattern=r"^[a-z_.]{1,40}$", description="Name of the screen it was rung from")


class AnswerIn(BaseModel):
    minutes: int | None = Field(default=None, ge=0, le=120, description="How soon the helper comes")


class HelpOut(BaseModel):
    id: str
    state: HelpState
