"""Endpoint of the event stream."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import StreamingResponse

from central.callers import ENROLLED
from central.errors import documented
from central.events import repository
from central.events.stream import start, stream
from central.routing import UnitOfWork, reads

router = APIRouter(tags=["events"])
LastEventId = Annotated[str | None, Header(alias="Last-Event-ID")]


@router.get(
    "/halls/{hall}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "Events, without end"}, **documented()},
)
@reads(ENROLLED)
def events(unit: UnitOfWork, hall: str, last_event_id: LastEventId = None) -> StreamingResponse:
    """What happens in the hall, as it happens; `Last-Event-ID` continues where a broken stream ended."""
    last, missed = start(last_event_id, *repository.bounds(unit.session))
    return StreamingResponse(
        stream(unit.context, hall, last, missed),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )
