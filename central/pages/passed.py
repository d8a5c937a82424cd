"""/console/mandates/relays: one mandate that another hall has passed to this one."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response

from central.mandates import passed, relays
from central.mandates.passed_schemas import Came
from central.mandates.step_schemas import Level
from central.pages.mandates import framed
from central.pages.members import for_members
from central.permissions import may
from central.routing import UnitOfWork, reads

router = APIRouter(prefix="/console", include_in_schema=False)


@router.get("/mandates/relays/{relay}")
@reads(None)
@for_members(may("relay.see"))
def passed_page(unit: UnitOfWork, request: Request, relay: int) -> Response:
    told = passed.described(unit, relay)
    return framed(
        unit,
        request,
        "passed.html",
        relay=told,
        came=[each for each in get_args(Came) if each != "supplement" or not told.asked],
        halls=[each for each in relays.near(unit, unit.caller.hall) if each.id != told.hall],
        levels=get_args(Level),
    )
