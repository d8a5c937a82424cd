"""Bodies of the history's endpoint."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field


class HappenedOut(BaseModel):
    at: datetime
    what: Literal["issued", "called", "closed", "window", "audit"]
    number: str | None = Field(default=None, description="Of the ticket")
    ticket: str | None = Field(default=None, description="Id of the ticket")
    window: str | None = Field(default=None, description="Id of the window")
    how: str = Field(
        description="called: why it was next; closed: the outcome; window: opened, closed, paused, resumed; audit: the action"
    )
    subject: str | None = Field(default=None, description="audit: what it was done to")
    cause: str | None = Field(default=None, description="window: staff, tidal, day_end or why it paused")
    fields: list[str] = Field(default=[], description="audit: names of what was changed")
    recalls: int | None = Field(default=None, description="closed: how often it was called again")
    waiting: int | None = Field(default=None, description="window: tickets that waited then")
    actor: str | None = Field(default=None, description="staff:<id>, terminal:<id> or service")
    actor_name: str | None = None


class HistoryOut(BaseModel):
    happened: list[HappenedOut] = Field(description="Newest first")
    before: datetime | None = Field(description="To be asked for to see what was earlier; None: that is all")
