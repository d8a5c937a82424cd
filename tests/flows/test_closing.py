"""Stories of a result that lies before whoever gave the mandate: read, signed for, and held."""

from __future__ import annotations

from devices.types import Fault
from kiosk.effects import AskMandate, CallHelper
from kiosk.events import HallKnown
from kiosk.flows import delays
from kiosk.hall.mandate import Found
from kiosk.hall.messages import Refusal
from kiosk.mandating import FindMandates, ReceiveResult
from kiosk.views import GuideShown, HelperComing, Signing
from tests.flows.stories import fail, lay, tell_story, touch
from tests.flows.test_entrusting import SHOWN, SIGN, answer, question, words
from tests.flows.test_guides import visitor
from tests.kit.errands import FORMS, OFFERED, RECEIVED, RELAYED, SIGNATURE
from tests.kit.people import ELDER, YOUNG
from tests.kit.visitor import Visitor


def at_closing() -> Visitor:
    somebody = visitor().tell(HallKnown(SHOWN)).touch("home", "book", "mandates")
    lay(ELDER)(somebody)
    answer(Found((RELAYED, OFFERED), FORMS))(somebody)
    return somebody


def test_read_signed_for_and_held() -> None:
    somebody = at_closing()
    assert isinstance(somebody.view, GuideShown) and somebody.offered == {"closing-sign", "closing-helper", "back", "home"}
    assert words(somebody) == ["closing-title", "progress-what", "progress-done", "guide-text"]
    tell_story(somebody, [(touch("closing-sign"), "sign-title")])
    assert "sign-done" not in somebody.offered
    request = somebody.tell(*SIGN).touch("sign-done").asked_for(AskMandate)
    assert request.question == ReceiveResult("m4", FindMandates(holder=ELDER), SIGNATURE)
    answer(Refusal.UNREACHABLE)(somebody)
    somebody.wait(delays.RETRY)
    answer(Refusal.UNREACHABLE)(somebody)
    assert somebody.view.title.id == "booking-unreachable", "nobody knows whether it was noted"
    assert somebody.touch("retry").asked_for(AskMandate) == request
    tell_story(somebody, [(answer(RECEIVED), "progress-delivered"), (touch("back"), "kept-several")])
    assert not any(one.offered for one in somebody.state.stage.found.mandates)


def test_who_does_not_sign_is_shown_how_far_it_is_or_gets_a_person() -> None:
    somebody = tell_story(at_closing(), [(touch("back"), "kept-several"), (touch("mandate.1"), "progress-done")])
    assert "closing-sign" not in somebody.offered
    somebody = at_closing().touch("closing-sign", "sign-helper")
    assert isinstance(somebody.view, HelperComing) and somebody.asked_for(CallHelper).doing == "receiving"


def test_what_lies_there_no_more_is_told() -> None:
    somebody = at_closing().touch("closing-sign").tell(*SIGN).touch("sign-done")
    tell_story(somebody, [(answer(Refusal.NOT_OFFERED), "refusal-not-offered"), (touch("retry"), "asking-received")])


def test_nobody_signs_in_the_name_of_another_card() -> None:
    somebody = at_closing().touch("closing-sign").tell(*SIGN)
    assert isinstance(somebody.view, Signing)
    tell_story(somebody, [(lay(YOUNG), "asking-progress")])
    assert question(somebody) == FindMandates(holder=YOUNG)
    somebody = at_closing().touch("closing-sign").tell(*SIGN)
    tell_story(somebody, [(fail(Fault.CARD_MOVED), "fault-card-moved"), (touch("other-card"), "mandates-card")])


def test_without_the_words_nothing_is_signed() -> None:
    somebody = visitor().touch("home", "book", "mandates")
    tell_story(somebody, [(lay(ELDER), "asking-progress"), (answer(Found((OFFERED,))), "progress-done")])
