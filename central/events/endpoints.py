"""Endpoint of the event stream."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header, Response

from central.errors import documented
from central.events import repository
from central.events.stream import EventStream, start
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads

router = api_router("events")
LastEventId = Annotated[str | None, Header(alias="Last-Event-ID")]


@router.get(
    "/halls/{hall}/events",
    status_code=200,
    response_class=Response,  # of the stream alone: refusals are JSON
    responses={200: {"content": {"text/event-stream": {}}, "description": "Events, without end"}, **documented()},
)
@reads(may("hall.see"))
def events(unit: UnitOfWork, hall: str, last_event_id: LastEventId = None) -> EventStream:
    """What happens in the hall, as it happens; `Last-Event-ID` continues where a broken stream ended."""
    last, missed = start(last_event_id, *repository.bounds(unit.transaction, hall))
    return EventStream(unit.context.bell, unit.context.settings, hall, last, missed)
