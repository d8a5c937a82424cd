"""Trouble in the middle of a ticket: what is said of it, and that nothing half-printed ever passes for a ticket."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from devices.printers.void_mark import void_mark
from devices.printers.wires import file_printer, network_printer
from devices.sim.printer import PrinterEngine
from devices.sim.printer_tcp import PrinterTcp
from devices.types import DeviceDown, DeviceUp, Fault, Paper, PrinterChanged, PrinterStatus, PrintOutcome, PrintResult
from tests.drivers.printer_bench import (
    FINE,
    MANNER,
    PATIENCE_S,
    PRINTED,
    ROWS,
    WIDTH,
    WIRES,
    Bench,
    Trouble,
    Wire,
    assert_honest,
    network,
    on_short_breath,
    on_wires,
    picture,
    running,
)
from tests.drivers.told import Told, eventually


@pytest.fixture(params=WIRES)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    yield from running(request.param(PrinterEngine(), tmp_path))


@pytest.fixture
def net(tmp_path: Path) -> Iterator[Bench]:
    """For what is not the wire's business."""
    yield from running(network(PrinterEngine(), tmp_path))


CUT_SHORT: dict[str, Trouble] = {
    "paper ends in the picture": (lambda bench: bench.engine.paper_ends_after(150), Fault.PAPER_OUT),
    "off in the last band": (lambda bench: bench.engine.power_off_after(72 * ROWS - 100), Fault.PRINTER_DOWN),
}
CUT_SHORT_TOO: dict[str, Trouble] = {
    "paper ends at once": (lambda bench: bench.engine.paper_ends_after(1), Fault.PAPER_OUT),
    "paper ends before the cut": (lambda bench: bench.engine.paper_ends_after(ROWS + 20), Fault.PAPER_OUT),
    "cutter jams": (lambda bench: bench.engine.jam_at_next_cut(), Fault.CUTTER_JAM),
    "off in the first band": (lambda bench: bench.engine.power_off_after(2000), Fault.PRINTER_DOWN),
}


@on_wires(CUT_SHORT, CUT_SHORT_TOO)
def test_a_ticket_cut_short_is_uncertain_and_is_void_before_anything_new(
    bench: Bench, harm: Callable[[Bench], object], fault: Fault
) -> None:
    bench.engine.speed_mm_s = 400.0
    assert bench.printer.print(picture(1)) == PRINTED
    harm(bench)
    assert bench.printer.print(picture(2)) == PrintResult(PrintOutcome.UNCERTAIN, fault)
    bench.heal()
    assert bench.printer.print(picture(3)) == PRINTED
    jammed = [picture(2)] if fault is Fault.CUTTER_JAM else []  # whole, and cut off when the jam was cleared
    assert_honest(bench, [picture(1), *jammed, picture(3)])
    assert [piece for piece in bench.cut_off() if piece.shows(void_mark(WIDTH))]


@pytest.mark.parametrize("wire", WIRES)
def test_a_wire_that_takes_no_more_bytes(wire: Wire, tmp_path: Path) -> None:
    bench = on_short_breath(wire, tmp_path)
    for _ in running(bench):
        bench.engine.paper_ends_after(10)
        assert bench.printer.print(picture(1, rows=600)) == PrintResult(PrintOutcome.UNCERTAIN, Fault.PAPER_OUT)
        bench.heal()
        assert bench.printer.print(picture(2)) == PRINTED
        assert_honest(bench, [picture(2)])


def test_a_question_behind_a_full_buffer_is_not_needed_to_know_that_the_paper_ended(tmp_path: Path) -> None:
    """The wire takes what the printer doesn't: nothing times out, and no question is read."""
    for bench in running(network(PrinterEngine(buffer_bytes=1000), tmp_path)):
        bench.engine.paper_ends_after(10)
        assert bench.printer.print(picture(1, rows=100)) == PrintResult(PrintOutcome.UNCERTAIN, Fault.PAPER_OUT)


@pytest.mark.parametrize("dots", [63, 64, 65, 299, 300, 301])
def test_wherever_the_paper_ends_nothing_half_is_cut_off_without_the_band(net: Bench, dots: int) -> None:
    net.engine.paper_ends_after(dots)
    assert net.printer.print(picture(1)).outcome is PrintOutcome.UNCERTAIN
    net.heal()
    assert net.printer.print(picture(2)) == PRINTED
    assert_honest(net, [picture(2)])


def interrupted(bench: Bench, harm: Callable[[], object]) -> PrintResult:
    """Print slowly, and do harm once some of it is on paper."""
    bench.engine.speed_mm_s = 60.0
    results: list[PrintResult] = []
    thread = threading.Thread(target=lambda: results.append(bench.printer.print(picture(1))))
    thread.start()
    eventually(lambda: bench.engine.hanging_rows > 40)
    harm()
    thread.join(PATIENCE_S * 3)
    bench.engine.speed_mm_s = None
    return results[0]


@on_wires(
    {"unplugged": (lambda bench: bench.wire.unplug(), Fault.PRINTER_DOWN)},
    {
        "cover": (lambda bench: bench.engine.set_cover(open=True), Fault.COVER_OPEN),
        "hot head": (lambda bench: bench.engine.set_error(True), Fault.PRINTER_ERROR),
    },
)
def test_harm_while_it_prints(bench: Bench, harm: Callable[[Bench], object], fault: Fault) -> None:
    assert interrupted(bench, lambda: harm(bench)) == PrintResult(PrintOutcome.UNCERTAIN, fault)
    bench.heal()
    assert bench.printer.print(picture(2)) == PRINTED
    assert_honest(bench, [picture(2)])


