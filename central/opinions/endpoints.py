"""Endpoints of the opinions."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Query, Response

from central import errors, sheets
from central.downloads import download
from central.errors import documented
from central.halls.plan import plan_of
from central.opinions import record, service
from central.opinions.refusals import NotTheOwner, OpinionUnknown
from central.opinions.schemas import (
    AnswerIn,
    AssignIn,
    CloseIn,
    OpinionIn,
    OpinionPersonOut,
    OpinionReceipt,
    OpinionRow,
    OpinionsOut,
    OpinionStatisticsOut,
)
from central.opinions.words import saying
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes
from central.sheets import CSV, XLSX
from central.statistics.service import period

router = api_router("opinions")

First = Annotated[date | None, Query(alias="from", description="First day, in the hall's zone; today when left out")]
Last = Annotated[date | None, Query(alias="to", description="Last day, included; not more than 366 days in all")]
Lang = Literal["zh", "en"]
STEP_REFUSALS = documented(OpinionUnknown, NotTheOwner, errors.WrongState)


@router.post(
    "/halls/{hall}/opinions",
    status_code=201,
    responses={
        200: {"model": OpinionReceipt, "description": "The same request was answered before"},
        **documented(errors.KeyMissing, errors.KeyReused, NotTheOwner),
    },
)
@writes(may("opinion.tell"))
def tell_opinion(unit: UnitOfWork, hall: str, body: OpinionIn, response: Response, key: RequestKey = None) -> OpinionReceipt:
    """Praise, a suggestion, a complaint or an enquiry, with or without saying who one is."""
    receipt, new = service.tell(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return receipt


@router.get("/halls/{hall}/opinions", responses=documented())
@reads(may("opinion.see"))
def opinions(unit: UnitOfWork, hall: str) -> OpinionsOut:
    """Enquiries; whatever else was told only to who leads the hall, and to the one to whom it was given."""
    return service.listed(unit, hall)


@router.get("/halls/{hall}/opinion-statistics", responses=documented())
@reads(may("opinion.record"))
def opinion_statistics(unit: UnitOfWork, hall: str, first: First = None, last: Last = None) -> OpinionStatisticsOut:
    """How many there were, about what, and how many were answered in time."""
    days = period(unit, hall, first, last)
    return record.statistics(unit, hall, days, record.of_days(unit, hall, days))


@router.get(
    "/halls/{hall}/opinions.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A table"}, **documented()},
)
@reads(may("opinion.record"))
def opinions_csv(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, lang: Lang = "zh") -> Response:
    """The record of some days, without what was said and by whom."""
    days = period(unit, hall, first, last)
    table = record.table(record.of_days(unit, hall, days), plan_of(unit, hall).zone, lang)
    return download(sheets.as_csv(table), CSV, f"opinions-{hall}-{days.first}-{days.last}.csv")


@router.get(
    "/halls/{hall}/opinions.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("opinion.record"))
def opinions_xlsx(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, lang: Lang = "zh") -> Response:
    """The same as a workbook, with the sums."""
    days, say = period(unit, hall, first, last), saying(lang)
    rows = record.of_days(unit, hall, days)
    told = record.statistics(unit, hall, days, rows)
    tables = {
        say("figure.title"): record.table(rows, plan_of(unit, hall).zone, lang),
        say("figure.sums"): record.sums(told, lang),
    }
    return download(sheets.as_xlsx(tables, record.WIDTHS), XLSX, f"opinions-{hall}-{days.first}-{days.last}.xlsx")


@router.post("/opinions/{opinion}/holder", responses=documented(OpinionUnknown, NotTheOwner))
@writes(may("opinion.see"))
def opinion_person(unit: UnitOfWork, opinion: str) -> OpinionPersonOut:
    """What was said, by whom, and the answer; every look is written down, so it is a POST."""
    return service.reveal(unit, opinion)


@router.post("/opinions/{opinion}/assign", responses=STEP_REFUSALS)
@writes(may("opinion.run"))
def assign_opinion(unit: UnitOfWork, opinion: str, body: AssignIn) -> OpinionRow:
    """Somebody answers for it from now on."""
    return service.assign(unit, opinion, body.staff)


@router.post("/opinions/{opinion}/answer", responses=STEP_REFUSALS)
@writes(may("opinion.run"))
def answer_opinion(unit: UnitOfWork, opinion: str, body: AnswerIn) -> OpinionRow:
    """What came of it; again to put it better."""
    return service.answer(unit, opinion, body)


@router.post("/opinions/{opinion}/close", responses=STEP_REFUSALS)
@writes(may("opinion.run"))
def close_opinion(unit: UnitOfWork, opinion: str, body: CloseIn) -> OpinionRow:
    """The answer was told to whoever is owed it, or nobody can be told."""
    return service.close(unit, opinion, body.reply)
