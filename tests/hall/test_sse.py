"""The parser of server-sent events: any split, any garbage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hall.sse import LARGEST, Message, Overflow, Parser

STREAM = (
    b": still here\n\n"
    b"id: 7\nevent: ticket.called\ndata: {\"number\": \"A023\"}\n\n"
    b"event: hello\r\ndata: {}\r\n\r\n"
    b"id: 9\rdata: one\rdata:two\r\r"
    b"event: nothing\n\n"
    b"retry: 100\nunknown: x\ndata:  \xe7\xbb\xbc\n\n"
)
MESSAGES = [
    Message("ticket.called", '{"number": "A023"}', "7"),
    Message("hello", "{}", "7"),
    Message("message", "one\ntwo", "9"),
    Message("message", " 综", "9"),
]


def pieces(stream: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    return [stream[a:b] for a, b in zip(places, places[1:])]


@given(st.lists(st.integers(0, 10**6), max_size=30))
def test_any_split(cuts: list[int]) -> None:
    parser = Parser()
    assert [message for piece in pieces(STREAM, cuts) for message in parser.feed(piece)] == MESSAGES
    assert parser.last_id == "9"


def test_byte_by_byte() -> None:
    parser = Parser()
    assert [message for n in range(len(STREAM)) for message in parser.feed(bytes((STREAM[n],)))] == MESSAGES


@given(st.lists(st.binary(max_size=80), max_size=10))
def test_any_garbage(stream: list[bytes]) -> None:
    parser = Parser()
    for piece in stream:
        list(parser.feed(piece))
    found = list(parser.feed(b"\n\ndata: after\n\n"))
    assert found and found[-1].data.endswith("after")


def test_half_a_message_is_none() -> None:
    assert list(Parser().feed(b"data: half\n")) == []


@pytest.mark.parametrize("piece", [b"x" * 4096, b"data: " + b"x" * 4096 + b"\n"])
def test_a_message_without_end_is_not_kept(piece: bytes) -> None:
    parser = Parser()
    with pytest.raises(Overflow):
        for _ in range(LARGEST // 4096 + 2):
            list(parser.feed(piece))


def test_it_goes_on_from_an_id() -> None:
    assert list(Parser("41").feed(b"data: x\n\n")) == [Message("message", "x", "41")]
