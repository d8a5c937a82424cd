"""What every rating pad does, on the wire that it has: a serial line, an input device."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.keypad import stroke
from devices.pads.hid_pad import HidPad
from devices.pads.serial_pad import SerialPad
from devices.pads.session import DEBOUNCE_S, RatingSession
from devices.ports import RatingPad
from devices.sim.keypad_fifo import KeypadFifo
from devices.sim.pad_pty import PadPty
from devices.types import DeviceDown, DeviceUp, Fault, RatingPressed
from tests.drivers.told import Told, eventually


@dataclass
class Clock:
    """Moved by hand. A session asks it once a press, under its lock: then the press has been dealt with."""

    now: float = 100.0
    asked: int = 0

    def __call__(self) -> float:
        self.asked += 1
        return self.now


@dataclass
class Bench:
    """A pad, what it told, and a finger that strikes the key with this level printed on it."""

    pad: RatingPad
    sim: PadPty | KeypadFifo
    strike: Callable[[int], None]
    bounce: Callable[[int], None]
    clock: Clock
    told: Told = field(default_factory=Told)

    def press(self, level: int) -> None:
        """Strike, see it dealt with, and let the finger rest."""
        asked = self.clock.asked
        self.strike(level)
        eventually(lambda: self.clock.asked > asked, "the press")
        self.clock.now += 2 * DEBOUNCE_S

    def rated(self) -> list[tuple[str, int]]:
        return [(event.session, event.level) for event in self.told.of(RatingPressed)]


def serial(folder: Path) -> Bench:
    sim, clock = PadPty(str(folder / "pad")), Clock()
    pad = SerialPad("pad", sim.path, clock=clock)
    return Bench(pad, sim, lambda level: sim.press(5 - level), lambda level: sim.press(5 - level, times=4), clock)


def hid(folder: Path) -> Bench:
    sim, clock = KeypadFifo(str(folder / "pad")), Clock()
    pad = HidPad("pad", sim.path, clock=clock)
    return Bench(pad, sim, sim.strike_digit, lambda level: sim.write(stroke(level + 1) * 4), clock)  # KEY_1 is 2


@pytest.fixture(params=[serial, hid])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    bench: Bench = request.param(tmp_path)
    bench.pad.start(bench.told)
    bench.told.wait(DeviceUp("pad"))
    yield bench
    bench.pad.stop()
    bench.sim.close()


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_the_first_press_of_a_session_is_its_rating(bench: Bench, level: int) -> None:
    bench.pad.open("s1")
    bench.press(level)
    bench.told.wait(RatingPressed("pad", "s1", level))


def test_every_other_press_is_nobodys(bench: Bench) -> None:
    bench.press(1)
    bench.pad.open("s1")
    bench.press(4)
    bench.press(1)
    bench.pad.open("s2")
    bench.pad.close()
    bench.press(1)
    bench.pad.open("s3")
    bench.press(2)
    assert bench.rated() == [("s1", 4), ("s3", 2)]


def test_a_new_session_ends_the_old_one(bench: Bench) -> None:
    bench.pad.open("s1")
    bench.pad.open("s2")
    bench.press(3)
    assert bench.rated() == [("s2", 3)]


def test_a_bouncing_key_is_one_press_and_never_the_next_residents(bench: Bench) -> None:
    bench.pad.open("s1")
    bench.strike(5)
    bench.told.wait(RatingPressed("pad", "s1", 5))
    bench.pad.open("s2")
    asked = bench.clock.asked
    bench.bounce(5)
    eventually(lambda: bench.clock.asked >= asked + 4)
    assert bench.rated() == [("s1", 5)]
    bench.clock.now += 2 * DEBOUNCE_S
    bench.press(1)
    assert bench.rated() == [("s1", 5), ("s2", 1)]


def test_garbled_presses_count_for_nothing(bench: Bench) -> None:
    bench.pad.open("s1")
    bench.sim.garbled = True
    bench.strike(1)
    bench.sim.garbled = False
    bench.press(4)
    assert bench.rated() == [("s1", 4)]


def test_unplugged_and_back_the_session_is_still_open(bench: Bench) -> None:
    bench.pad.open("s1")
    bench.sim.unplug()
    bench.told.wait(DeviceDown("pad", Fault.PAD_DOWN))
    bench.sim.replug()
    bench.told.wait(DeviceDown("pad", Fault.PAD_DOWN), DeviceUp("pad"))
    bench.press(2)
    assert bench.rated() == [("s1", 2)]
    assert len(bench.told.of(DeviceDown)) == 1


def test_nothing_is_told_after_the_end(bench: Bench) -> None:
    bench.pad.open("s1")
    bench.pad.stop()
    bench.strike(1)
    bench.pad.stop()
    assert bench.rated() == []


# ---- the serial pad alone ----


@pytest.fixture
def line(tmp_path: Path) -> Iterator[tuple[SerialPad, PadPty, Told]]:
    sim, told = PadPty(str(tmp_path / "pad"), address=7), Told()
    pad = SerialPad("pad", sim.path, address=7, levels=(5, 4, 2, 1))
    pad.start(told)
    told.wait(DeviceUp("pad"))
    yield pad, sim, told
    pad.stop()
    sim.close()


def test_the_pad_is_invited_and_gets_its_receipt(line: tuple[SerialPad, PadPty, Told]) -> None:
    pad, sim, _ = line
    pad.open("s1")
    assert sim.await_heard(bytes.fromhex("FF68 0303 68 07 01 0B 13 16"))
    sim.press(2)
    assert sim.await_heard(bytes.fromhex("FF68 0303 68 07 01 02 0A 16"))


def test_a_press_outside_a_session_gets_its_receipt_too(line: tuple[SerialPad, PadPty, Told]) -> None:
    _, sim, told = line
    sim.press(0)
    assert sim.await_heard(sim.frame(0x01, 0))
    assert not told.of(RatingPressed)


def test_after_replugging_an_open_rating_is_invited_again(line: tuple[SerialPad, PadPty, Told]) -> None:
    pad, sim, told = line
    pad.open("s1")
    eventually(lambda: sim.invited == 1)
    sim.unplug()
    told.wait(DeviceDown("pad", Fault.PAD_DOWN))
    sim.replug()
    eventually(lambda: sim.invited == 2)


def test_keys_of_other_pads_on_the_bus_and_unlabelled_keys_are_ignored(line: tuple[SerialPad, PadPty, Told]) -> None:
    pad, sim, told = line
    pad.open("s1")
    sim.write(bytes.fromhex("FF68 0303 68 06 11 00 17 16"))  # pad 6
    sim.press(4)  # a fifth key on a four-key pad
    assert sim.await_heard(sim.frame(0x01, 4))
    sim.press(2)
    told.wait(RatingPressed("pad", "s1", 2))


@given(st.lists(st.sampled_from(["open", "close", "press", "wait"]), max_size=30))
def test_a_session_is_rated_at_most_once_and_only_while_open(steps: list[str]) -> None:
    clock = Clock()
    session, opened, rated = RatingSession(clock), 0, []
    is_open, last = False, clock.now - 1
    for step in steps:
        if step == "open":
            opened, is_open = opened + 1, True
            session.open(str(opened))
        elif step == "close":
            is_open = False
            session.close()
        elif step == "wait":
            clock.now += DEBOUNCE_S
        else:
            counted = session.press()
            assert (counted == str(opened)) if is_open and clock.now - last >= DEBOUNCE_S else counted is None
            is_open, last = is_open and counted is None, clock.now
            rated += [counted] if counted else []
    assert len(rated) == len(set(rated))
