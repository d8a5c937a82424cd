"""What every keypad does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.codec.keypad import dropped, event, report, stroke
from devices.pads.hid_keypad import HidKeypad
from devices.sim.keypad_fifo import KeypadFifo
from devices.types import DeviceDown, DeviceUp, Fault, Key, KeyPressed
from tests.drivers.told import Told

Bench = tuple[HidKeypad, KeypadFifo, Told]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    sim, told = KeypadFifo(str(tmp_path / "keypad")), Told()
    keypad = HidKeypad("keypad", sim.path, keys=("183=help", "59=back"))
    keypad.start(told)
    told.wait(DeviceUp("keypad"))
    yield keypad, sim, told
    keypad.stop()
    sim.close()


def keys(told: Told) -> list[Key]:
    return [event.key for event in told.of(KeyPressed)]


def test_every_key_is_told_once_and_in_order(bench: Bench) -> None:
    _, sim, told = bench
    for key in Key:
        sim.strike(key)
    told.wait(KeyPressed("keypad", list(Key)[-1]))
    assert keys(told) == list(Key)


def test_a_held_key_counts_once(bench: Bench) -> None:
    _, sim, told = bench
    sim.strike(Key.DOWN, repeats=30)
    sim.strike(Key.SELECT)
    told.wait(KeyPressed("keypad", Key.SELECT))
    assert keys(told) == [Key.DOWN, Key.SELECT]


def test_records_that_come_in_pieces(bench: Bench) -> None:
    _, sim, told = bench
    for byte in stroke(103) + stroke(28):
        sim.write(bytes((byte,)))
    told.wait(KeyPressed("keypad", Key.UP), KeyPressed("keypad", Key.SELECT))


def test_a_models_own_codes(bench: Bench) -> None:
    _, sim, told = bench
    sim.strike_code(183)
    sim.strike_code(59)
    sim.strike_code(240)  # KEY_UNKNOWN
    sim.strike(Key.LEFT)
    told.wait(KeyPressed("keypad", Key.LEFT))
    assert keys(told) == [Key.HELP, Key.BACK, Key.LEFT]


def test_what_the_kernel_lost_is_not_guessed_at(bench: Bench) -> None:
    _, sim, told = bench
    sim.write(dropped() + event(1, 103, 1) + report() + stroke(108))
    told.wait(KeyPressed("keypad", Key.DOWN))
    assert keys(told) == [Key.DOWN]


def test_unplugged_and_back(bench: Bench) -> None:
    _, sim, told = bench
    sim.unplug()
    told.wait(DeviceDown("keypad", Fault.KEYPAD_DOWN))
    sim.replug()
    told.wait(DeviceDown("keypad", Fault.KEYPAD_DOWN), DeviceUp("keypad"))
    sim.strike(Key.HELP)
    told.wait(KeyPressed("keypad", Key.HELP))
    assert len(told.of(DeviceDown)) == 1


def test_keys_struck_before_anybody_listened_are_not_replayed(tmp_path: Path) -> None:
    told = Told()
    with KeypadFifo(str(tmp_path / "keypad")) as sim:
        sim.strike(Key.SELECT)
        keypad = HidKeypad("keypad", sim.path)
        keypad.start(told)
        told.wait(DeviceUp("keypad"))
        sim.strike(Key.UP)
        told.wait(KeyPressed("keypad", Key.UP))
        keypad.stop()
    assert keys(told) == [Key.UP]


def test_a_keypad_that_is_not_there_is_down_and_comes_later(tmp_path: Path) -> None:
    told, path = Told(), str(tmp_path / "keypad")
    keypad = HidKeypad("keypad", path)
    keypad.start(told)
    told.wait(DeviceDown("keypad", Fault.KEYPAD_DOWN))
    with KeypadFifo(path):
        told.wait(DeviceUp("keypad"))
        keypad.stop()
