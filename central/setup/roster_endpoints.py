"""Endpoints of the roster's set-up."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from fastapi.concurrency import run_in_threadpool

from central import errors
from central.errors import Invalid
from central.permissions import may
from central.roster.pictures import portrait
from central.roster.schemas import PictureIn, RosterIn
from central.routing import UnitOfWork, api_router, writes
from central.setup import changing, roster
from central.setup.changing import IfMatch
from central.setup.endpoints import refusals
from central.setup.people_endpoints import Uuid
from central.setup.schemas import Changed

router = api_router("set-up", "/halls/{hall}/setup/roster")


async def _portrait(body: PictureIn) -> bytes | Invalid:
    """Before the transaction: a picture takes longer than anything else may wait. What is none is refused after the caller is
    known."""
    try:
        return await run_in_threadpool(portrait, body.picture)
    except Invalid as refusal:
        return refusal


Portrait = Annotated[bytes | Invalid, Depends(_portrait)]


@router.put("/{person}", responses=refusals(errors.StaffUnknown))
@writes(may("staff.change"))
def put_roster(unit: UnitOfWork, hall: str, person: Uuid, body: RosterIn, match: IfMatch = None) -> Changed:
    """When a member of the staff is on duty, and what residents see of them."""
    changing.check_version(unit, hall, match)
    roster.put(unit, hall, person, body)
    return changing.answer(unit, hall)


@router.put("/{person}/picture", responses=refusals(errors.StaffUnknown))
@writes(may("staff.change"))
def put_picture(unit: UnitOfWork, hall: str, person: Uuid, picture: Portrait, match: IfMatch = None) -> Changed:
    """Their picture: JPEG or PNG in base64; cut to 3:4, without what the camera wrote into it."""
    if isinstance(picture, Invalid):
        raise picture
    changing.check_version(unit, hall, match)
    roster.put_picture(unit, hall, person, picture)
    return changing.answer(unit, hall)


@router.delete("/{person}/picture", responses=refusals(errors.StaffUnknown))
@writes(may("staff.change"))
def remove_picture(unit: UnitOfWork, hall: str, person: Uuid, match: IfMatch = None) -> Changed:
    """Takes their picture away."""
    changing.check_version(unit, hall, match)
    roster.put_picture(unit, hall, person, None)
    return changing.answer(unit, hall)
