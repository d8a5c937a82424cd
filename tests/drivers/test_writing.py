"""What a finger wrote is read, large or small, steady or not; and a recogniser that is not installed says so."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.types import DeviceDown, DeviceEvent, DeviceUp, Fault, Stroke
from devices.writing.steady import SIZE, orders, steadied
from devices.writing.zinnia import CHINESE, ZinniaRecogniser
from tests.kit.waiting import until

TREE = (
    ((180, 330), (820, 310)),
    ((500, 120), (500, 880)),
    ((500, 330), (330, 620), (160, 800)),
    ((500, 330), (700, 640), (860, 780)),
)
point = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
character = st.lists(st.lists(point, min_size=1, max_size=30).map(tuple), min_size=1, max_size=12).map(tuple)

needs_model = pytest.mark.skipif(not Path(CHINESE).exists(), reason="the model is not installed")


def along(stroke: Stroke, waves: float) -> Stroke:
    """With points as close as a panel tells them, and ``waves`` thousandths of a tremor."""
    found = []
    for (x, y), (x1, y1) in zip(stroke, stroke[1:]):
        parts = round(math.dist((x, y), (x1, y1)) / 12)
        for i in range(parts):
            off = waves * math.sin(i * 0.7)
            found.append((round(x + (x1 - x) * i / parts + off), round(y + (y1 - y) * i / parts + off)))
    return tuple(found)


@needs_model
def test_a_character_is_read_however_it_is_written() -> None:
    recogniser = ZinniaRecogniser(name="writing")
    small = tuple(tuple((x // 3 + 600, y // 3 + 20) for x, y in stroke) for stroke in TREE)
    shaky = tuple(along(stroke, 30) for stroke in TREE)
    other = (TREE[1], TREE[0], *TREE[2:])
    for written in (TREE, small, shaky, other):
        assert "木" in recogniser.recognise(written, 5), written
    assert recogniser.recognise(TREE, 5, among="林森木")[0] == "木"
    assert set(recogniser.recognise(TREE, 5, among="木本")) <= {"木", "本"}
    assert recogniser.recognise((), 5) == ()
    recogniser.stop()


@given(character)
def test_what_is_steadied_stands_in_the_middle_and_keeps_its_strokes(strokes: tuple[Stroke, ...]) -> None:
    found = steadied(strokes)
    assert len(found) == len(strokes)
    xs, ys = [x for stroke in found for x, _ in stroke], [y for stroke in found for _, y in stroke]
    assert 0 <= min(xs) and max(xs) <= SIZE and 0 <= min(ys) and max(ys) <= SIZE
    assert abs(min(xs) + max(xs) - SIZE) <= 2 and abs(min(ys) + max(ys) - SIZE) <= 2
    for order in orders(found):
        assert sorted(order) == sorted(found)


@given(character, st.integers(2, 4), st.integers(0, 50))
def test_size_and_place_make_no_difference(strokes: tuple[Stroke, ...], times: int, off: int) -> None:
    larger = tuple(tuple((x * times + off, y * times + off) for x, y in stroke) for stroke in strokes)
    for one, other in zip(steadied(strokes), steadied(larger)):
        assert len(one) == len(other) or max(math.dist(*pair) for pair in zip(one, other)) < 20


def test_a_model_that_is_not_there_is_told_and_reads_nothing(tmp_path: Path) -> None:
    told: list[DeviceEvent] = []
    recogniser = ZinniaRecogniser(name="writing", model=str(tmp_path / "none"))
    recogniser.start(told.append)
    until(lambda: bool(told))
    assert told == [DeviceDown("writing", Fault.WRITING_DOWN)]
    assert recogniser.recognise(TREE, 5) == ()
    recogniser.stop()


@needs_model
def test_one_that_is_there_is_up() -> None:
    told: list[DeviceEvent] = []
    recogniser = ZinniaRecogniser(name="writing")
    recogniser.start(told.append)
    until(lambda: bool(told))
    recogniser.stop()
    assert told == [DeviceUp("writing")]
