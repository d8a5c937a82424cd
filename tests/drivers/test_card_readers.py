"""What every CardReader must do, run for each driver over its simulator."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from threading import enumerate as threads
from time import monotonic, sleep

import pytest

from devices.ports import CardReader
from devices.sim.card_vpcd import CardVpcd
from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, DeviceUp, Fault
from tests.drivers.cards_benches import Bench, PcscBench, SerialBench
from tests.drivers.cards_told import Told
from tests.kit.pcscd import Pcscd, pcscd_or_skip

SEEN, REMOVED, UP, DOWN = CardSeen("card"), CardRemoved("card"), DeviceUp("card"), DeviceDown("card", Fault.READER_DOWN)
MOVED = CardFailed("card", Fault.CARD_MOVED)


@pytest.fixture(scope="module")
def pcscd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pcscd]:
    with pcscd_or_skip(tmp_path_factory.mktemp("pcscd")) as service:
        yield service


@pytest.fixture(scope="module")
def virtual_card(pcscd: Pcscd) -> Iterator[CardVpcd]:
    with CardVpcd(pcscd.port) as sim:
        yield sim


@pytest.fixture(params=["serial", "pcsc"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    bench: Bench
    if request.param == "serial":
        bench = SerialBench(tmp_path)
    else:
        bench = PcscBench(request.getfixturevalue("pcscd"), request.getfixturevalue("virtual_card"))
    yield bench
    bench.close()


@pytest.fixture
def told() -> Iterator[Told]:
    told = Told()
    yield told
    told.check_order()


@pytest.fixture
def reader(bench: Bench, told: Told) -> Iterator[CardReader]:
    """Started, and up."""
    reader = bench.reader()
    reader.start(told)
    told.up()
    yield reader
    reader.stop()


@pytest.fixture(autouse=True)
def nothing_personal_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    for personal in ("张三丰", "郭小样", "阿依古丽", "152601194803050119", "15262920010912002X", "152602195208170467"):
        assert personal not in caplog.text


def test_each_card_is_seen_presented_and_removed(bench: Bench, reader: CardReader, told: Told) -> None:
    for which in (0, 1):
        holder = bench.lay(which)
        told.expect(SEEN, CardPresented("card", holder))
        bench.lift()
        told.expect(REMOVED)


def test_a_card_that_lies_is_told_once(bench: Bench, reader: CardReader, told: Told) -> None:
    bench.lay()
    assert told.presented()
    sleep(0.6)  # many polls; the proof is the order of what is told next
    bench.lift()
    told.expect(REMOVED)


def test_a_card_that_lay_there_before_the_start(bench: Bench, told: Told) -> None:
    holder = bench.lay()
    reader = bench.reader()
    reader.start(told)
    told.up()
    assert told.presented() == holder
    reader.stop()


@pytest.mark.parametrize("trouble", ["next_is_mute", "next_is_half", "next_is_garbage"])
def test_one_bad_answer_costs_at_most_this_card(bench: Bench, reader: CardReader, told: Told, trouble: str) -> None:
    getattr(bench, trouble)()
    holder = bench.lay()
    first = told.outcome()
    if isinstance(first, CardPresented):
        assert first.holder == holder
    else:
        assert first.fault in (Fault.CARD_UNREADABLE, Fault.READER_MUTE, Fault.READER_GARBLED)
    bench.lift()
    told.expect(REMOVED)
    holder = bench.lay(1)
    assert told.presented() == holder


def test_taken_away_while_it_is_read(bench: Bench, reader: CardReader, told: Told) -> None:
    bench.next_is_taken()
    bench.lay()
    told.expect(SEEN, MOVED, REMOVED)
    holder = bench.lay(1)
    assert told.presented() == holder


def test_lost_and_found(bench: Bench, reader: CardReader, told: Told) -> None:
    for _ in range(2):
        bench.lose()
        told.expect(DOWN)
        bench.give_back()
        told.expect(UP)
    holder = bench.lay()
    assert told.presented() == holder


def test_lost_while_a_card_lies(bench: Bench, reader: CardReader, told: Told) -> None:
    holder = bench.lay()
    told.expect(SEEN, CardPresented("card", holder))
    bench.lose()
    told.expect(REMOVED, DOWN)
    bench.give_back()
    told.expect(UP, SEEN, CardPresented("card", holder))


def test_lost_while_it_reads(bench: Bench, reader: CardReader, told: Told) -> None:
    bench.next_is_mute()
    bench.lay()
    told.expect(SEEN)
    bench.lose()
    told.expect(CardFailed("card", Fault.READER_DOWN), REMOVED, DOWN)
    bench.lift()
    bench.behave()
    bench.give_back()
    told.expect(UP)
    holder = bench.lay(1)
    assert told.presented() == holder


def test_not_there_at_the_start(bench: Bench, told: Told) -> None:
    bench.lose()
    reader = bench.reader()
    reader.start(told)
    told.expect(DOWN)
    bench.give_back()
    told.expect(UP)
    holder = bench.lay()
    assert told.presented() == holder
    reader.stop()


def test_down_is_said_once(bench: Bench, told: Told) -> None:
    bench.lose()
    reader = bench.reader()
    reader.start(told)
    told.expect(DOWN)
    sleep(1.2)  # two more attempts
    reader.stop()
    bench.give_back()
    assert told.all == [DOWN]


@pytest.mark.parametrize("moment", ["lying", "reading", "down"])
def test_it_stops_within_two_seconds_and_then_says_nothing(bench: Bench, told: Told, moment: str) -> None:
    reader = bench.reader()
    reader.start(told)
    told.up()
    if moment == "lying":
        bench.lay()
        told.outcome()
    elif moment == "reading":
        bench.next_is_mute()
        bench.lay()
        told.expect(SEEN)
    elif moment == "down":
        bench.lose()
        told.expect(DOWN)
    before = monotonic()
    reader.stop()
    assert monotonic() - before < 2.0
    assert "device card" not in {thread.name for thread in threads()}
    so_far = list(told.all)
    bench.behave()
    if moment == "down":
        bench.give_back()
    bench.lift()
    bench.lay(1)
    second, again = bench.reader(), Told()  # the wire is free for another
    second.start(again)
    again.up()
    again.presented()
    second.stop()
    assert told.all == so_far
    told.all = told.all[:1]  # a story cut short by the stop


def test_stop_before_start_and_twice(bench: Bench) -> None:
    reader = bench.reader()
    reader.stop()
    other = bench.reader()
    other.start(Told())
    other.stop()
    other.stop()
