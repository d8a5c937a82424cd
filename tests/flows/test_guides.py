"""Stories of somebody who reads about what they came for, takes it home on paper, or finds out what they still need."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import IssueTicket, PrintSlip, RecordNotice
from kiosk.events import HallKnown, HallLost, NoticeLost, NoticeRecorded, SlipPrinted
from kiosk.flows import delays
from kiosk.flows.step import Fittings
from kiosk.handouts import Leaflet, NoticePaper
from kiosk.views import GuideShown, NoticeShown, Prompt
from tests.flows.stories import FULL, at_home, lay, tell, tell_story, touch, wait
from tests.kit.guides import GUIDES
from tests.kit.items import ITEMS
from tests.kit.people import ELDER, HALL
from tests.kit.visitor import Visitor

OPEN = tuple(replace(line, open=True, windows=("3",)) for line in HALL.lines)
GUIDED = replace(HALL, lines=OPEN, items=ITEMS, guides=GUIDES)
TO_CARE = ("find", "find-domains", "domain.elderly_care")
TO_GUIDE = (*TO_CARE, "item.allowance")


def visitor(fittings: Fittings = FULL) -> Visitor:
    return at_home(fittings, GUIDED).touch(*TO_GUIDE)


def pieces(visitor: Visitor) -> list[str]:
    """What the pieces on the glass are called."""
    assert isinstance(visitor.view, GuideShown)
    args = (dict(one.words[0].args) for one in visitor.view.pieces)
    return [text.zh for one in args if not isinstance(text := one.get("text", ""), (str, int))]


def words(visitor: Visitor) -> list[str]:
    return [one.id for one in visitor.view.body]


def lacking(visitor: Visitor) -> Visitor:
    """Here for somebody else, without the household's book and a bank card."""
    return visitor.touch("guide.check", "answer.yes", "held.yes", "held.no", "held.no", "held.yes")


def test_from_the_item_over_every_part_to_a_number_with_no_question_asked_twice() -> None:
    somebody = visitor()
    assert isinstance(somebody.view, GuideShown) and dict(somebody.view.title.args)["text"] == GUIDES[0].name
    somebody.touch("guide.bring")
    assert pieces(somebody) == ["老人的身份证", "户口本", "老人自己的银行卡", "委托书"]
    on_phone = [any(word.id == "guide-on-phone" for word in one.words) for one in somebody.view.pieces]
    assert on_phone == [True, False, False, False], "an electronic licence will do for the card alone"
    somebody.touch("guide.steps")
    assert isinstance(somebody.view, GuideShown) and somebody.view.path and len(somebody.view.pieces) == 4
    tell_story(
        somebody,
        [
            (touch("guide.terms"), "guide-terms-title"),
            (touch("guide.places"), "guide-places-title"),
            (touch("guide.online"), "guide-online-title"),
            (touch("guide.faq"), "guide-faq-title"),
            (touch("back"), "guide-text"),
            (touch("guide.take"), "card-title"),
            (touch("back"), "guide-text"),
            (touch("back"), "found-title"),
        ],
    )
    somebody.touch("item.allowance", "guide.take", "card-none")
    assert somebody.asked_for(IssueTicket).line == "civil"


def test_by_what_happened_by_who_one_is_and_by_what_is_asked_for_most() -> None:
    somebody = at_home(hall=GUIDED).touch("find")
    assert {"find-events", "find-people", "find-asked"} <= somebody.offered
    tell_story(somebody, [(touch("find-events"), "events-title")])
    assert [one.id for one in somebody.view.choices] == ["event.retirement", "event.old_age"]
    tell_story(somebody, [(touch("event.retirement"), "found-title")])
    assert [one.id for one in somebody.view.choices] == ["item.elder_card"]
    tell_story(somebody, [(touch("back"), "events-title"), (touch("back"), "find-title"), (touch("find-people"), "people-title")])
    tell_story(somebody, [(touch("person.elder", "item.allowance"), "guide-text"), (touch("back", "back", "back"), "find-title")])
    somebody.touch("find-asked")
    assert [one.id for one in somebody.view.choices] == ["item.allowance", "item.elder_card"]
    tell_story(somebody, [(touch("back"), "find-title")])


def test_an_item_without_a_guide_goes_straight_to_its_line() -> None:
    tell_story(at_home(hall=GUIDED).touch(*TO_CARE), [(touch("item.elder_meals"), "card-title")])


def test_a_guide_is_printed_and_the_truth_is_told() -> None:
    somebody = visitor().touch("guide.print")
    asked = somebody.asked_for(PrintSlip)
    assert isinstance(asked.slip, Leaflet) and asked.slip.guide is GUIDES[0] and words(somebody)[0] == "guide-printing"
    assert "guide.print" not in somebody.offered, "one paper at a time"
    out = PrintResult(PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT)
    assert words(somebody.tell(SlipPrinted("another", out)))[0] == "guide-printing"
    assert words(somebody.tell(SlipPrinted(asked.slip.id, out)))[:2] == ["guide-not-printed", "fault-paper-out"]
    somebody.touch("guide.print")
    assert words(somebody.wait(delays.PRINT))[0] == "guide-uncertain"