def test_falling_mute_while_it_prints(net: Bench) -> None:
    result = interrupted(net, lambda: setattr(net.engine, "mute", True))
    assert result == PrintResult(PrintOutcome.UNCERTAIN, Fault.PRINTER_MUTE)
    net.heal()
    assert net.printer.print(picture(2)) == PRINTED
    assert_honest(net, [picture(2)])


def test_the_void_comes_by_itself_when_the_roll_is_changed(net: Bench) -> None:
    net.engine.paper_ends_after(150)
    net.printer.print(picture(1))
    net.engine.set_paper(Paper.OK)
    eventually(lambda: net.cut_off(), "the half ticket is cut off")
    assert net.cut_off()[0].shows(void_mark(WIDTH))


def test_late_answers_never_make_a_false_status(net: Bench) -> None:
    net.engine.late_s = 0.45
    net.engine.set_paper(Paper.NEAR_END)
    statuses = [net.printer.status() for _ in range(3)]
    assert all(status.fault in (None, Fault.PRINTER_MUTE) for status in statuses)
    net.engine.set_paper(Paper.OUT)
    eventually(lambda: net.printer.status().fault is Fault.PAPER_OUT)
    assert not net.printer.status().cutter_jam


def test_a_printer_too_slow_for_its_patience_is_uncertain_without_a_fault(net: Bench) -> None:
    net.engine.speed_mm_s = 2.0
    began = monotonic()
    assert net.printer.print(picture()) == PrintResult(PrintOutcome.UNCERTAIN)
    assert monotonic() - began < 2 * PATIENCE_S
    net.engine.speed_mm_s = None


def test_a_ticket_can_be_asked_about_while_it_prints(net: Bench) -> None:
    statuses: list[PrinterStatus] = []
    assert interrupted(net, lambda: statuses.append(net.printer.status())) == PRINTED
    assert statuses == [FINE]


def test_a_half_ticket_is_remembered_through_the_kiosks_own_power_cut(tmp_path: Path) -> None:
    engine, memory = PrinterEngine(), tmp_path / "half"
    with PrinterTcp(engine) as wire:
        assert isinstance(wire, PrinterTcp)
        first = network_printer("printer", "127.0.0.1", wire.port, memory=memory, **MANNER)
        bench = Bench(engine, wire, first)
        bench.start()
        engine.paper_ends_after(150)
        first.print(picture(1))
        first.stop()
        engine.set_paper(Paper.OK)
        bench = Bench(engine, wire, network_printer("printer", "127.0.0.1", wire.port, memory=memory, **MANNER))
        bench.start()
        assert bench.printer.print(picture(2)) == PRINTED
        assert_honest(bench, [picture(2)])
        assert not memory.exists()
        bench.printer.stop()


# ---- plugged in again ----


@pytest.fixture(params=WIRES)
def long_gone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    """A printer whose link has tried in vain, and pauses now for longer than any test."""
    bench: Bench = request.param(PrinterEngine(), tmp_path)
    link = getattr(bench.printer, "_link")
    link._first_pause = link._pause = link._longest_pause = 600.0
    for _ in running(bench):
        bench.wire.unplug()
        bench.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN))
        assert bench.printer.print(picture(1)) == PrintResult(PrintOutcome.NOT_PRINTED, Fault.PRINTER_DOWN)
        yield bench


def test_a_ticket_does_not_wait_for_the_links_next_attempt(long_gone: Bench) -> None:
    long_gone.wire.replug()
    assert long_gone.printer.print(picture(2)) == PRINTED
    assert long_gone.printer.print(picture(3)) == PRINTED
    assert_honest(long_gone, [picture(2), picture(3)])


def test_a_status_does_not_wait_for_the_links_next_attempt(long_gone: Bench) -> None:
    long_gone.wire.replug()
    assert long_gone.printer.status() == FINE
    assert long_gone.told.of(PrinterChanged)[-1] == PrinterChanged("printer", FINE)
    long_gone.wire.unplug()
    assert long_gone.printer.status().fault is Fault.PRINTER_DOWN


def test_a_connection_that_broke_unseen_is_made_anew_for_the_ticket(net: Bench) -> None:
    """Pulled and put back between two looks of the watch."""
    net.wire.unplug()
    net.wire.replug()
    assert net.printer.print(picture(1)) == PRINTED
    assert_honest(net, [picture(1)])


def test_the_link_takes_over_the_connection_of_a_ticket(net: Bench) -> None:
    net.wire.unplug()
    net.told.wait(DeviceDown("printer", Fault.PRINTER_DOWN))
    net.told.forget()
    net.wire.replug()
    assert net.printer.print(picture(1)) == PRINTED
    net.told.wait(DeviceUp("printer"))
    assert net.printer.print(picture(2)) == PRINTED
    net.engine.set_cover(open=True)  # told unasked, because the link watches again
    eventually(lambda: net.told.of(PrinterChanged)[-1].status.fault is Fault.COVER_OPEN)


# ---- beginning and end ----


def test_stopping_while_a_ticket_prints(net: Bench) -> None:
    assert interrupted(net, net.printer.stop).outcome is PrintOutcome.UNCERTAIN


def test_a_printer_that_is_not_there(tmp_path: Path) -> None:
    told = Told()
    printer = file_printer("printer", str(tmp_path / "lp0"), True, **MANNER)
    printer.start(told)
    told.wait(DeviceDown("printer", Fault.PRINTER_DOWN))
    assert printer.print(picture()) == PrintResult(PrintOutcome.NOT_PRINTED, Fault.PRINTER_DOWN)
    assert printer.status() == PrinterStatus(answered=False, reachable=False)
    printer.stop()
