"""Raw input events: the layout of linux/input.h, and properties for any bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.codec.keypad import DIGITS, KEYS, RECORD_SIZE, StrokeReader, dropped, event, report, stroke
from devices.types import Key

codes = st.sampled_from(sorted(KEYS))


def test_the_record_of_the_kernel() -> None:
    record = bytes.fromhex("3930000000000000 1027000000000000 0100 6700 01000000")  # 12345.010000 s, KEY_UP pressed
    assert len(record) == RECORD_SIZE == 24
    assert StrokeReader().feed(record) == [103]
    assert KEYS[103] is Key.UP


def test_every_key_of_the_house_can_be_struck() -> None:
    assert set(KEYS.values()) == set(Key)


def test_both_rows_of_digits() -> None:
    assert [KEYS[code] for code in (11, 82)] == [Key.DIGIT_0] * 2
    assert sorted(DIGITS.values()) == sorted([*range(10), *range(10)])
    assert all(KEYS[code] is Key(str(digit)) for code, digit in DIGITS.items())


def test_a_held_key_counts_once() -> None:
    reader = StrokeReader()
    assert reader.feed(stroke(28, repeats=40, released=False)) == [28]
    assert reader.feed(event(1, 28, 1)) == []  # pressed again without a release: a bouncing contact
    assert reader.feed(stroke(28)) == []
    assert reader.feed(stroke(28)) == [28]


def test_what_came_after_a_lost_event_is_stale() -> None:
    reader = StrokeReader()
    assert reader.feed(dropped() + event(1, 103, 1) + report() + event(1, 108, 1)) == [108]


def test_other_kinds_of_event_are_no_strokes() -> None:
    scan_code = event(4, 4, 458834)
    assert StrokeReader().feed(scan_code + stroke(105)) == [105]


@given(st.lists(codes, max_size=12), st.lists(st.integers(0, 3000)))
def test_any_split_gives_the_same_strokes(struck: list[int], cuts: list[int]) -> None:
    wire = b"".join(stroke(code, repeats=1) for code in struck)
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    reader = StrokeReader()
    assert [code for start, end in zip(edges, edges[1:]) for code in reader.feed(wire[start:end])] == struck


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_garbage_raises_nothing(noise: list[bytes]) -> None:
    reader = StrokeReader()
    assert all(isinstance(code, int) for piece in noise for code in reader.feed(piece))
