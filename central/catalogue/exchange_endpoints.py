"""Endpoints of a whole catalogue: carried away, brought in, looked over."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import Query, Response

from central.catalogue import exporting, importing, lint
from central.catalogue.files import as_json
from central.catalogue.schemas import BroughtOut, FindingsOut
from central.catalogue.uploads import FORM, XLSX, Uploaded
from central.catalogue.workbook import as_xlsx
from central.downloads import download
from central.errors import CatalogueRefused, documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("guides", "/halls/{hall}")

From = Annotated[date | None, Query(alias="from", description="From when on the guides are in force that don't say; today")]
Trial = Annotated[bool, Query(description="Only says what would become of it")]


@router.get(
    "/catalogue.json",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}, "description": "Items and guides"}, **documented()},
)
@reads(may("guide.publish"))
def catalogue_json(unit: UnitOfWork, hall: str) -> Response:
    """The items and the guides that are in force, as JSON."""
    return download(as_json(exporting.entries(unit, hall)), "application/json", f"catalogue-{hall}.json")


@router.get(
    "/catalogue.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("guide.publish"))
def catalogue_xlsx(unit: UnitOfWork, hall: str) -> Response:
    """The same as a workbook."""
    return download(as_xlsx(exporting.entries(unit, hall)), XLSX, f"catalogue-{hall}.xlsx")


@router.post("/catalogue", responses=documented(CatalogueRefused), openapi_extra=FORM)
@writes(may("guide.publish"))
def bring_in(unit: UnitOfWork, hall: str, file: Uploaded, day: From = None, trial: Trial = False) -> BroughtOut:
    """All of a catalogue, or nothing of it and every mistake. What is not in it stays as it is."""
    return BroughtOut(**asdict(importing.bring_in(unit, hall, file, day, trial)))


@router.get("/catalogue/lint", responses=documented())
@reads(may("guide.publish"))
def look_over(unit: UnitOfWork, hall: str) -> FindingsOut:
    """Guides with holes, and elements that other halls tell otherwise."""
    return FindingsOut(findings=lint.of_hall(unit, hall))
