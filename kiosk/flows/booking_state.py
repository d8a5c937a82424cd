"""Where somebody is who books a time, looks after one they have, or asks for a visit at home. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from devices.types import PrintOutcome, PrintResult
from kiosk.hall.messages import Appointment, Line, SlotDay
from kiosk.questions import Slip


@dataclass(frozen=True)
class Wish:
    """As far as it is chosen. ``days``: what the line could give when it was asked. ``moving``: the appointment that gets another
    time; its line and its person stay."""

    line: Line | None = None
    days: tuple[SlotDay, ...] = ()
    day: date | None = None
    at: str = ""
    phone: str = field(default="", repr=False)
    moving: Appointment | None = None


@dataclass(frozen=True)
class Booking:
    """On the way to an appointment: what may be done, the line, the day, the time, who, and all of it once more."""

    wish: Wish = Wish()


@dataclass(frozen=True)
class WaysToBook(Booking):
    """A new time, one that is booked, a visit at home, or how far a mandate is."""


@dataclass(frozen=True)
class LineToBook(Booking):
    pass


@dataclass(frozen=True)
class DayToBook(Booking):
    """``full``: nothing is left of the day that was wished."""

    full: bool = False


@dataclass(frozen=True)
class TimeToBook(Booking):
    """``taken``: the time that somebody else got first."""

    taken: str = ""


@dataclass(frozen=True)
class WhoBooks(Booking):
    """A card may be laid."""


@dataclass(frozen=True)
class PhoneOfBooking(Booking):
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class BookingRead(Booking):
    """Everything is on the glass, to be looked at before it is booked."""


@dataclass(frozen=True)
class Kept:
    """Looking after what is booked."""


@dataclass(frozen=True)
class KeptSought(Kept):
    """By the card, or by the code."""


@dataclass(frozen=True)
class KeptCode(Kept):
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class KeptSeveral(Kept):
    found: tuple[Appointment, ...]


@dataclass(frozen=True)
class CancelAsked(Kept):
    appointment: Appointment


@dataclass(frozen=True)
class Cancelled(Kept):
    appointment: Appointment


@dataclass(frozen=True)
class VisitWish:
    """``line`` and ``group`` None: nothing was said of it."""

    other: bool = False
    line: Line | None = None
    group: str | None = field(default=None, repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True)
class HomeVisit:
    """On the way to a visit at home: for whom, what for, why, whom to call, and all of it once more."""

    wish: VisitWish = VisitWish()


@dataclass(frozen=True)
class VisitFor(HomeVisit):
    pass


@dataclass(frozen=True)
class VisitNeed(HomeVisit):
    pass


@dataclass(frozen=True)
class VisitGroup(HomeVisit):
    pass


@dataclass(frozen=True)
class VisitPhone(HomeVisit):
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class VisitRead(HomeVisit):
    pass


class How(Enum):
    """How somebody came to hold a slip; the value names its title."""

    BOOKED = "booked-title"
    MOVED = "moved-title"
    KEPT = "kept-title"
    ALREADY = "already-title"
    ASKED = "visit-asked-title"
    TOLD = "opinion-told-title"


@dataclass(frozen=True)
class SlipHeld:
    """``result`` is None while the paper is on its way, or when none was asked for."""

    slip: Slip
    how: How
    printing: bool
    result: PrintResult | None = None

    @property
    def settled(self) -> bool:
        """The paper is in the hand: nothing on the glass has to be written down."""
        return not self.printing and self.result is not None and self.result.outcome is PrintOutcome.PRINTED


Stage = Booking | Kept | HomeVisit | SlipHeld
