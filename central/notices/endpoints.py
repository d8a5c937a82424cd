"""Endpoints of the notices."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from central import errors
from central.errors import documented
from central.notices import service
from central.notices.schemas import NoticeIn, NoticeOut, NoticesOut
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, checked_key, reads, writes

router = APIRouter(tags=["notices"])


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
def notices(unit: UnitOfWork, hall: str, days: Annotated[int, Query(ge=1, le=3660)] = 90) -> NoticesOut:
    """The notices of the last days, and how many of them were second ones. Whose they are nobody is told."""
    return service.listed(unit, hall, days)
