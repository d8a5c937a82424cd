"""All a flow can be told: facts from devices, touches, replies of the hall, timers. Frozen; nothing here acts."""

from __future__ import annotations

from dataclasses import dataclass

from devices.types import DeviceEvent, PrintResult, Stroke
from kiosk.hall.messages import Call, Hall, Helper, Refusal, Ticket
from kiosk.hall.people import Duty
from kiosk.mandating import MandateReply
from kiosk.questions import Reply


@dataclass(frozen=True)
class Touched:
    """The resident chose, by finger, key or card edge. ``seq`` names the view it was on: a touch on a view that is gone is
    dropped by the runner, which also makes a double strike harmless."""

    seq: int
    choice: str


@dataclass(frozen=True)
class Focused:
    """The keypad came to an element of the view ``seq``, by its id on the glass ("choice.line.general"); it is read aloud."""

    seq: int
    element: str


@dataclass(frozen=True, repr=False)
class Written:
    """A finger drew these strokes in the writing square of the view ``seq``, after those that it shows."""

    seq: int
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, repr=False)
class Recognised:
    """What ``strokes`` may be, the likeliest first; none: they are like nothing."""

    strokes: tuple[Stroke, ...]
    characters: tuple[str, ...]


@dataclass(frozen=True)
class Pointed:
    """A finger touched words of the view ``seq``, which are read aloud from there on; or what cannot be chosen now, which says
    so. ``element`` is its id on the glass, and "" for a key of the keypad that means nothing here."""

    seq: int
    element: str


@dataclass(frozen=True)
class PageTurned:
    """The resident turned a page of the view ``seq``; ``elements``, by their ids on the glass, stand on it."""

    seq: int
    elements: tuple[str, ...]


@dataclass(frozen=True)
class TimerFired:
    name: str


@dataclass(frozen=True)
class HallKnown:
    """The hall with its lines as they are now; comes at start and whenever they change."""

    hall: Hall


@dataclass(frozen=True)
class HallRemembered:
    """The hall as it was before this program started, without its lines: there is something to read, and nothing to take."""

    hall: Hall


@dataclass(frozen=True)
class HallLost:
    """The service stopped answering, or no longer knows this machine. HallKnown says that all is well again."""

    why: Refusal = Refusal.UNREACHABLE


@dataclass(frozen=True)
class TicketIssued:
    key: str  # idempotency key of the request
    ticket: Ticket


@dataclass(frozen=True)
class TicketRefused:
    key: str
    refusal: Refusal


@dataclass(frozen=True)
class BookingAnswered:
    """What the service said to a question about an appointment or a visit at home."""

    key: str
    reply: Reply


@dataclass(frozen=True)
class MandateAnswered:
    """What the service said to a question about a mandate."""

    key: str
    reply: MandateReply


@dataclass(frozen=True)
class SlipPrinted:
    slip_id: str
    result: PrintResult


@dataclass(frozen=True)
class NoticeRecorded:
    """What was told to be missing is with the service; or is waiting on disk for it, then ``number`` is "". ``second``: this
    person was told so for this item before, within the time in which that counts as the hall's own failure."""

    key: str
    number: str = ""
    second: bool = False


@dataclass(frozen=True)
class NoticeLost:
    """It could not be kept at all."""

    key: str


@dataclass(frozen=True)
class TicketPrinted:
    ticket_id: str
    result: PrintResult


@dataclass(frozen=True)
class HelpPlaced:
    """The call for a helper is with the service; or is waiting on disk for it, then ``queued`` is True and there is no id yet.

    A call that waited comes a second time, not queued, once the service has it. ``duty``: for whom it rings; ``phone_after_s``:
    after so many seconds without an answer the telephone is the better way.
    """

    key: str  # idempotency key of the call
    request_id: str
    queued: bool
    duty: Duty | None = None
    phone_after_s: int | None = None


@dataclass(frozen=True)
class HelpRefused:
    key: str
    refusal: Refusal


@dataclass(frozen=True)
class HelpSeen:
    """Somebody of the staff looks after the call."""

    request_id: str
    name: str


@dataclass(frozen=True)
class HelpFurther:
    """Nobody answered: it rings for others too. ``level``: 1 for deputies, 2 for the manager, 3 for everybody."""

    request_id: str
    level: int


@dataclass(frozen=True)
class HelpOver:
    """The staff have closed the call."""

    request_id: str


@dataclass(frozen=True)
class HelpAnswered:
    """Somebody of the staff took the call."""

    helper: Helper


@dataclass(frozen=True)
class TicketCalled:
    """A window called (or recalled) a ticket."""

    call: Call


@dataclass(frozen=True)
class RatingAsked:
    """A window finished its ticket; the pad of that window may ask."""

    ticket_id: str
    number: str
    window_id: str


@dataclass(frozen=True)
class RatingSaved:
    """The rating is with the service, or safe on disk until it is."""

    ticket_id: str


@dataclass(frozen=True)
class RatingLost:
    """The rating could not be kept at all (disk full and service away)."""

    ticket_id: str


@dataclass(frozen=True)
class Crashed:
    """A part of the program failed and the visit with it; the runner has started the flow anew."""


Hand = Touched | Focused | Pointed | PageTurned | Written  # what a person did to the glass; each names the view it was on
HAND = (Touched, Focused, Pointed, PageTurned, Written)

Event = (
    DeviceEvent
    | Touched
    | Focused
    | Pointed
    | PageTurned
    | Written
    | Recognised
    | TimerFired
    | HallKnown
    | HallRemembered
    | HallLost
    | TicketIssued
    | TicketRefused
    | TicketPrinted
    | BookingAnswered
    | MandateAnswered
    | SlipPrinted
    | NoticeRecorded
    | NoticeLost
    | HelpPlaced
    | HelpRefused
    | HelpSeen
    | HelpFurther
    | HelpOver
    | HelpAnswered
    | TicketCalled
    | RatingAsked
    | RatingSaved
    | RatingLost
    | Crashed
)
