"""The serial ID-card reader against everything its simulator can do wrong."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest

from devices.readers.serial_idcard import SerialIdCardReader
from devices.sim import people
from devices.sim.faults import WireFault
from devices.sim.people import ELDER, YOUNG, IdCard, resident
from devices.sim.reader_pty import FIND, READ, SELECT, STATUS, ReaderFault, ReaderPty, Refuse
from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, DeviceUp, Fault
from tests.drivers.cards_benches import LATE_S, TIMING
from tests.drivers.cards_told import Told

UP, SEEN, REMOVED = DeviceUp("id"), CardSeen("id"), CardRemoved("id")
EVERY_FAULT = [*WireFault, *ReaderFault]
OVERCOME = [(fault, False) for fault in EVERY_FAULT if fault not in (ReaderFault.CARD_TAKEN, ReaderFault.UNPLUGGED)]
OVERCOME += [(WireFault.SILENT, True), (ReaderFault.BAD_CHECKSUM, True)]
# An old register's error: the check digit of this number should be 9.
ODD = resident("", replace(ELDER.holder, id_number="152601194803050118"), "20080911")


@pytest.fixture
def sim(tmp_path: Path) -> Iterator[ReaderPty]:
    with ReaderPty(str(tmp_path / "id-reader"), late_s=LATE_S) as sim:
        yield sim


@pytest.fixture
def told() -> Iterator[Told]:
    told = Told()
    yield told
    told.check_order()


@pytest.fixture
def reader(sim: ReaderPty, told: Told) -> Iterator[SerialIdCardReader]:
    """Started, and up."""
    reader = SerialIdCardReader("id", sim.path, timing=TIMING)
    reader.start(told)
    told.expect(UP)
    yield reader
    reader.stop()


def asked_for(sim: ReaderPty, code: bytes) -> int:
    return sum(command == code for command in sim.asked)


def until(condition: Callable[[], bool], within_s: float = 20.0) -> None:
    end = monotonic() + within_s
    while not condition():
        assert monotonic() < end
        sleep(0.01)


@pytest.mark.parametrize("card", people.ID_CARDS, ids=lambda card: card.holder.kind.value)
def test_every_kind_of_card(sim: ReaderPty, reader: SerialIdCardReader, told: Told, card: IdCard) -> None:
    sim.lay(card)
    told.expect(SEEN, CardPresented("id", card.holder))
    assert set(sim.asked) == {STATUS, FIND, SELECT, READ} and asked_for(sim, READ) == 1


@pytest.mark.parametrize("refinds", [True, False])
def test_a_lying_card_is_read_once(sim: ReaderPty, reader: SerialIdCardReader, told: Told, refinds: bool) -> None:
    sim.refinds = refinds
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))
    if not refinds:
        told.expect(REMOVED)  # this reader's way of saying so
    asked = len(sim.asked)
    until(lambda: len(sim.asked) > asked + 8)
    assert asked_for(sim, READ) == 1
    sim.lift()
    if refinds:
        told.expect(REMOVED)
    until(lambda: len(sim.asked) > asked + 16)
    sim.lay(YOUNG)
    told.expect(SEEN, CardPresented("id", YOUNG.holder))


def test_one_missed_poll_is_no_removal(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.refinds = True
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))
    sim.faults.fail_next(Refuse(0x80), on=FIND)
    asked = len(sim.asked)
    until(lambda: len(sim.asked) > asked + 6)
    sim.lift()
    told.expect(REMOVED)


@pytest.mark.parametrize("fault, refinds", OVERCOME, ids=str)
def test_one_fault_in_a_reading_is_overcome(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told, fault: WireFault | ReaderFault, refinds: bool
) -> None:
    sim.refinds = refinds
    sim.faults.fail_next(fault, on=READ)
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))


@pytest.mark.parametrize("fault", [WireFault.SILENT, WireFault.DUPLICATE, WireFault.LATE])
@pytest.mark.parametrize("command", [FIND, SELECT, STATUS], ids=["find", "select", "status"])
def test_one_fault_in_another_command_is_overcome(
    sim: ReaderPty, told: Told, fault: WireFault | ReaderFault, command: bytes
) -> None:
    sim.faults.fail_next(fault, on=command)
    sim.lay(ELDER)
    reader = SerialIdCardReader("id", sim.path, timing=TIMING)
    reader.start(told)
    told.up()
    told.expect(SEEN, CardPresented("id", ELDER.holder))
    reader.stop()


def test_after_an_error_two_equal_readings_are_wanted(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.faults.fail_next(WireFault.GARBAGE_BEFORE, on=READ)
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))
    assert asked_for(sim, READ) == 2


def test_an_odd_card_is_read_twice(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.lay(ODD)
    told.expect(SEEN, CardPresented("id", ODD.holder))
    assert asked_for(sim, READ) == 2


def test_an_odd_card_that_cannot_be_read_twice_is_not_believed(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told
) -> None:
    sim.rereads = False
    sim.lay(ODD)
    told.expect(SEEN)
    assert isinstance(told.next(), CardFailed)


@pytest.mark.parametrize(
    "status, fault",
    [
        (0x10, Fault.READER_GARBLED),
        (0x33, Fault.CARD_UNREADABLE),
        (0x40, Fault.CARD_UNKNOWN),
        (0x41, Fault.CARD_UNREADABLE),
        (0x99, Fault.READER_GARBLED),  # a status of no list
    ],
)
def test_what_the_reader_says_of_a_card(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told, status: int, fault: Fault
) -> None:
    sim.refinds = True
    sim.faults.fail_until_cleared(Refuse(status), on=READ)
    sim.lay(ELDER)
    told.expect(SEEN, CardFailed("id", fault))
    sim.faults.clear()
    sim.lift()
    told.expect(REMOVED)
    sim.lay(YOUNG)
    told.expect(SEEN, CardPresented("id", YOUNG.holder))


@pytest.mark.parametrize("status, fault", [(0x60, Fault.READER_DOWN), (0x66, Fault.READER_DOWN), (0x24, Fault.READER_GARBLED)])
def test_a_module_that_calls_itself_broken_is_down(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told, status: int, fault: Fault
) -> None:
    sim.faults.fail_until_cleared(Refuse(status))
    told.expect(DeviceDown("id", fault))
    sim.faults.clear()
    told.expect(UP)


def test_a_block_that_no_person_can_have(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.refinds = True
    sim.lay(replace(ELDER, text=ELDER.text[:36] + "19480306".encode("utf-16-le") + ELDER.text[52:]))
    told.expect(SEEN, CardFailed("id", Fault.CARD_UNREADABLE))


def test_a_card_of_a_layout_to_come(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.refinds = True
    sim.lay(replace(ELDER, text=ELDER.text[:248] + b"Z\0" + ELDER.text[250:]))
    told.expect(SEEN, CardFailed("id", Fault.CARD_UNKNOWN))


def test_unplugged_in_the_middle_of_a_frame(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.faults.fail_next(ReaderFault.UNPLUGGED, on=READ)
    sim.lay(ELDER)
    told.expect(SEEN, CardFailed("id", Fault.READER_DOWN), REMOVED, DeviceDown("id", Fault.READER_DOWN))
    sim.replug()
    told.expect(UP, SEEN, CardPresented("id", ELDER.holder))


@pytest.mark.parametrize("chunk, pause_s", [(1, 0.0), (7, 0.001), (64, 0.03)])
def test_slow_bytes_and_small_chunks(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told, chunk: int, pause_s: float
) -> None:
    sim.faults.slow(chunk, pause_s)
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))


def test_a_mute_reader_is_down_and_comes_back(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.faults.fail_until_cleared(WireFault.SILENT)
    told.expect(DeviceDown("id", Fault.READER_MUTE))
    sim.faults.clear()
    told.expect(UP)


@pytest.mark.parametrize("fault", [ReaderFault.BAD_LENGTH, WireFault.PARTIAL])
def test_a_reader_that_only_garbles_is_down(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told, fault: WireFault | ReaderFault
) -> None:
    sim.faults.fail_until_cleared(fault)
    told.expect(DeviceDown("id", Fault.READER_GARBLED))
    sim.faults.clear()
    told.expect(UP)


def test_a_card_on_a_reader_of_whose_bytes_one_is_always_wrong(
    sim: ReaderPty, reader: SerialIdCardReader, told: Told
) -> None:
    """No card can be found, so none is told of; but that none can be is told, and the card is read once the line is clean."""
    sim.faults.fail_until_cleared(WireFault.FLIPPED_BIT)
    sim.lay(ELDER)
    told.expect(DeviceDown("id", Fault.READER_GARBLED))
    sim.faults.clear()
    told.expect(UP, SEEN, CardPresented("id", ELDER.holder))


def test_a_reader_that_only_finds_nothing_sensible_is_down(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.faults.fail_until_cleared(WireFault.SILENT, on=FIND)
    told.expect(DeviceDown("id", Fault.READER_MUTE))


def test_a_reader_that_keeps_refusing_to_look_is_down(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    sim.faults.fail_until_cleared(Refuse(0x24), on=FIND)
    told.expect(DeviceDown("id", Fault.READER_GARBLED))


def test_a_late_answer_is_never_taken_for_the_next_card(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    """The elder's answer comes when the host has given up, and another card lies there by then."""
    sim.faults.fail_next(WireFault.LATE, on=READ)
    sim.lay(ELDER)
    told.expect(SEEN)
    until(lambda: READ in sim.asked)
    sim.lay(YOUNG)
    event = told.next()
    assert isinstance(event, CardFailed) or event == CardPresented("id", YOUNG.holder)


