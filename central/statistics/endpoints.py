"""Endpoints of the statistics. There is none by member of the staff: these figures are about the hall, not about people."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Query, Response

from central.downloads import download
from central.errors import documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads
from central.sheets import CSV, XLSX
from central.statistics import service, sheets
from central.statistics.figures import By
from central.statistics.schemas import StatisticsOut

router = api_router("statistics")

BYS: tuple[By, ...] = ("line", "window", "hour", "day", "priority")

First = Annotated[date | None, Query(alias="from", description="First day, in the hall's zone; today when left out")]
Last = Annotated[date | None, Query(alias="to", description="Last day, included; not more than 366 days in all")]
Lang = Literal["zh", "en"]


@router.get("/halls/{hall}/statistics", responses=documented())
@reads(may("statistics.see"))
def statistics(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, by: By = "line") -> StatisticsOut:
    """Waiting, service and no-shows of some days."""
    return service.statistics(unit, hall, service.period(unit, hall, first, last), by)[0]


@router.get(
    "/halls/{hall}/statistics.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A table"}, **documented()},
)
@reads(may("statistics.see"))
def statistics_csv(
    unit: UnitOfWork, hall: str, first: First = None, last: Last = None, by: By = "line", lang: Lang = "zh"
) -> Response:
    """The same as a file."""
    days = service.period(unit, hall, first, last)
    told = service.statistics(unit, hall, days, by)[0]
    return download(sheets.as_csv(told, lang), CSV, f"statistics-{hall}-{days.first}-{days.last}-{by}.csv")


@router.get(
    "/halls/{hall}/statistics.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("statistics.see"))
def statistics_xlsx(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, lang: Lang = "zh") -> Response:
    """A workbook with a sheet for each way of counting."""
    days = service.period(unit, hall, first, last)
    book = sheets.as_xlsx(service.statistics(unit, hall, days, *BYS), lang)
    return download(book, XLSX, f"statistics-{hall}-{days.first}-{days.last}.xlsx")
