"""Endpoints of the self-checks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from central import sheets
from central.downloads import download
from central.errors import documented
from central.halls.plan import plan_of
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes
from central.selfcheck import service, sheet
from central.selfcheck.schemas import RegionOut, SelfCheckIn, SelfCheckOut, SelfChecksOut
from central.sheets import XLSX
from central.wording import Lang

router = api_router("self-checks")

Region = Annotated[str, Query(max_length=200, description="How the codes of the halls' regions begin")]
WORKBOOK = {200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()}


@router.get("/halls/{hall}/self-checks", responses=documented())
@reads(may("selfcheck.run"))
def self_checks(unit: UnitOfWork, hall: str) -> SelfChecksOut:
    """What the service sees now, whether a check is owed, and those that were made."""
    return service.described(unit, hall)


@router.post("/halls/{hall}/self-checks", status_code=201, responses=documented())
@writes(may("selfcheck.run"))
def make_self_check(unit: UnitOfWork, hall: str, body: SelfCheckIn) -> SelfCheckOut:
    """The eight points, as the hall finds them; what the service sees is kept beside them."""
    return service.check(unit, hall, body)


@router.get("/halls/{hall}/self-checks.xlsx", response_class=Response, responses=WORKBOOK)
@reads(may("selfcheck.run"))
def self_checks_xlsx(unit: UnitOfWork, hall: str, lang: Lang = "zh") -> Response:
    """All checks of the hall, point by point."""
    told = sheet.table(service.described(unit, hall).checks, plan_of(unit, hall).zone, lang)
    return download(sheets.as_xlsx({sheet.saying(lang)("figure.title"): told}, sheet.WIDTHS), XLSX, f"self-checks-{hall}.xlsx")


@router.get("/self-checks", responses=documented())
@reads(may("selfcheck.region"))
def region_self_checks(unit: UnitOfWork, region: Region = "") -> RegionOut:
    """How the halls of a region stand: which lack what, which owe a check, which have too few agents."""
    return service.region(unit, region)


@router.get("/self-checks.xlsx", response_class=Response, responses=WORKBOOK)
@reads(may("selfcheck.region"))
def region_self_checks_xlsx(unit: UnitOfWork, region: Region = "", lang: Lang = "zh") -> Response:
    """The same as a workbook."""
    told = {sheet.saying(lang)("figure.region"): sheet.region(service.region(unit, region).halls, lang)}
    return download(sheets.as_xlsx(told, sheet.REGION_WIDTHS), XLSX, "self-checks.xlsx")
