"""“八有”自查: the hall's own look at itself, those that were made, and how all halls stand."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from central.halls.plan import plan_of
from central.pages.drawing import go, language_of
from central.pages.manage.sections import Chosen, draw
from central.pages.members import for_members
from central.permissions import may
from central.routing import UnitOfWork, reads
from central.selfcheck import service, sheet
from central.selfcheck.points import POINTS
from central.setup.service import describe
from central.unit import Unit

router = APIRouter(prefix="/console/setup", include_in_schema=False)


@router.get("/selfcheck")
@reads(None)
@for_members(may("selfcheck.run"))
def setup_selfcheck(unit: UnitOfWork, request: Request, of: str = "") -> Response:
    """``of``: a check that was made, or "last"; anything else is the form for another."""
    told = service.described(unit, unit.caller.hall)
    chosen = next((each for each in told.checks if of in (each.id, "last")), None)
    form = Chosen("" if chosen is None else chosen.id, {"points": POINTS})
    return _page(unit, request, "selfcheck", form, told=told, check=chosen)


@router.get("/selfcheck/{check}/print")
@reads(None)
@for_members(may("selfcheck.run"))
def selfcheck_print(unit: UnitOfWork, request: Request, check: str) -> Response:
    """One check for the browser's print; what is not there leads back to the list."""
    checks = service.described(unit, unit.caller.hall).checks
    chosen = next((each for each in checks if each.id == check), None)
    if chosen is None:
        return go(request, "setup_selfcheck")
    return _page(unit, request, "selfcheck_print", None, check=chosen)


@router.get("/selfcheck/region")
@reads(None)
@for_members(may("selfcheck.region"))
def selfcheck_region(unit: UnitOfWork, request: Request, region: str = "") -> Response:
    halls = service.region(unit, region.strip()).halls
    return _page(unit, request, "selfcheck_region", None, region=region.strip(), halls=halls)


def _page(unit: Unit, request: Request, template: str, chosen: Chosen | None, **values: Any) -> Response:
    """``said``: a point or a due in words; ``sentence``: what the service sees of a point."""
    lang, plan = language_of(request), plan_of(unit, unit.caller.hall)
    words: dict[str, Any] = {"said": sheet.saying(lang), "sentence": sheet.sentence, "local": plan.local, "points": POINTS}
    setup = describe(unit, unit.caller.hall)
    return draw(unit, request, "selfcheck", setup, chosen, template, lang=lang, **words, **values)
