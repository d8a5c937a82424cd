"""Data objects of smart cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.tlv import TlvError, build, parse

tags = st.integers(1, 0xFE).filter(lambda tag: tag & 0x1F != 0x1F) | st.sampled_from([0x9F0C, 0x9F7E, 0x5F20])


def test_a_record_of_the_card() -> None:
    assert list(parse(bytes.fromhex("0304 312E3030"))) == [(0x03, b"1.00")]


def test_a_long_length() -> None:
    assert list(parse(build(0x6F, bytes(200)))) == [(0x6F, bytes(200))]
    assert build(0x6F, bytes(200))[:3] == bytes.fromhex("6F81C8")


@pytest.mark.parametrize("wrong", ["03", "0304 3132", "9F", "6F80", "6F83010203", "6F82FF", "9F0C"])
def test_what_is_cut_off_is_refused(wrong: str) -> None:
    with pytest.raises(TlvError):
        list(parse(bytes.fromhex(wrong)))


@given(st.lists(st.tuples(tags, st.binary(max_size=300)), max_size=5))
def test_round_trip(objects: list[tuple[int, bytes]]) -> None:
    assert list(parse(b"".join(build(tag, value) for tag, value in objects))) == objects


@given(st.binary(max_size=200))
def test_any_bytes_are_objects_or_refused(data: bytes) -> None:
    try:
        assert sum(len(value) for _, value in parse(data)) <= len(data)
    except TlvError:
        pass
