"""What the service tells by itself, as a terminal, a display and a pad need it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from kiosk.hall import fields
from kiosk.hall.fields import Misread
from kiosk.hall.messages import Call, Hall, Helper, Refusal
from kiosk.hall.sse import Message
from kiosk.hall.wire import call_of, helper_of, text_of


@dataclass(frozen=True)
class HallIs:
    """The hall as it is now; the service answers."""

    hall: Hall


@dataclass(frozen=True)
class HallWas:
    """The hall as it was kept on the disk, before the service ever answered: without its lines."""

    hall: Hall


@dataclass(frozen=True)
class ServiceAway:
    """The service stopped answering, or answers that it does not know this machine."""

    why: Refusal


@dataclass(frozen=True)
class Called:
    call: Call


@dataclass(frozen=True)
class Finished:
    """A window finished its ticket and asks for a rating."""

    ticket_id: str
    number: str
    window_id: str


@dataclass(frozen=True)
class HelperIs:
    helper: Helper


@dataclass(frozen=True)
class HelpSeenBy:
    request_id: str
    name: str


@dataclass(frozen=True)
class HelpGoesOn:
    """A call for help rings for others too."""

    request_id: str
    level: int


@dataclass(frozen=True)
class HelpEnded:
    request_id: str


News = HallIs | HallWas | ServiceAway | Called | Finished | HelperIs | HelpSeenBy | HelpGoesOn | HelpEnded

# Events after which the counts and lines of the hall are others than before: who leaves a window waited no longer.
CHANGES = frozenset(("hall.changed", "ticket.issued", "ticket.called", "ticket.cancelled", "ticket.waiting"))


def news_of(message: Message) -> News | None:
    """None: nothing that concerns these machines. Misread: not what was agreed."""
    match message.event:
        case "ticket.called":
            return Called(call_of(_data(message)))
        case "rating.asked":
            data = _data(message)
            return Finished(text_of(data, "ticket"), text_of(data, "number"), text_of(data, "window"))
        case "help.answered":
            return HelperIs(helper_of(_data(message)))
        case "help.acknowledged":
            data = _data(message)
            return HelpSeenBy(text_of(data, "id"), text_of(data, "name"))
        case "help.escalated":
            data = _data(message)
            return HelpGoesOn(text_of(data, "id"), fields.count(data, "level"))
        case "help.closed":
            return HelpEnded(text_of(_data(message), "id"))
    return None


def _data(message: Message) -> Any:
    try:
        return json.loads(message.data)
    except ValueError as error:
        raise Misread(message.event) from error
