"""Stories of a call that is seen, goes on, comes too late or finds nobody on duty; and of who works here."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import CallHelper, CloseHelp
from kiosk.events import HelpAnswered, HelpFurther, HelpOver, HelpPlaced, HelpSeen
from kiosk.hall.messages import Helper
from kiosk.views import HelperComing, StaffShown
from tests.flows.stories import at_home, tell, tell_story, touch, wait
from tests.kit.people import HALL
from tests.kit.visitor import Visitor
from tests.screens.helping import NOBODY, ON_DUTY, PEOPLE, WORLD

ID = "help-7"
assert WORLD.hall is not None
STAFFED = replace(HALL, duty=ON_DUTY, on_show=WORLD.hall.on_show)


def rung(duty: object = ON_DUTY) -> Visitor:
    visitor = at_home(hall=STAFFED).touch("line.general", "tool.help")
    key = visitor.asked_for(CallHelper).key
    return visitor.tell(HelpPlaced(key, ID, False, duty, 180))  # type: ignore[arg-type]


def said(visitor: Visitor) -> list[str]:
    return [line.id for line in visitor.view.body]


def test_the_call_says_what_it_is_about_and_who_is_rung() -> None:
    visitor = at_home(hall=STAFFED).touch("line.general", "tool.help")
    assert visitor.asked_for(CallHelper).line == "general"
    assert said(rung()) == ["help-names", "help-body"]


def test_seen_then_further_then_come_with_a_face() -> None:
    visitor = rung()
    tell_story(visitor, [(tell(HelpSeen(ID, "东方明")), "help-seen"), (tell(HelpFurther(ID, 2)), "help-title")])
    assert said(visitor) == ["help-further", "help-body"]
    tell_story(visitor, [(tell(HelpAnswered(Helper(ID, "东方明", 2, "a"))), "help-coming"), (wait(200), "help-coming")])
    assert isinstance(visitor.view, HelperComing) and visitor.view.portrait == PEOPLE[0].portrait
    tell_story(visitor, [(touch("help-over"), "card-title")])
    assert visitor.asked_for(CloseHelp).request_id == ID
    assert "help-phone" not in visitor.timers


def test_what_is_told_of_another_call_changes_nothing() -> None:
    visitor = rung()
    before = visitor.view
    assert visitor.tell(HelpSeen("other", "甲"), HelpFurther("other", 3), HelpOver("other")).view == before


def test_nobody_answers_and_the_telephone_is_told_by_the_clock_or_by_the_service() -> None:
    for late in (wait(180), tell(HelpFurther(ID, 3))):
        visitor = tell_story(rung(), [(late, "help-late")])
        assert said(visitor) == ["help-phone", "help-still"]
        tell_story(visitor, [(tell(HelpAnswered(Helper(ID, "东方明", 1))), "help-coming")])


def test_nobody_on_duty_says_who_comes_when_and_which_telephone() -> None:
    visitor = rung(NOBODY)
    assert visitor.view.title.id == "help-nobody"
    assert said(visitor) == ["help-next", "help-next-phone", "help-all"]
    assert dict(visitor.view.body[0].args)["name"] == "东方明"


def test_taken_back_it_can_be_rung_anew_and_so_it_can_when_the_staff_closed_it() -> None:
    for over in (touch("help-over"), tell(HelpOver(ID))):
        visitor = tell_story(rung(), [(over, "card-title"), (touch("tool.help"), "help-title")])
        assert visitor.asked_for(CallHelper).key != "visit-1.1"


def test_who_works_here() -> None:
    visitor = tell_story(at_home(hall=STAFFED), [(touch("staff"), "staff-title"), (touch("person.c"), "staff-post")])
    assert isinstance(visitor.view, StaffShown) and said(visitor) == ["staff-duty", "staff-phone", "staff-hours"]
    tell_story(visitor, [(touch("back"), "staff-title"), (touch("person.a"), "staff-post")])
    assert said(visitor)[0] == "staff-here"
    tell_story(visitor, [(touch("staff-more", "back"), "home-title")])
    assert "staff" not in at_home().offered
