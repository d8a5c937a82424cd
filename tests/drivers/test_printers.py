"""What every ticket printer does, over each wire that answers; and the printer that can't answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image

from devices.printers.wires import file_printer, network_printer
from devices.sim.printer import PrinterEngine
from devices.sim.printer_file import PrinterFile
from devices.sim.printer_tcp import PrinterTcp
from devices.types import DeviceDown, DeviceUp, Fault, Paper, PrinterChanged, PrinterStatus, PrintOutcome, PrintResult
from tests.drivers.printer_bench import (
    FINE,
    MANNER,
    PATIENCE_S,
    PRINTED,
    WIDTH,
    WIRES,
    Bench,
    Trouble,
    assert_honest,
    network,
    on_wires,
    picture,
    running,
)
from tests.drivers.told import eventually


@pytest.fixture(params=WIRES)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    yield from running(request.param(PrinterEngine(), tmp_path))


@pytest.fixture
def net(tmp_path: Path) -> Iterator[Bench]:
    """For what is not the wire's business."""
    yield from running(network(PrinterEngine(), tmp_path))


# ---- a printer that is well ----


def test_a_ticket_is_printed_dot_for_dot_and_cut_once(bench: Bench) -> None:
    assert bench.printer.print(picture(1)) == PRINTED
    assert bench.printer.print(picture(2)) == PRINTED
    assert_honest(bench, [picture(1), picture(2)])
    assert len(bench.engine.pieces) == 2
    assert bench.told.events == [DeviceUp("printer"), PrinterChanged("printer", FINE)]


def test_a_low_roll_still_prints_and_is_told(bench: Bench) -> None:
    bench.engine.set_paper(Paper.NEAR_END)
    low = PrinterStatus(answered=True, online=True, paper=Paper.NEAR_END)
    bench.told.wait(PrinterChanged("printer", low))
    assert bench.printer.status() == low
    assert bench.printer.print(picture()) == PRINTED


def test_a_printer_that_does_not_know_gs_r(net: Bench) -> None:
    net.engine.answers_sensor_questions = False
    assert net.printer.print(picture()) == PRINTED
    assert_honest(net, [picture()])


def test_automatic_status_is_not_taken_for_answers(bench: Bench) -> None:
    bench.engine.automatic_status = True
    bench.engine.set_cover(open=True)
    bench.engine.set_cover(open=False)
    assert bench.printer.status() == FINE
    assert bench.printer.print(picture()) == PRINTED
    bench.engine.paper_ends_after(100)
    assert bench.printer.print(picture()) == PrintResult(PrintOutcome.UNCERTAIN, Fault.PAPER_OUT)


def test_two_threads_print_one_after_the_other(net: Bench) -> None:
    threads = [threading.Thread(target=net.printer.print, args=(picture(number),)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S * 3)
    assert len(net.cut_off()) == 3
    assert {number for number in (1, 2, 3) for piece in net.cut_off() if piece.shows(picture(number))} == {1, 2, 3}


def test_a_picture_of_another_width_is_a_mistake_of_the_caller(net: Bench) -> None:
    with pytest.raises(ValueError, match="576"):
        net.printer.print(Image.new("1", (384, 100), 1))
    with pytest.raises(ValueError, match="576"):
        net.printer.print(Image.new("L", (WIDTH, 100), 255))


def test_a_58_mm_printer(tmp_path: Path) -> None:
    wire = PrinterTcp(PrinterEngine(width_dots=384))
    bench = Bench(wire.engine, wire, network_printer("printer", "127.0.0.1", wire.port, width_dots=384, **MANNER))
    for _ in running(bench):
        ticket = picture().crop((0, 0, 384, 100))
        assert bench.printer.print(ticket) == PRINTED
        assert bench.engine.pieces[0].shows(ticket)


# ---- a printer that cannot print ----

CANNOT: dict[str, Trouble] = {
    "no paper": (lambda bench: bench.engine.set_paper(Paper.OUT), Fault.PAPER_OUT),
    "mute": (lambda bench: setattr(bench.engine, "mute", True), Fault.PRINTER_MUTE),
    "off": (lambda bench: bench.engine.power_off(), Fault.PRINTER_DOWN),
    "unplugged": (lambda bench: bench.wire.unplug(), Fault.PRINTER_DOWN),
}
CANNOT_EITHER: dict[str, Trouble] = {
    "open cover": (lambda bench: bench.engine.set_cover(open=True), Fault.COVER_OPEN),
    "hot head": (lambda bench: bench.engine.set_error(True), Fault.PRINTER_ERROR),
    "garbled": (lambda bench: setattr(bench.engine, "garbled", True), Fault.PRINTER_MUTE),
    "late": (lambda bench: setattr(bench.engine, "late_s", 1.0), Fault.PRINTER_MUTE),
}
UNANSWERED = (Fault.PRINTER_MUTE, Fault.PRINTER_DOWN)
SILENT = {name: harm for name, (harm, fault) in {**CANNOT, **CANNOT_EITHER}.items() if fault in UNANSWERED}


@on_wires(CANNOT, CANNOT_EITHER)
def test_nothing_is_sent_to_a_printer_that_cannot_print(bench: Bench, harm: Callable[[Bench], object], fault: Fault) -> None:
    harm(bench)
    eventually(lambda: bench.printer.status().fault is fault, "the fault is noticed")
    assert bench.printer.print(picture(1)) == PrintResult(PrintOutcome.NOT_PRINTED, fault)
    bench.heal()
    assert bench.printer.print(picture(2)) == PRINTED
    assert len(bench.engine.pieces) == 1
    assert bench.engine.pieces[0].shows(picture(2))


@pytest.mark.parametrize("harm", SILENT.values(), ids=SILENT)
def test_without_an_answer_nothing_is_said_of_the_paper(net: Bench, harm: Callable[[Bench], object]) -> None:
    """And neither a question nor the end takes longer than promised; the second more is a busy machine's."""
    harm(net)
    eventually(lambda: not net.printer.status().answered)
    began = monotonic()
    assert net.printer.status().paper is Paper.UNKNOWN
    assert monotonic() - began < 1.5 + 1.0
    began = monotonic()
    net.printer.stop()
    assert monotonic() - began < 2.0 + 1.0


def test_off_and_on_are_told_once_each(bench: Bench) -> None:
    bench.engine.power_off()
    bench.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN))
    bench.engine.power_on()
    bench.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN), DeviceUp("printer"), PrinterChanged("printer", FINE))
    assert len(bench.told.of(DeviceDown)) == 1
    assert len(bench.told.of(DeviceUp)) == 2