def test_only_what_decides_is_asked_and_all_that_is_missing_is_told_once() -> None:
    somebody = visitor().touch("guide.check")
    assert "check-card" in words(somebody), "nobody is asked for the question that decides nothing"
    lay(ELDER)(somebody)
    somebody.touch("answer.yes")
    assert isinstance(somebody.view, Prompt) and somebody.view.picture == "paper-card"
    somebody.touch("held.yes", "held.no", "held.no", "held.yes")
    record = somebody.asked_for(RecordNotice)
    assert (record.item, record.version, record.answers) == ("allowance", 3, (("by_other", True),))
    assert record.held == ("id_card", "entrust") and record.holder is ELDER
    assert isinstance(somebody.view, NoticeShown) and somebody.view.title.args == (("count", 2),)
    assert pieces(somebody) == ["户口本", "老人自己的银行卡"] and "notice-recording" in words(somebody)
    somebody.tell(NoticeRecorded(record.key, "0012", second=True))
    assert words(somebody)[-2:] == ["notice-recorded", "notice-second"]
    paper = somebody.touch("guide.print").asked_for(PrintSlip).slip
    assert isinstance(paper, NoticePaper) and paper.number == "0012" and len(paper.verdict.missing) == 2


def test_an_answer_is_taken_back_and_nobody_is_asked_for_the_paper_of_another() -> None:
    somebody = visitor().touch("guide.check", "answer.yes", "back", "answer.no", "held.yes", "held.no", "held.yes")
    assert pieces(somebody) == ["户口本"]
    tell_story(somebody, [(touch("back"), "check-material"), (touch("held.no"), "notice-missing")])
    assert pieces(somebody) == ["户口本", "老人自己的银行卡"]
    tell_story(somebody, [(touch("back", "back", "back", "back", "back"), "guide-text")])


def test_who_has_everything_is_told_so_and_nothing_is_recorded() -> None:
    somebody = visitor().touch("guide.check", "answer.no", "held.yes", "held.yes", "held.yes")
    assert somebody.view.title.id == "notice-complete" and not any(isinstance(one, RecordNotice) for one in somebody.asked)
    tell_story(somebody, [(touch("guide.take"), "card-title"), (touch("back"), "notice-complete")])


def test_what_can_be_put_right_here_is_no_reason_to_go_home() -> None:
    somebody = visitor().touch("guide.check", "answer.yes", "held.no", "held.no", "held.yes", "held.no")
    assert "notice-today" in words(somebody)


def test_what_became_of_the_record_is_told_as_it_is() -> None:
    for answer, told in ((NoticeRecorded, "notice-queued"), (NoticeLost, "notice-not-kept")):
        somebody = lacking(visitor())
        key = somebody.asked_for(RecordNotice).key
        assert told in words(somebody.tell(answer(key)))


def test_it_can_be_read_when_the_service_is_away_and_a_change_is_seen_at_once() -> None:
    somebody = at_home(hall=GUIDED).tell(HallLost()).touch(*TO_GUIDE, "guide.bring")
    assert len(pieces(somebody)) == 4
    changed = replace(GUIDES[0], version=4, materials=GUIDES[0].materials[:1])
    somebody.tell(HallKnown(replace(GUIDED, guides=(changed,))))
    assert pieces(somebody) == ["老人的身份证"]
    tell_story(somebody, [(tell(HallKnown(replace(GUIDED, guides=()))), "guide-gone"), (touch("back"), "found-title")])


def test_a_machine_without_a_printer_offers_no_paper_and_a_code_all_the_same() -> None:
    somebody = lacking(visitor(replace(FULL, printer=False)))
    assert "guide.print" not in somebody.offered
    assert isinstance(somebody.view, NoticeShown) and somebody.view.keep
    tell_story(somebody, [(wait(delays.IDLE), "still-title")])


def test_where_it_is_filed_online_a_telephone_opens_it_and_a_helper_shows_how() -> None:
    view = visitor().touch("guide.online").view
    assert isinstance(view, GuideShown) and view.scan.id == "guide-online-scan"
    assert [dict(one.args)["text"] for one in view.keep] == ["https://gjzwfw.www.gov.cn"], "the address alone"
    assert [word.id for word in view.pieces[0].words] == ["guide-text", "guide-text", "guide-online-help"]
    silent = replace(GUIDED, guides=tuple(replace(one, online=None) for one in GUIDES))
    assert "guide.online" not in at_home(FULL, silent).touch(*TO_GUIDE).offered
