"""/console/knowledge: what the staff look up while somebody asks; and what they propose to do better."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from central.catalogue import repository as catalogue
from central.halls import service as halls
from central.halls.plan import plan_of
from central.knowledge import repository
from central.knowledge import service as known
from central.opinions import repository as opinions
from central.pages.drawing import language_of
from central.pages.members import for_members, staff_page
from central.permissions import may
from central.proposals import service as proposals
from central.proposals import sheet
from central.proposals.rules import ABOUT, VERDICTS
from central.routing import UnitOfWork, reads
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)


@router.get("/knowledge")
@reads(None)
@for_members(may("knowledge.read"))
def knowledge_page(
    unit: UnitOfWork, request: Request, q: str = "", enquiry: Annotated[str, Query(alias="from")] = ""
) -> Response:
    """``from``: an enquiry whose answer is to be taken into the base."""
    keeps = unit.caller.role in may("knowledge.keep")
    typed = q.strip()[:100]
    return _page(
        unit,
        request,
        "knowledge.html",
        typed=typed,
        found=known.find(unit, unit.caller.hall, typed),
        keeps=keeps,
        enquiry=_number_of(unit, enquiry) if keeps else None,
        enquiry_id=enquiry,
    )


@router.get("/knowledge/proposals")
@reads(None)
@for_members(may("proposal.make"))
def proposals_page(unit: UnitOfWork, request: Request) -> Response:
    rows = proposals.listed(unit, unit.caller.hall).proposals
    return _page(
        unit,
        request,
        "proposals.html",
        rows=rows,
        late=sum(row.urgency == "late" for row in rows),
        answers=unit.caller.role in may("proposal.answer"),
        said=sheet.saying(language_of(request)),
        about=ABOUT,
        verdicts=VERDICTS,
        today=halls.today(unit, unit.caller.hall),
    )


def _number_of(unit: Unit, enquiry: str) -> str | None:
    """Of an enquiry of the hall that is not in the base yet; its words are asked for when somebody wants them."""
    opinion = opinions.by_id(unit.session, enquiry) if enquiry else None
    if opinion is None or opinion.hall_id != unit.caller.hall or opinion.kind != "enquiry":
        return None
    return None if opinion.id in repository.taken(unit.session, opinion.hall_id) else opinion.number


def _page(unit: Unit, request: Request, template: str, **values: Any) -> Response:
    plan, items = plan_of(unit, unit.caller.hall), catalogue.items(unit.session, unit.caller.hall)
    return staff_page(unit, request, template, local=plan.local, items=items, lang=language_of(request), **values)
