"""All a flow can ask for. The runner carries these out; what comes of them returns as an event.

Speech is not here: the runner reads every new view aloud (``kiosk.text.speech``), so what is shown is what is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.types import Holder, Stroke
from kiosk.hall.messages import Ticket
from kiosk.journal import Entry
from kiosk.mandating import MandateQuestion
from kiosk.questions import Paper, Question
from kiosk.views import View


@dataclass(frozen=True)
class IssueTicket:
    """-> TicketIssued or TicketRefused. ``key`` is the idempotency key: the same key can never give two tickets."""

    key: str
    line: str
    lang: str
    holder: Holder | None = None
    priority: str | None = None  # class id
    evidence: str | None = None  # "card_birth_date" or "own_word"


@dataclass(frozen=True)
class CheckIn:
    """-> TicketIssued or TicketRefused: the ticket of an appointment, by its ``code``. ``key``: as for IssueTicket."""

    key: str
    code: str
    lang: str


@dataclass(frozen=True)
class AskBooking:
    """-> BookingAnswered. ``key``: as for IssueTicket; where nothing is changed it only tells answers apart."""

    key: str
    question: Question


@dataclass(frozen=True)
class AskMandate:
    """-> MandateAnswered. ``key``: as for IssueTicket; where nothing is given it only tells answers apart."""

    key: str
    question: MandateQuestion


@dataclass(frozen=True)
class PrintSlip:
    """-> SlipPrinted: the paper of an appointment, of a request for a visit, of a guide, of what is missing or of a mandate."""

    slip: Paper
    lang: str
    reprint: bool = False


@dataclass(frozen=True)
class PrintTicket:
    """-> TicketPrinted. The runner also reports the outcome to the service, now or when it is back."""

    ticket: Ticket
    lang: str
    reprint: bool = False


@dataclass(frozen=True)
class CallHelper:
    """-> HelpPlaced or HelpRefused, later HelpSeen, HelpFurther, HelpAnswered, HelpOver. ``doing`` is a view's name, ``line`` and
    ``item`` are ids of what the resident had come to; never a person."""

    key: str
    doing: str
    line: str = ""
    item: str = ""


@dataclass(frozen=True)
class CloseHelp:
    """The call for a helper is over: somebody has come, or nobody is needed any more."""

    request_id: str


@dataclass(frozen=True)
class RecordNotice:
    """-> NoticeRecorded or NoticeLost: what a resident was told is missing for ``item``, by ``version`` of its guide. ``answers``
    to the guide's questions by id; ``held``: ids of the materials that are there. ``parts``: of a
    bundle, its items with the versions of their guides. ``visit``: what the machine calls this visit,
    of which an answer that was taken back makes no second notice. ``key``: as for IssueTicket."""

    key: str
    visit: str
    item: str
    version: int
    answers: tuple[tuple[str, bool], ...]
    held: tuple[str, ...]
    holder: Holder | None = None
    parts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class SendRating:
    """-> RatingSaved or RatingLost. ``level`` None records "offered, not rated"."""

    ticket_id: str
    level: int | None
    channel: str  # "pad" or "touch"


@dataclass(frozen=True)
class RateHelp:
    """-> RatingSaved or RatingLost, by the id of the call: the same of a helper's help. ``level`` None: offered, not rated."""

    call_id: str
    level: int | None
    lang: str


@dataclass(frozen=True)
class OpenPad:
    session: str


@dataclass(frozen=True)
class ClosePad:
    pass


@dataclass(frozen=True, repr=False)
class Recognise:
    """-> Recognised: at most ``most`` characters, of those ``among`` ("": of all)."""

    strokes: tuple[Stroke, ...]
    most: int
    among: str = ""


@dataclass(frozen=True)
class StartTimer:
    """-> TimerFired(name). Starting a running timer starts it anew."""

    name: str
    seconds: float


@dataclass(frozen=True)
class StopTimer:
    name: str


@dataclass(frozen=True)
class RefreshHall:
    """-> HallKnown or HallLost."""


@dataclass(frozen=True)
class Announce:
    """Speak this view aloud even if it was just spoken; None: the one on the glass. The display announces one call of the
    board at a time, so that two calls in quick succession are both heard."""

    view: View | None = None


@dataclass(frozen=True)
class Note:
    """An enumerated entry for the journal; never a name or a number of a person."""

    entry: Entry


@dataclass(frozen=True)
class EndVisit:
    """Wipe the visit: settings to default, speech and timers stopped, textures of the visit dropped."""


Effect = (
    IssueTicket
    | CheckIn
    | AskBooking
    | AskMandate
    | PrintTicket
    | PrintSlip
    | CallHelper
    | CloseHelp
    | RecordNotice
    | SendRating
    | RateHelp
    | OpenPad
    | ClosePad
    | Recognise
    | StartTimer
    | StopTimer
    | RefreshHall
    | Announce
    | Note
    | EndVisit
)
