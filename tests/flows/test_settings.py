"""How one sees and hears: over any view, back to it, told as it changes, gone with the visit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.types import CardPresented, CardRemoved, CardSeen, Fault
from kiosk.effects import Announce, EndVisit, StartTimer
from kiosk.events import Touched
from kiosk.flows import FLOWS, delays, settings
from kiosk.views import Sense, SettingsShown
from kiosk.visit import GAINS_DB, RATES, SIZES, THEMES, Settings, adjust, step_of
from tests.flows.stories import FULL, at_home, fail, lay, tell, tell_story, touch, wait
from tests.flows.test_pad import asked, at_rest
from tests.kit.people import ELDER
from tests.kit.visitor import Visitor

LANGUAGES = ("zh", "en", "mn")
CHOICES = sorted(
    {choice.id for sense in Sense for choice in settings.view(sense, Settings()).choices}
    | {"tool.lang", "tool.size", "tool.voice", "tool.speed", "tool.volume", "tool.help", "nothing", "set.size.sideways"}
)


def test_it_covers_any_view_and_leads_back_to_it() -> None:
    story = [
        (touch("line.general", "tool.settings"), "sight-title"),
        (touch("set.size.up", "set-hearing"), "hearing-title"),
        (touch("tool.help"), "help-title"),
        (touch("help-return"), "hearing-title"),
        (touch("back"), "card-title"),
        (touch("tool.help", "tool.settings"), "sight-title"),
        (touch("back"), "card-title"),
    ]
    tell_story(at_home(), story)


@pytest.mark.parametrize("act", [lay(), fail(Fault.CARD_UNREADABLE)], ids=["read", "failed"])
def test_a_card_goes_on_with_the_visit(act: object) -> None:
    visitor = tell_story(at_home(), [(touch("line.general", "tool.settings"), "sight-title")])
    act(visitor)  # type: ignore[operator]
    assert not isinstance(visitor.view, SettingsShown)
    tell_story(visitor, [(tell(CardRemoved("reader")), visitor.view.title.id)])


def test_nobody_is_left_before_it() -> None:
    story = [
        (touch("tool.settings"), "sight-title"),
        (wait(delays.IDLE), "still-title"),
        (touch("still-here"), "sight-title"),
        (wait(delays.IDLE), "still-title"),
        (touch("home"), "home-title"),
    ]
    visitor = tell_story(at_home(), story)
    assert visitor.asked[0] == EndVisit() and not settings.view(Sense.SIGHT, Settings()).home


@pytest.mark.parametrize("choice", [one for one in CHOICES if one.startswith("set.") and one != "set.size.sideways"])
def test_each_change_is_shown_and_said(choice: str) -> None:
    visitor = at_home().touch("tool.settings")
    if choice not in visitor.offered:
        visitor.touch("set-hearing")
    visitor.settings = Settings(size=1, theme="low-contrast", low=True, voice=False)
    before = visitor.view
    visitor.touch(choice)
    assert visitor.view != before or choice == "set.theme.low-contrast"
    said = visitor.asked_for(Announce)
    assert said.view is None if choice == "set.voice" else said.view.title.id.startswith("set-")
    assert said.view in (None, *settings.sayings()), "it was made ready to be said"
    if choice.endswith((".up", ".down")):
        what = choice.split(".")[1]
        headings = [one.heading for one in visitor.view.choices if one.heading]
        assert said.view.title in headings
        assert dict(said.view.title.args)["step"] == step_of(visitor.settings, what)[0]


def test_the_keypad_s_keys_are_answered_from_any_view() -> None:
    visitor = at_home().touch("line.general").tell(Touched(0, "set.rate.up"))
    assert visitor.view.title.id == "card-title"
    assert visitor.asked_for(Announce).view.title.id == "set-rate"


def test_a_pad_whose_helper_was_called_does_not_stay_changed() -> None:
    visitor = tell_story(at_rest(), [(touch("tool.help", "tool.lang"), "help-title"), (wait(delays.HELPER), "pad-title")])
    assert visitor.settings == Settings()


def test_at_the_pad_a_question_waits_meanwhile() -> None:
    visitor = tell_story(asked(), [(wait(delays.RATE - 1), "rate-title"), (touch("tool.settings", "set.low"), "sight-title")])
    assert StartTimer("offer", delays.RATE) in visitor.asked
    tell_story(visitor, [(touch("back"), "rate-title"), (wait(delays.RATE), "pad-title")])
    tell_story(at_rest(), [(touch("tool.settings"), "sight-title"), (wait(delays.IDLE), "pad-title")])


# ---- what a touch changes ----

touches = st.lists(st.sampled_from(CHOICES), max_size=30)


@given(touches)
def test_settings_never_leave_their_steps(choices: list[str]) -> None:
    now = Settings()
    for choice in choices:
        before, now = now, adjust(now, choice, LANGUAGES)
        assert now.size in range(len(SIZES)) and now.rate in RATES and now.gain_db in GAINS_DB and now.theme in THEMES
        if choice == "set.gain.up" or choice == "set.gain.down":
            assert abs(now.gain_db - before.gain_db) <= 10, "row 27"
    assert adjust(now, "set.reset", LANGUAGES) == Settings(lang=now.lang)
    assert adjust(now, "set.reset", LANGUAGES, Settings(voice=False)) == Settings(lang=now.lang, voice=False)


@pytest.mark.parametrize(("what", "count"), [("size", 4), ("rate", 7), ("gain", 6)])
def test_steps_go_to_both_ends_and_stay_there(what: str, count: int) -> None:
    now, seen = Settings(), set()
    for way in ("up", "down"):
        for _ in range(count + 1):
            now = adjust(now, f"set.{what}.{way}", LANGUAGES)
            seen.add(step_of(now, what))
        assert step_of(now, what)[0] == (count if way == "up" else 1)
    assert seen == {(step, count) for step in range(1, count + 1)}


def test_the_figures_of_the_steps() -> None:
    """Rows 2, 27 and 28."""
    assert SIZES[-1] == 2.0 and (RATES[0], RATES[-1]) == (0.5, 2.0) and 6 <= len(RATES) <= 8
    assert GAINS_DB[-1] - GAINS_DB[0] >= 18
    assert Settings() == replace(Settings(), rate=1.0, gain_db=0.0, theme="white", low=False, voice=True, size=0)


@pytest.mark.parametrize("role", ["terminal", "pad"])
@given(choices=touches)
def test_what_was_entered_stays_and_nothing_outlives_the_visit(role: str, choices: list[str]) -> None:
    visitor = Visitor(FLOWS[role](FULL)) if role == "pad" else at_home().tell(CardSeen("reader"), CardPresented("reader", ELDER))
    for choice in [*choices, "set.reset"]:
        visitor.tell(Touched(0, choice))
    assert visitor.settings == Settings(lang=visitor.settings.lang)
    if role == "terminal":
        assert visitor.state.visit.holder is ELDER, "what was entered stays"
    visitor.wait(delays.HELPER + delays.IDLE + delays.STILL + delays.HELP)
    assert visitor.settings == Settings() and visitor.state.visit.adjusting is None
