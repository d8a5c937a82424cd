"""Endpoints of the help calls."""

from __future__ import annotations

from fastapi import Response

from central import errors
from central.errors import documented
from central.help import service
from central.help.schemas import AnswerIn, HelpIn, HelpOut
from central.permissions import may
from central.routing import RequestKey, UnitOfWork, api_router, checked_key, writes

router = api_router("help")


@router.post(
    "/halls/{hall}/help",
    status_code=201,
    responses={
        200: {"model": HelpOut, "description": "The same request was answered before"},
        **documented(errors.KeyMissing, errors.KeyReused),
    },
)
@writes(may("help.ring"))
def ring(unit: UnitOfWork, hall: str, body: HelpIn, response: Response, key: RequestKey = None) -> HelpOut:
    """Rings for a helper, where the machine stands or where a member of the staff says."""
    call, new = service.ring(unit, hall, checked_key(key), body)
    response.status_code = 201 if new else 200
    return call


@router.post("/help/{call}/acknowledge", responses=documented(errors.HelpUnknown, errors.WrongState))
@writes(may("help.answer"))
def acknowledge(unit: UnitOfWork, call: str) -> HelpOut:
    """A member of the staff has seen it and looks after it."""
    return service.acknowledge(unit, call)


@router.post("/help/{call}/answer", responses=documented(errors.HelpUnknown, errors.WrongState))
@writes(may("help.answer"))
def answer(unit: UnitOfWork, call: str, body: AnswerIn) -> HelpOut:
    """A helper says that they are coming."""
    return service.answer(unit, call, body.minutes)


@router.post("/help/{call}/close", responses=documented(errors.HelpUnknown))
@writes(may("help.close"))
def close(unit: UnitOfWork, call: str) -> HelpOut:
    """The resident has been helped, or needs no help any more."""
    return service.close(unit, call)
