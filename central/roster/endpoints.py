"""Endpoints of the roster: whom the hall shows, and their pictures."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path, Response

from central import sheets
from central.downloads import download
from central.errors import PictureUnknown, documented
from central.permissions import may
from central.roster import agents, service
from central.roster.schemas import RosterOut
from central.routing import UnitOfWork, api_router, reads
from central.sheets import XLSX

router = api_router("roster")

Person = Annotated[str, Path(pattern=r"^[0-9a-f-]{36}$")]
JPEG = "image/jpeg"


@router.get("/halls/{hall}/roster", responses=documented())
@reads(may("hall.see"))
def roster(unit: UnitOfWork, hall: str) -> RosterOut:
    """The staff on show: name, post, duty, telephone, hours, items."""
    return service.on_show(unit, hall)


@router.get(
    "/halls/{hall}/roster/{person}/picture",
    response_class=Response,
    responses={200: {"content": {JPEG: {}}, "description": "A portrait, 3:4"}, **documented(PictureUnknown)},
)
@reads(may("hall.see"))
def picture(unit: UnitOfWork, hall: str, person: Person) -> Response:
    """Its mark comes as the ETag; a picture asked for with another mark is another address, so it may be kept."""
    data, mark = service.picture(unit, hall, person)
    headers = {"ETag": f'"{mark}"', "Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
    return Response(data, media_type=JPEG, headers=headers)


@router.get(
    "/halls/{hall}/agents.xlsx",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook"}, **documented()},
)
@reads(may("setup.see"))
def agents_xlsx(unit: UnitOfWork, hall: str, lang: Literal["zh", "en"] = "zh") -> Response:
    """The agents, and whether there are as many as the plans ask for."""
    told = {agents.saying(lang)("agent.title"): agents.table(unit, hall, lang)}
    return download(sheets.as_xlsx(told, agents.WIDTHS), XLSX, f"agents-{hall}.xlsx")
