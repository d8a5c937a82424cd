"""Bodies of the audit's endpoint."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field


class EntryOut(BaseModel):
    id: int
    at: datetime
    actor: str = Field(description="staff:<id>, terminal:<id> or service")
    actor_name: str | None
    action: str
    subject: str
    fields: list[str] = Field(description="Names of what was changed")


class AuditOut(BaseModel):
    entries: list[EntryOut]
    before: int | None = Field(description="To be asked for to see older entries; None: there are none")
