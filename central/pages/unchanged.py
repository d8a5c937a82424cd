"""A page that is open looks at the service every few seconds, also when it has heard nothing: what it shows already is not drawn
again for that.
"""

from __future__ import annotations

from fastapi import Request, Response

from central.events import repository as events
from central.halls.plan import plan_of
from central.pages.drawing import HEADERS, language_of
from central.unit import Unit


def mark_of(unit: Unit, request: Request) -> str:
    """All that a staff page of the caller's hall is made of: as long as it is the same, so is the page. What has no event (who
    may do what, how long somebody waits) goes by the minute."""
    hall = unit.caller.hall
    plan, (_, last) = plan_of(unit, hall), events.bounds(unit.transaction, hall)
    return f'"{plan.version}-{last}-{int(unit.now.timestamp()) // 60}-{unit.caller.id}-{language_of(request)}"'


def unchanged(request: Request, mark: str) -> Response | None:
    """The answer to who has the page already."""
    if request.headers.get("if-none-match") != mark:
        return None
    return Response(status_code=304, headers={**HEADERS, "ETag": mark})
