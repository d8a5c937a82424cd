"""Endpoints of the proposals."""

from __future__ import annotations

from fastapi import Response

from central import errors, sheets
from central.downloads import download
from central.errors import documented
from central.halls.plan import plan_of
from central.permissions import may
from central.proposals import service, sheet
from central.proposals.refusals import ProposalUnknown
from central.proposals.schemas import CameIn, ProposalAnswerIn, ProposalIn, ProposalOut, ProposalsOut
from central.routing import UnitOfWork, api_router, reads, writes
from central.sheets import XLSX
from central.wording import Lang

router = api_router("proposals")

REFUSALS = documented(ProposalUnknown, errors.WrongState)


@router.post("/halls/{hall}/proposals", status_code=201, responses=documented())
@writes(may("proposal.make"))
def make_proposal(unit: UnitOfWork, hall: str, body: ProposalIn) -> ProposalOut:
    """Something that the hall could do better, by who works there."""
    return service.make(unit, hall, body)


@router.get("/halls/{hall}/proposals", responses=documented())
@reads(may("proposal.make"))
def proposals(unit: UnitOfWork, hall: str) -> ProposalsOut:
    """All of them, with their answers: everybody of the hall sees what became of each."""
    return service.listed(unit, hall)


@router.get(
    "/halls/{hall}/proposals.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("proposal.answer"))
def proposals_xlsx(unit: UnitOfWork, hall: str, lang: Lang = "zh") -> Response:
    """The same as a workbook."""
    told = sheet.table(service.listed(unit, hall).proposals, plan_of(unit, hall).zone, lang)
    return download(sheets.as_xlsx({sheet.saying(lang)("figure.title"): told}, sheet.WIDTHS), XLSX, f"proposals-{hall}.xlsx")


@router.post("/proposals/{proposal}/answer", responses=REFUSALS)
@writes(may("proposal.answer"))
def answer_proposal(unit: UnitOfWork, proposal: str, body: ProposalAnswerIn) -> ProposalOut:
    """Adopted, with the day by which it is carried out, or not, and why."""
    return service.answer(unit, proposal, body)


@router.post("/proposals/{proposal}/came", responses=REFUSALS)
@writes(may("proposal.answer"))
def proposal_came(unit: UnitOfWork, proposal: str, body: CameIn) -> ProposalOut:
    """What came of one that was adopted."""
    return service.carried_out(unit, proposal, body.words)
