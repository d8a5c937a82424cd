"""Status bytes from the Epson TM and Citizen manuals, and properties that hold for any bytes."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.escpos_status import AnswerReader, Query, Sent, answer_to, question, status_of, status_unasked, unasked
from devices.types import Fault, Paper, PrinterStatus

FINE = {Query.PRINTER: 0x12, Query.OFFLINE_CAUSE: 0x12, Query.ERROR_CAUSE: 0x12, Query.PAPER: 0x12}
STATUSES = [
    PrinterStatus(True, True, online, paper, cover, cutter, error)
    for online, paper, cover, cutter, error in product(
        (True, False), (Paper.OK, Paper.NEAR_END, Paper.OUT), (True, False), (True, False), (True, False)
    )
]
statuses = st.sampled_from(STATUSES)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in zip(edges, edges[1:])]


def test_the_question_is_that_of_the_manual() -> None:
    assert [question(query) for query in Query] == [b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x03", b"\x10\x04\x04"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({Query.PAPER: 0x1E}, None),  # near end
        ({Query.PRINTER: 0x1A, Query.OFFLINE_CAUSE: 0x16}, Fault.COVER_OPEN),
        ({Query.PRINTER: 0x1A, Query.OFFLINE_CAUSE: 0x32, Query.PAPER: 0x72}, Fault.PAPER_OUT),
        ({Query.PRINTER: 0x1A, Query.PAPER: 0x7E}, Fault.PAPER_OUT),
        ({Query.PRINTER: 0x1A, Query.OFFLINE_CAUSE: 0x52, Query.ERROR_CAUSE: 0x1A}, Fault.CUTTER_JAM),
        ({Query.PRINTER: 0x1A, Query.OFFLINE_CAUSE: 0x52, Query.ERROR_CAUSE: 0x32}, Fault.PRINTER_ERROR),
        ({Query.PRINTER: 0x1A, Query.OFFLINE_CAUSE: 0x52, Query.ERROR_CAUSE: 0x52}, Fault.PRINTER_ERROR),
        ({Query.PRINTER: 0x1A}, Fault.PRINTER_ERROR),  # off-line for a reason of its own
    ],
)
def test_bytes_of_the_manual(change: dict[Query, int], fault: Fault | None) -> None:
    assert status_of({**FINE, **change}).fault is fault


def test_near_end_is_not_the_end() -> None:
    assert status_of({**FINE, Query.PAPER: 0x1E}).paper is Paper.NEAR_END
    assert status_of({**FINE, Query.PAPER: 0x1E}).fault is None


def test_no_answer_is_never_no_paper() -> None:
    silent = status_of({})
    assert not silent.answered
    assert silent.paper is Paper.UNKNOWN
    assert silent.fault is Fault.PRINTER_MUTE


def test_a_missing_first_answer_makes_the_others_worthless() -> None:
    assert not status_of({Query.OFFLINE_CAUSE: 0x16, Query.PAPER: 0x7E}).answered


def test_paper_that_was_not_answered_for_is_unknown() -> None:
    status = status_of({Query.PRINTER: 0x12})
    assert (status.paper, status.fault) == (Paper.UNKNOWN, None)


@given(statuses)
def test_round_trip(status: PrinterStatus) -> None:
    read = status_of({query: answer_to(query, status) for query in Query})
    assert read == status


@given(statuses)
def test_told_unasked_as_asked(status: PrinterStatus) -> None:
    assert status_unasked(unasked(status)) == status


@given(statuses, st.sampled_from(Query), st.lists(st.integers(0, 99)))
def test_automatic_status_is_never_taken_for_an_answer(status: PrinterStatus, query: Query, cuts: list[int]) -> None:
    wire = unasked(status) + bytes((answer_to(query, status),)) + b"\x00" + unasked(status)
    reader = AnswerReader()
    found = [answer for piece in pieces(wire, cuts) for answer in reader.feed(piece)]
    assert [answer.kind for answer in found] == [Sent.UNASKED, Sent.REAL_TIME, Sent.IN_PRINT_ORDER, Sent.UNASKED]
    assert found[1].data == bytes((answer_to(query, status),))


def test_flow_control_is_no_answer() -> None:
    reader = AnswerReader()
    assert [answer.kind for answer in reader.feed(b"\x13\x11\x12\x11")] == [Sent.REAL_TIME]
    assert [answer.kind for answer in reader.feed(b"\x10\x13\x00\x11\x00\x00")] == [Sent.UNASKED]


@given(st.binary(max_size=200), st.lists(st.integers(0, 999)))
def test_any_split_of_any_bytes_reads_the_same(data: bytes, cuts: list[int]) -> None:
    whole, split = AnswerReader(), AnswerReader()
    assert whole.feed(data) == [answer for piece in pieces(data, cuts) for answer in split.feed(piece)]


@given(st.binary(max_size=200))
def test_what_is_taken_for_an_answer_has_its_fixed_bits(noise: bytes) -> None:
    for answer in AnswerReader().feed(noise):
        if answer.kind is Sent.REAL_TIME:
            assert answer.data[0] & 0x93 == 0x12
        elif answer.kind is Sent.IN_PRINT_ORDER:
            assert answer.data[0] & 0x90 == 0
        else:
            assert len(answer.data) == 4