def test_a_printer_that_falls_mute_is_told_and_comes_back(net: Bench) -> None:
    net.engine.mute = True
    net.told.wait(PrinterChanged("printer", PrinterStatus(answered=False)), DeviceDown("printer", Fault.PRINTER_MUTE))
    net.engine.mute = False
    net.told.wait(DeviceDown("printer", Fault.PRINTER_MUTE), DeviceUp("printer"), PrinterChanged("printer", FINE))


# ---- a device file that never answers ----


@pytest.fixture
def blind(tmp_path: Path) -> Iterator[Bench]:
    engine, path = PrinterEngine(), str(tmp_path / "lp0")
    bench = Bench(engine, PrinterFile(engine, path), file_printer("printer", path, False, **MANNER))
    bench.printer.start(bench.told)
    bench.told.wait(DeviceUp("printer"), PrinterChanged("printer", PrinterStatus(answered=False)))
    yield bench
    bench.printer.stop()
    bench.wire.close()


def test_without_a_way_back_a_ticket_is_printed_and_never_confirmed(blind: Bench) -> None:
    assert blind.printer.status() == PrinterStatus(answered=False)
    assert blind.printer.print(picture(1)) == PrintResult(PrintOutcome.UNCERTAIN)
    assert blind.printer.print(picture(2)) == PrintResult(PrintOutcome.UNCERTAIN)
    eventually(lambda: len(blind.cut_off()) == 2)
    assert_honest(blind, [picture(1), picture(2)])


def test_without_a_way_back_it_is_still_seen_that_the_printer_is_gone(blind: Bench) -> None:
    blind.engine.power_off()
    blind.told.wait(PrinterChanged("printer", PrinterStatus(False, reachable=False)), DeviceDown("printer", Fault.PRINTER_DOWN))
    assert blind.printer.print(picture(1)) == PrintResult(PrintOutcome.NOT_PRINTED, Fault.PRINTER_DOWN)
    blind.engine.power_on()
    blind.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN), DeviceUp("printer"))


def test_without_a_way_back_a_ticket_does_not_wait_for_the_links_next_attempt(blind: Bench) -> None:
    link = getattr(blind.printer, "_link")
    link._pause = link._first_pause = link._longest_pause = 600.0
    blind.wire.unplug()
    blind.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN))
    assert blind.printer.status() == PrinterStatus(answered=False, reachable=False)
    blind.wire.replug()
    assert blind.printer.print(picture(1)) == PrintResult(PrintOutcome.UNCERTAIN)
    assert blind.printer.status() == PrinterStatus(answered=False)
    eventually(lambda: len(blind.cut_off()) == 1)


def test_without_a_way_back_what_was_sent_in_part_is_void_before_anything_new(blind: Bench) -> None:
    blind.engine.set_paper(Paper.OUT)
    result = blind.printer.print(picture(1, rows=3000))  # more than the pipe and the printer hold together
    assert result == PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
    blind.engine.set_paper(Paper.OK)
    eventually(lambda: blind.engine.room() > 30000)
    assert blind.printer.print(picture(2)) == PrintResult(PrintOutcome.UNCERTAIN)
    eventually(lambda: len(blind.cut_off()) == 2)
    assert_honest(blind, [picture(2)])
