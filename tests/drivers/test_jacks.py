"""What every socket for headphones does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.codec.jack import moved
from devices.jacks.hid_jack import HidJack
from devices.sim.jack_fifo import JackFifo
from devices.types import DeviceDown, DeviceUp, Fault, JackChanged
from tests.drivers.told import Told

Bench = tuple[HidJack, JackFifo, Told]
IN, OUT = JackChanged("jack", True), JackChanged("jack", False)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    sim, told = JackFifo(str(tmp_path / "jack")), Told()
    jack = HidJack("jack", sim.path)
    jack.start(told)
    told.wait(DeviceUp("jack"), OUT)
    yield jack, sim, told
    jack.stop()
    sim.close()


def test_each_change_is_told_once_and_in_order(bench: Bench) -> None:
    _, sim, told = bench
    sim.insert()
    sim.insert()
    sim.pull()
    told.wait(OUT, IN, OUT)
    assert told.of(JackChanged) == [OUT, IN, OUT]


def test_records_that_come_in_pieces(bench: Bench) -> None:
    _, sim, told = bench
    for byte in moved(True):
        sim.write(bytes((byte,)))
    told.wait(IN)


def test_headphones_that_were_in_before_anybody_listened_are_known(tmp_path: Path) -> None:
    told = Told()
    with JackFifo(str(tmp_path / "jack")) as sim:
        sim.insert()
        jack = HidJack("jack", sim.path)
        jack.start(told)
        told.wait(DeviceUp("jack"), IN)
        jack.stop()


def test_unplugged_and_back_with_the_headphones_still_in(bench: Bench) -> None:
    _, sim, told = bench
    sim.insert()
    told.wait(IN)
    sim.unplug()
    told.wait(DeviceDown("jack", Fault.JACK_DOWN))
    told.forget()
    sim.replug()
    told.wait(DeviceUp("jack"), IN)
    assert OUT not in told.events, "a cable that was loose does not turn the loudspeaker on"


def test_a_socket_that_is_not_there_is_down_and_comes_later(tmp_path: Path) -> None:
    told, path = Told(), str(tmp_path / "jack")
    jack = HidJack("jack", path)
    jack.start(told)
    told.wait(DeviceDown("jack", Fault.JACK_DOWN))
    with JackFifo(path):
        told.wait(DeviceUp("jack"), OUT)
        jack.stop()
