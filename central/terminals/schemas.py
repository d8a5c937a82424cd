"""Bodies of the terminals' endpoints."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

MachineRole = Literal["terminal", "display", "pad"]


Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]


class PresenceIn(BaseModel):
    version: str = Field(pattern=r"^[A-Za-z0-9.+-]{1,32}$", description="Of the machine's program")
    troubles: dict[Slug, Slug] = Field(default={}, max_length=20, description="What is wrong with a device, by its name")


class PresenceOut(BaseModel):
    seen_at: datetime


class EnrolIn(BaseModel):
    code: str = Field(min_length=1, max_length=40, repr=False)
    name: str | None = Field(default=None, min_length=1, max_length=64)
    """A name for the machine; None keeps the one it was entered with."""


class EnrolOut(BaseModel):
    terminal: str
    role: MachineRole
    hall: str
    window: str | None
    token: str = Field(repr=False)