def test_bytes_left_in_the_port_from_before(sim: ReaderPty, told: Told) -> None:
    port = os.open(sim.path, os.O_RDWR | os.O_NOCTTY)
    for code in (FIND, READ):
        os.write(port, bytes.fromhex("AAAAAA96690003") + code + bytes([3 ^ code[0] ^ code[1]]))
    until(lambda: len(sim.asked) == 2)
    os.close(port)
    reader = SerialIdCardReader("id", sim.path, timing=TIMING)
    reader.start(told)
    told.expect(UP)
    sim.lay(ELDER)
    told.expect(SEEN, CardPresented("id", ELDER.holder))
    reader.stop()


def test_two_programs_do_not_share_a_port(sim: ReaderPty, reader: SerialIdCardReader) -> None:
    second, again = SerialIdCardReader("second", sim.path, timing=TIMING), Told()
    second.start(again)
    again.expect(DeviceDown("second", Fault.READER_DOWN))
    reader.stop()
    again.expect(DeviceUp("second"))
    second.stop()


def test_a_hall_of_accidents(sim: ReaderPty, reader: SerialIdCardReader, told: Told) -> None:
    """Cards and faults as they come: whoever is presented is the one who lay there."""
    chance = random.Random(1)
    for _ in range(15):
        card = chance.choice(people.ID_CARDS)
        sim.refinds = chance.random() < 0.5
        if chance.random() < 0.7:
            sim.faults.fail_next(chance.choice(EVERY_FAULT), on=chance.choice([READ, SELECT]))
        sim.lay(card)
        event = told.next()
        while not isinstance(event, CardPresented | CardFailed):
            sim.replug()
            event = told.next()
        assert isinstance(event, CardFailed) or event.holder == card.holder
        sim.lift()
        sim.faults.clear()
        sim.replug()
        told.expect(REMOVED)
