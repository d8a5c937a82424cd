"""Stories of what gets in the way of a number: refusals, paper, readers, a service that is away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.types import CardSeen, DeviceDown, DeviceUp, Fault, PrintOutcome
from kiosk.effects import EndVisit, IssueTicket, PrintTicket
from kiosk.events import HallKnown, HallLost, TicketIssued, TicketRefused
from kiosk.flows import FLOWS, delays
from kiosk.flows.step import Fittings
from kiosk.hall.messages import Refusal
from kiosk.views import Home, Menu, Trouble, Waiting
from tests.flows.stories import (
    at_home,
    fail,
    issue,
    lay,
    prints,
    refuse,
    request_of,
    take_away,
    tell,
    tell_story,
    touch,
    wait,
)
from tests.kit.people import ELDER, GENERAL, HALL, YOUNG, ticket
from tests.kit.visitor import Visitor


@pytest.mark.parametrize("refusal", [Refusal.UNREACHABLE, Refusal.BUSY])
def test_trouble_that_may_pass_is_tried_once_more_then_told(refusal: Refusal) -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title")])
    first = visitor.asked_for(IssueTicket)
    tell_story(visitor, [(refuse(refusal), "issuing-title")])
    assert visitor.view.body[0].id == "retrying-body"
    visitor.wait(delays.RETRY)
    assert visitor.asked_for(IssueTicket) == first
    tell_story(visitor, [(refuse(refusal), f"refusal-{refusal.value}")])
    assert isinstance(visitor.view, Trouble)
    tell_story(visitor, [(touch("retry"), "issuing-title")])
    assert visitor.asked_for(IssueTicket) == first
    tell_story(visitor, [(issue(), "ticket-title")])


def test_an_answer_that_comes_after_we_gave_up_is_still_theirs() -> None:
    steps = [
        (touch("line.general", "card-none"), "issuing-title"),
        (wait(delays.ISSUE), "refusal-unreachable"),
        (issue(), "ticket-title"),
    ]
    tell_story(at_home(), steps)


def test_the_same_ticket_told_twice_is_printed_once() -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title")])
    answer = TicketIssued(request_of(visitor).key, ticket())
    visitor.tell(answer)
    assert visitor.asked_for(PrintTicket)
    visitor.tell(answer)
    assert not [effect for effect in visitor.asked if isinstance(effect, PrintTicket)]


def test_an_answer_for_another_visit_is_dropped() -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title")])
    old = request_of(visitor).key
    tell_story(
        visitor,
        [
            (refuse(Refusal.NOT_ENROLLED), "refusal-not-enrolled"),
            (touch("home"), "home-title"),
            (tell(TicketIssued(old, ticket())), "home-title"),
            (tell(TicketRefused(old, Refusal.BUSY)), "home-title"),
        ],
    )


@pytest.mark.parametrize("refusal", [Refusal.LINE_CLOSED, Refusal.WINDOW_CLOSED, Refusal.LINE_UNKNOWN])
def test_a_line_that_cannot_be_taken_leads_to_the_others(refusal: Refusal) -> None:
    title = f"refusal-{refusal.value.replace('_', '-')}"
    without = [(touch("line.general", "card-none"), "issuing-title"), (refuse(refusal), title)]
    tell_story(at_home(), without + [(touch("other-line"), "home-title")])
    with_card = [(lay(), "confirm-title"), (touch("line.general"), "issuing-title"), (refuse(refusal), title)]
    visitor = tell_story(at_home(), with_card + [(touch("other-line"), "confirm-title")])
    first = "visit-1.1"
    visitor.touch("line.social")
    assert visitor.asked_for(IssueTicket).key != first


def test_after_no_answer_only_the_same_request_is_offered() -> None:
    visitor = tell_story(at_home(), [(lay(), "confirm-title"), (touch("line.general"), "issuing-title")])
    tell_story(visitor, [(refuse(Refusal.UNREACHABLE), "issuing-title"), (wait(delays.RETRY), "issuing-title")])
    tell_story(visitor, [(refuse(Refusal.UNREACHABLE), "refusal-unreachable"), (lay(YOUNG), "refusal-unreachable")])
    assert visitor.offered == {"retry", "home"}


@pytest.mark.parametrize(
    ("outcome", "fault", "words"),
    [
        (PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT, "ticket-not-printed"),
        (PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE, "ticket-uncertain"),
        (PrintOutcome.UNCERTAIN, None, "ticket-uncertain"),
    ],
)
def test_the_truth_about_the_paper(outcome: PrintOutcome, fault: Fault | None, words: str) -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title"), (issue(), "ticket-title")])
    visitor.tell()
    tell_story(visitor, [(prints(outcome, fault), "ticket-title")])
    assert visitor.view.outcome.id == words
    assert ("fault-" + fault.value.replace("_", "-") if fault else None) == (visitor.view.body[0].id if fault else None)
    visitor.touch("again")
    assert visitor.asked_for(PrintTicket).reprint is (outcome is PrintOutcome.UNCERTAIN)
    assert visitor.view.outcome.id == "ticket-printing"
    tell_story(visitor, [(prints(), "ticket-title")])
    assert visitor.offered == {"done"}


def test_a_printer_that_never_answers_is_not_waited_for() -> None:
    visitor = tell_story(
        at_home(), [(touch("line.general", "card-none"), "issuing-title"), (issue(), "ticket-title")]
    )
    assert visitor.offered == {"done"}
    visitor.wait(delays.PRINT)
    assert visitor.view.outcome.id == "ticket-uncertain"


def test_a_machine_without_printer_or_reader() -> None:
    visitor = at_home(Fittings())
    assert "home-card" not in [line.id for line in visitor.view.body]
    tell_story(visitor, [(touch("line.general"), "card-line")])
    assert isinstance(visitor.view, Menu) and visitor.view.choices[0].label.id == "take-plain"
    tell_story(visitor, [(touch("card-none"), "issuing-title"), (issue(), "ticket-title")])
    assert not [effect for effect in visitor.asked if isinstance(effect, PrintTicket)]
    assert visitor.view.outcome.id == "ticket-remember" and visitor.offered == {"done"}


def test_one_dead_reader_of_two_is_told_at_home() -> None:
    """The other is still asked for; who lays a card on the dead one knows what to do."""
    visitor = at_home(Fittings(frozenset({"reader", "slot"}), printer=True))
    assert [line.id for line in visitor.view.body] == ["home-card", "home-touch"]
    visitor.tell(DeviceDown("slot", Fault.READER_GARBLED))
    assert [line.id for line in visitor.view.body] == ["home-card", "home-reader-down"]
    visitor.tell(DeviceUp("slot"))
    assert [line.id for line in visitor.view.body] == ["home-card", "home-touch"]


def test_a_dead_reader_is_told_and_nobody_is_asked_for_a_card() -> None:
    visitor = at_home().tell(DeviceDown("reader", Fault.READER_DOWN))
    assert [line.id for line in visitor.view.body] == ["fault-reader-down", "fault-reader-down-do"]
    tell_story(visitor, [(touch("line.general"), "card-line"), (touch("card-none"), "issuing-title")])


@pytest.mark.parametrize("fault", [Fault.CARD_MOVED, Fault.CARD_UNREADABLE, Fault.CARD_PROTECTED, Fault.CARD_UNKNOWN])
def test_a_card_fault_does_not_end_the_visit(fault: Fault) -> None:
    title = f"fault-{fault.value.replace('_', '-')}"
    line_first = [(touch("line.general"), "card-title"), (fail(fault), title)]
    visitor = tell_story(at_home(), line_first + [(touch("go-on"), "issuing-title")])
    assert visitor.asked_for(IssueTicket).holder is None
    tell_story(at_home(), line_first + [(touch("other-card"), "card-title"), (lay(), "issuing-title")])
    tell_story(at_home(), line_first + [(lay(), "issuing-title")])
    tell_story(at_home(), [(fail(fault), title), (touch("go-on"), "home-title")])
    tell_story(at_home(), [(fail(fault), title), (lay(), "confirm-title")])


def test_reading_is_shown_and_a_card_taken_away_is_told() -> None:
    visitor = at_home().tell(CardSeen("reader"))
    assert isinstance(visitor.view, Waiting) and visitor.view.title.id == "card-reading"
    tell_story(visitor, [(take_away, "fault-card-moved")])


def test_a_reader_that_says_no_more_is_not_waited_for() -> None:
    tell_story(at_home(), [(tell(CardSeen("reader")), "card-reading"), (wait(delays.READING), "fault-reader-mute")])
    dead = tell(DeviceDown("reader", Fault.READER_DOWN))
    tell_story(at_home(), [(tell(CardSeen("reader")), "card-reading"), (dead, "fault-reader-down")])


def test_a_card_that_fails_after_another_leaves_nothing_of_the_first() -> None:
    visitor = tell_story(at_home(), [(lay(ELDER), "confirm-title"), (take_away, "confirm-title")])
    tell_story(visitor, [(fail(Fault.CARD_UNREADABLE), "fault-card-unreadable"), (touch("go-on"), "home-title")])
    assert visitor.state.visit.holder is None


def test_taking_the_card_away_while_a_number_is_asked_for_is_harmless() -> None:
    steps = [
        (touch("line.general"), "card-title"),
        (lay(), "issuing-title"),
        (take_away, "issuing-title"),
        (issue(), "ticket-title"),
    ]
    tell_story(at_home(), steps)


def test_the_next_resident_may_lay_a_card_on_a_printed_ticket() -> None:
    steps = [(lay(ELDER), "confirm-title"), (touch("line.general"), "issuing-title"), (issue(), "ticket-title")]
    visitor = tell_story(at_home(), steps + [(lay(YOUNG), "ticket-title"), (prints(), "ticket-title")])
    tell_story(visitor, [(lay(ELDER), "ticket-title"), (lay(YOUNG), "confirm-title")])
    assert EndVisit() in visitor.asked
    assert visitor.state.visit.id == "visit-2" and visitor.state.visit.holder == YOUNG


def test_the_service_away_is_said_at_home_with_a_way_on() -> None:
    visitor = at_home().tell(HallLost())
    assert isinstance(visitor.view, Home)
    assert "home-lost" in [line.id for line in visitor.view.body]
    assert visitor.offered == {"retry"}
    visitor.touch("retry").tell(HallKnown(HALL))
    assert "line.general" in visitor.offered


def test_a_machine_that_is_not_enrolled_says_so() -> None:
    visitor = at_home().tell(HallLost(Refusal.NOT_ENROLLED))
    assert [line.id for line in visitor.view.body] == ["refusal-not-enrolled", "refusal-not-enrolled-do"]


def test_before_the_hall_is_known() -> None:
    visitor = Visitor(FLOWS["terminal"](Fittings()))
    assert visitor.view.title.id == "starting-title"
    visitor.tell(HallLost())
    assert visitor.view.title.id == "home-title" and visitor.offered == {"retry"}


def test_the_service_lost_in_mid_visit_lets_it_go_on() -> None:
    steps = [(touch("line.general"), "card-title"), (tell(HallLost()), "card-title"), (touch("card-none"), "issuing-title")]
    tell_story(at_home(), steps)
    visitor = tell_story(at_home(), [(lay(), "confirm-title"), (tell(HallLost()), "confirm-title")])
    assert visitor.offered == {"priority", "retry", "not-me", "home"}


def test_a_line_that_vanishes_while_it_is_chosen_is_the_services_to_refuse() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title")])
    visitor.tell(HallKnown(replace(HALL, lines=(), priorities=())))
    tell_story(visitor, [(touch("card-none"), "issuing-title")])
    assert visitor.asked_for(IssueTicket).line == GENERAL.id
