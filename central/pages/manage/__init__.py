"""The pages on which a hall's manager sets it up: a page for each section, each with a list and the form of one thing."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from central.pages.drawing import go
from central.pages.manage import guide_form, guides, notices, past, people, roster, ruling, selfcheck, things, times, training
from central.pages.manage.sections import LEADERS, SECTIONS
from central.pages.members import for_members
from central.routing import UnitOfWork, reads

PARTS = (things, times, people, roster, ruling, guides, guide_form, notices, selfcheck, training, past)

router = APIRouter(include_in_schema=False)


@router.get("/console/setup")
@reads(None)
@for_members(LEADERS)
def setup_page(unit: UnitOfWork, request: Request) -> Response:
    return go(request, f"setup_{SECTIONS[0]}")
