"""Stories of taking a number, with a card and without."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import EndVisit, IssueTicket, PrintTicket
from kiosk.events import HallKnown
from kiosk.views import Confirm, Prompt, TicketShown
from tests.flows.stories import at_home, issue, lay, prints, tell_story, touch
from tests.kit.people import ELDER, GENERAL, HALL, YOUNG, closed


def test_without_a_card_a_ticket_is_two_touches_away() -> None:
    visitor = tell_story(
        at_home(),
        [
            (touch("line.general"), "card-title"),
            (touch("card-none"), "issuing-title"),
        ],
    )
    request = visitor.asked_for(IssueTicket)
    assert (request.line, request.holder, request.priority, request.lang) == ("general", None, None, "zh")
    tell_story(visitor, [(issue(), "ticket-title")])
    assert visitor.asked_for(PrintTicket).reprint is False
    shown = visitor.view
    assert isinstance(shown, TicketShown)
    assert (shown.number, shown.windows, shown.ahead, shown.wait_minutes) == ("A023", ("1", "2"), 2, (7, 7))
    assert shown.outcome is not None and shown.outcome.id == "ticket-printing"
    tell_story(visitor, [(prints(), "ticket-title")])
    assert visitor.view.outcome.id == "ticket-printed"
    tell_story(visitor, [(touch("done"), "home-title")])
    assert EndVisit() in visitor.asked


def test_with_a_card_a_ticket_is_one_touch_away() -> None:
    visitor = tell_story(at_home(), [(lay(ELDER), "confirm-title")])
    view = visitor.view
    assert isinstance(view, Confirm)
    assert view.who is not None and dict(view.who.args) == {"name": "张＊", "tail": "0019"}
    assert [choice.id for choice in view.choices] == ["priority", "line.general", "line.social", "line.civil", "book", "not-me"]
    assert view.choices[0].selected is True
    tell_story(visitor, [(touch("line.social"), "issuing-title")])
    request = visitor.asked_for(IssueTicket)
    assert (request.holder, request.priority, request.evidence) == (ELDER, "elderly", "card_birth_date")


def test_the_offer_can_be_declined_and_taken_again() -> None:
    visitor = tell_story(at_home(), [(lay(ELDER), "confirm-title"), (touch("priority"), "confirm-title")])
    assert visitor.view.choices[0].selected is False
    visitor.touch("priority")
    assert visitor.view.choices[0].selected is True
    visitor.touch("priority", "line.general")
    assert visitor.asked_for(IssueTicket).priority is None


def test_no_offer_for_the_young() -> None:
    visitor = tell_story(at_home(), [(lay(YOUNG), "confirm-title")])
    assert "priority" not in visitor.offered
    assert dict(visitor.view.who.args) == {"name": "欧阳＊", "tail": "0026"}
    visitor.touch("line.general")
    assert visitor.asked_for(IssueTicket).priority is None


def test_a_card_laid_after_the_line_gives_the_ticket_at_once() -> None:
    visitor = tell_story(
        at_home(), [(touch("line.general"), "card-title"), (lay(ELDER), "issuing-title")]
    )
    request = visitor.asked_for(IssueTicket)
    assert (request.holder, request.priority, request.evidence) == (ELDER, "elderly", "card_birth_date")


def test_the_prompt_announces_what_age_earns() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title")])
    assert isinstance(visitor.view, Prompt)
    assert [line.id for line in visitor.view.body] == ["card-line", "card-elder"]
    assert dict(visitor.view.body[1].args) == {"age": 65}


def test_priority_by_ones_own_word() -> None:
    visitor = tell_story(
        at_home(),
        [
            (touch("line.general"), "card-title"),
            (touch("card-priority"), "priority-title"),
            (touch("class.disabled"), "issuing-title"),
        ],
    )
    request = visitor.asked_for(IssueTicket)
    assert (request.priority, request.evidence) == ("disabled", "own_word")
    tell_story(visitor, [(issue(priority="disabled"), "ticket-title")])
    assert [line.id for line in visitor.view.body] == ["ticket-priority"]


def test_a_card_laid_at_the_priority_menu_belongs_to_the_ticket() -> None:
    steps = [
        (touch("line.general"), "card-title"),
        (touch("card-priority"), "priority-title"),
        (lay(YOUNG), "priority-title"),
        (touch("class.soldier"), "issuing-title"),
    ]
    visitor = tell_story(at_home(), steps)
    assert visitor.asked_for(IssueTicket).holder == YOUNG


def test_the_way_back() -> None:
    tell_story(
        at_home(),
        [
            (touch("line.general"), "card-title"),
            (touch("card-priority"), "priority-title"),
            (touch("back"), "card-title"),
            (touch("back"), "home-title"),
            (touch("line.general", "card-priority", "class-none"), "issuing-title"),
        ],
    )


def test_not_me_wipes() -> None:
    visitor = tell_story(at_home(), [(lay(), "confirm-title"), (touch("not-me"), "home-title")])
    assert EndVisit() in visitor.asked
    assert visitor.state.visit.holder is None
    assert visitor.view.body[0].id == "ticket-card-back"


def test_a_closed_line_is_shown_with_its_hour_and_cannot_be_chosen() -> None:
    visitor = at_home()
    civil = visitor.view.choices[2]
    assert (civil.enabled, civil.hint.id, dict(civil.hint.args), civil.badge) == (False, "line-opens", {"time": "14:30"}, "C")
    visitor.tell(HallKnown(closed(HALL)))
    assert {choice.hint.id for choice in visitor.view.choices if choice.hint} == {"line-closed"}
    assert "home-closed" in [line.id for line in visitor.view.body]


def test_a_line_without_an_open_window_cannot_be_chosen() -> None:
    visitor = at_home(hall=replace(HALL, lines=(replace(GENERAL, windows=()), *HALL.lines[1:])))
    general = visitor.view.choices[0]
    assert (general.enabled, general.hint.id) == (False, "line-no-window")
