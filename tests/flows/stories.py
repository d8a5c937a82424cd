"""A story is a table: what happens, then the title that must be on the glass. Words for the steps that many stories share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from devices.types import (
    CardFailed,
    CardPresented,
    CardRemoved,
    CardSeen,
    Fault,
    Holder,
    PrintOutcome,
    PrintResult,
)
from kiosk.effects import IssueTicket
from kiosk.events import HallKnown, TicketIssued, TicketPrinted, TicketRefused
from kiosk.flows import FLOWS, Fittings
from kiosk.hall.messages import Hall, Refusal
from tests.kit.people import ELDER, HALL, ticket
from tests.kit.visitor import Visitor

Act = Callable[[Visitor], object]
FULL = Fittings(readers=frozenset({"reader"}), printer=True, window="w2")


def at_home(fittings: Fittings = FULL, hall: Hall = HALL) -> Visitor:
    return Visitor(FLOWS["terminal"](fittings)).tell(HallKnown(hall))


def tell_story(visitor: Visitor, story: Iterable[tuple[Act, str]]) -> Visitor:
    for place, (act, title) in enumerate(story):
        act(visitor)
        assert visitor.view.title.id == title, f"step {place}"
    return visitor


def touch(*choices: str) -> Act:
    return lambda visitor: visitor.touch(*choices)


def wait(seconds: float) -> Act:
    return lambda visitor: visitor.wait(seconds)


def tell(*events: object) -> Act:
    return lambda visitor: visitor.tell(*events)  # type: ignore[arg-type]


def lay(holder: Holder = ELDER) -> Act:
    return tell(CardSeen("reader"), CardPresented("reader", holder))


def fail(fault: Fault) -> Act:
    return tell(CardSeen("reader"), CardFailed("reader", fault))


take_away = tell(CardRemoved("reader"))


def request_of(visitor: Visitor) -> IssueTicket:
    return visitor.state.stage.request  # type: ignore[no-any-return]


def issue(number: str = "A023", priority: str | None = None) -> Act:
    def act(visitor: Visitor) -> None:
        line = next(line for line in HALL.lines if line.id == request_of(visitor).line)
        visitor.tell(TicketIssued(request_of(visitor).key, ticket(number, line, priority)))

    return act


def refuse(refusal: Refusal) -> Act:
    return lambda visitor: visitor.tell(TicketRefused(request_of(visitor).key, refusal))


def prints(outcome: PrintOutcome = PrintOutcome.PRINTED, fault: Fault | None = None) -> Act:
    return lambda visitor: visitor.tell(TicketPrinted(visitor.state.stage.ticket.id, PrintResult(outcome, fault)))
