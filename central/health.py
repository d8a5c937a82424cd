"""Endpoint for whoever watches over the service."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal

from pydantic import BaseModel
from sqlalchemy import text

from central.routing import UnitOfWork, api_router, reads

router = api_router("health")


class HealthOut(BaseModel):
    status: Literal["ok"]
    version: str
    database: Literal["ok"]


@router.get("/health")
@reads(None)
def health(unit: UnitOfWork) -> HealthOut:
    """Answers when the service runs and its database can be read."""
    unit.session.execute(text("SELECT 1 FROM key_mark"))
    return HealthOut(status="ok", version=version("bangban"), database="ok")
