"""Typed replies and failures of the central service, as a terminal sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.hall.guide import Guide
from kiosk.hall.names import HallName as HallName
from kiosk.hall.people import Duty, OnShowHere


class Refusal(Enum):
    """Why the service did not do what was asked. A closed list; ``kiosk.faults`` has the words for each."""

    UNREACHABLE = "unreachable"  # no answer: network or service down; nothing is known of what happened
    BUSY = "busy"  # an answer of 5xx or 429
    NOT_ENROLLED = "not_enrolled"  # our credential is unknown or withdrawn (401, 403)
    LINE_CLOSED = "line_closed"  # outside its hours, or closed by the hall
    WINDOW_CLOSED = "window_closed"  # no open window serves this line
    LINE_UNKNOWN = "line_unknown"
    BOOKING_UNKNOWN = "booking_unknown"  # no appointment has this code
    CODES_TRIED = "codes_tried"  # many codes that nobody has were typed here; in a minute it may go on
    BOOKING_EARLY = "booking_early"  # its time is too far away to wait here
    BOOKING_OTHER_DAY = "booking_other_day"
    BOOKED_ALREADY = "booked_already"  # this person has a time of the line on that day
    SLOT_FULL = "slot_full"  # somebody else was quicker
    SLOT_GONE = "slot_gone"  # the hall's hours were changed meanwhile
    BOOKING_SPENT = "booking_spent"  # it was checked in or cancelled: nothing to move or cancel
    MANDATE_UNKNOWN = "mandate_unknown"  # no mandate has this code, or none was given by whoever laid this card
    NOT_OFFERED = "not_offered"  # nobody has laid the result of the mandate before the resident
    QUOTA_SPENT = "quota_spent"  # the line gives no more numbers today, or at this time of day
    NOT_UNDERSTOOD = "not_understood"  # any other 4xx, or an answer we cannot read: versions do not match


@dataclass(frozen=True)
class Line:
    """业务队列: what a ticket is taken for."""

    id: str
    letter: str
    name: HallName
    summary: HallName  # a few words of what it is for
    open: bool
    waiting: int
    windows: tuple[str, ...]  # labels of the windows that serve it now
    opens_at: str | None = None  # "14:30" in the hall's zone when closed and it opens again today
    books: bool = False  # it can be booked for a time
    opens_next: tuple[date, str] | None = None  # the day and "08:30" of its next opening when closed, today or later


@dataclass(frozen=True)
class PriorityClass:
    """绿色通道: one class of the hall. ``min_age`` is set for the class that a birth date earns."""

    id: str
    name: HallName
    min_age: int | None = None


@dataclass(frozen=True)
class Spelled:
    """Words with their pinyin: for each character its readings without tones, the one it has in these words first."""

    text: str
    readings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Item:
    """政务服务事项: something that the hall does for people, and the line to wait in for it. ``words``: its Chinese name, then what
    people call it."""

    id: str
    name: HallName
    domain: str
    line: str
    words: tuple[Spelled, ...] = ()


@dataclass(frozen=True)
class Hall:
    id: str
    name: HallName
    phone: str
    zone: str  # IANA name
    hours_today: str  # "08:30–12:00 14:30–17:30", empty when closed all day
    lines: tuple[Line, ...]
    priorities: tuple[PriorityClass, ...]
    items: tuple[Item, ...] = ()
    guides: tuple[Guide, ...] = ()  # in force today, of whatever items have one
    version: int = 0  # another one whenever its set-up, and with it an item, has changed
    duty: Duty | None = None  # who comes when somebody calls for help
    on_show: OnShowHere = OnShowHere()


@dataclass(frozen=True)
class Ticket:
    """号票. Holds no person: name and number stay with the service, encrypted.

    ``wait_range_s``: the shortest and the longest wait to expect, from the hall's own history. ``earlier``: this person held it
    already, so no new number was given. ``called``: a window is calling it now. ``appointment``: its turn follows a booked time.
    """

    id: str
    number: str  # "A023"
    line: Line
    ahead: int
    estimated_wait_s: int | None
    issued_at: datetime  # aware
    windows: tuple[str, ...]
    priority: str | None  # class id
    qr: str  # what the QR code holds: an address of the service with an unguessable key, no person
    wait_range_s: tuple[int, int] | None = None
    earlier: bool = False
    called: bool = False
    appointment: bool = False
    area: HallName | None = None  # the call zone to wait in; None when there is none, or more than one

    @property
    def wait_minutes(self) -> tuple[int, int] | None:
        """From and to, in whole minutes begun; the same twice when only one figure is known. None: nobody knows, or no wait."""
        least, most = self.wait_range_s or (self.estimated_wait_s, self.estimated_wait_s)
        return (-(-least // 60), -(-most // 60)) if least is not None and most else None


@dataclass(frozen=True)
class SlotDay:
    """What a line can still give on a day: times ("09:30" in the hall's zone) with their free places; none when it is closed.
    ``special``: what makes the day another than its weekday (a holiday, a service day), by name."""

    day: date
    times: tuple[tuple[str, int], ...]
    special: HallName | None = None

    @property
    def free(self) -> tuple[str, ...]:
        return tuple(at for at, places in self.times if places)


@dataclass(frozen=True)
class Appointment:
    """预约, as whoever booked it sees it. ``code``: with it the resident checks in, moves or cancels it."""

    id: str
    line: Line
    day: date
    at: str
    code: str = field(repr=False)


@dataclass(frozen=True)
class BookedAlready:
    """The time that this person has already. ``code`` is empty where only a phone number says who it is."""

    day: date
    at: str
    code: str = field(default="", repr=False)


@dataclass(frozen=True)
class VisitReceipt:
    """上门服务: the hall has the request; ``number`` is what to name on the telephone."""

    id: str
    number: str


@dataclass(frozen=True)
class OpinionReceipt:
    """意见建议、投诉: the hall has it; ``number`` is what to name when asking. ``due``: the day by which it is answered; None: praise
    waits for no answer. ``reachable``: a telephone number was left."""

    id: str
    number: str
    kind: str
    due: date | None
    reachable: bool = False


@dataclass(frozen=True)
class Call:
    """叫号, as the display and the pad hear of it."""

    ticket_id: str
    number: str
    window_id: str
    window: str  # label: "3"
    window_name: HallName
    at: datetime
    recall: int  # 0 for the first call
    area: str = ""  # the call zone of the window, "" in a hall without zones


@dataclass(frozen=True)
class Helper:
    """Who is coming."""

    request_id: str
    name: str
    minutes: int | None
    staff: str = ""  # id, by which they are among those on show
