"""Endpoint of the audit."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from central.audit import service
from central.audit.schemas import AuditOut
from central.errors import documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads

router = api_router("audit")

Limit = Annotated[int, Query(ge=1, le=500)]
EntryId = Annotated[int | None, Query(ge=1, le=2**63 - 1, description="Go on behind this entry")]
Action = Annotated[str | None, Query(pattern=r"^[a-z_.-]{1,40}$", description="Such as staff.login, or staff for all of them")]
Actor = Annotated[str | None, Query(pattern=r"^(service|(staff|terminal):[0-9a-fA-F-]{1,36})$")]


@router.get("/halls/{hall}/audit", responses=documented())
@reads(may("audit.see"))
def audit(
    unit: UnitOfWork, hall: str, limit: Limit = 100, before: EntryId = None, action: Action = None, actor: Actor = None
) -> AuditOut:
    """Who did what to what, newest first."""
    return service.page(unit, hall, limit, before, action, actor)
