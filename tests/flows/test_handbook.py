"""Stories of somebody who takes the helpers' handbook home; and what stands in it."""

from __future__ import annotations

from dataclasses import replace

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.effects import PrintSlip
from kiosk.events import SlipPrinted
from kiosk.flows import delays
from kiosk.handouts import Handbook
from tests.flows.stories import FULL, at_home, tell_story, touch
from tests.kit.visitor import Visitor
from tests.screens.posting import POSTED

HALL = replace(POSTED, version=34)


def at_staff() -> Visitor:
    return at_home(hall=HALL).touch("staff")


def test_it_is_printed_and_the_truth_is_told() -> None:
    somebody = at_staff().touch("guide.print")
    asked = somebody.asked_for(PrintSlip)
    assert isinstance(asked.slip, Handbook) and somebody.view.body[0].id == "guide-printing"
    assert "guide.print" not in somebody.offered, "one paper at a time"
    somebody.tell(SlipPrinted(asked.slip.id, PrintResult(PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT)))
    assert [one.id for one in somebody.view.body[:2]] == ["guide-not-printed", "fault-paper-out"]
    somebody.touch("guide.print").wait(delays.PRINT)
    assert somebody.view.body[0].id == "guide-uncertain"
    tell_story(somebody, [(touch("person.a"), "staff-post"), (touch("back"), "staff-title")])
    assert "guide.print" not in at_home(replace(FULL, printer=False), HALL).touch("staff").offered


def test_who_helps_what_for_and_by_which_telephone() -> None:
    book = at_staff().touch("guide.print").asked_for(PrintSlip).slip
    assert isinstance(book, Handbook) and (book.version, book.complaints) == (34, "0477-0000009")
    assert [dict(one.words[0].args)["name"] for one in book.people] == ["东方明", "公孙乐", "南宫燕", "诸葛平安"]
    told = [one.id for one in book.people[0].words]
    assert told == ["staff-post", "staff-duty", "staff-phone", "staff-items"]
    [domain] = book.items
    assert domain.words[0].id == "domain-elderly_care"
    names = dict(domain.words[1].args)["text"]
    assert not isinstance(names, (str, int)) and names.zh == "老年证、高龄津贴、退休一件事"
