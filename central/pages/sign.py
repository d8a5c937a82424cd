"""窗口信息指示牌: a small screen at a window that says which one it is, what it does and whom it serves.

It runs in a browser on a machine that is enrolled as a display. The machine shows its one-time code once; its credential then is
a cookie that no script can read and that goes to these pages alone, so it opens nothing else. The address carries no secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from central.callers import DISPLAY
from central.errors import CodeUnknown, NotEnrolled, WindowUnknown
from central.events import repository as events
from central.events.endpoints import LastEventId
from central.events.stream import EventStream, start
from central.halls.plan import HallPlan, WindowPlan, plan_of
from central.pages.drawing import page
from central.pages.members import member
from central.queue import moves
from central.routing import UnitOfWork, reads, writes
from central.security import token_hash
from central.terminals import repository as terminals
from central.terminals import service as machines
from central.terminals.schemas import EnrolIn
from central.unit import Unit

COOKIE = "bangban_sign"
PATH = "/sign"
KEPT_S = 400 * 24 * 3600  # as long as browsers keep a cookie; each look renews it

router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True)
class Sign:
    """``state``: serving, open, paused or closed."""

    label: str
    name: Mapping[str, str]
    lines: tuple[Mapping[str, str], ...]
    state: str
    number: str | None
    paused: str | None


@router.get("/{hall}/{window}")
@reads(None)
def sign(unit: UnitOfWork, request: Request, hall: str, window: str) -> Response:
    """What the screen shows; a machine that isn't known yet is asked for its code."""
    if not _may_look(unit, request, hall):
        return page(request, "sign_in.html", NotEnrolled.status, csrf="", hall=hall, window=window)
    answer = page(request, "sign.html", hall=hall, window=window, sign=_sign(unit, hall, window))
    token = request.cookies.get(COOKIE)
    if token is not None:
        _keep(request, answer, token)
    return answer


@router.get("/{hall}/{window}/events")
@reads(None)
def sign_events(unit: UnitOfWork, request: Request, hall: str, window: str, last_event_id: LastEventId = None) -> Response:
    """The hall's events, for the machine's cookie goes nowhere else."""
    if not _may_look(unit, request, hall):
        raise NotEnrolled("this machine is not enrolled")
    last, missed = start(last_event_id, *events.bounds(unit.transaction, hall))
    return EventStream(unit.context.bell, unit.context.settings, hall, last, missed)


@router.post("/{hall}/{window}/machine")
@writes(None)
def sign_in(unit: UnitOfWork, request: Request, hall: str, window: str, body: EnrolIn) -> Response:
    """Enrols the machine. A code of another kind of machine is refused, and not spent by that."""
    made = machines.enrol(unit, body)
    if made.role != DISPLAY or made.hall != hall:
        raise CodeUnknown("this code belongs to another kind of machine", "code")
    answer = Response(status_code=204)
    _keep(request, answer, made.token)
    return answer


def _may_look(unit: Unit, request: Request, hall: str) -> bool:
    token = request.cookies.get(COOKIE)
    display = None if token is None else terminals.caller_of(unit.transaction, token_hash(token))
    if display is not None and display.role == DISPLAY and display.hall == hall:
        return True
    staff = member(unit)
    return staff is not None and not staff.must_change and staff.hall == hall


def _keep(request: Request, answer: Response, token: str) -> None:
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, max_age=KEPT_S, path=PATH, httponly=True, samesite="strict", secure=secure)


def _sign(unit: Unit, hall: str, window_id: str) -> Sign:
    plan = plan_of(unit, hall)
    window = plan.windows.get(window_id)
    if window is None or not window.active:
        raise WindowUnknown("the hall has no such window", "window")
    serving = moves.served_at(unit, hall, window_id)
    number = None if serving is None else serving[0].number
    return Sign(window.label, window.name, _lines(plan, window), _state(window, number), number, window.paused)


def _lines(plan: HallPlan, window: WindowPlan) -> tuple[Mapping[str, str], ...]:
    return tuple(plan.lines[line].name for line in window.weights if plan.lines[line].active)


def _state(window: WindowPlan, number: str | None) -> str:
    if number is not None:
        return "serving"
    return "closed" if not window.open else "paused" if window.paused else "open"
