"""Endpoints of the notices."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query, Response

from central import errors, sheets
from central.downloads import download
from central.errors import documented
from central.notices import record, service
from central.notices.schemas import NoticeIn, NoticeOut, NoticesOut
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes
from central.sheets import CSV, XLSX

router = api_router("notices")

Days = Annotated[int, Query(ge=1, le=3660)]
Lang = Literal["zh", "en"]


@router.post(
    "/halls/{hall}/notices",
    status_code=201,
    responses={
        200: {"model": NoticeOut, "description": "The same request was answered before"},
        **documented(errors.KeyMissing, errors.KeyReused, errors.GuideUnknown),
    },
)
@writes(may("notice.tell"))
def tell(unit: UnitOfWork, hall: str, body: NoticeIn, response: Response, key: RequestKey = None) -> NoticeOut:
    """Records what a resident was told is missing, by a version of the item's guide."""
    notice, new = service.tell(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return notice


@router.get("/halls/{hall}/notices", responses=documented())
@reads(may("notice.see"))
def notices(unit: UnitOfWork, hall: str, days: Days = 90) -> NoticesOut:
    """The notices of the last days, and how many of them were second ones. Whose they are nobody is told."""
    return service.listed(unit, hall, days)


@router.get(
    "/halls/{hall}/notices.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A table"}, **documented()},
)
@reads(may("notice.see"))
def notices_csv(unit: UnitOfWork, hall: str, days: Days = 90, lang: Lang = "zh") -> Response:
    """All notices of the last days, as a file."""
    return download(sheets.as_csv(record.table(record.latest(unit, hall, days, None), lang)), CSV, f"notices-{hall}.csv")


@router.get(
    "/halls/{hall}/notices.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("notice.see"))
def notices_xlsx(unit: UnitOfWork, hall: str, days: Days = 90, lang: Lang = "zh") -> Response:
    """The same as a workbook."""
    told = record.table(record.latest(unit, hall, days, None), lang)
    return download(sheets.as_xlsx({record.TITLE[lang]: told}, record.WIDTHS), XLSX, f"notices-{hall}.xlsx")
