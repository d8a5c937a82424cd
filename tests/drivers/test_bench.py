"""The simulated hall as a process of its own: its wires serve the real drivers, its bench serves hands and nobody else."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from devices import registry
from devices.ports import Device, RatingPad, TicketPrinter
from devices.printers.wires import network_printer
from devices.sim.bench import BenchServer
from devices.sim.control import BenchClient, BenchRefused
from devices.sim.hall import Hall
from devices.sim.people import ELDER, ELDER_SOCIAL
from devices.types import (
    CardFailed,
    CardPresented,
    CardRemoved,
    DeviceDown,
    DeviceUp,
    Fault,
    Key,
    KeyPressed,
    PrintOutcome,
    RatingPressed,
)
from tests.drivers.printer_bench import picture
from tests.drivers.told import Told, eventually
from tests.kit.pcscd import Pcscd, pcscd_or_skip

CHROMIUM = "/usr/bin/chromium-headless-shell"


@dataclass
class Running:
    process: subprocess.Popen[bytes]
    listing: dict[str, Any]
    bench: BenchClient
    told: Told = field(default_factory=Told)
    devices: dict[str, Device] = field(default_factory=dict)

    def device(self, name: str) -> Any:
        """Built from the listing as a kiosk would, started, and up."""
        table = dict(next(table for table in self.listing["devices"] if table["name"] == name))
        device = registry.build(table.pop("driver"), table.pop("name"), table)
        device.start(self.told)
        self.told.wait(DeviceUp(name))
        self.devices[name] = device
        return device


def start(folder: Path, *options: str) -> Running:
    process = subprocess.Popen([sys.executable, "-m", "devices.sim", "--dir", str(folder), *options], stdout=subprocess.PIPE)
    eventually((folder / "devices.json").exists, "the listing")
    listing = json.loads((folder / "devices.json").read_text("utf-8"))
    return Running(process, listing, BenchClient(listing["bench"]))


def stop(running: Running) -> int:
    for device in running.devices.values():
        device.stop()
    running.process.send_signal(signal.SIGTERM)
    status = running.process.wait(20)
    assert running.process.stdout is not None
    running.process.stdout.close()
    return status


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    running = start(tmp_path / "hall", "--no-vpcd")
    yield running
    assert stop(running) == 0
    assert list((tmp_path / "hall").iterdir()) == [], "it takes its wires and its listing with it"


def test_a_visit_with_every_device(running: Running, tmp_path: Path) -> None:
    running.device("id-reader")
    printer: TicketPrinter = running.device("printer")
    pad: RatingPad = running.device("pad")
    running.device("keypad")
    running.bench.do("id-reader", "lay", card="elder")
    running.told.wait(CardPresented("id-reader", ELDER.holder))
    running.bench.do("keypad", "press", key="select")
    running.told.wait(KeyPressed("keypad", Key.SELECT))
    assert printer.print(picture()).outcome is PrintOutcome.PRINTED
    pad.open("s1")
    running.bench.do("pad", "press", level=4)
    running.told.wait(RatingPressed("pad", "s1", 4))
    running.bench.do("id-reader", "lift")
    running.told.wait(CardRemoved("id-reader"))
    (job,) = running.bench.state()["printer"]["jobs"]
    assert job["cut"] and job["first_byte"] < job["finished"]
    running.bench.picture(tmp_path / "last.png")
    with Image.open(tmp_path / "last.png") as paper:
        assert paper.crop((0, 0, *picture().size)).tobytes() == picture().tobytes()


def test_trouble_is_made_and_mended_from_the_bench(running: Running) -> None:
    printer: TicketPrinter = running.device("printer")
    running.device("keypad")
    for harm, fault, cure in [
        ("tear", Fault.PAPER_OUT, "refill"),
        ("open-cover", Fault.COVER_OPEN, "close-cover"),
        ("power-off", Fault.PRINTER_DOWN, "power-on"),
    ]:
        running.bench.do("printer", harm)
        eventually(lambda: printer.status().fault is fault, harm)
        running.bench.do("printer", cure)
        eventually(lambda: printer.status().fault is None, cure)
    running.bench.do("keypad", "unplug")
    running.told.wait(DeviceDown("keypad", Fault.KEYPAD_DOWN))
    assert running.bench.state()["keypad"]["plugged"] is False
    running.bench.do("keypad", "replug")
    running.told.wait(DeviceDown("keypad", Fault.KEYPAD_DOWN), DeviceUp("keypad"))


def test_the_tables_are_ready_for_a_configuration(running: Running) -> None:
    tables = tomllib.loads(running.listing["toml"])["device"]
    assert tables == running.listing["devices"]
    for table in tables:
        options = {key: value for key, value in table.items() if key not in ("name", "driver")}
        assert registry.check(table["driver"], options) == []


@pytest.fixture
def pcscd(tmp_path: Path) -> Iterator[Pcscd]:
    with pcscd_or_skip(tmp_path) as service:
        yield service


def test_the_social_security_card_reader(tmp_path: Path, pcscd: Pcscd) -> None:
    running = start(tmp_path / "hall", "--vpcd-port", str(pcscd.port))
    try:
        running.device("card-reader")
        running.bench.do("card-reader", "lay", card="social-1")
        running.told.wait(CardPresented("card-reader", ELDER_SOCIAL.holder))
        running.bench.do("card-reader", "lift")
        running.told.wait(CardRemoved("card-reader"))
        running.bench.do("card-reader", "lay", card="social-3")
        running.told.wait(CardFailed("card-reader", Fault.CARD_PROTECTED))
        running.bench.do("card-reader", "lay", card="bank")
        running.told.wait(CardFailed("card-reader", Fault.CARD_UNKNOWN))
    finally:
        stop(running)


def test_tickets_are_kept_when_asked(tmp_path: Path) -> None:
    running = start(tmp_path / "hall", "--no-vpcd", "--tickets", str(tmp_path / "tickets"))
    running.device("printer").print(picture())
    assert stop(running) == 0
    assert [path.name for path in (tmp_path / "tickets").iterdir()] == ["ticket-0001.png"]


# ---- in this process ----


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with Hall(tmp_path, card_port=None) as hall:
        yield hall


@pytest.fixture
def bench(hall: Hall) -> Iterator[str]:
    with BenchServer(hall) as server:
        yield server.url


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (("toaster", "tear"), "id-reader"),
        (("printer", "explode"), "refill"),
        (("printer", "close"), "refill"),
        (("printer", "end-after"), "mm"),
        (("id-reader", "lay"), "card"),
    ],
)
def test_what_cannot_be_done_says_what_can(bench: str, order: tuple[str, str], said: str) -> None:
    with pytest.raises(BenchRefused, match=said):
        BenchClient(bench).do(*order)


@pytest.mark.parametrize(
    ("device", "deed", "details"),
    [
        ("id-reader", "lay", {"card": "nobody"}),
        ("pad", "press", {"level": 6}),
        ("pad", "press", {"level": "5"}),
        ("keypad", "press", {"key": "any"}),
        ("printer", "tear", {"twice": True}),
    ],
)
def test_wrong_details_are_refused(bench: str, device: str, deed: str, details: dict[str, Any]) -> None:
    with pytest.raises(BenchRefused):
        BenchClient(bench).do(device, deed, **details)


def ask(url: str, method: str, path: str, headers: dict[str, str], body: bytes | None = None) -> tuple[int, bytes]:
    place = urlsplit(url)
    link = http.client.HTTPConnection(str(place.hostname), place.port, timeout=10)
    link.request(method, path, body, headers)
    answer = link.getresponse()
    found = answer.status, answer.read()
    link.close()
    return found


TEAR = json.dumps({"device": "printer", "do": "tear"}).encode()
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "headers",
    [
        {**JSON, "Origin": "http://evil.example"},
        {**JSON, "Origin": "null"},
        {**JSON, "Host": "evil.example"},
        {**JSON, "Host": "127.0.0.1:1"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ],
)
def test_somebody_elses_page_cannot_press_a_key(bench: str, headers: dict[str, str]) -> None:
    assert ask(bench, "POST", "/do", headers, TEAR)[0] in (400, 403)
    assert BenchClient(bench).state()["printer"]["status"]["paper"] == "ok"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"do": "tear"}', b'{"device": 1, "do": "tear"}', b"{" * 20000])
def test_orders_that_are_none(bench: str, body: bytes) -> None:
    assert ask(bench, "POST", "/do", JSON, body)[0] == 400


@pytest.mark.parametrize("path", ["/nothing", "/ticket/0.png", "/../registry.py", "/bench.py"])
def test_there_is_nothing_else_to_see(bench: str, path: str) -> None:
    assert ask(bench, "GET", path, {})[0] == 404


@pytest.fixture
def page(bench: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(bench)
        yield page
        browser.close()


def test_the_page_does_what_it_says(bench: str, page: Page) -> None:
    client, errors = BenchClient(bench), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.get_by_role("button", name="老年居民").click()
    eventually(lambda: client.state()["id-reader"]["card"] == "elder")
    page.locator('[data-device="id-reader"] [aria-pressed="true"]', has_text="老年居民").click()
    eventually(lambda: client.state()["id-reader"]["card"] is None)
    page.get_by_role("button", name="撕掉纸").click()
    page.locator('[data-lamp="paper"].bad').wait_for()
    page.locator('[data-device="pad"]').get_by_role("button", name="cable").click()
    eventually(lambda: client.state()["pad"]["plugged"] is False)
    page.locator('[data-device="keypad"]').get_by_role("button", name="mute").click()
    eventually(lambda: client.state()["keypad"]["mute"])
    for button in page.locator("main button:visible").all():
        button.click()
    assert page.locator("#refused").is_hidden(), "no button asks for what cannot be done"
    assert errors == []


def test_the_page_shows_the_last_piece_of_paper(hall: Hall, page: Page) -> None:
    assert page.locator("#ticket").is_hidden()
    printer, told = network_printer("printer", "127.0.0.1", hall.printer.port), Told()
    printer.start(told)
    told.wait(DeviceUp("printer"))
    assert printer.print(picture()).outcome is PrintOutcome.PRINTED
    printer.stop()
    page.locator("#ticket").wait_for()
    eventually(lambda: page.locator("#ticket").evaluate("picture => picture.naturalWidth") == picture().width)
