"""Stories of an opinion: told by choosing, without a name; answered by telephone, if that is wanted; written by a helper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from central.opinions import rules
from devices.types import PrintOutcome, PrintResult
from kiosk.effects import AskBooking, CallHelper, PrintSlip
from kiosk.events import BookingAnswered, HallLost, SlipPrinted
from kiosk.flows.opinion_views import TOPICS
from kiosk.hall.messages import OpinionReceipt, Refusal
from kiosk.questions import TellOpinion
from tests.flows.stories import at_home, lay, tell, tell_story, touch
from tests.flows.test_booking import typed
from tests.kit.people import ELDER, HALL
from tests.kit.visitor import Visitor

PHONE = "13900005678"
COMPLAINT = OpinionReceipt("o1", "2025-0003", "complaint", date(2025, 3, 10))


def said(visitor: Visitor) -> list[str]:
    return [words.id for words in visitor.view.body]


def with_topic(topic: str, kind: str = "complaint") -> Visitor:
    story = [(touch("opinion"), "opinion-title"), (touch(f"opinion.{kind}"), f"opinion-{kind}-title")]
    return tell_story(at_home(), [*story, (touch(f"topic.{topic}"), "opinion-more-title")])


def at_the_answer(topic: str) -> Visitor:
    return tell_story(with_topic(topic), [(touch("more-none"), "opinion-answer-title")])


def test_the_service_knows_every_topic_that_can_be_chosen() -> None:
    assert TOPICS == {kind: rules.TOPICS[kind] for kind in ("complaint", "suggestion", "praise")}


def test_a_complaint_by_choosing_and_nobody_asked_who() -> None:
    visitor = tell_story(with_topic("slow"), [(touch("back"), "opinion-complaint-title")])
    tell_story(visitor, [(touch("topic.attitude"), "opinion-more-title"), (touch("more-topic"), "opinion-topic-title")])
    assert "topic.attitude" not in visitor.offered and "topic.slow" in visitor.offered
    tell_story(visitor, [(touch("back"), "opinion-more-title"), (touch("more-topic", "topic.graft"), "opinion-more-title")])
    assert said(visitor) == ["opinion-topic-attitude", "opinion-topic-graft", "opinion-more-box"]
    tell_story(visitor, [(touch("more-none"), "opinion-answer-title"), (touch("answer-none"), "book-read-title")])
    assert said(visitor) == ["opinion-complaint", "opinion-topic-attitude", "opinion-topic-graft", "opinion-unnamed"]
    tell_story(visitor, [(touch("opinion-yes"), "asking-opinion")])
    request = visitor.asked_for(AskBooking)
    assert request.question == TellOpinion("complaint", ("attitude", "graft"), "", "zh", None)
    tell_story(visitor, [(tell(BookingAnswered(request.key, COMPLAINT)), "opinion-told-title")])
    assert visitor.asked_for(PrintSlip).slip == COMPLAINT and visitor.view.number == "2025-0003"
    assert said(visitor) == ["opinion-due", "opinion-ask-phone", "opinion-not-content"]
    assert dict(visitor.view.body[0].args) == {"month": 3, "day": 10, "weekday": 1}
    tell_story(visitor, [(tell(SlipPrinted("o1", PrintResult(PrintOutcome.PRINTED))), "opinion-told-title")])
    tell_story(visitor, [(touch("done"), "home-title")])


def test_a_card_that_lies_there_gives_no_name_away() -> None:
    visitor = tell_story(at_the_answer("slow"), [(lay(ELDER), "opinion-answer-title"), (touch("answer-phone"), "phone-title")])
    tell_story(visitor, [(typed(PHONE), "phone-title"), (touch("enter"), "book-read-title")])
    assert visitor.view.who.id == "who-phone"
    tell_story(visitor, [(touch("opinion-yes"), "asking-opinion")])
    request = visitor.asked_for(AskBooking)
    assert request.question.holder is None and request.question.phone == PHONE and PHONE not in repr(request)
    tell_story(visitor, [(tell(BookingAnswered(request.key, Refusal.NOT_UNDERSTOOD)), "booking-failed")])

    visitor = tell_story(at_the_answer("slow"), [(lay(ELDER), "opinion-answer-title"), (touch("answer-phone"), "phone-title")])
    tell_story(visitor, [(typed(PHONE), "phone-title"), (touch("enter", "opinion-named"), "book-read-title")])
    assert visitor.view.who.id == "who-both" and ELDER.name not in str(visitor.view)
    tell_story(visitor, [(touch("opinion-yes"), "asking-opinion")])
    assert visitor.asked_for(AskBooking).question.holder == ELDER


def test_no_answer_leaves_only_the_same_request() -> None:
    visitor = tell_story(at_the_answer("slow"), [(touch("answer-none", "opinion-yes"), "asking-opinion")])
    first = visitor.asked_for(AskBooking)
    tell_story(visitor, [(tell(BookingAnswered(first.key, Refusal.UNREACHABLE)), "asking-opinion")])
    visitor.wait(2)
    tell_story(visitor, [(tell(BookingAnswered(first.key, Refusal.UNREACHABLE)), "booking-unreachable")])
    assert visitor.offered == {"retry", "home"}
    tell_story(visitor, [(touch("retry"), "asking-opinion")])
    assert visitor.asked_for(AskBooking) == first
    tell_story(visitor, [(tell(BookingAnswered(first.key, COMPLAINT)), "opinion-told-title")])


def test_who_would_rather_speak_has_somebody_come_who_is_not_told_of_what() -> None:
    visitor = tell_story(with_topic("inaction"), [(touch("more-helper"), "help-title")])
    assert visitor.asked_for(CallHelper).doing == "opinion"
    tell_story(visitor, [(touch("help-return"), "opinion-more-title"), (touch("back"), "opinion-complaint-title")])
    tell_story(visitor, [(touch("back"), "opinion-title"), (touch("back"), "home-title")])


def test_praise_waits_for_no_answer() -> None:
    visitor = with_topic("kind", "praise")
    tell_story(visitor, [(touch("more-none", "answer-none", "opinion-yes"), "asking-opinion")])
    receipt = OpinionReceipt("o2", "2025-0004", "praise", None)
    tell_story(visitor, [(tell(BookingAnswered(visitor.asked_for(AskBooking).key, receipt)), "opinion-told-title")])
    assert said(visitor) == ["opinion-praise-told"]


def test_the_halls_own_number_for_complaints_is_told_beside_the_citys() -> None:
    hall = replace(HALL, on_show=replace(HALL.on_show, complaints="0477-0000009"))
    visitor = tell_story(at_home(hall=hall), [(touch("opinion"), "opinion-title")])
    assert dict(visitor.view.body[1].args) == {"own": "0477-0000009", "phone": "12345"}


def test_without_the_service_nobody_is_led_into_it() -> None:
    assert "opinion" not in at_home().tell(HallLost()).offered
