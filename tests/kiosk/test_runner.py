"""The runner: touches, effects, failures, and the wiping of a visit."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from devices.types import CardRemoved, Key, KeyPressed
from kiosk.effects import IssueTicket, PrintTicket
from kiosk.events import Event, Focused, HallKnown, PageTurned
from kiosk.flows import FLOWS, delays
from kiosk.views import Home
from tests.kiosk.rig import FITTINGS, GOOD, Rig, issues, prints, terminal
from tests.kit.people import HALL


def busier(count: int) -> HallKnown:
    return HallKnown(replace(HALL, lines=tuple(replace(line, waiting=count) for line in HALL.lines)))


# ---- touches ----


def test_a_ticket_from_the_first_touch_to_the_last(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general", "card-none")
    assert rig.title == "issuing-title"
    rig.work()
    assert rig.title == "ticket-title"
    rig.work()
    assert rig.glass.view.outcome.id == "ticket-printed"  # type: ignore[attr-defined]
    rig.touch("done")
    assert rig.title == "home-title"
    assert [what for what in rig.journal if what != "SERVICE_UP"] == [
        "VISIT_BEGAN",
        "TICKET_ISSUED",
        "PRINT_OUTCOME",
        "VISIT_ENDED",
    ]


def test_each_new_view_has_the_next_seq(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general", "back")
    assert [shown.seq for shown in rig.shown] == list(range(1, len(rig.shown) + 1))


def test_a_touch_on_a_view_that_is_gone_is_dropped(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    home = rig.glass.seq
    rig.touch("line.general")
    rig.touch("line.social", seq=home)
    rig.touch("home", seq=home)
    assert rig.title == "card-title" and dict(rig.glass.view.body[0].args)["line"].zh == "综合"


def test_a_count_that_changed_under_the_finger_does_not_lose_the_touch(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    seq = rig.glass.seq
    rig.tell(busier(9))
    assert rig.glass.seq == seq + 1
    assert rig.touch("line.general", seq=seq).title == "card-title"


@pytest.mark.parametrize("choice", ["line.civil", "card-none", "rate.5", "tool.nothing", "home"])
def test_what_is_not_offered_cannot_be_touched(tmp_path: Path, choice: str) -> None:
    rig = terminal(tmp_path)
    shown = len(rig.shown)
    rig.touch(choice)
    assert len(rig.shown) == shown and "VISIT_BEGAN" not in rig.journal


def test_the_toolbar_is_answered_for_every_flow(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    assert [tool.id for tool in rig.glass.tools] == ["tool.lang", "tool.size", "tool.voice", "tool.settings", "tool.help"]
    rig.touch("tool.lang", "tool.size", "tool.voice")
    assert (rig.glass.settings.lang, rig.glass.settings.size, rig.glass.settings.voice) == ("en", 1, False)
    rig.touch("line.general", "card-none")
    assert rig.glass.settings.lang == "en"


def test_a_request_is_made_in_the_language_of_the_visit(tmp_path: Path) -> None:
    asked: list[str] = []

    def note(request: IssueTicket) -> Event:
        asked.append(request.lang)
        return issues(request)

    terminal(tmp_path, {IssueTicket: note, PrintTicket: prints}).touch("tool.lang", "line.general", "card-none").work()
    assert asked == ["en"]


def test_the_display_has_no_toolbar(tmp_path: Path) -> None:
    rig = Rig(tmp_path, FLOWS["display"](FITTINGS)).tell(HallKnown(HALL))
    assert rig.glass.tools == ()


def test_the_clock_on_the_glass_moves(tmp_path: Path) -> None:
    rig = terminal(tmp_path)
    assert isinstance(rig.glass.view, Home) and rig.glass.view.clock == "09:30"
    shown = len(rig.shown)
    rig.wait(10)
    assert len(rig.shown) == shown
    rig.wait(50)
    assert rig.glass.view.clock == "09:31"  # type: ignore[attr-defined]


# ---- the end of a visit ----


def test_the_end_wipes_settings_timers_and_touches(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("tool.size", "tool.lang", "line.general")
    visit, seq = rig.glass.visit, rig.glass.seq
    rig.touch("home")
    assert rig.glass.visit == visit + 1
    assert (rig.glass.settings.size, rig.glass.settings.lang) == (0, "zh")
    rig.touch("line.general", seq=seq)
    assert rig.title == "home-title"
    assert rig.wait(3600).title == "home-title"
    assert rig.journal.count("VISIT_ENDED") == 1


def test_idle_runs_on_the_clock(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general")
    assert rig.wait(delays.IDLE - 1).title == "card-title"
    assert rig.wait(1).title == "still-title"
    assert rig.wait(delays.STILL).title == "home-title"


def test_a_wiped_view_that_looks_the_same_is_shown_again(tmp_path: Path) -> None:
    """The glass must hear of the new visit to drop what it drew for the old one."""
    rig = terminal(tmp_path).touch("tool.repeat")
    visit = rig.glass.visit
    rig.wait(delays.IDLE).wait(delays.STILL)
    assert rig.title == "home-title" and rig.glass.visit == visit + 1


# ---- the thread ----


def test_the_thread_takes_events_from_any_thread_and_stops(tmp_path: Path) -> None:
    rig = Rig(tmp_path, performers=GOOD)
    thread = threading.Thread(target=rig.runner.run)
    thread.start()
    senders = [threading.Thread(target=lambda: [rig.runner.post(busier(n)) for n in range(50)]) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(10)
    rig.runner.post(CardRemoved("reader"))
    rig.runner.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert rig.title == "home-title"
    assert rig.journal[0] == "STARTED" and rig.journal[-1] == "STOPPED"


# ---- the keypad ----


def test_the_keys_for_speed_and_volume(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("tool.speed", "tool.volume")
    assert (rig.glass.settings.rate, rig.glass.settings.gain_db) == (1.25, 6.0)
    assert rig.speaker.last.startswith("您要办什么事"), "what was changed is heard"


def test_turning_a_page_is_a_sign_of_life(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general").wait(delays.IDLE - 2)
    rig.tell(PageTurned(rig.glass.seq, ("body.0",)))
    assert rig.wait(delays.IDLE - 1).title == "card-title"


def test_walking_with_the_keypad_is_a_sign_of_life(tmp_path: Path) -> None:
    rig = terminal(tmp_path).touch("line.general").wait(delays.IDLE - 1)
    rig.tell(Focused(rig.glass.seq, "choice.card-none"))
    assert rig.wait(delays.IDLE - 1).title == "card-title"
    assert rig.wait(1).title == "still-title"
    rig.tell(KeyPressed("keys", Key.DOWN))
    assert rig.title == "card-title"
