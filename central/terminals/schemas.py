"""Bodies of the terminals' endpoints."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

MachineRole = Literal["terminal", "display", "pad"]


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
