"""Stories of calling a helper, of nobody being there any more, and of a program that failed."""

from __future__ import annotations

import pytest

from devices.types import Key, KeyPressed, PrintOutcome, SpeechEnded, SpeechStarted
from kiosk.effects import CallHelper, EndVisit
from kiosk.events import Crashed, HallLost, HelpAnswered, HelpPlaced, HelpRefused
from kiosk.flows import FLOWS, delays
from kiosk.flows.step import Fittings
from kiosk.hall.messages import Helper, Refusal
from kiosk.views import HelperComing, Trouble
from tests.flows.stories import at_home, issue, lay, prints, refuse, take_away, tell, tell_story, touch, wait
from tests.kit.people import YOUNG
from tests.kit.visitor import Visitor


def test_a_helper_is_called_and_the_visit_goes_on_where_it_was() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title"), (touch("tool.help"), "help-title")])
    called = visitor.asked_for(CallHelper)
    assert called.doing == "prompt"
    assert isinstance(visitor.view, HelperComing) and visitor.view.body[0].id == "help-body"
    coming = tell(HelpPlaced(called.key, "help-7", False), HelpAnswered(Helper("help-7", "王五", 2)))
    tell_story(visitor, [(coming, "help-coming")])
    assert visitor.view.helper == "王五" and visitor.view.body[0].id == "help-minutes"
    tell_story(visitor, [(touch("help-return"), "card-title"), (touch("card-none"), "issuing-title")])


def test_a_helper_is_rung_once_in_a_visit() -> None:
    visitor = at_home().touch("tool.help")
    first = visitor.asked_for(CallHelper)
    visitor.tell(HelpPlaced(first.key, "help-7", False)).touch("help-return", "tool.help")
    assert visitor.view.title.id == "help-title" and not [one for one in visitor.asked if isinstance(one, CallHelper)]


def test_the_service_away_gives_the_desk_and_the_phone() -> None:
    visitor = at_home().touch("tool.help")
    key = visitor.asked_for(CallHelper).key
    visitor.tell(HelpPlaced(key, "", queued=True))
    assert visitor.view.body[0].id == "help-queued" and dict(visitor.view.body[0].args) == {"phone": "0470-0000000"}
    visitor.tell(HelpPlaced(key, "help-9", queued=False))
    assert visitor.view.body[0].id == "help-body"


def test_a_refused_call_says_so_and_can_be_made_again() -> None:
    visitor = at_home().touch("tool.help")
    first = visitor.asked_for(CallHelper).key
    tell_story(visitor, [(tell(HelpRefused(first, Refusal.NOT_ENROLLED)), "help-refused")])
    assert visitor.view.body[0].id == "help-phone"
    visitor.touch("tool.help")
    assert visitor.asked_for(CallHelper).key != first


def test_a_call_that_nobody_answers_for_is_not_waited_for() -> None:
    tell_story(at_home(), [(touch("tool.help"), "help-title"), (wait(delays.HELP), "help-refused")])


def test_help_before_the_hall_is_known_names_the_desk() -> None:
    visitor = Visitor(FLOWS["terminal"](Fittings())).tell(HallLost()).touch("tool.help")
    key = visitor.asked_for(CallHelper).key
    assert visitor.tell(HelpRefused(key, Refusal.UNREACHABLE)).view.body[0].id == "help-desk"


def test_the_ticket_comes_while_the_resident_waits_for_a_helper() -> None:
    steps = [
        (touch("line.general", "card-none", "tool.help"), "help-title"),
        (issue(), "help-title"),
        (prints(), "help-title"),
        (touch("help-return"), "ticket-title"),
    ]
    tell_story(at_home(), steps)


def test_a_card_laid_at_the_helpers_view_goes_on_with_the_visit() -> None:
    tell_story(at_home(), [(touch("tool.help"), "help-title"), (lay(), "confirm-title")])


@pytest.mark.parametrize("answer", ["still-here", "tool.size", "tool.help"])
def test_idle_asks_then_any_touch_extends(answer: str) -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title")])
    tell_story(visitor, [(wait(delays.IDLE - 1), "card-title"), (wait(1), "still-title")])
    tell_story(visitor, [(wait(delays.STILL - 1), "still-title")])
    visitor.touch(answer)
    assert visitor.view.title.id == ("help-title" if answer == "tool.help" else "card-title")
    assert visitor.wait(delays.STILL).view.title.id != "home-title"


def test_idle_ends_the_visit() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title"), (wait(delays.IDLE), "still-title")])
    tell_story(visitor, [(wait(delays.STILL), "home-title")])
    assert EndVisit() in visitor.asked and not visitor.timers


def test_the_question_can_be_answered_with_home() -> None:
    visitor = tell_story(at_home(), [(touch("line.general"), "card-title"), (wait(delays.IDLE), "still-title")])
    tell_story(visitor, [(touch("home"), "home-title")])


def test_nothing_runs_at_rest() -> None:
    visitor = at_home()
    assert not visitor.timers
    assert visitor.wait(3600).view.title.id == "home-title" and visitor.visits == 1


def test_settings_changed_at_home_do_not_stay() -> None:
    visitor = at_home().touch("tool.lang")
    tell_story(visitor, [(wait(delays.IDLE), "still-title"), (wait(delays.STILL), "home-title")])
    assert EndVisit() in visitor.asked


