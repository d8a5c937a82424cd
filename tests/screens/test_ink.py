"""A finger in the writing square draws at once, and every stroke is told once it is lifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.events import Touched, Written
from kiosk.views import Stroke, Writing
from kiosk.visit import Settings, Shown
from tests.screens.finding import SQUARE
from tests.screens.glass_bench import Bench
from tests.screens.photograph import pixels
from tests.screens.showing import PORTRAIT

assert isinstance(SQUARE, Writing)


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    bench.show(shown(1))
    yield bench
    bench.close()


def shown(seq: int, *strokes: Stroke) -> Shown:
    assert isinstance(SQUARE, Writing)
    return Shown(seq, replace(SQUARE, strokes=strokes), Settings(), ())


def at(bench: Bench, x: int, y: int) -> tuple[int, int]:
    """A place in the square, in thousandths, on the glass."""
    left, top, wide, high = bench.element("ink.square")["box_px"]
    return left + x * wide // 1000, top + y * high // 1000


def is_inked(bench: Bench, x: int, y: int) -> bool:
    pixel: Any = pixels(bench.glass._surface, (PORTRAIT.width_px, PORTRAIT.height_px)).getpixel(at(bench, x, y))
    return max(pixel) < 60


def draw(bench: Bench, *places: tuple[int, int], lift: bool = True) -> Any:
    from kivy.tests.common import UnitTestTouch

    on_glass = [at(bench, x, y) for x, y in places]
    bench.time += 1.0
    touch = UnitTestTouch(on_glass[0][0], PORTRAIT.height_px - on_glass[0][1])
    touch.touch_down()
    for x, y in on_glass[1:]:
        touch.touch_move(x, PORTRAIT.height_px - y)
    if lift:
        touch.touch_up()
    return touch


def test_ink_is_seen_under_the_finger_and_stays_until_the_view_has_it(bench: Bench) -> None:
    assert not is_inked(bench, 300, 300)
    touch = draw(bench, (200, 300), (400, 300), lift=False)
    assert is_inked(bench, 300, 300) and bench.posted == []
    bench.show(shown(2))
    assert is_inked(bench, 300, 300), "a view that came meanwhile does not take the stroke away"
    touch.touch_up()
    [told] = bench.posted
    assert isinstance(told, Written) and told.seq == 2
    [stroke] = told.strokes
    assert stroke[0] == pytest.approx((200, 300), abs=3) and stroke[-1] == pytest.approx((400, 300), abs=3)
    bench.show(shown(3))
    assert is_inked(bench, 300, 300), "told, and not in a view yet"
    bench.show(shown(4, stroke))
    bench.show(shown(5))
    assert not is_inked(bench, 300, 300), "taken back"


def test_a_finger_that_leaves_the_square_writes_along_its_edge_and_chooses_nothing(bench: Bench) -> None:
    draw(bench, (500, 900), (500, 1400))
    [told] = bench.posted
    assert isinstance(told, Written) and not [one for one in bench.posted if isinstance(one, Touched)]
    assert all(0 <= x <= 1000 and 0 <= y <= 1000 for stroke in told.strokes for x, y in stroke)


def test_a_dot_is_a_stroke_and_a_second_finger_is_not_there(bench: Bench) -> None:
    first = draw(bench, (300, 300), lift=False)
    draw(bench, (700, 700), (800, 800))
    first.touch_up()
    [told] = bench.posted
    assert isinstance(told, Written) and [len(stroke) for stroke in told.strokes] == [1]
    assert is_inked(bench, 300, 300) and not is_inked(bench, 750, 750)
