"""The window console: signing in, the initial password, choosing a window, working at it.

These pages only show. What a clerk does goes to the API, whose answer and events make the page look again.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from central.credentials import COOKIE, csrf_token
from central.halls import service as halls
from central.pages.board import board, cards
from central.pages.drawing import go, page
from central.pages.members import for_members, member, staff_page
from central.pages.unchanged import mark_of, unchanged
from central.routing import UnitOfWork, reads
from central.staff.service import SHORTEST_PASSWORD

router = APIRouter(prefix="/console", include_in_schema=False)


@router.get("/")
@reads(None)
def console(unit: UnitOfWork, request: Request) -> Response:
    return go(request, "choose_window")


@router.get("/login")
@reads(None)
def login(unit: UnitOfWork, request: Request, changed: bool = False) -> Response:
    """``changed``: the password was just changed, and the session ended with that."""
    if member(unit) is not None:
        return go(request, "choose_window")
    return page(request, "login.html", csrf="", changed=changed)


@router.get("/password")
@reads(None)
def password(unit: UnitOfWork, request: Request) -> Response:
    caller = member(unit)
    if caller is None:
        return go(request, "login")
    csrf = csrf_token(unit.vault, request.cookies.get(COOKIE, ""))
    return page(request, "password.html", csrf=csrf, staff=caller, shortest=SHORTEST_PASSWORD)


@router.get("/windows")
@reads(None)
@for_members()
def choose_window(unit: UnitOfWork, request: Request) -> Response:
    hall = halls.describe(unit, unit.caller.hall)
    return staff_page(unit, request, "windows.html", hall=hall, windows=cards(unit, hall))


@router.get("/windows/{window}")
@reads(None)
@for_members()
def work(unit: UnitOfWork, request: Request, window: str) -> Response:
    mark = mark_of(unit, request)
    same = unchanged(request, mark)
    if same is not None:
        return same
    hall = halls.describe(unit, unit.caller.hall)
    if not unit.caller.may_work_at(window) or all(each.id != window for each in hall.windows):
        return go(request, "choose_window")
    answer = staff_page(unit, request, "window.html", hall=hall, board=board(unit, hall, window))
    answer.headers["ETag"] = mark
    return answer


def refused(request: Request, status: int) -> Response:
    """A refusal outside the API is a page too, and so is an address at which there is none."""
    return page(request, "refused.html", status, csrf="")
