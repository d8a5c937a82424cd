"""The table of drivers: that each row can be built, and that every mistake in its options is named at once."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from devices import options, registry
from devices.ports import Device
from devices.printers.blind_ticket import BlindTicketPrinter
from devices.registry import DRIVERS, Driver, WrongOptions

REQUIRED: dict[str, dict[str, Any]] = {
    "serial-idcard": {"port": "/dev/serial/by-id/reader"},
    "pcsc-card": {},
    "escpos-network": {"host": "192.168.1.50"},
    "escpos-serial": {"port": "/dev/serial/by-id/printer"},
    "escpos-file": {"path": "/dev/usb/lp0"},
    "serial-pad": {"port": "/dev/serial/by-id/pad"},
    "hid-pad": {"path": "/dev/input/by-id/pad"},
    "hid-keypad": {"path": "/dev/input/by-id/keypad"},
    "hid-jack": {"path": "/dev/input/by-path/headphones"},
    "zinnia": {},
    "transcript": {"path": "said.jsonl"},
    "voice": {"voices": "voices", "cache": "cache"},
}


@pytest.mark.parametrize("driver", DRIVERS)
def test_every_driver_is_built_from_what_it_requires(driver: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    device = registry.build(driver, "d1", REQUIRED[driver])
    assert device.name == "d1"
    port_methods = [name for name in dir(DRIVERS[driver].port) if not name.startswith("_") and name not in ("name", "width_dots")]
    assert {"start", "stop"} <= set(port_methods)
    assert all(callable(getattr(device, method)) for method in port_methods)


@pytest.mark.parametrize("driver", DRIVERS)
def test_options_and_maker_agree(driver: str) -> None:
    module, _, name = DRIVERS[driver].maker.partition(":")
    parameters = inspect.signature(getattr(import_module(module), name)).parameters
    taken = set(parameters) if "manner" not in parameters else None
    fields = {field.name for field in dataclasses.fields(DRIVERS[driver].options)}
    assert taken is None or fields <= taken


@pytest.mark.parametrize("driver", DRIVERS)
def test_every_option_says_what_it_is(driver: str) -> None:
    lines = list(options.describe(DRIVERS[driver].options))
    assert lines
    assert all(len(line.split(": ", 1)[1]) > 5 for line in lines)


@pytest.mark.parametrize("driver", DRIVERS)
def test_what_is_required_is_missed(driver: str) -> None:
    assert {mistake.key for mistake in registry.check(driver, {})} == set(REQUIRED[driver])


def test_every_mistake_is_named_at_once_by_its_key() -> None:
    given = {"prot": 9100, "port": 70000, "watch_s": "often", "width_dots": True, "paper_mark": 1, "patience_s": 1}
    with pytest.raises(WrongOptions) as raised:
        registry.build("escpos-network", "printer", given)
    assert {mistake.key for mistake in raised.value.mistakes} == {*given, "host"}
    message = str(raised.value)
    assert "'printer'" in message
    assert all(str(mistake) in message for mistake in raised.value.mistakes)
    assert "host" in next(mistake.reason for mistake in raised.value.mistakes if mistake.key == "prot"), "says what is known"


@pytest.mark.parametrize(
    ("driver", "given", "key"),
    [
        ("serial-idcard", {"port": ""}, "port"),
        ("serial-idcard", {"port": "/dev/ttyS0", "baud": 1200}, "baud"),
        ("serial-pad", {"port": "/dev/ttyS0", "levels": [5, 6]}, "levels"),
        ("serial-pad", {"port": "/dev/ttyS0", "levels": 5}, "levels"),
        ("serial-pad", {"port": "/dev/ttyS0", "levels": [5, 5, 3]}, "levels"),
        ("serial-pad", {"port": "/dev/ttyS0", "levels": []}, "levels"),
        ("serial-pad", {"port": "/dev/ttyS0", "address": 255}, "address"),
        ("hid-keypad", {"path": "/dev/input/event3", "keys": ["183=jump"]}, "keys"),
        ("hid-keypad", {"path": 3}, "path"),
        ("voice", {"voices": "v", "cache": "c", "player": "mplayer"}, "player"),
        ("voice", {"voices": "v", "cache": "c", "calibration_db": 3}, "calibration_db"),
        ("pcsc-card", {"reader": 1}, "reader"),
    ],
)
def test_one_mistake(driver: str, given: dict[str, Any], key: str) -> None:
    assert [mistake.key for mistake in registry.check(driver, given)] == [key]


def test_whole_numbers_are_numbers_and_lists_are_tuples() -> None:
    assert options.build(DRIVERS["escpos-network"].options, {"host": "a", "patience_s": 20}).patience_s == 20.0
    assert options.build(DRIVERS["serial-pad"].options, {"port": "a", "levels": [5, 3, 1]}).levels == (5, 3, 1)
    assert options.build(DRIVERS["voice"].options, {"voices": "v", "cache": "c"}).voices == Path("v")


def test_every_driver_has_its_card() -> None:
    cards = Path(registry.__file__).with_name("README.md").read_text("utf-8")
    assert [name for name in DRIVERS if f"### {name}\n" not in cards] == []


def test_an_unknown_driver_is_told_what_is_known() -> None:
    (mistake,) = registry.check("laser-show", {})
    assert mistake.key == "driver"
    assert all(name in mistake.reason for name in DRIVERS)


def test_a_device_file_without_answers_has_a_driver_of_its_own() -> None:
    assert isinstance(registry.build("escpos-file", "p", {"path": "/dev/usb/lp0", "back_channel": False}), BlindTicketPrinter)


def test_a_package_adds_a_driver_and_cannot_take_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "vendor_reader.py").write_text(
        "from dataclasses import dataclass\n"
        "from devices.options import option\n"
        "from devices.ports import CardReader\n"
        "from devices.registry import Driver\n"
        "@dataclass(frozen=True)\n"
        "class Options:\n"
        "    serial: str = option('serial number of the reader')\n"
        "class Reader:\n"
        "    def __init__(self, name, serial):\n"
        "        self.name, self.serial = name, serial\n"
        "DRIVER = Driver('vendor_reader:Reader', Options, CardReader)\n",
        "utf-8",
    )
    info = tmp_path / "vendor_reader-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: vendor-reader\nVersion: 1\n", "utf-8")
    points = "vendor-reader = vendor_reader:DRIVER\nserial-idcard = vendor_reader:DRIVER\n"
    (info / "entry_points.txt").write_text(f"[{registry.GROUP}]\n{points}", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    registry.added.cache_clear()
    request.addfinalizer(registry.added.cache_clear)
    reader: Device = registry.build("vendor-reader", "r", {"serial": "A1"})
    assert vars(reader) == {"name": "r", "serial": "A1"}
    assert isinstance(registry.drivers()["vendor-reader"], Driver)
    assert registry.drivers()["serial-idcard"] is DRIVERS["serial-idcard"]


def test_reading_the_table_loads_no_driver() -> None:
    heavy = ["serial", "smartcard", "escpos", "pyttsx3"]
    code = f"import sys, devices.registry; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
