"""The frame of every staff page: who may see it, and what stands on all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import Request, Response

from central.callers import STAFF, Caller
from central.credentials import COOKIE, csrf_token
from central.halls import service as halls
from central.pages.calls import calls_of
from central.pages.drawing import go, page
from central.pages.moments import stamped
from central.pages.navigation import links
from central.permissions import LEADERS
from central.unit import Unit

Draw = Callable[..., Response]


def member(unit: Unit) -> Caller | None:
    """The member of the staff who looks; None for anybody else."""
    caller = unit.known_caller
    return caller if caller is not None and caller.role in STAFF else None


def for_members(roles: frozenset[str] = STAFF) -> Callable[[Draw], Draw]:
    """Stands below ``@reads(None)``. Strangers are shown the way in, members of other roles their own first page."""

    def guard(draw: Draw) -> Draw:
        @wraps(draw)
        def drawn(unit: Unit, request: Request, **values: Any) -> Response:
            caller = member(unit)
            if caller is None:
                return go(request, "login")
            if caller.must_change:
                return go(request, "password")
            return draw(unit=unit, request=request, **values) if caller.role in roles else go(request, "choose_window")

        return drawn

    return guard


def staff_page(unit: Unit, request: Request, template: str, **values: Any) -> Response:
    """A page that extends ``console.html``. ``hall`` and the calls for help are there by themselves."""
    frame: dict[str, Any] = {
        "csrf": csrf_token(unit.vault, request.cookies.get(COOKIE, "")),
        "now": stamped(unit.now),
        "staff": unit.caller,
        "leads": unit.caller.role in LEADERS,
        "links": links(request, unit.caller),
        "calls": calls_of(unit, unit.caller.hall),
    }
    hall = values.pop("hall", None) or halls.describe(unit, unit.caller.hall)
    return page(request, template, hall=hall, **frame, **values)
