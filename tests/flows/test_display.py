"""Stories of the hall's display."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from devices.types import SpeechEnded
from kiosk.effects import Announce
from kiosk.events import HallKnown, HallLost, TicketCalled
from kiosk.flows import FLOWS, delays
from kiosk.flows.step import Fittings, Turns
from kiosk.hall.messages import HallName
from kiosk.views import Board, Poster
from tests.kit.clock import START
from tests.kit.people import HALL, call, name
from tests.kit.visitor import Visitor
from tests.screens.posting import NOBODY, POSTED


def board() -> Visitor:
    return Visitor(FLOWS["display"](Fittings())).tell(HallKnown(HALL))


def calls(visitor: Visitor, *numbers: str, **more: Any) -> Visitor:
    for number in numbers:
        visitor.tell(TicketCalled(call(number, at=START + timedelta(seconds=visitor.passed), **more)))
    return visitor


def rows(visitor: Visitor) -> list[tuple[str, bool]]:
    assert isinstance(visitor.view, Board)
    return [(row.number, row.fresh) for row in visitor.view.rows]


def spoken(visitor: Visitor) -> list[str]:
    found = [effect.view for effect in visitor.asked if isinstance(effect, Announce)]
    assert all(isinstance(view, Board) and len(view.rows) == 1 for view in found)
    return [view.rows[0].number for view in found]  # type: ignore[union-attr]


END = SpeechEnded("voice", "1", True)


def test_the_last_six_newest_first() -> None:
    visitor = board()
    for n in range(1, 9):
        calls(visitor, f"A{n:03}").tell(END).tell(END)
    assert [number for number, _ in rows(visitor)] == ["A008", "A007", "A006", "A005", "A004", "A003"]


def test_in_a_burst_the_one_that_is_spoken_keeps_its_row() -> None:
    visitor = calls(board(), *[f"A{n:03}" for n in range(1, 9)])
    assert [number for number, _ in rows(visitor)] == ["A008", "A007", "A006", "A005", "A004", "A001"]
    assert [number for number, _ in rows(visitor.tell(END).tell(END))] == ["A008", "A007", "A006", "A005", "A004", "A002"]


CALLS = st.tuples(st.integers(1, 9), st.integers(1, 3), st.integers(0, 2))


@settings(max_examples=60)
@given(st.lists(st.one_of(CALLS, st.just(END)), max_size=30))
def test_whatever_is_spoken_is_on_the_board_as_it_is_spoken(steps: list[Any]) -> None:
    """Number and window, row 34: whatever the order in which calls, recalls and transfers come and speech ends."""
    visitor = board()
    spoken: tuple[str, str] | None = None
    for one in steps:
        if isinstance(one, SpeechEnded):
            spoken = None
            visitor.tell(one)
        else:
            number, window, recall = one
            calls(visitor, f"A{number:03}", window=str(window), recall=recall)
        for effect in visitor.asked:
            if isinstance(effect, Announce) and isinstance(effect.view, Board):
                spoken = (effect.view.rows[0].number, effect.view.rows[0].window)
        aloud = [(row.number, row.window) for row in visitor.view.rows if row.aloud]  # type: ignore[attr-defined]
        assert aloud == ([spoken] if spoken else [])


def test_a_ticket_sent_elsewhere_is_not_spoken_to_its_old_window() -> None:
    visitor = calls(board(), "A001", "A002")
    calls(visitor, "A002", window="5")
    heard = []
    for _ in range(4):
        for effect in visitor.tell(END).asked:
            if isinstance(effect, Announce) and isinstance(effect.view, Board):
                heard += [(row.number, row.window) for row in effect.view.rows]
    assert [window for number, window in heard if number == "A002"] == ["5", "5"]


def test_a_waiting_area_hears_its_own_windows() -> None:
    here = Visitor(FLOWS["display"](Fittings(area="东区"))).tell(HallKnown(HALL))
    for number, area in (("A001", "东区"), ("B001", "西区"), ("C001", "")):
        here.tell(TicketCalled(replace(call(number, at=START), area=area)))
    assert [number for number, _ in rows(here)] == ["C001", "A001"]
    everywhere = board()
    everywhere.tell(TicketCalled(replace(call("B001", at=START), area="西区")))
    assert rows(everywhere) == [("B001", True)]


def test_a_call_is_marked_for_a_while() -> None:
    visitor = calls(board(), "A001").tell(END).tell(END).wait(10)
    calls(visitor, "A002").tell(END).tell(END).wait(delays.FRESH - 10)
    assert rows(visitor) == [("A002", True), ("A001", False)]
    assert rows(visitor.wait(10)) == [("A002", False), ("A001", False)]


def test_a_call_is_spoken_twice_and_the_next_waits_its_turn() -> None:
    visitor = calls(board(), "A001")
    assert spoken(visitor) == ["A001"]
    assert spoken(calls(visitor, "A002")) == []
    heard = []
    for _ in range(4):
        heard += spoken(visitor.tell(END))
    assert heard == ["A001", "A002", "A002"]
    assert spoken(calls(visitor, "A003")) == ["A003"]


def test_without_a_voice_the_calls_still_take_turns() -> None:
    visitor = calls(board(), "A001", "A002")
    heard = []
    for _ in range(4):
        visitor.wait(delays.CALL)
        heard += spoken(visitor)
    assert heard == ["A001", "A002", "A002"]


def test_a_recall_is_fresh_and_spoken_again_and_comes_first() -> None:
    visitor = calls(board(), "A001", "A002").wait(delays.FRESH * 10)
    visitor = calls(visitor, "A001", recall=1)
    assert rows(visitor) == [("A001", True), ("A002", False)]
    assert spoken(visitor) == ["A001"]


def test_a_call_told_again_by_a_link_that_came_back_changes_nothing() -> None:
    visitor = calls(board(), "A001", "A002")
    before = visitor.state
    calls(visitor, "A001")
    assert visitor.state == before and not visitor.asked


def test_a_transfer_to_another_window_is_a_call() -> None:
    visitor = calls(board(), "A001")
    calls(visitor, "A001", window="5")
    assert [(row.number, row.window) for row in visitor.view.rows] == [("A001", "5")]  # type: ignore[attr-defined]


def test_an_old_call_is_shown_and_not_spoken() -> None:
    visitor = board().wait(delays.STALE_CALL + 1)
    visitor.tell(TicketCalled(call("A001", at=START)))
    assert rows(visitor) == [("A001", False)] and spoken(visitor) == []


def test_rest_and_a_link_that_is_down_have_words() -> None:
    visitor = board()
    assert visitor.view.body[0].id == "board-none" and not visitor.view.spoken
    assert calls(visitor, "A001").view.body == ()
    assert visitor.tell(HallLost()).view.body[0].id == "board-lost"
    assert visitor.tell(HallKnown(HALL)).view.body == ()


def test_the_display_has_no_toolbar() -> None:
    assert FLOWS["display"](Fittings()).tools is False


BETWEEN = Turns(guides=2, staff=True, seconds=10)


def between(**hall: Any) -> Visitor:
    return Visitor(FLOWS["display"](Fittings(turns=BETWEEN))).tell(HallKnown(replace(POSTED, **hall)))


def seen(visitor: Visitor, turns: int) -> list[str]:
    """What is shown in so many turns, by its title."""
    found = []
    for _ in range(turns):
        title = visitor.view.title
        found.append(next((value.zh for _, value in title.args if isinstance(value, HallName)), title.id))
        visitor.wait(BETWEEN.seconds)
    return found


def test_between_calls_guides_and_staff_have_their_turns() -> None:
    assert seen(between(), 5) == ["高龄津贴", "老年证", "帮办代办员", "帮办代办员（副岗）", "高龄津贴"]
    assert seen(between(duty=NOBODY), 3)[-1] == "help-nobody"
    assert not isinstance(Visitor(FLOWS["display"](Fittings())).tell(HallKnown(POSTED)).wait(99).view, Poster)


def test_a_call_has_the_picture_at_once_and_keeps_it_while_it_is_spoken_and_marked() -> None:
    visitor = between().wait(3)
    assert isinstance(visitor.view, Poster)
    calls(visitor, "A001")
    assert rows(visitor) == [("A001", True)] and spoken(visitor) == ["A001"]
    for _ in range(int(delays.FRESH) - 1):
        assert isinstance(visitor.wait(1).view, Board), "however the turns fall"
    visitor.tell(END).tell(END).wait(2)
    assert seen(visitor, 5)[:4] == ["board-title", "高龄津贴", "board-title", "老年证"], "the board has its turns among them"
    assert isinstance(visitor.tell(HallLost()).view, Board), "and says that the service is away"


def test_what_is_published_anew_is_shown_without_delay_and_each_language_has_its_turn() -> None:
    visitor = between()
    changed = replace(POSTED.guides[0], version=4, name=name("新的名字"))
    visitor.tell(HallKnown(replace(POSTED, guides=(changed, *POSTED.guides[1:]))))
    assert seen(visitor, 1) == ["新的名字"]
    fittings = Fittings(turns=replace(BETWEEN, second=True))
    both = Visitor(FLOWS["display"](fittings)).tell(HallKnown(POSTED))
    views = [both.wait(BETWEEN.seconds * turn).view for turn in (0, 1, 1)]
    assert [isinstance(view, Poster) and view.second for view in views] == [False, True, False]
