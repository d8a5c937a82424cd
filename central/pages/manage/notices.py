"""The record of the one-time notices: how many were given, which of them were second ones, and what was missing."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from central.notices import record
from central.notices.service import listed
from central.pages.drawing import language_of
from central.pages.manage.sections import draw
from central.pages.members import for_members
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.setup.service import describe

router = APIRouter(prefix="/console/setup", include_in_schema=False)

PERIODS = (30, 90, 365)
"""Days; a second notice counts within 90 of them."""


@router.get("/notices")
@reads(None)
@for_members(may("notice.see"))
def setup_notices(unit: UnitOfWork, request: Request, days: str = "", only: str = "") -> Response:
    """``only``: "second" leaves out the others. Days that are none of the periods are the middle one."""
    hall = unit.caller.hall
    chosen = next((each for each in PERIODS if str(each) == days), PERIODS[1])
    sums = listed(unit, hall, chosen)
    rows = record.latest(unit, hall, chosen)
    return draw(
        unit,
        request,
        "notices",
        describe(unit, hall),
        None,
        periods=PERIODS,
        days=chosen,
        only_second=only == "second",
        given=sums.given,
        second=sums.second,
        share=round(100 * sums.second / sums.given) if sums.given else 0,
        by_item=record.by_item(unit, hall, chosen),
        rows=[each for each in rows if each.second or only != "second"],
        more=sums.given > len(rows),
        lang=language_of(request),
    )
