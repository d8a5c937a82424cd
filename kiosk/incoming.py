"""What the service tells by itself, as events of the flows."""

from __future__ import annotations

from typing import Any

from kiosk.events import (
    Event,
    HallKnown,
    HallLost,
    HallRemembered,
    HelpAnswered,
    HelpFurther,
    HelpOver,
    HelpPlaced,
    HelpSeen,
    RatingAsked,
    TicketCalled,
)
from kiosk.hall.fields import Misread
from kiosk.hall.news import (
    Called,
    Finished,
    HallIs,
    HallWas,
    HelpEnded,
    HelperIs,
    HelpGoesOn,
    HelpSeenBy,
    News,
    ServiceAway,
)
from kiosk.hall.outbox import Kind, Waiting
from kiosk.hall.people_wire import rung_of


def event_of(news: News) -> Event:
    match news:
        case HallIs(hall):
            return HallKnown(hall)
        case HallWas(hall):
            return HallRemembered(hall)
        case ServiceAway(why):
            return HallLost(why)
        case Called(call):
            return TicketCalled(call)
        case Finished(ticket_id, number, window_id):
            return RatingAsked(ticket_id, number, window_id)
        case HelperIs(helper):
            return HelpAnswered(helper)
        case HelpSeenBy(request_id, name):
            return HelpSeen(request_id, name)
        case HelpGoesOn(request_id, level):
            return HelpFurther(request_id, level)
        case HelpEnded(request_id):
            return HelpOver(request_id)


def event_of_delivery(waiting: Waiting, data: Any) -> Event | None:
    """A call for a helper that waited on the disk has reached the service; nobody waits for the rest."""
    if waiting.kind is not Kind.HELP:
        return None
    try:
        rung = rung_of(data)
        return HelpPlaced(waiting.key, rung.id, False, rung.duty, rung.phone_after_s)
    except Misread:
        return None
