"""Stories of somebody who has it done for them: agreed, handed over, signed, held, and asked after."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import AskMandate, CallHelper, PrintSlip, RecordNotice
from kiosk.events import HallKnown, HallLost, MandateAnswered, SlipPrinted, Written
from kiosk.flows import delays
from kiosk.flows.step import Fittings
from kiosk.hall.mandate import Found
from kiosk.hall.messages import Refusal
from kiosk.hall.people import OnShow, OnShowHere
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper
from kiosk.mandating import FindMandates, GiveMandate, MandateReply, ReadForms
from kiosk.views import Confirm, GuideShown, HelperComing, NoticeShown, NumberKeys, Prompt, Signing
from tests.flows.stories import FULL, Act, fail, lay, tell_story, touch
from tests.flows.test_guides import GUIDED, visitor
from tests.kit.errands import ASKED, DRAFT, FORMS, POSTED, RECEIPT, RELAYED, SIGNATURE
from tests.kit.people import ELDER, YOUNG
from tests.kit.visitor import Visitor

HELD = ("answer.no", "held.yes", "held.yes", "held.yes")
SIGN = tuple(Written(0, (stroke,)) for stroke in SIGNATURE)
PRINTED = PrintResult(PrintOutcome.PRINTED)
SHOWN = replace(GUIDED, on_show=OnShowHere((OnShow("s1", "东方明", None, None, "0477-0000002"),)))


def question(somebody: Visitor) -> object:
    return somebody.state.stage.request.question


def answer(reply: MandateReply) -> Act:
    return lambda somebody: somebody.tell(MandateAnswered(somebody.state.stage.request.key, reply))


def words(somebody: Visitor) -> list[str]:
    """Everything on the glass, by its ids."""
    pieces = somebody.view.pieces if isinstance(somebody.view, GuideShown) else ()
    return [one.id for one in (somebody.view.title, *somebody.view.body, *(word for piece in pieces for word in piece.words))]


def at_consent(fittings: Fittings = FULL) -> Visitor:
    somebody = visitor(fittings).touch("guide.entrust", *HELD)
    answer(FORMS)(somebody)
    return somebody


def at_signing(somebody: Visitor, *papers: str) -> Visitor:
    return somebody.touch("entrust-yes").touch(*papers or ("hand-all",)).touch("enter", "entrust-sign")


def by_card() -> Visitor:
    somebody = at_consent()
    lay(ELDER)(somebody)
    return somebody


def test_what_is_missing_leads_to_the_notice_and_never_to_a_mandate() -> None:
    somebody = visitor().touch("guide.entrust", "answer.no", "held.yes", "held.no", "held.yes")
    assert isinstance(somebody.view, NoticeShown) and somebody.asked_for(RecordNotice).item == "allowance"
    assert "guide.entrust" not in somebody.offered
    somebody.touch("back", "back", "held.yes", "held.yes")
    assert question(somebody) == ReadForms(), "what was missing has come"


def test_agreed_by_card_handed_over_called_looked_over_and_signed() -> None:
    somebody = tell_story(
        visitor(),
        [
            (touch("guide.entrust", *HELD), "asking-forms"),
            (answer(FORMS), "entrust-title"),
            (touch("entrust-yes"), "card-title"),
            (lay(ELDER), "hand-title"),
            (touch("hand.household", "hand.bank", "hand.household", "hand-on"), "phone-title"),
            (touch("enter"), "book-read-title"),
            (touch("back", *(f"digit.{digit}" for digit in "3981726"), "enter"), "book-read-title"),
        ],
    )
    view = somebody.view
    assert isinstance(view, Confirm) and view.who is not None and view.who.id == "who-both"
    assert dict(view.body[1].args)["days"] == 15 and dict(view.body[2].args)["count"] == 1
    tell_story(somebody, [(touch("entrust-sign"), "sign-title")])
    assert isinstance(somebody.view, Signing) and "sign-done" not in somebody.offered, "nobody signs by a tip of the finger"
    somebody.tell(Written(0, (((500, 500), (502, 500)),)))
    assert "sign-done" not in somebody.offered
    somebody.touch("sign-clear").tell(*SIGN)
    assert isinstance(somebody.view, Signing) and somebody.view.strokes == SIGNATURE
    request = somebody.touch("sign-done").asked_for(AskMandate)
    given = request.question
    assert isinstance(given, GiveMandate) and (given.item, given.holder, given.phone) == ("allowance", ELDER, "3981726")
    assert [one.name.zh for one in given.papers] == ["老人自己的银行卡"] and given.strokes == SIGNATURE
    assert "3981726" not in repr(given) and "张三丰" not in repr(given)
    tell_story(somebody, [(answer(RECEIPT), "entrusted-title")])
    receipt, form = (one.slip for one in somebody.asked if isinstance(one, PrintSlip))
    assert isinstance(receipt, ReceiptPaper) and receipt.told == RECEIPT and "48290317" not in repr(receipt)
    assert isinstance(form, MandatePaper) and (form.who, form.tail, form.strokes) == ("张＊", "0019", SIGNATURE)
    somebody.tell(SlipPrinted(receipt.id, PRINTED))
    assert "entrusted-printing" in words(somebody), "the form is still to come"
    somebody.tell(SlipPrinted(form.id, PrintResult(PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT)))
    assert {"entrusted-not-printed", "fault-paper-out", "entrusted-end"} <= set(words(somebody))
    assert somebody.offered == {"again", "entrust-helper", "home"}
    again = somebody.touch("again").asked_for(PrintSlip).slip
    assert isinstance(again, MandatePaper), "the receipt came; only the form is printed again"
    somebody.tell(SlipPrinted(again.id, PRINTED))
    assert "entrusted-printed" in words(somebody) and "again" not in somebody.offered
    assert somebody.touch("entrust-helper").asked_for(CallHelper).item == "allowance"
    assert somebody.touch("help-return", "done").state.visit.holder is None


def test_who_has_no_card_or_cannot_sign_gets_a_person() -> None:
    somebody = at_consent().touch("entrust-yes", "entrust-helper")
    assert isinstance(somebody.view, HelperComing) and somebody.asked_for(CallHelper).doing == "entrusting"
    assert not any(isinstance(one, AskMandate) for one in somebody.asked), "without a card no mandate"
    somebody = at_signing(by_card(), "hand-on").touch("sign-helper")
    given = question(somebody)
    assert isinstance(given, GiveMandate) and given.strokes is None and given.papers == ()
    answer(DRAFT)(somebody)
    assert isinstance(somebody.view, HelperComing)
    form = next(one.slip for one in somebody.asked if isinstance(one, PrintSlip) and isinstance(one.slip, MandatePaper))
    assert form.strokes == (), "lines to sign on"
    somebody.touch("help-return")
    assert somebody.view.title.id == "entrusted-draft" and "entrusted-unsigned" in words(somebody)


def test_without_an_answer_there_is_no_number_and_only_the_same_request_again() -> None:
    somebody = at_signing(by_card()).tell(*SIGN).touch("sign-done")
    first = somebody.state.stage.request
    answer(Refusal.UNREACHABLE)(somebody)
    somebody.wait(delays.RETRY)
    answer(Refusal.UNREACHABLE)(somebody)
    assert somebody.view.title.id == "booking-unreachable" and somebody.offered == {"retry", "home"}
    assert somebody.touch("retry").asked_for(AskMandate) == first
    tell_story(somebody, [(answer(RECEIPT), "entrusted-title")])


def test_another_card_has_to_look_it_over_and_sign_anew() -> None:
    somebody = at_signing(by_card()).tell(*SIGN)
    tell_story(somebody, [(lay(YOUNG), "book-read-title"), (touch("entrust-sign"), "sign-title")])
    assert isinstance(somebody.view, Signing) and somebody.view.strokes == ()
    tell_story(somebody, [(fail(Fault.CARD_MOVED), "fault-card-moved"), (touch("other-card"), "card-title")])


def test_it_is_offered_where_it_may_and_can_be_done() -> None:
    assert "guide.entrust" not in visitor().tell(HallLost()).offered, "without a service nobody can be told a number"
    own = replace(GUIDED, guides=tuple(replace(one, entrusted=False) for one in GUIDED.guides))
    somebody = visitor().tell(HallKnown(own))
    assert "guide.entrust" not in somebody.offered
    assert "guide.entrust" not in somebody.touch("guide.check", *HELD).offered


def test_a_mandate_is_followed_by_card() -> None:
    somebody = visitor().tell(HallKnown(SHOWN)).touch("home", "book", "mandates")
    assert isinstance(somebody.view, Prompt)
    tell_story(somebody, [(lay(ELDER), "asking-progress")])
    assert question(somebody) == FindMandates(holder=ELDER)
    tell_story(somebody, [(answer(Found((RELAYED, ASKED), FORMS)), "kept-several"), (touch("mandate.0"), "progress-relayed")])
    assert words(somebody)[1:5] == ["progress-what", "entrusted-end", "progress-agent", "staff-phone"]
    after, latest = words(somebody)[5:7], words(somebody)[7]
    assert after == ["progress-next", "progress-next-relayed"] and latest == "progress-act-relay"
    slip = somebody.touch("guide.print").asked_for(PrintSlip).slip
    assert isinstance(slip, ReceiptPaper) and (slip.agent, slip.phone, slip.told.code) == ("东方明", "0477-0000002", "")
    somebody.tell(SlipPrinted(slip.id, PRINTED)).touch("back", "mandate.1")
    found = words(somebody)
    assert found[0] == "progress-supplementing" and {"progress-late", "progress-until", "guide-numbered"} <= set(found)
    assert isinstance(somebody.view, GuideShown) and somebody.view.pieces[1].private, "what is missing is theirs alone"


def test_a_mandate_is_followed_by_what_stands_on_the_receipt() -> None:
    somebody = visitor().touch("home", "book", "mandates", "receipt-code", *(f"digit.{one}" for one in "48290317"), "enter")
    assert isinstance(somebody.view, NumberKeys) and somebody.view.length == 4
    somebody.touch("digit.0", "digit.0", "digit.1", "sign.X", "enter")
    assert question(somebody) == FindMandates("48290317", "001X") and "48290317" not in repr(question(somebody))
    tell_story(somebody, [(answer(Refusal.MANDATE_UNKNOWN), "refusal-mandate-unknown")])
    tell_story(somebody, [(touch("other-receipt"), "mandates-card"), (lay(YOUNG), "asking-progress")])
    tell_story(somebody, [(answer(Refusal.MANDATE_UNKNOWN), "mandates-none")])
    tell_story(somebody, [(lay(ELDER), "asking-progress"), (answer(Found((POSTED,))), "progress-posted")])
    assert "progress-tracking" in words(somebody) and "guide.print" not in somebody.offered, "no form, no paper"
    tell_story(somebody, [(touch("back"), "book-title")])
