"""Endpoints of the mandates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Body, Query, Response

from central import errors, sheets
from central.downloads import download
from central.errors import documented
from central.mandates import ledger, on_file, receiving, service, stepping
from central.mandates.refusals import MandateIncomplete, MandateUnknown, NotOffered, NotTheAgent, SupplementAsked
from central.mandates.schemas import (
    FindIn,
    FoundOut,
    IncompleteOut,
    MandateIn,
    MandateOut,
    MandatesOut,
    OnFileIn,
    OnFileOut,
    PersonOut,
    ProgressOut,
    ReceiptOut,
    SignedIn,
)
from central.mandates.step_schemas import AnyStep
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, reads, writes
from central.sheets import CSV, XLSX
from central.statistics.service import period

router = api_router("mandates")

First = Annotated[date | None, Query(alias="from", description="First day, in the hall's zone; today when left out")]
Last = Annotated[date | None, Query(alias="to", description="Last day, included; not more than 366 days in all")]
Lang = Literal["zh", "en"]


def _step_refusals() -> dict[int | str, dict[str, Any]]:
    """A 409 tells beside its error what is missing."""
    told = documented(MandateUnknown, NotTheAgent, errors.WrongState, SupplementAsked, MandateIncomplete)
    return {**told, 409: {**told[409], "model": IncompleteOut}}


@router.post(
    "/halls/{hall}/mandates",
    status_code=201,
    responses={
        200: {"model": ReceiptOut, "description": "The same request was answered before"},
        **documented(errors.KeyMissing, errors.KeyReused),
    },
)
@writes(may("mandate.make"))
def make_mandate(unit: UnitOfWork, hall: str, body: MandateIn, response: Response, key: RequestKey = None) -> ReceiptOut:
    """Gives a mandate; the answer is the receipt. Sent again with the same key and body it gives the same one."""
    receipt, new = service.make(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return receipt


@router.get("/halls/{hall}/mandates", responses=documented())
@reads(may("mandate.see"))
def mandates(unit: UnitOfWork, hall: str) -> MandatesOut:
    """Everything that is not closed, by its end, and the latest that is; persons with surname and end of the phone."""
    return service.listed(unit, hall)


@router.post("/halls/{hall}/mandates/find", responses=documented(MandateUnknown, errors.TooManyCodes))
@reads(may("mandate.find"))
def find_mandates(unit: UnitOfWork, hall: str, body: FindIn) -> FoundOut:
    """How far it is, for who lays the card or types what stands on the receipt. A POST: addresses are kept in logs."""
    return service.find(unit, hall, body)


@router.post("/halls/{hall}/mandates/on-file", responses=documented())
@reads(may("mandate.on_file"))
def mandate_on_file(unit: UnitOfWork, hall: str, body: OnFileIn) -> OnFileOut:
    """What whoever laid this card need not tell or bring again, if they agree. A POST: addresses are kept in logs."""
    return on_file.told(unit, hall, body)


@router.post(
    "/halls/{hall}/mandates/{mandate}/received",
    responses=documented(MandateUnknown, NotOffered, errors.TooManyCodes),
)
@writes(may("mandate.receive"))
def receive_result(unit: UnitOfWork, hall: str, mandate: str, body: SignedIn) -> ProgressOut:
    """The resident signs on a terminal for the result that lies before them (办结单)."""
    return receiving.receive(unit, hall, mandate, body)


@router.get(
    "/halls/{hall}/mandates.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A table"}, **documented()},
)
@reads(may("mandate.see"))
def ledger_csv(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, lang: Lang = "zh") -> Response:
    """The ledger of some days, with the hall's columns."""
    days = period(unit, hall, first, last)
    table = ledger.of_days(unit, hall, days, lang).table
    return download(sheets.as_csv(table), CSV, f"mandates-{hall}-{days.first}-{days.last}.csv")


@router.get(
    "/halls/{hall}/mandates.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("mandate.see"))
def ledger_xlsx(unit: UnitOfWork, hall: str, first: First = None, last: Last = None, lang: Lang = "zh") -> Response:
    """The same as a workbook."""
    days = period(unit, hall, first, last)
    told = ledger.of_days(unit, hall, days, lang)
    book = sheets.as_xlsx({ledger.sheet_title(told.title): told.table}, ledger.WIDTHS)
    return download(book, XLSX, f"mandates-{hall}-{days.first}-{days.last}.xlsx")


@router.get("/mandates/{mandate}", responses=documented(MandateUnknown))
@reads(may("mandate.see"))
def mandate(unit: UnitOfWork, mandate: str) -> MandateOut:
    """One mandate with its course, and what the caller may do about it now."""
    return service.described(unit, mandate)


@router.get("/mandates/{mandate}/others", responses=documented(MandateUnknown))
@reads(may("mandate.see"))
def mandates_of_person(unit: UnitOfWork, mandate: str) -> MandatesOut:
    """Everything that was done for the same household or enterprise, the latest first."""
    return service.others(unit, mandate)


@router.post("/mandates/{mandate}/holder", responses=documented(MandateUnknown, NotTheAgent))
@writes(may("mandate.holder"))
def mandate_person(unit: UnitOfWork, mandate: str) -> PersonOut:
    """The person in full, what was noted and signed; every look is written down, so it is a POST."""
    return service.reveal(unit, mandate)


@router.post("/mandates/{mandate}/steps", responses=_step_refusals())
@writes(may("mandate.run"), house=True)
def take_step(unit: UnitOfWork, mandate: str, body: Annotated[AnyStep, Body()]) -> MandateOut:
    """Does something about it; ``act`` says what. The answer is the mandate behind it."""
    return stepping.take_step(unit, service.known(unit, mandate), body)
