"""Endpoint of enrolment."""

from __future__ import annotations

from fastapi import APIRouter

from central.errors import CodeSpent, CodeUnknown, documented
from central.routing import UnitOfWork, writes
from central.terminals import service
from central.terminals.schemas import EnrolIn, EnrolOut

router = APIRouter(tags=["terminals"])


@router.post("/enrol", status_code=201, responses=documented(CodeUnknown, CodeSpent))
@writes(None)
def enrol(unit: UnitOfWork, body: EnrolIn) -> EnrolOut:
    """Turns a one-time code into the credential of a machine."""
    return service.enrol(unit, body)
