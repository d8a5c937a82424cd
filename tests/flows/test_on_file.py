"""Stories of somebody who gave a mandate before: what lies on file is offered after the card, and used where they say so."""

from __future__ import annotations

from kiosk.effects import AskMandate
from kiosk.events import MandateAnswered
from kiosk.hall.mandate import OnFile
from kiosk.hall.messages import Refusal
from kiosk.mandating import GiveMandate, MandateReply, ReadOnFile
from kiosk.views import NumberKeys
from tests.flows.stories import lay, tell_story, touch
from tests.flows.test_entrusting import SIGN, at_consent, question, words
from tests.kit.errands import ON_FILE
from tests.kit.people import ELDER, YOUNG
from tests.kit.visitor import Visitor


def told(somebody: Visitor, reply: MandateReply) -> Visitor:
    """Of what lies on file for the card that was laid last."""
    return somebody.tell(MandateAnswered(somebody.state.stage.errand.asked, reply))


def with_card() -> Visitor:
    somebody = at_consent().touch("entrust-yes")
    assert not any(isinstance(one, AskMandate) and isinstance(one.question, ReadOnFile) for one in somebody.asked), "no card yet"
    lay(ELDER)(somebody)
    assert somebody.asked_for(AskMandate).question == ReadOnFile("allowance", ELDER)
    return somebody


def given(somebody: Visitor) -> GiveMandate:
    asked = question(somebody.touch("entrust-sign").tell(*SIGN).touch("sign-done"))
    assert isinstance(asked, GiveMandate)
    return asked


def test_what_lies_there_is_used_where_they_say_so() -> None:
    somebody = told(with_card(), ON_FILE)
    assert words(somebody) == ["papers-kept-title", "papers-kept", "guide-text"]
    tell_story(somebody, [(touch("papers-same"), "hand-title"), (touch("back"), "papers-kept-title")])
    tell_story(somebody, [(touch("papers-same"), "hand-title")])
    assert somebody.offered & {"hand.household", "hand.bank"} == {"hand.bank"}, "what lies there is not brought again"
    tell_story(somebody, [(touch("hand-all"), "phone-kept-title"), (touch("phone-same"), "book-read-title")])
    assert {"phone-kept", "entrust-kept"} <= set(words(somebody))
    asked = given(somebody)
    assert (asked.phone, asked.phone_on_file, asked.papers_on_file) == ("", True, ("household",))
    assert [one.name.zh for one in asked.papers] == ["老人的身份证", "老人自己的银行卡"]


def test_who_goes_back_to_the_start_is_asked_anew() -> None:
    somebody = told(with_card(), ON_FILE).touch("back", "entrust-yes")
    assert somebody.view.title.id == "hand-title", "until the answer has come"
    assert told(somebody, ON_FILE).view.title.id == "papers-kept-title"


def test_nothing_is_used_that_nobody_asked_for() -> None:
    somebody = told(with_card(), ON_FILE).touch("papers-anew", "hand-all", "phone-other")
    assert isinstance(somebody.view, NumberKeys)
    asked = given(somebody.touch("enter"))
    assert (asked.phone_on_file, asked.papers_on_file, len(asked.papers)) == (False, (), 3)


def test_another_card_sees_nothing_of_it() -> None:
    somebody = with_card()
    first = somebody.asked_for(AskMandate)
    told(somebody, ON_FILE).touch("papers-same", "hand-all", "phone-same")
    lay(YOUNG)(somebody)
    second = somebody.asked_for(AskMandate)
    assert not {"phone-kept", "entrust-kept"} & set(words(somebody))
    somebody.tell(MandateAnswered(first.key, ON_FILE)).touch("back")
    assert isinstance(somebody.view, NumberKeys), "an answer about the card before is dropped"
    asked = given(somebody.tell(MandateAnswered(second.key, OnFile())).touch("enter"))
    assert (asked.holder, asked.phone_on_file, asked.papers_on_file) == (YOUNG, False, ())


def test_an_answer_that_comes_late_or_never_keeps_nobody() -> None:
    late = with_card().touch("hand-all")
    assert isinstance(late.view, NumberKeys)
    tell_story(late, [(lambda somebody: told(somebody, ON_FILE), "phone-kept-title")])
    typing = with_card().touch("hand-all", "digit.3")
    assert isinstance(told(typing, ON_FILE).view, NumberKeys), "who types is not interrupted"
    never = told(with_card(), Refusal.UNREACHABLE)
    choosing = with_card().touch("hand.bank")
    assert told(choosing, ON_FILE).view.title.id == "hand-title", "nor who chooses"
    tell_story(never, [(touch("hand-all"), "phone-title"), (touch("enter"), "book-read-title")])
