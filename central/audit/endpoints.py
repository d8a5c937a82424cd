"""Endpoint of the audit."""

from __future__ import annotations

from fastapi import APIRouter

from central.audit import repository
from central.audit.schemas import AuditOut, EntryOut
from central.callers import ADMIN, MANAGER
from central.errors import documented
from central.routing import UnitOfWork, reads

router = APIRouter(tags=["audit"])


@router.get("/halls/{hall}/audit", responses=documented())
@reads({ADMIN, MANAGER})
def audit(unit: UnitOfWork, hall: str) -> AuditOut:
    """The latest entries of the hall, newest first."""
    return AuditOut(entries=[EntryOut.model_validate(row) for row in repository.entries(unit.session, hall)])