def test_speech_does_not_count_as_idleness() -> None:
    visitor = at_home().touch("line.general")
    visitor.tell(SpeechStarted("voice", "1")).wait(delays.IDLE + 30)
    assert visitor.view.title.id == "card-title"
    visitor.tell(SpeechEnded("voice", "1", True)).wait(delays.IDLE - 1)
    assert visitor.view.title.id == "card-title"
    assert visitor.wait(1).view.title.id == "still-title"


def test_a_voice_that_dies_in_mid_sentence_does_not_hold_a_visit_open() -> None:
    visitor = at_home().touch("line.general").tell(SpeechStarted("voice", "1"))
    tell_story(visitor, [(wait(delays.IDLE + delays.SPEECH), "still-title")])


def test_a_key_is_a_sign_of_life() -> None:
    visitor = at_home().touch("line.general").wait(delays.IDLE - 1).tell(KeyPressed("keys", Key.DOWN))
    tell_story(visitor, [(wait(delays.IDLE - 1), "card-title"), (wait(1), "still-title")])
    visitor.tell(KeyPressed("keys", Key.DOWN))
    assert visitor.view.title.id == "card-title"


def test_waiting_for_a_helper_is_not_idleness() -> None:
    visitor = at_home().touch("tool.help").tell(HelpPlaced("visit-1.1", "help-1", False))
    tell_story(visitor, [(wait(delays.HELPER - 1), "help-title"), (wait(1), "still-title")])


def test_a_printed_ticket_goes_by_itself_and_nobody_is_hurried() -> None:
    steps = [(touch("line.general", "card-none"), "issuing-title"), (issue(), "ticket-title"), (prints(), "ticket-title")]
    visitor = tell_story(at_home(), steps + [(wait(delays.IDLE - 1), "ticket-title"), (wait(1), "still-title")])
    tell_story(visitor, [(wait(delays.STILL), "home-title")])
    assert EndVisit() in visitor.asked


def test_a_ticket_that_must_be_remembered_stays_until_asked() -> None:
    steps = [(touch("line.general", "card-none"), "issuing-title"), (issue(), "ticket-title")]
    visitor = tell_story(at_home(), steps + [(prints(PrintOutcome.NOT_PRINTED), "ticket-title")])
    tell_story(visitor, [(wait(delays.IDLE - 1), "ticket-title"), (wait(1), "still-title")])
    tell_story(visitor, [(touch("still-here"), "ticket-title")])


def test_who_puts_the_card_away_has_time_to_read_the_ticket() -> None:
    steps = [(touch("line.general"), "card-title"), (lay(), "issuing-title"), (issue(), "ticket-title")]
    visitor = tell_story(at_home(), steps + [(prints(), "ticket-title")])
    assert [line.id for line in visitor.view.body] == ["ticket-card-back"]
    tell_story(visitor, [(take_away, "ticket-title"), (wait(delays.IDLE - 1), "ticket-title"), (wait(1), "still-title")])
    tell_story(visitor, [(wait(delays.STILL), "home-title")])
    assert not visitor.view.body or visitor.view.body[0].id == "home-card"


def test_the_card_taken_before_the_ticket_came() -> None:
    steps = [(touch("line.general"), "card-title"), (lay(), "issuing-title"), (take_away, "issuing-title")]
    tell_story(at_home(), steps + [(issue(), "ticket-title"), (prints(), "ticket-title"), (touch("done"), "home-title")])


def test_who_takes_the_card_from_the_confirmation_is_not_hurried() -> None:
    away = [(lay(YOUNG), "confirm-title"), (take_away, "confirm-title"), (wait(delays.IDLE - 1), "confirm-title")]
    tell_story(at_home(), away + [(touch("line.general"), "issuing-title")])
    tell_story(at_home(), away + [(wait(1), "still-title"), (wait(delays.STILL), "home-title")])


def test_a_touch_after_the_card_was_taken_gives_time_again() -> None:
    steps = [(lay(YOUNG), "confirm-title"), (take_away, "confirm-title"), (wait(delays.IDLE - 1), "confirm-title")]
    tell_story(at_home(), steps + [(touch("tool.size"), "confirm-title"), (wait(delays.IDLE), "still-title")])


def test_a_request_that_stands_is_not_idle() -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title")])
    assert set(visitor.timers) == {"issue"}


def test_a_failed_program_says_so_and_goes_home() -> None:
    visitor = tell_story(at_home(), [(lay(), "confirm-title"), (tell(Crashed()), "crash")])
    assert isinstance(visitor.view, Trouble) and visitor.view.code == "CRASH"
    assert visitor.state.visit.holder is None
    tell_story(visitor, [(touch("home"), "home-title")])


def test_trouble_leads_to_a_helper() -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "card-none"), "issuing-title")])
    tell_story(visitor, [(refuse(Refusal.NOT_ENROLLED), "refusal-not-enrolled"), (touch("tool.help"), "help-title")])
    assert visitor.asked_for(CallHelper).doing == "trouble"
    tell_story(visitor, [(touch("help-return"), "refusal-not-enrolled")])
