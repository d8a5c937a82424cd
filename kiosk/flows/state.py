"""Where a visit to the terminal can be, and what is known of it. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from devices.types import PrintOutcome, PrintResult
from kiosk.effects import AskBooking, AskMandate, CheckIn, Effect, EndVisit, IssueTicket
from kiosk.faults import Words
from kiosk.flows import booking_state, mandate_state, opinion_state, staff_state
from kiosk.flows.find_state import Looking
from kiosk.flows.visiting import Visit, Visiting
from kiosk.hall.messages import Hall, Item, Line, PriorityClass, Ticket

Request = IssueTicket | CheckIn | AskBooking | AskMandate


@dataclass(frozen=True)
class AtHome:
    """At rest, or choosing a line."""


@dataclass(frozen=True)
class LineChosen:
    """A line is chosen; a card may be laid. ``item``: for what, where that was looked for, and ``origin``: where it was found."""

    line: Line
    item: Item | None = None
    origin: "Stage" = field(default_factory=AtHome)


@dataclass(frozen=True)
class ClassMenu:
    """Choosing a priority class by one's own word. ``chosen``: where "back" leads."""

    line: Line
    chosen: LineChosen | None = None


@dataclass(frozen=True)
class CodeTyped:
    """The code of an appointment, as far as it is typed. ``line``: where "back" leads."""

    line: Line
    typed: str = ""


@dataclass(frozen=True)
class CardKnown:
    """A card was read before a line was chosen. ``offer``: the class that the birth date earns. ``taken``: not declined."""

    offer: PriorityClass | None
    taken: bool = True


@dataclass(frozen=True)
class Issuing:
    """A number is asked for. ``tries`` counts the requests made by themselves, not by a touch. ``origin``: where it was asked."""

    request: Request
    tries: int = 1
    origin: "Stage" = field(default_factory=AtHome)


@dataclass(frozen=True)
class TicketHeld:
    """``result`` is None while the paper is on its way, or when the machine has no printer."""

    ticket: Ticket
    printing: bool
    result: PrintResult | None = None

    @property
    def settled(self) -> bool:
        """The paper is in the hand, or there was never to be any; nothing on the glass has to be remembered."""
        return not self.printing and (self.result is None or self.result.outcome is PrintOutcome.PRINTED)


@dataclass(frozen=True)
class Failed:
    """Something went wrong. ``resume``: where another card or another try leads. ``request``: what can be asked again.
    ``line``: the one that gives no number now, and can be booked."""

    words: Words
    resume: "Stage" = field(default_factory=AtHome)
    request: Request | None = None
    line: Line | None = None


Stage = (
    AtHome
    | LineChosen
    | ClassMenu
    | CodeTyped
    | CardKnown
    | Issuing
    | TicketHeld
    | Failed
    | Looking
    | booking_state.Stage
    | opinion_state.Telling
    | mandate_state.Stage
    | staff_state.Staff
)


@dataclass(frozen=True)
class Terminal(Visiting):
    """``asking``: "are you still there" covers the glass."""

    stage: Stage = field(default_factory=AtHome)
    asking: bool = False

    def at(self, stage: Stage) -> "Terminal":
        return replace(self, stage=stage)


Step = tuple[Terminal, tuple[Effect, ...]]


def end_visit(state: Terminal, fresh: str) -> Step:
    """Nothing of the visit goes on: a new state is built from the world alone."""
    return Terminal(state.world, Visit(fresh)), (EndVisit(),)


def age_on(birth: date, today: date) -> int:
    """Full years."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def earned_class(hall: Hall | None, birth: date | None, today: date) -> PriorityClass | None:
    """The class that a birth date earns: of those with an age, the highest that is reached."""
    if hall is None or birth is None:
        return None
    age = age_on(birth, today)
    reached = [one for one in hall.priorities if one.min_age is not None and age >= one.min_age]
    return max(reached, key=lambda one: one.min_age or 0, default=None)
