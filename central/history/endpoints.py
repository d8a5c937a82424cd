"""Endpoint of the history."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import AwareDatetime

from central import errors
from central.errors import documented
from central.history import service
from central.history.schemas import HistoryOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads
from central.setup.fields import ID_FORM

router = api_router("history")

Day = Annotated[date | None, Query(ge=date(2000, 1, 1), le=date(2999, 12, 30), description="The hall's own; left out: today")]
Number = Annotated[str | None, Query(pattern=r"^[A-Za-z]{1,2}[0-9]{1,6}$", description="Of one ticket, such as A023")]
WindowId = Annotated[str | None, Query(pattern=ID_FORM)]
Before = Annotated[AwareDatetime | None, Query(description="Only what was earlier")]
Limit = Annotated[int, Query(ge=10, le=500)]


@router.get("/halls/{hall}/history", responses=documented(errors.TicketUnknown, errors.WindowUnknown))
@reads(may("history.see"))
def history(
    unit: UnitOfWork,
    hall: str,
    day: Day = None,
    ticket: Number = None,
    window: WindowId = None,
    before: Before = None,
    limit: Limit = 200,
) -> HistoryOut:
    """Who called whom, what was changed and which windows were open on a day: newest first."""
    return service.of_day(unit, hall, day, ticket, window, before, limit)
