"""The window console: signing in, the initial password, choosing a window, working at it.

These pages only show. What a clerk does goes to the API, whose answer and events make the page look again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import APIRouter, Request, Response

from central.callers import STAFF, Caller
from central.credentials import COOKIE, csrf_token
from central.errors import Refusal
from central.halls import service as halls
from central.pages.board import board, cards, help_rows, moment
from central.pages.drawing import go, page
from central.routing import UnitOfWork, reads
from central.staff.service import SHORTEST_PASSWORD
from central.unit import Unit

router = APIRouter(prefix="/console", include_in_schema=False)


@router.get("/")
@reads(None)
def console(unit: UnitOfWork, request: Request) -> Response:
    return go(request, "choose_window")


@router.get("/login")
@reads(None)
def login(unit: UnitOfWork, request: Request, changed: bool = False) -> Response:
    """``changed``: the password was just changed, and the session ended with that."""
    if _member(unit) is not None:
        return go(request, "choose_window")
    return page(request, "login.html", csrf="", now=moment(unit.now), changed=changed)


@router.get("/password")
@reads(None)
def password(unit: UnitOfWork, request: Request) -> Response:
    if _member(unit) is None:
        return go(request, "login")
    return page(request, "password.html", **_common(unit, request), shortest=SHORTEST_PASSWORD)


def _for_members(draw: Callable[..., Response]) -> Callable[..., Response]:
    """Anybody else is shown the way in."""

    @wraps(draw)
    def drawn(unit: UnitOfWork, request: Request, **values: Any) -> Response:
        member = _member(unit)
        if member is None:
            return go(request, "login")
        return go(request, "password") if member.must_change else draw(unit=unit, request=request, **values)

    return drawn


@router.get("/windows")
@reads(None)
@_for_members
def choose_window(unit: UnitOfWork, request: Request) -> Response:
    hall = halls.describe(unit, unit.caller.hall)
    windows = cards(hall, unit.caller)
    return page(request, "windows.html", **_common(unit, request), hall=hall, windows=windows, calls=help_rows(unit, hall))


@router.get("/windows/{window}")
@reads(None)
@_for_members
def work(unit: UnitOfWork, request: Request, window: str) -> Response:
    hall = halls.describe(unit, unit.caller.hall)
    at = next((each for each in hall.windows if each.id == window and unit.caller.may_work_at(window)), None)
    if at is None:
        return go(request, "choose_window")
    shown = board(unit, hall, at)
    return page(request, "window.html", **_common(unit, request), hall=hall, board=shown, calls=help_rows(unit, hall))


def refused(request: Request, refusal: Refusal) -> Response:
    """A refusal outside the API is a page too."""
    return page(request, "refused.html", refusal.status)


def _member(unit: Unit) -> Caller | None:
    caller = unit.known_caller
    return caller if caller is not None and caller.role in STAFF else None


def _common(unit: Unit, request: Request) -> dict[str, Any]:
    csrf = csrf_token(unit.vault, request.cookies.get(COOKIE, ""))
    return {"csrf": csrf, "now": moment(unit.now), "staff": unit.caller}
