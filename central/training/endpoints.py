"""Endpoints of the trainings."""

from __future__ import annotations

from fastapi import Response

from central import sheets
from central.downloads import download
from central.errors import documented
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes
from central.sheets import XLSX
from central.training import service, sheet
from central.training.refusals import TrainingUnknown
from central.training.schemas import TrainingIn, TrainingOut, TrainingsOut
from central.wording import Lang

router = api_router("trainings")


@router.get("/halls/{hall}/trainings", responses=documented())
@reads(may("training.keep"))
def trainings(unit: UnitOfWork, hall: str) -> TrainingsOut:
    """What was held, and who is owed a training."""
    return service.described(unit, hall)


@router.post("/halls/{hall}/trainings", status_code=201, responses=documented())
@writes(may("training.keep"))
def enter_training(unit: UnitOfWork, hall: str, body: TrainingIn) -> TrainingOut:
    """One that was held, with those who were there."""
    return service.enter(unit, hall, body)


@router.get(
    "/halls/{hall}/trainings.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("training.keep"))
def trainings_xlsx(unit: UnitOfWork, hall: str, lang: Lang = "zh") -> Response:
    """All trainings, and how each member of the staff stands."""
    told = sheet.tables(service.described(unit, hall), lang)
    return download(sheets.as_xlsx(told, sheet.WIDTHS), XLSX, f"trainings-{hall}.xlsx")


@router.put("/trainings/{training}", responses=documented(TrainingUnknown))
@writes(may("training.keep"))
def correct_training(unit: UnitOfWork, training: str, body: TrainingIn) -> TrainingOut:
    """In place of what was entered."""
    return service.correct(unit, training, body)


@router.delete("/trainings/{training}", status_code=204, responses=documented(TrainingUnknown))
@writes(may("training.keep"))
def remove_training(unit: UnitOfWork, training: str) -> None:
    """One that was entered by mistake."""
    service.remove(unit, training)
