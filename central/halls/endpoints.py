"""Endpoint of the hall."""

from __future__ import annotations

from central.errors import documented
from central.halls import service
from central.halls.schemas import HallOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads

router = api_router("halls")


@router.get("/halls/{hall}", responses=documented())
@reads(may("hall.see"))
def hall(unit: UnitOfWork, hall: str) -> HallOut:
    """The hall with its lines, priority classes and windows as they are now."""
    return service.describe(unit, hall)
