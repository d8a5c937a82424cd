"""Frames of the rating pad: bytes as the public program sends and expects them, and properties for any bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.codec.pad import Frame, FrameReader, key_frame, open_frame, receipt_for

frames = st.builds(Frame, st.integers(0, 255), st.integers(0, 255), st.binary(max_size=62))


def read(*pieces: bytes) -> list[Frame]:
    reader = FrameReader()
    return [frame for piece in pieces for frame in reader.feed(piece)]


def test_a_key_as_on_the_wire() -> None:
    assert key_frame(1, 2).encode() == bytes.fromhex("FF68 0303 68 01 11 02 14 16")


def test_the_receipt_is_function_01_with_the_same_key() -> None:
    assert receipt_for(key_frame(1, 2)).encode() == bytes.fromhex("FF68 0303 68 01 01 02 04 16")


def test_opening_a_rating_as_on_the_wire() -> None:
    assert open_frame(7).encode() == bytes.fromhex("FF68 0303 68 07 01 0B 13 16")


def test_six_digits_as_on_the_wire() -> None:
    shown = Frame(5, 0x02, bytes.fromhex("0A0A0A000203"))
    assert shown.encode() == bytes.fromhex("FF68 0808 68 05 02 0A0A0A000203 2A 16")
    assert read(shown.encode()) == [shown]


@given(st.lists(frames, max_size=5), st.lists(st.integers(0, 400)))
def test_any_split_gives_the_same_frames(sent: list[Frame], cuts: list[int]) -> None:
    wire = b"".join(frame.encode() for frame in sent)
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    assert read(*(wire[start:end] for start, end in zip(edges, edges[1:]))) == sent


@given(st.binary(max_size=80), frames)
def test_a_frame_is_found_behind_any_noise(noise: bytes, frame: Frame) -> None:
    """Noise may hold the beginning of a frame that eats into the real one; the one sent again after it is found."""
    quiet = bytes(80)  # longer than the longest frame
    assert read(noise, quiet, frame.encode())[-1] == frame


@given(st.binary(max_size=300))
def test_garbage_raises_nothing_and_holds_nothing_back(noise: bytes) -> None:
    for frame in read(noise):
        assert frame.encode() in noise


@given(frames, st.data())
def test_one_flipped_bit_is_never_believed(frame: Frame, data: st.DataObject) -> None:
    wire = bytearray(frame.encode())
    place = data.draw(st.integers(0, len(wire) - 1))
    wire[place] ^= 1 << data.draw(st.integers(0, 7))
    assert frame not in read(bytes(wire), bytes(80)) or bytes(wire) == frame.encode()
    assert read(bytes(wire)) == []
