"""Stories of somebody who does not know which line is theirs: by letters, by writing, by the domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from devices.types import DeviceDown, DeviceUp, Fault
from kiosk.effects import IssueTicket, Recognise
from kiosk.events import HallLost, Recognised, Written
from kiosk.flows import delays
from kiosk.flows.step import Fittings
from kiosk.hall.messages import Hall, Spelled
from kiosk.views import Letters, Menu, Prompt, Writing
from tests.flows.stories import FULL, at_home, lay, tell, tell_story, touch, wait
from tests.kit.items import ITEMS
from tests.kit.people import CIVIL, ELDER, HALL, SOCIAL, name
from tests.kit.visitor import Visitor

ACROSS = ((100, 500), (900, 490))
DOWN = ((500, 100), (510, 900))
WRITES = replace(FULL, recogniser="writing")


OPEN_HALL = replace(HALL, items=ITEMS)


def visitor(fittings: Fittings = WRITES, hall: Hall = OPEN_HALL) -> Visitor:
    return at_home(fittings, hall)


def items(visitor: Visitor) -> list[str]:
    return [choice.id for choice in visitor.view.choices if choice.id.startswith("item.")]


def test_by_the_first_letters_to_a_ticket_with_no_question_asked_twice() -> None:
    somebody = tell_story(
        visitor(),
        [
            (touch("find"), "find-title"),
            (touch("find-letters"), "letters-title"),
            (touch("letter.L", "letter.N", "letter.S"), "letters-title"),
        ],
    )
    assert isinstance(somebody.view, Letters) and somebody.view.typed == "LNS"
    assert items(somebody) == ["item.elder_meals"]
    tell_story(somebody, [(touch("item.elder_meals"), "card-title")])
    assert isinstance(somebody.view, Prompt) and dict(somebody.view.body[0].args)["line"] == name("老年食堂")
    tell_story(somebody, [(touch("back"), "letters-title"), (touch("item.elder_meals"), "card-title")])
    somebody.touch("card-none")
    assert somebody.asked_for(IssueTicket).line == "general"


def test_where_many_are_meant_the_last_place_leads_to_all() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-letters", "letter.L"), "letters-title")])
    assert items(somebody) == ["item.elder_card", "item.elder_meals"] and "more" in somebody.offered
    tell_story(somebody, [(touch("more"), "found-title")])
    assert items(somebody)[-1] == "item.allowance" and len(items(somebody)) == 5, "with an L inside, last"
    tell_story(somebody, [(touch("back"), "letters-title"), (touch("erase"), "letters-title")])
    assert not items(somebody) and somebody.view.body[0].id == "letters-how"
    somebody.touch("letter.X")
    assert somebody.view.body[0].id == "letters-none"


def test_a_card_laid_on_the_way_answers_what_the_line_would_ask() -> None:
    somebody = tell_story(
        visitor(),
        [
            (touch("find", "find-letters", "letter.L", "letter.R"), "letters-title"),
            (lay(ELDER), "letters-title"),
            (touch("item.elder_home"), "issuing-title"),
        ],
    )
    request = somebody.asked_for(IssueTicket)
    assert (request.line, request.holder, request.priority) == ("social", ELDER, "elderly")


def test_whoever_laid_a_card_first_can_look_too_and_comes_back_to_the_lines() -> None:
    story = [(lay(ELDER), "confirm-title"), (touch("find"), "find-title"), (touch("back"), "confirm-title")]
    tell_story(visitor(), story)


def test_a_priority_that_was_declined_stays_so() -> None:
    somebody = tell_story(
        visitor(),
        [
            (lay(ELDER), "confirm-title"),
            (touch("priority", "find", "back"), "confirm-title"),
        ],
    )
    assert somebody.view.choices[0].selected is False
    somebody.touch("find", "find-domains", "domain.housing", "item.elder_rent")
    assert somebody.asked_for(IssueTicket).priority is None


def test_an_item_found_while_the_service_is_away_says_so() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-domains", "domain.housing"), "found-title")])
    tell_story(somebody, [(tell(HallLost()), "found-title"), (touch("item.elder_rent"), "shut-title")])
    assert somebody.view.body[0].id == "home-lost"


def test_writing_is_read_when_the_finger_rests_and_only_what_can_be_meant_is_offered() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-writing"), "writing-title")])
    somebody.tell(Written(0, (ACROSS,)))
    somebody.tell(Written(0, (DOWN,)))
    assert isinstance(somebody.view, Writing) and somebody.view.strokes == (ACROSS, DOWN)
    somebody.wait(delays.WRITTEN)
    request = somebody.asked_for(Recognise)
    assert request.strokes == (ACROSS, DOWN) and {"老", "高", "证"} <= set(request.among) and "我" not in request.among
    somebody.tell(Recognised((ACROSS,), ("我",)))
    assert "char.我" not in somebody.offered, "an answer to fewer strokes"
    somebody.tell(Recognised((ACROSS, DOWN), tuple("房人证年食老高")))
    assert [choice.id for choice in somebody.view.choices][:5] == [f"char.{char}" for char in "房人证年食"]
    somebody.touch("ink.other")
    tell_story(somebody, [(touch("char.老"), "found-title")])
    assert len(items(somebody)) == 4 and "write-on" in somebody.offered
    tell_story(somebody, [(touch("write-on"), "writing-title")])
    somebody.tell(Written(0, (DOWN,))).wait(delays.WRITTEN)
    assert set("年人房") | {"娃"} <= set(somebody.asked_for(Recognise).among), "also what people say in other words"
    tell_story(somebody, [(tell(Recognised((DOWN,), ("人", "年"))), "writing-title"), (touch("char.人"), "found-title")])
    assert items(somebody) == ["item.elder_home"]


def test_a_stroke_can_be_taken_back_and_the_square_wiped() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-writing"), "writing-title")])
    assert not {"ink.undo", "ink.clear", "ink.other"} & somebody.offered
    somebody.tell(Written(0, (ACROSS,)), Written(0, (DOWN,)))
    somebody.touch("ink.undo")
    assert somebody.view.strokes == (ACROSS,) and "written" in somebody.timers
    somebody.wait(delays.WRITTEN).tell(Recognised((ACROSS,), ()))
    assert somebody.view.body[0].id == "ink-again"
    somebody.touch("ink.clear")
    assert somebody.view.strokes == () and somebody.view.body[0].id == "ink-how" and "written" not in somebody.timers


def test_by_the_domain() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-domains"), "domains-title")])
    assert [choice.id for choice in somebody.view.choices] == ["domain.elderly_care", "domain.housing", "domain.other"]
    tell_story(somebody, [(touch("domain.other"), "found-title"), (touch("item.odd"), "card-title")])
    tell_story(somebody, [(touch("back"), "found-title"), (touch("back"), "domains-title"), (touch("back"), "find-title")])


def test_what_is_not_done_now_says_when_and_leads_on() -> None:
    later = replace(CIVIL, opens_at=None, opens_next=(date(2025, 3, 4), "08:30"), books=True)
    shut = replace(OPEN_HALL, lines=(*HALL.lines[:2], later))
    somebody = tell_story(visitor(hall=shut), [(touch("find", "find-letters", "letter.G"), "letters-title")])
    [choice] = [choice for choice in somebody.view.choices if choice.id == "item.allowance"]
    assert choice.enabled and choice.hint is not None and choice.hint.id == "moment-opens"
    tell_story(somebody, [(touch("item.allowance"), "shut-title")])
    assert isinstance(somebody.view, Menu) and somebody.view.body[0] == choice.hint
    tell_story(somebody, [(touch("back"), "letters-title"), (touch("item.allowance", "find-other"), "find-title")])
    somebody.touch("find-letters", "letter.G", "item.allowance", "card-book")
    assert somebody.view.title.id not in ("shut-title", "home-title"), "a time can be booked instead"


def test_ways_that_are_not_there_are_not_offered() -> None:
    assert "find" not in at_home(WRITES).offered, "a hall that told no items"
    assert "find-writing" not in tell_story(visitor(FULL), [(touch("find"), "find-title")]).offered
    somebody = visitor().tell(DeviceDown("writing", Fault.WRITING_DOWN)).touch("find")
    assert {"find-letters", "find-domains"} <= somebody.offered and "find-writing" not in somebody.offered
    assert "find-writing" in somebody.tell(DeviceUp("writing")).offered
    unspelled = replace(HALL, items=(replace(ITEMS[0], words=(Spelled("老年证", ()),)),))
    assert "find-letters" not in tell_story(visitor(hall=unspelled), [(touch("find"), "find-title")]).offered
    somebody = visitor().tell(HallLost())
    assert "find" not in somebody.offered


def test_an_item_whose_line_is_gone_is_told_as_closed() -> None:
    somebody = tell_story(visitor(hall=replace(OPEN_HALL, lines=(SOCIAL,))), [(touch("find", "find-domains"), "domains-title")])
    tell_story(somebody, [(touch("domain.housing", "item.elder_rent"), "shut-title"), (touch("home"), "home-title")])


def test_a_visit_that_writes_is_no_idle_one() -> None:
    somebody = tell_story(visitor(), [(touch("find", "find-writing"), "writing-title"), (wait(delays.IDLE - 1), "writing-title")])
    somebody.tell(Written(0, (ACROSS,)))
    tell_story(somebody, [(wait(delays.IDLE - 1), "writing-title"), (wait(2), "still-title")])
