"""What hands do to a glass: each trace on every kind of target, and any other by chance; by the rule alone, and through Kivy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.robots.traces import Trace, traces
from screens.press import SEEN_S, STRIKE_S, Press
from screens.sheet import Element, Sheet
from tests.screens.glass_bench import Bench
from tests.screens.languages import TONGUES
from tests.screens.showing import PORTRAIT, sheets, shown
from tests.screens.specimens import TERMINAL

TRACES = traces()
ON_LINES = [name for name, trace in TRACES.items() if not trace.edge]


def page(specimen: str) -> Sheet:
    return sheets(TERMINAL[specimen], PORTRAIT, TONGUES[0])[0]


def played(press: Press, sheet: Sheet, target: Element, trace: Trace, begins_s: float = 1.0) -> list[str]:
    """The ids of what was chosen."""
    chosen = []
    middle = target.box.x + target.box.w / 2, target.box.y + target.box.h / 2
    for moment in trace.moments():
        x, y = middle[0] + moment.x_mm / PORTRAIT.pitch_mm, middle[1] + moment.y_mm / PORTRAIT.pitch_mm
        now = begins_s + moment.at_s
        if moment.what == "down":
            press.down("finger", sheet, x, y, now)
        elif moment.what == "move":
            press.move("finger", x, y)
        elif (found := press.up("finger", x, y, now)) is not None:
            chosen.append(found.id)
    return chosen


@pytest.mark.parametrize("name", ON_LINES)
def test_each_trace_does_what_it_should_on_every_target(name: str) -> None:
    for specimen in ("home", "prompt-card", "number-keys", "confirm-offer"):
        sheet = page(specimen)
        for target in sheet.targets:
            wanted = [target.id] if TRACES[name].acts else []
            assert played(Press(), sheet, target, TRACES[name]) == wanted, f"{name} on {target.id} of {specimen}"


@pytest.mark.parametrize("name", [name for name in ON_LINES if TRACES[name].acts])
def test_a_trace_that_was_aimed_at_the_view_before_chooses_nothing(name: str) -> None:
    """The ticket is taken away, home comes, and the finger is on its way down: what stands there now was not meant."""
    sheet, press = page("home"), Press()
    target = next(one for one in sheet.targets if one.id == "choice.book")
    press.put(page("ticket-printed"), 10.0, same=False)
    press.put(sheet, 12.0, same=False)
    assert played(press, sheet, target, TRACES[name], 12.0 + SEEN_S / 3) == []
    assert played(press, sheet, target, TRACES[name], 20.0) == [target.id]


@given(
    hz=st.floats(3, 12), amplitude=st.floats(0, 6), rest=st.floats(0.03, 3), off=st.floats(-4, 4), strikes=st.integers(1, 4)
)
def test_any_tremor_inside_a_target_chooses_it_once(hz: float, amplitude: float, rest: float, off: float, strikes: int) -> None:
    """Of the amplitudes at which a finger on a target of 20 mm stays on it: strikes that follow sooner than half a second count
    as one."""
    land = max(amplitude - 9.5, min(off, 9.5 - amplitude))
    trace = Trace("any", True, rest, hz, amplitude, (0.0, land), strikes=strikes, apart_s=0.1)
    sheet = page("home")
    target = next(one for one in sheet.targets if one.id == "choice.line.general")
    chosen = played(Press(), sheet, target, trace)
    assert chosen and set(chosen) == {target.id}
    assert len(chosen) <= 1 + (strikes - 1) * (rest + 0.1) / STRIKE_S


@given(st.lists(st.tuples(st.integers(0, 1079), st.integers(0, 1919)), min_size=2, max_size=40), st.floats(0.001, 0.4))
def test_nothing_is_chosen_that_was_not_both_touched_and_let_go(way: list[tuple[int, int]], each_s: float) -> None:
    sheet, press = page("home"), Press()
    press.down("finger", sheet, *way[0], 1.0)
    for place in way[1:]:
        press.move("finger", *place)
    chosen = press.up("finger", *way[-1], 1.0 + each_s * len(way))
    assert chosen is (sheet.at(*way[0]) if sheet.at(*way[0]) is sheet.at(*way[-1]) else None)


def test_a_palm_beside_the_words_takes_nothing_from_the_finger() -> None:
    sheet, press = page("home"), Press()
    for contact in range(5):
        press.down(f"palm {contact}", sheet, 1.0 + contact, 1500.0 + 40 * contact, 1.0)
    target = next(one for one in sheet.targets if one.id == "choice.line.social")
    assert played(press, sheet, target, TRACES["essential-mild"]) == [target.id]
    assert all(press.up(f"palm {contact}", 1.0, 1500.0, 3.0) is None for contact in range(5))


@pytest.mark.parametrize("name", ["essential-strong", "bouncing", "sliding-off"])
def test_through_kivy(name: str) -> None:
    from kivy.tests.common import UnitTestTouch

    bench = Bench()
    bench.show(shown(TERMINAL["home"], TONGUES[0], seq=5))
    x, y, w, h = bench.element("choice.line.social")["box_px"]
    finger = None
    begun = bench.time + 1.0
    for moment in TRACES[name].moments():
        bench.time = begun + moment.at_s
        at = x + w / 2 + moment.x_mm / PORTRAIT.pitch_mm, PORTRAIT.height_px - (y + h / 2 + moment.y_mm / PORTRAIT.pitch_mm)
        if moment.what == "down":
            finger = UnitTestTouch(*at)
            finger.touch_down()
        elif finger is not None and moment.what == "move":
            finger.touch_move(*at)
        elif finger is not None:
            finger.touch_move(*at)
            finger.touch_up()
    bench.close()
    chosen = [one.choice for one in bench.posted if type(one).__name__ == "Touched"]
    assert chosen == (["line.social"] if TRACES[name].acts else [])
