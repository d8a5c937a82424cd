"""Switch events: the layout of linux/input.h, and properties for any bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.codec.jack import SwitchReader, is_on, moved
from devices.codec.keypad import dropped, event, stroke


def test_the_record_of_the_kernel() -> None:
    record = bytes.fromhex("3930000000000000 1027000000000000 0500 0200 01000000")  # EV_SW, SW_HEADPHONE_INSERT, in
    assert SwitchReader().feed(record) == [True]


def test_other_switches_and_keys_are_no_headphones() -> None:
    microphone = event(5, 4, 1)
    assert SwitchReader().feed(microphone + stroke(28) + moved(False)) == [False]


def test_after_lost_events_the_state_is_to_be_asked() -> None:
    assert SwitchReader().feed(moved(True) + dropped()) == [True, None]
    assert is_on(bytes([0b100, 0, 0, 0])) and not is_on(bytes([0b011, 0, 0, 0]))


@given(st.lists(st.booleans(), max_size=8), st.lists(st.integers(0, 1000)))
def test_any_split_gives_the_same_states(states: list[bool], cuts: list[int]) -> None:
    wire = b"".join(map(moved, states))
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    reader = SwitchReader()
    assert [state for a, b in zip(edges, edges[1:]) for state in reader.feed(wire[a:b])] == states


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_garbage_raises_nothing(noise: list[bytes]) -> None:
    reader = SwitchReader()
    assert all(state in (True, False, None) for piece in noise for state in reader.feed(piece))
