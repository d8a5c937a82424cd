"""Frames of the ID-card reader: as printed in the manual, in any pieces, in any noise, with any bit turned over."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from devices.codec import idcard
from devices.codec.idcard import FIND, READ, SAM_ID, SELECT, STATUS, Answer, Command, Parser, frame, sam_id, text_block
from devices.sim.people import ELDER, YOUNG
from devices.types import Fault

READ_ANSWER = frame(bytes.fromhex("000090 0100 0400") + ELDER.text + ELDER.photo)
NO_CARD = bytes.fromhex("AAAAAA9669 0004 000080 84")


def heard(*pieces: bytes) -> list[tuple[int, bytes]]:
    parser = Parser()
    return [(answer.status, answer.data) for piece in pieces for answer in parser.feed(piece)]


def taken_for(command: Command, wire: bytes) -> Answer | None:
    return next((answer for answer in Parser().feed(wire) if command.accepts(answer)), None)


def cut(wire: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    return [wire[start:end] for start, end in zip(edges, edges[1:])]


def test_commands_as_printed() -> None:
    assert STATUS.frame == bytes.fromhex("AAAAAA9669 0003 11FF ED")
    assert SAM_ID.frame == bytes.fromhex("AAAAAA9669 0003 12FF EE")
    assert FIND.frame == bytes.fromhex("AAAAAA9669 0003 2001 22")
    assert SELECT.frame == bytes.fromhex("AAAAAA9669 0003 2002 21")
    assert READ.frame == bytes.fromhex("AAAAAA9669 0003 3001 32")


def test_answers_as_printed() -> None:
    assert heard(bytes.fromhex("AAAAAA9669 0004 000090 94")) == [(0x90, b"")]
    assert heard(bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")) == [(0x9F, bytes(4))]
    assert heard(bytes.fromhex("AAAAAA9669 000C 000090 0000000000000000 9C")) == [(0x90, bytes(8))]
    assert heard(NO_CARD) == [(0x80, b"")]
    assert heard(bytes.fromhex("AAAAAA9669 0004 000081 85")) == [(0x81, b"")]
    assert heard(bytes.fromhex("AAAAAA9669 0004 000041 45")) == [(0x41, b"")]


def test_a_reading_is_1295_bytes_long() -> None:
    assert len(READ_ANSWER) == 1295 and READ_ANSWER[5:7] == bytes.fromhex("0508")
    answer = taken_for(READ, READ_ANSWER)
    assert answer is not None and text_block(answer) == ELDER.text


def test_a_reading_with_an_empty_length_of_fingerprints() -> None:
    answer = taken_for(READ, frame(bytes.fromhex("000090 0100 0400 0000") + ELDER.text + ELDER.photo))
    assert answer is not None and text_block(answer) == ELDER.text


def test_a_reading_whose_lengths_are_wrong_has_no_text() -> None:
    for lengths in ("0080 0480", "0100 0400 0001"):
        body = bytes.fromhex("000090" + lengths.replace(" ", "")) + ELDER.text + ELDER.photo
        answer = taken_for(READ, frame(body))
        assert answer is not None and text_block(answer) == b""


def test_the_number_of_the_module() -> None:
    answer = taken_for(SAM_ID, frame(bytes.fromhex("000090 0500 0100 9FB23401 39300000 B168DE3A")))
    assert answer is not None and sam_id(answer) == "05.01-20230815-0000012345-0987654321"


def test_an_answer_belongs_to_its_command() -> None:
    none_found, found, selected = Answer(0x80, b""), Answer(0x9F, bytes(4)), Answer(0x90, bytes(8))
    assert FIND.accepts(none_found) and FIND.accepts(found) and not FIND.accepts(selected)
    assert SELECT.accepts(selected) and not SELECT.accepts(none_found) and not SELECT.accepts(Answer(0x90, b""))
    assert STATUS.accepts(Answer(0x90, b"")) and not STATUS.accepts(none_found)
    assert not READ.accepts(selected) and not READ.accepts(none_found)
    assert all(command.accepts(Answer(0x66, b"")) for command in (FIND, SELECT, READ, STATUS))


def test_an_answer_does_not_show_a_person() -> None:
    answer = taken_for(READ, READ_ANSWER)
    assert repr(answer) == "<Answer 90 with 1284 bytes>"


def test_statuses_and_what_they_mean() -> None:
    meant = {0x66: Fault.READER_DOWN, 0x10: Fault.READER_GARBLED, 0x40: Fault.CARD_UNKNOWN, 0x33: Fault.CARD_UNREADABLE}
    assert {status: idcard.fault_of(Answer(status, b"")) for status in meant} == meant


def test_an_echo_is_no_noise() -> None:
    parser = Parser()
    assert [answer.status for answer in parser.feed(FIND.frame + NO_CARD)] == [0x80]
    assert not parser.noisy


def test_half_a_frame_is_noise_and_silence_is_not() -> None:
    parser = Parser()
    assert not list(parser.feed(b"")) and not parser.noisy
    assert not list(parser.feed(NO_CARD[:6])) and parser.noisy


def test_a_false_preamble_with_a_long_length_hides_nothing() -> None:
    assert heard(bytes.fromhex("AAAAAA9669 0900") + NO_CARD) == [(0x80, b"")]


def test_two_readings_never_become_one() -> None:
    """Half of one person's answer and then another's, with a byte between them that makes the checksum right."""
    other = frame(bytes.fromhex("000090 0100 0400") + YOUNG.text + YOUNG.photo)
    for between in range(256):
        wire = READ_ANSWER[:100] + bytes([between]) + other
        answer = taken_for(READ, wire)
        assert answer is not None and text_block(answer) == YOUNG.text


whole = st.sampled_from([NO_CARD, READ_ANSWER, FIND.frame, frame(bytes.fromhex("00009F00000000"))])


@given(st.lists(whole, max_size=4), st.data())
def test_any_split_gives_the_same_answers(frames: list[bytes], data: st.DataObject) -> None:
    wire = b"".join(frames)
    pieces = cut(wire, data.draw(st.lists(st.integers(0, 6000), max_size=40)))
    assert heard(*pieces) == heard(wire)
    assert len(heard(wire)) == sum(one != FIND.frame for one in frames)


@given(st.binary(max_size=80).filter(lambda noise: 0xAA not in noise))
def test_noise_before_a_frame_is_passed_over(noise: bytes) -> None:
    assert heard(noise + NO_CARD) == [(0x80, b"")]


preambles = st.sampled_from([b"", b"\xaa", b"\xaa\xaa\xaa\x96\x69", b"\xaa\xaa\xaa\x96\x69\x05", b"\xaa\xaa\xaa\x96\x69\x00\x04"])


@given(st.lists(st.one_of(st.binary(max_size=60), preambles), max_size=6).map(b"".join))
@example(READ_ANSWER[:700])
@settings(max_examples=200)
def test_in_any_noise_a_reading_is_the_true_one_or_none(noise: bytes) -> None:
    for wire in (noise + READ_ANSWER, READ_ANSWER[:600] + noise + READ_ANSWER, noise + READ_ANSWER[:1000]):
        answer = taken_for(READ, wire)
        assert answer is None or not answer.data or text_block(answer) == ELDER.text


@given(st.binary(max_size=3000))
def test_any_bytes_end_in_answers_or_silence(noise: bytes) -> None:
    for status, data in heard(noise):
        assert frame(bytes(2) + bytes([status]) + data)[5:7] in noise


def test_no_flipped_bit_gives_another_reading() -> None:
    for position in range(len(READ_ANSWER)):
        bit = 1 << position % 8  # one column a byte: each byte once, each column 160 times
        wire = READ_ANSWER[:position] + bytes([READ_ANSWER[position] ^ bit]) + READ_ANSWER[position + 1:]
        answer = taken_for(READ, wire)
        # SW1 and SW2 are under the checksum too; nothing passes
        assert answer is None
