"""Stories of a visit at home: asked for with a telephone number, and nothing said that one would rather not say."""

from __future__ import annotations

import pytest

from devices.types import PrintOutcome, PrintResult
from kiosk.effects import AskBooking, PrintSlip
from kiosk.events import BookingAnswered, SlipPrinted
from kiosk.hall.messages import Refusal
from kiosk.questions import AskVisit
from tests.flows.stories import at_home, lay, tell, tell_story, touch
from tests.flows.test_booking import typed
from tests.kit.bookings import RECEIPT
from tests.kit.people import ELDER, HALL, SOCIAL
from tests.kit.visitor import Visitor


def at_the_review(whom: str, need: str, group: str) -> Visitor:
    visitor = tell_story(at_home(), [(touch("book"), "book-title"), (touch("book.visit"), "visit-for-title")])
    tell_story(visitor, [(touch(whom), "visit-need-title"), (touch(need), "visit-group-title"), (touch(group), "phone-title")])
    return tell_story(visitor, [(typed("04773980000"), "phone-title"), (touch("enter"), "book-read-title")])


def test_for_somebody_else_with_a_reason_that_was_told() -> None:
    visitor = at_the_review("for.other", "need.social", "group.frail")
    assert [words.id for words in visitor.view.body] == ["visit-read-other", "book-line", "visit-group-frail"]
    tell_story(visitor, [(touch("visit-yes"), "asking-visit")])
    request = visitor.asked_for(AskBooking)
    assert request.question == AskVisit("04773980000", SOCIAL, True, "frail", None)
    assert "0477" not in repr(request) and "frail" not in repr(request)
    tell_story(visitor, [(tell(BookingAnswered(request.key, Refusal.BUSY)), "asking-visit")])
    tell_story(visitor, [(tell(BookingAnswered(request.key, RECEIPT)), "visit-asked-title")])
    assert visitor.asked_for(PrintSlip).slip == RECEIPT and visitor.view.number == "037"
    assert dict(visitor.view.body[1].args) == {"phone": HALL.phone}
    tell_story(visitor, [(tell(SlipPrinted("v1", PrintResult(PrintOutcome.PRINTED))), "visit-asked-title")])
    tell_story(visitor, [(touch("done"), "home-title")])


def test_nothing_need_be_said_but_the_number() -> None:
    visitor = at_the_review("for.self", "need-any", "group-none")
    tell_story(visitor, [(lay(ELDER), "book-read-title")])
    assert dict(visitor.view.who.args)["name"] == "张＊", "a card that lies there gives the name"
    tell_story(visitor, [(touch("visit-yes"), "asking-visit")])
    assert visitor.asked_for(AskBooking).question == AskVisit("04773980000", None, False, None, ELDER)


@pytest.mark.parametrize("way", ["back", "visit-again"])
def test_what_was_said_can_be_said_anew(way: str) -> None:
    visitor = at_the_review("for.self", "need.social", "group.alone")
    visitor.touch(way)
    if way == "back":
        tell_story(visitor, [(touch("back"), "visit-group-title"), (touch("back"), "visit-need-title")])
        visitor.touch("back")
    tell_story(visitor, [(touch("for.other"), "visit-need-title"), (touch("need-any"), "visit-group-title")])
    tell_story(visitor, [(touch("group-none"), "phone-title"), (touch("enter"), "book-read-title")])
    assert [words.id for words in visitor.view.body] == ["visit-read-other", "visit-read-any"]
