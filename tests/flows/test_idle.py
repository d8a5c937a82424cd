"""Nobody is hurried (accessibility.md row 23): whatever happens, the question comes two minutes after the last sign of life and
the last sound at the earliest, stands for half a minute, and no visit ends by itself without it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from devices.types import CardRemoved, JackChanged, Key, KeyPressed, SentenceStarted, SpeechEnded, SpeechStarted
from kiosk.events import Focused, PageTurned, Pointed
from kiosk.flows import delays
from kiosk.flows.idle import IDLE
from tests.flows.stories import at_home, issue, lay, prints, tell_story, touch, wait

HANDS = (Focused(0, "title"), Pointed(0, "body.0"), PageTurned(0, ()), KeyPressed("keys", Key.DOWN), JackChanged("jack", True))
SOUNDS = (SpeechStarted("voice", "1"), SentenceStarted("voice", "1", 0), SpeechEnded("voice", "1", True))
TICKET = [(touch("line.general", "card-none"), "issuing-title"), (issue(), "ticket-title"), (prints(), "ticket-title")]
CARD = [(touch("line.general"), "card-title"), (lay(), "issuing-title"), (issue(), "ticket-title"), (prints(), "ticket-title")]
ROUNDED = 1e-6  # times are sums of floats
PLACES = ([(touch("line.general"), "card-title")], TICKET, CARD)

deeds = st.lists(
    st.one_of(
        st.floats(0.1, 90.0),
        st.sampled_from(HANDS),
        st.sampled_from(SOUNDS),
        st.just(CardRemoved("reader")),
    ),
    max_size=14,
)


@given(st.sampled_from(PLACES), deeds)
def test_nobody_is_hurried(place: list[Any], done: list[Any]) -> None:
    visitor = tell_story(at_home(), place)
    last, visits = visitor.passed, visitor.visits
    for deed in done:
        if isinstance(deed, float):
            visitor.wait(deed)
            continue
        if visitor.view.title.id == "still-title" and deed in SOUNDS:
            continue  # of the question itself
        asked = visitor.view.title.id == "still-title"
        visitor.tell(deed)
        assert deed not in HANDS or visitor.view.title.id != "still-title", "any touch or key answers the question"
        if visitor.visits != visits:
            return
        if not asked or deed in HANDS:  # a card that is taken away answers nothing
            last = visitor.passed
    due = visitor.timers.get(IDLE)
    if visitor.visits != visits:
        assert visitor.passed - last >= delays.IDLE + delays.STILL - ROUNDED, "asked first, and for as long as the table says"
    elif visitor.view.title.id == "still-title":
        assert visitor.passed - last >= delays.IDLE - ROUNDED
    elif due is not None:
        assert due - last >= delays.IDLE - ROUNDED
        visitor.wait(due - visitor.passed + ROUNDED)
        assert visitor.view.title.id == "still-title" and visitor.visits == visits
        visitor.wait(delays.STILL - 0.1)
        assert visitor.view.title.id == "still-title"
        assert visitor.wait(0.2).view.title.id == "home-title"


def test_a_touch_extends_without_limit() -> None:
    visitor = at_home().touch("line.general")
    for _ in range(30):
        tell_story(visitor, [(wait(delays.IDLE), "still-title"), (wait(delays.STILL - 1), "still-title")])
        visitor.touch("still-here")
    assert visitor.view.title.id == "card-title"


def test_the_question_is_spoken_and_not_prolonged_by_it() -> None:
    visitor = at_home().touch("line.general").wait(delays.IDLE)
    assert visitor.view.spoken
    visitor.tell(SpeechStarted("voice", "2")).wait(delays.STILL - 1).tell(SpeechEnded("voice", "2", True))
    assert visitor.wait(1).view.title.id == "home-title"
