"""A page that is open looks at the service every few seconds, also when it has heard nothing: what it shows already is not drawn
again for that.
"""

from __future__ import annotations

import hashlib

from fastapi import Request, Response

from central.events import repository as events
from central.halls.plan import HallPlan, plan_of
from central.pages.drawing import HEADERS, language_of
from central.queue import moves
from central.roster.service import duty_now
from central.unit import Unit


def mark_of(unit: Unit, request: Request) -> str:
    """Of all that this staff page of the caller's hall is made of: as long as it is the same, so is the page. All changes have an
    event, but those that the clock makes."""
    plan = plan_of(unit, unit.caller.hall)
    _, last = events.bounds(unit.transaction, plan.id)
    whose = (unit.caller.id, unit.caller.role, sorted(unit.caller.windows), language_of(request))
    parts = (request.url.path, plan.version, last, whose, _by_the_clock(unit, plan))
    return f'"{hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'


def _by_the_clock(unit: Unit, plan: HallPlan) -> tuple[object, ...]:
    local = plan.local(unit.now)
    minute = int(unit.now.timestamp()) // 60 if moves.anybody_waits(unit, plan.id, local.date()) else None
    return local.date(), minute, tuple(plan.is_open(line, local) for line in plan.lines), repr(duty_now(unit, plan))


def unchanged(request: Request, mark: str) -> Response | None:
    """The answer to who has the page already."""
    if request.headers.get("if-none-match") != mark:
        return None
    return Response(status_code=304, headers={**HEADERS, "ETag": mark})
