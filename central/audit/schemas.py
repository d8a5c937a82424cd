"""Bodies of the audit's endpoint."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict


class EntryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    at: datetime
    actor: str
    action: str
    subject: str


class AuditOut(BaseModel):
    entries: list[EntryOut]
