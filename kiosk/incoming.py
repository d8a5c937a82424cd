"""What the service tells by itself, as events of the flows."""

from __future__ import annotations

from typing import Any

from kiosk.events import Event, HallKnown, HallLost, HelpAnswered, HelpPlaced, RatingAsked, TicketCalled
from kiosk.hall.fields import Misread
from kiosk.hall.news import Called, Finished, HallIs, HelperIs, News, ServiceAway
from kiosk.hall.outbox import Kind, Waiting
from kiosk.hall.wire import text_of


def event_of(news: News) -> Event:
    match news:
        case HallIs(hall):
            return HallKnown(hall)
        case ServiceAway(why):
            return HallLost(why)
        case Called(call):
            return TicketCalled(call)
        case Finished(ticket_id, number, window_id):
            return RatingAsked(ticket_id, number, window_id)
        case HelperIs(helper):
            return HelpAnswered(helper)


def event_of_delivery(waiting: Waiting, data: Any) -> Event | None:
    """A call for a helper that waited on the disk has reached the service; nobody waits for the rest."""
    if waiting.kind is not Kind.HELP:
        return None
    try:
        return HelpPlaced(waiting.key, text_of(data, "id"), queued=False)
    except Misread:
        return None
