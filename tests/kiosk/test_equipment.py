"""Devices are built, sorted, started and stopped; one that is dead leaves the rest at work."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from devices import registry
from devices.ports import CardReader, RatingPad, Speaker, Tell, TicketPrinter
from devices.registry import Driver, Voice
from devices.types import DeviceDown, DeviceEvent, DeviceUp, Fault
from kiosk.config import DeviceConfig
from kiosk.equipment import Equipment, check_device, surplus

HERE = "tests.kiosk.test_equipment"
OPTIONS = registry.PcscCard


class Good:
    def __init__(self, name: str, **options: Any) -> None:
        self.name, self.options, self.stopped = name, options, threading.Event()

    def start(self, tell: Tell) -> None:
        tell(DeviceUp(self.name))

    def stop(self) -> None:
        self.stopped.set()


class Unstartable(Good):
    def start(self, tell: Tell) -> None:
        raise OSError("no")


def unbuildable(name: str, **options: Any) -> Good:
    raise ImportError("a library of the system is missing")


@pytest.fixture(autouse=True)
def _drivers(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {
        "good-reader": Driver(f"{HERE}:Good", OPTIONS, CardReader),
        "good-printer": Driver(f"{HERE}:Good", OPTIONS, TicketPrinter),
        "good-pad": Driver(f"{HERE}:Good", OPTIONS, RatingPad),
        "good-voice": Driver(f"{HERE}:Good", Voice, Speaker),
        "unbuildable": Driver(f"{HERE}:unbuildable", OPTIONS, CardReader),
        "unstartable": Driver(f"{HERE}:Unstartable", OPTIONS, RatingPad),
    }
    monkeypatch.setattr(registry, "DRIVERS", {**registry.DRIVERS, **rows})


def device(driver: str, name: str, **options: Any) -> DeviceConfig:
    return DeviceConfig(driver, name, options)


def test_they_are_sorted_by_what_they_are_for() -> None:
    voice = device("good-voice", "voice", voices="voices", cache="/var/cache/speech")
    configured = [device("good-reader", "r1"), device("good-printer", "p"), device("good-pad", "pad"), voice]
    equipment = Equipment(configured, folder=Path("/etc/bangban"), window="w2")
    assert equipment.printer is not None and equipment.printer.name == "p"
    assert equipment.speaker is not None and equipment.speaker.name == "voice"
    assert [pad.name for pad in equipment.pads] == ["pad"]
    fittings = equipment.fittings
    assert (fittings.readers, fittings.printer, fittings.window) == (frozenset({"r1"}), True, "w2")
    placed = equipment.speaker.options  # type: ignore[attr-defined]
    assert (placed["voices"], placed["cache"]) == (Path("/etc/bangban/voices"), Path("/var/cache/speech"))


def test_one_that_is_dead_is_told_and_the_rest_works() -> None:
    configured = [device("unbuildable", "r1"), device("unstartable", "pad"), device("good-reader", "r2")]
    equipment = Equipment(configured, folder=Path("/"), window="")
    told: list[DeviceEvent] = []
    equipment.start(told.append)
    assert told == [DeviceDown("r1", Fault.READER_DOWN), DeviceDown("pad", Fault.PAD_DOWN), DeviceUp("r2")]
    assert equipment.fittings.readers == {"r1", "r2"}, "a reader that is down is still one that the hall has"
    equipment.stop()


def test_nothing_configured_is_a_machine_too() -> None:
    equipment = Equipment([], folder=Path("/"), window="")
    equipment.start(lambda event: None)
    equipment.stop()
    assert equipment.fittings.readers == frozenset() and not equipment.fittings.printer


def test_one_printer_and_one_voice() -> None:
    configured = [device(f"good-{what}", f"{what}-{n}") for what in ("printer", "reader") for n in (1, 2)]
    assert surplus(configured) == ["[[device]] printer-2: one printer serves a machine, and printer-1 is one already"]


def test_mistakes_in_options_are_told_by_key() -> None:
    assert check_device("toaster", {})[0].startswith("driver: ")
    assert any(one.startswith("host: missing") for one in check_device("escpos-network", {}))
    assert any(one.startswith("colour: unknown") for one in check_device("pcsc-card", {"colour": "blue"}))
    assert check_device("pcsc-card", {}) == []
