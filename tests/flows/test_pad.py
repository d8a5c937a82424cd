"""Stories of the rating pad of window 2."""

from __future__ import annotations

import pytest

from devices.types import RatingPressed
from kiosk.effects import ClosePad, EndVisit, OpenPad, SendRating
from kiosk.events import HallKnown, RatingAsked, RatingLost, RatingSaved, TicketCalled
from kiosk.flows import FLOWS, delays
from kiosk.flows.step import Fittings
from kiosk.views import Rate, Trouble, Weight
from tests.flows.stories import tell, tell_story, touch, wait
from tests.kit.people import HALL, call
from tests.kit.visitor import Visitor

T1, T2 = "ticket-A001", "ticket-A002"
ASK = RatingAsked(T1, "A001", "w2")


def at_rest() -> Visitor:
    return Visitor(FLOWS["pad"](Fittings(window="w2"))).tell(HallKnown(HALL))


def asked() -> Visitor:
    visitor = tell_story(at_rest(), [(tell(ASK), "rate-title")])
    assert visitor.asked_for(OpenPad).session == T1
    return visitor


def test_five_equal_levels_and_an_equal_way_to_skip() -> None:
    view = asked().view
    assert isinstance(view, Rate) and view.number == "A001"
    assert [choice.id for choice in view.choices] == ["rate.5", "rate.4", "rate.3", "rate.2", "rate.1", "skip"]
    assert {choice.weight for choice in view.choices} == {Weight.PLAIN}
    assert {choice.selected for choice in view.choices} == {None}
    assert all(choice.enabled for choice in view.choices)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_rating_by_touch_is_saved_then_thanked_for(level: int) -> None:
    visitor = tell_story(asked(), [(touch(f"rate.{level}"), "rate-saving")])
    sent = visitor.asked_for(SendRating)
    assert (sent.ticket_id, sent.level, sent.channel) == (T1, level, "touch")
    assert ClosePad() in visitor.asked
    tell_story(visitor, [(tell(RatingSaved(T1)), "rate-thanks"), (wait(delays.THANKS), "pad-title")])
    assert EndVisit() in visitor.asked and not visitor.timers


def test_a_rating_by_the_keys() -> None:
    visitor = tell_story(asked(), [(tell(RatingPressed("pad", T1, 4)), "rate-saving")])
    assert visitor.asked_for(SendRating).channel == "pad"
    visitor.tell(RatingPressed("pad", T1, 1))
    assert not visitor.asked


def test_a_press_of_another_session_does_not_count() -> None:
    tell_story(asked(), [(tell(RatingPressed("pad", T2, 1)), "rate-title"), (tell(RatingPressed("pad", T1, 6)), "rate-title")])


def test_skipping_is_one_touch_and_recorded_as_offered() -> None:
    visitor = tell_story(asked(), [(touch("skip"), "pad-title")])
    assert visitor.asked_for(SendRating) == SendRating(T1, None, "touch")


def test_no_timer_submits_a_level() -> None:
    visitor = tell_story(asked(), [(wait(delays.RATE - 1), "rate-title"), (wait(1), "pad-title")])
    assert visitor.asked_for(SendRating).level is None and ClosePad() in visitor.asked


def test_only_its_own_window_and_once_a_ticket() -> None:
    tell_story(at_rest(), [(tell(RatingAsked(T1, "A001", "w3")), "pad-title")])
    visitor = tell_story(asked(), [(touch("skip"), "pad-title"), (tell(ASK), "pad-title")])
    tell_story(visitor, [(tell(RatingAsked(T2, "A002", "w2")), "rate-title")])


def test_the_next_ticket_replaces_a_question_that_stands() -> None:
    visitor = tell_story(asked(), [(tell(RatingAsked(T2, "A002", "w2")), "rate-title")])
    assert visitor.asked_for(SendRating) == SendRating(T1, None, "touch")
    assert visitor.asked_for(OpenPad).session == T2
    assert EndVisit() in visitor.asked


def test_the_next_resident_cannot_rate_for_the_one_before() -> None:
    elsewhere, again = TicketCalled(call("A009", "3")), TicketCalled(call("A001", "2"))
    visitor = tell_story(asked(), [(tell(elsewhere), "rate-title"), (tell(again), "rate-title")])
    tell_story(visitor, [(tell(TicketCalled(call("A002", "2"))), "pad-title")])
    assert visitor.asked_for(SendRating).level is None


@pytest.mark.parametrize("trouble", [tell(RatingLost(T1)), wait(delays.SAVING)])
def test_a_rating_that_could_not_be_kept_is_told(trouble: object) -> None:
    visitor = tell_story(asked(), [(touch("rate.5"), "rate-saving"), (trouble, "rate-lost")])  # type: ignore[list-item]
    assert isinstance(visitor.view, Trouble)
    tell_story(visitor, [(wait(delays.THANKS), "pad-title")])


def test_settings_changed_at_rest_do_not_stay() -> None:
    visitor = tell_story(at_rest(), [(touch("tool.size"), "pad-title"), (wait(delays.IDLE), "pad-title")])
    assert EndVisit() in visitor.asked


def test_a_helper_can_be_called_at_the_pad() -> None:
    tell_story(asked(), [(touch("tool.help"), "help-title"), (touch("help-return"), "rate-title")])
    visitor = tell_story(asked(), [(touch("tool.help"), "help-title"), (touch("home"), "pad-title")])
    assert visitor.asked_for(SendRating).level is None
