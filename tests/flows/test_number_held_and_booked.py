"""Stories of who holds a number already, and of who booked a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.types import PrintOutcome
from kiosk.effects import CheckIn, PrintTicket
from kiosk.events import TicketIssued
from kiosk.hall.messages import Hall, Refusal
from kiosk.views import NumberKeys
from tests.flows.stories import FULL, Act, at_home, issue, lay, prints, refuse, request_of, tell_story, touch
from tests.kit.people import ELDER, GENERAL, HALL, ticket
from tests.kit.visitor import Visitor

BOOKABLE: Hall = replace(HALL, lines=tuple(replace(line, books=line.id == "general") for line in HALL.lines))


def answered(**facts: object) -> Act:
    told = replace(ticket(), **facts)  # type: ignore[arg-type]
    return lambda visitor: visitor.tell(TicketIssued(request_of(visitor).key, told))


def typed(code: str) -> Act:
    return touch(*(f"digit.{digit}" for digit in code))


def at_the_keys() -> Visitor:
    return tell_story(at_home(hall=BOOKABLE), [(touch("line.general"), "card-title"), (touch("card-booked"), "code-title")])


def test_who_holds_a_number_is_shown_it_and_may_have_the_paper_again() -> None:
    visitor = tell_story(at_home(), [(lay(ELDER), "confirm-title"), (touch("line.general"), "issuing-title")])
    tell_story(visitor, [(answered(earlier=True, called=True), "ticket-earlier")])
    assert PrintTicket not in {type(effect) for effect in visitor.asked}, "no paper by itself"
    assert visitor.view.outcome.id == "ticket-called"
    assert visitor.offered == {"again", "done"}
    tell_story(visitor, [(touch("again"), "ticket-earlier")])
    assert visitor.asked_for(PrintTicket).reprint is True
    tell_story(visitor, [(prints(PrintOutcome.PRINTED), "ticket-earlier")])
    assert visitor.offered == {"done"}


def test_a_machine_without_a_printer_offers_no_paper() -> None:
    visitor = at_home(replace(FULL, printer=False))
    tell_story(visitor, [(lay(ELDER), "confirm-title"), (touch("line.general"), "issuing-title")])
    tell_story(visitor, [(answered(earlier=True), "ticket-earlier")])
    assert visitor.view.outcome.id == "ticket-still-good"
    assert visitor.offered == {"done"}


def test_the_code_of_an_appointment_becomes_its_ticket() -> None:
    visitor = tell_story(at_the_keys(), [(typed("4829"), "code-title"), (touch("erase"), "code-title")])
    assert "enter" not in visitor.offered
    view = visitor.view
    assert isinstance(view, NumberKeys) and view.typed == "482"
    tell_story(visitor, [(typed("9137"), "code-title")])
    assert visitor.view.typed == "482913", "six digits are all"
    tell_story(visitor, [(touch("enter"), "issuing-title")])
    request = visitor.asked_for(CheckIn)
    assert (request.code, request.lang) == ("482913", "zh")
    tell_story(visitor, [(answered(appointment=True), "ticket-title")])
    assert visitor.view.body[0].id == "ticket-appointment"
    assert visitor.asked_for(PrintTicket).reprint is False


@pytest.mark.parametrize("way", ["other-code", "other-line"])
def test_a_code_that_nobody_knows(way: str) -> None:
    visitor = tell_story(at_the_keys(), [(typed("111111"), "code-title"), (touch("enter"), "issuing-title")])
    tell_story(visitor, [(refuse(Refusal.BOOKING_UNKNOWN), "refusal-booking-unknown")])
    tell_story(visitor, [(touch(way), "code-title" if way == "other-code" else "home-title")])
    if way == "other-code":
        assert visitor.view.typed == ""
        tell_story(visitor, [(touch("back"), "card-title"), (touch("card-none"), "issuing-title"), (issue(), "ticket-title")])


def test_nobody_is_asked_for_a_code_where_nothing_can_be_booked() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title")])
    assert "card-booked" not in visitor.offered
    assert not GENERAL.books
