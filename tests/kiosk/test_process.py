"""The terminal as a process, with real wires at every end: a card is laid, everything else is done by keys, and it is killed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from devices.sim.keypad_fifo import KeypadFifo
from devices.sim.people import ELDER
from devices.sim.printer import PrinterEngine
from devices.sim.printer_tcp import PrinterTcp
from devices.sim.reader_pty import ReaderPty
from devices.types import Key, Paper
from kiosk.hall.enrol import enrol, store
from tests.kit.fake_hall import FakeHall, fake_hall
from tests.kit.waiting import came_about, until

REPOSITORY = Path(__file__).parents[2]
CONFIG = """
role = "terminal"
[service]
url = "{url}"
state = "state"
[panel]
width_px = 810
height_px = 1440
pitch_mm = 0.33
fullscreen = false
[[device]]
driver = "serial-idcard"
name = "id-reader"
port = "{reader}"
[[device]]
driver = "escpos-network"
name = "printer"
host = "127.0.0.1"
port = {printer}
[[device]]
driver = "hid-keypad"
name = "keypad"
path = "{keypad}"
"""


class Kiosk:
    """One run of the program after another on the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "kiosk.log"
        self.config = folder / "terminal.toml"

    def start(self) -> None:
        self.log.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--config", self.config, "--inspect", "127.0.0.1:0", "--log", self.log],
            cwd=REPOSITORY,
            env={**os.environ, "SDL_VIDEODRIVER": "offscreen"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until(lambda: self._port() is not None, 60)
        until(lambda: self.view == "home" and self.get("health")["service"], 60)

    def get(self, what: str) -> dict[str, Any]:
        with urlopen(f"http://127.0.0.1:{self._port()}/{what}", timeout=10) as answer:
            return dict(json.load(answer))

    @property
    def view(self) -> str | None:
        return str(self.get("tree")["view"])

    @property
    def focused(self) -> str | None:
        return next((str(one["id"]) for one in self.get("tree")["elements"] if one["focused"]), None)

    @property
    def words(self) -> str:
        return json.dumps(self.get("tree"), ensure_ascii=False)

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(20)

    def _port(self) -> int | None:
        assert self.process.poll() is None, "it ended"
        found = re.search(r"inspection on port (\d+)", self.log.read_text()) if self.log.exists() else None
        return int(found[1]) if found else None


class Hall:
    """The service, the wires, and the program between them."""

    def __init__(self, folder: Path, service: FakeHall, reader: ReaderPty, printer: PrinterTcp, keypad: KeypadFifo) -> None:
        self.service, self.reader, self.printer, self.keypad = service, reader, printer, keypad
        self.kiosk = Kiosk(folder)
        text = CONFIG.format(url=service.url, reader=reader.path, printer=printer.port, keypad=keypad.path)
        self.kiosk.config.write_text(text)
        store(enrol(service.url, "CODE-1"), folder / "state")
        self.kiosk.start()

    def choose(self, element: str, then: str) -> None:
        """Walk there with the arrow and select, as a resident who does not see the glass. A strike that comes too soon after
        the one before does not count, so it is struck again until the view ``then`` is there."""
        for _ in range(40):
            before = self.kiosk.focused
            if before == element:
                break
            self.keypad.strike(Key.DOWN)
            until(lambda: self.kiosk.focused != before)
        assert self.kiosk.focused == element
        for _ in range(10):
            self.keypad.strike(Key.SELECT)
            if came_about(lambda: self.kiosk.view == then, 1.0):
                return
        raise AssertionError(f"{element} did not lead to {then}")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    wires = tmp_path / "wires"
    wires.mkdir()
    with (
        fake_hall() as service,
        ReaderPty(str(wires / "reader")) as reader,
        PrinterTcp(PrinterEngine()) as printer,
        KeypadFifo(str(wires / "keypad")) as keypad,
    ):
        running = Hall(tmp_path, service, reader, printer, keypad)
        yield running
        if running.kiosk.process.poll() is None:
            running.kiosk.end(signal.SIGKILL)


def nothing_of(person: Any, folder: Path) -> None:
    """Neither the name nor the number in any file, in the encodings that they could be in."""
    for file in (path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        for text in (person.name, person.id_number):
            assert text.encode() not in content and text.encode("utf-16-le") not in content, file.name


def test_a_card_and_keys_alone_give_a_ticket_and_nothing_of_the_person_stays(hall: Hall, tmp_path: Path) -> None:
    kiosk, person = hall.kiosk, ELDER.holder
    hall.reader.lay(ELDER)
    until(lambda: kiosk.view == "confirm")
    assert "张＊" in kiosk.words and person.id_number[-4:] in kiosk.words
    assert person.name not in kiosk.words and person.id_number not in kiosk.words
    hall.choose("choice.line.general", "ticketshown")
    until(lambda: "号票已打印" in kiosk.words, 30)
    assert len(hall.printer.engine.pieces) == 1
    (ticket,) = hall.service.tickets.values()
    assert (ticket["number"], ticket["priority"]) == ("A001", "elderly")
    until(lambda: hall.service.prints == {"ticket-A001": ["printed"]})
    hall.choose("choice.done", "home")
    assert "张" not in kiosk.words
    assert kiosk.end(signal.SIGTERM) == 0
    nothing_of(person, tmp_path)


def test_a_kill_in_mid_visit_loses_no_outcome_and_leaves_nothing(hall: Hall, tmp_path: Path) -> None:
    kiosk = hall.kiosk
    hall.printer.engine.set_paper(Paper.OUT)
    hall.reader.lay(ELDER)
    until(lambda: kiosk.view == "confirm")
    service_away = ["close"] * 1000
    hall.choose("choice.line.general", "ticketshown")
    hall.service.mischief = service_away
    until(lambda: "号票没有打印出来" in kiosk.words, 30)
    assert kiosk.end(signal.SIGKILL) != 0
    nothing_of(ELDER.holder, tmp_path)
    hall.service.mischief = []
    kiosk.start()
    assert "张" not in kiosk.words
    until(lambda: hall.service.prints == {"ticket-A001": ["not_printed"]})
    until(lambda: kiosk.get("health")["waiting_to_be_sent"] == 0)
    until(lambda: kiosk.get("health")["paper"] == {"printer": "out"})
    assert any(note.startswith("[panel] bottom_mm: not measured") for note in kiosk.get("health")["panel"])
    assert kiosk.end(signal.SIGTERM) == 0
