"""``bangban-devices``: what it lists, what it recognises over real wires, and that it shows nobody's name."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from devices import plugged, probe
from devices.plugged import Found, Kind
from devices.sim.keypad_fifo import KeypadFifo
from devices.sim.pad_pty import PadPty
from devices.sim.people import ELDER
from devices.sim.printer import PrinterEngine
from devices.sim.printer_pty import PrinterPty
from devices.sim.printer_tcp import PrinterTcp
from devices.sim.reader_pty import ReaderPty
from devices.types import Key
from tests.drivers.told import eventually

Said = pytest.CaptureFixture[str]


def plug(root: Path, link: str, device: str) -> str:
    target = root / "dev" / device
    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch()
    place = root / "dev" / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
    return str(place)


def test_what_is_plugged_in_is_listed_by_the_name_that_stays(tmp_path: Path) -> None:
    reader = plug(tmp_path, "serial/by-id/usb-FTDI_A1-if00-port0", "ttyUSB0")
    plug(tmp_path, "serial/by-path/pci-1.2-port0", "ttyUSB0")
    nameless = plug(tmp_path, "serial/by-path/pci-1.3-port0", "ttyUSB1")
    keypad = plug(tmp_path, "input/by-id/usb-Pad-event-kbd", "input/event3")
    plug(tmp_path, "input/by-id/usb-Mouse-event-mouse", "input/event4")
    printer = tmp_path / "dev" / "usb" / "lp0"
    printer.parent.mkdir()
    printer.touch()
    assert list(plugged.serial_ports(tmp_path)) == [
        Found(Kind.SERIAL, reader, "→ ttyUSB0"),
        Found(Kind.SERIAL, nameless, "→ ttyUSB1"),
    ]
    assert list(plugged.input_devices(tmp_path)) == [Found(Kind.INPUT, keypad, "→ event3")]
    assert list(plugged.printer_files(tmp_path)) == [Found(Kind.PRINTER, str(printer))]


def test_an_empty_machine_has_nothing(tmp_path: Path) -> None:
    assert [*plugged.serial_ports(tmp_path), *plugged.input_devices(tmp_path), *plugged.printer_files(tmp_path)] == []


def test_list_names_every_kind(capsys: Said) -> None:
    assert probe.main(["list"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("serial ports", "smart-card readers", "printer device files", "keyboards"))


def test_a_reader_a_printer_and_a_silent_port_are_told_apart(tmp_path: Path, capsys: Said) -> None:
    reader, pad = ReaderPty(str(tmp_path / "reader")), PadPty(str(tmp_path / "pad"))
    wires = [
        PrinterTcp(PrinterEngine()),
        PrinterPty(PrinterEngine(), str(tmp_path / "port")),
        PrinterPty(PrinterEngine(), str(tmp_path / "lp0")),
    ]
    places = {
        reader.path: "serial-idcard, baud 115200",
        f"127.0.0.1:{getattr(wires[0], 'port')}": "escpos-network",
        str(tmp_path / "port"): "escpos-serial, baud 115200",
        str(tmp_path / "lp0"): "escpos-file",
        pad.path: "serial-pad",
    }
    assert probe.main(["identify", *places]) == 0
    said = capsys.readouterr().out.splitlines()
    for place, words in places.items():
        assert words in said[said.index(place) + 1]
    assert all(wire.engine.pieces == [] and wire.engine.hanging_rows == 0 for wire in wires), "nothing is printed by asking"
    for wire in wires:
        wire.close()
    reader.close()
    pad.close()


def test_what_cannot_be_opened_is_said(tmp_path: Path, capsys: Said) -> None:
    places = [str(tmp_path / name) for name in ("ttyUSB9", "lp9", "event9")] + ["127.0.0.1:1", "127.0.0.1:x"]
    assert probe.main(["identify", *places]) == 1
    assert capsys.readouterr().out.count("cannot be opened") == len(places)


def in_background(words: list[str]) -> Callable[[], int]:
    """Run the command on a thread; calling the result waits for its exit status."""
    status: list[int] = []
    thread = threading.Thread(target=lambda: status.append(probe.main(words)))
    thread.start()

    def finish() -> int:
        thread.join(20)
        return status[0]

    return finish


def test_trying_a_reader_shows_no_person(tmp_path: Path, capsys: Said) -> None:
    with ReaderPty(str(tmp_path / "reader")) as reader:
        reader.lay(ELDER)
        assert probe.main(["try", "serial-idcard", f"port={reader.path}", "--seconds", "3"]) == 0
    said = capsys.readouterr().out
    assert f"{ELDER.holder.name[0]}＊ …{ELDER.holder.id_number[-4:]}" in said
    assert ELDER.holder.name not in said
    assert ELDER.holder.id_number[:14] not in said
    assert ELDER.holder.name[1:] not in said


def test_trying_a_printer_prints(capsys: Said) -> None:
    with PrinterTcp(PrinterEngine()) as wire:
        port = getattr(wire, "port")
        assert probe.main(["try", "escpos-network", "host=127.0.0.1", f"port={port}", "--seconds", "3"]) == 0
        assert len(wire.engine.pieces) == 1
    assert "PRINTED" in capsys.readouterr().out


def test_trying_a_pad_and_a_keypad_shows_their_keys(tmp_path: Path, capsys: Said) -> None:
    with PadPty(str(tmp_path / "pad")) as pad, KeypadFifo(str(tmp_path / "keypad")) as keypad:
        words = ["try", "serial-pad", f"port={pad.path}", "levels=[5,4,3,2,1]", "--seconds", "3"]
        finish_pad = in_background(words)
        finish_keypad = in_background(["try", "hid-keypad", f"path={keypad.path}", "--seconds", "3"])
        eventually(lambda: pad.invited)
        pad.press(0)
        said = ""

        def heard(word: str) -> bool:
            nonlocal said
            said += capsys.readouterr().out
            return word in said

        eventually(lambda: heard("level=5"))
        eventually(lambda: heard("DeviceUp(device='hid-keypad')"))
        keypad.strike(Key.HELP)
        eventually(lambda: heard("Key.HELP"))
        assert (finish_pad(), finish_keypad()) == (0, 0)


def test_every_mistake_in_the_options_is_shown(capsys: Said) -> None:
    assert probe.main(["try", "escpos-network", "prot=1", "port=seventy"]) == 2
    said = capsys.readouterr().err
    assert all(f"{key}: " in said for key in ("prot", "port", "host"))


def test_a_device_that_never_came_up_is_a_failure(tmp_path: Path, capsys: Said) -> None:
    assert probe.main(["try", "hid-keypad", f"path={tmp_path / 'none'}", "--seconds", "0.5"]) == 1
    assert "keypad_down" in capsys.readouterr().out.lower()


def test_help_has_every_option_of_every_driver(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        probe.main(["try", "--help"])
    said = capsys.readouterr().out
    assert all(word in said for word in ("serial-idcard:", "back_channel", "calibration_db"))


def test_simulate_is_the_simulators_own_command(capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        probe.main(["simulate", "--help"])
    assert ended.value.code == 0
    assert "python -m devices.sim" in capsys.readouterr().out
