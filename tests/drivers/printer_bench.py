"""A ticket printer over each wire that answers, with the simulator at its other end: for the tests of every printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from devices.ports import TicketPrinter
from devices.printers.dialogue import Wire as Line
from devices.printers.escpos_ticket import EscposTicketPrinter
from devices.printers.manner import Manner
from devices.printers.void_mark import void_mark
from devices.printers.wires import file_printer, network_printer, serial_printer
from devices.sim.paper import Piece
from devices.sim.printer import PrinterEngine
from devices.sim.printer_pty import PrinterPty
from devices.sim.printer_tcp import PrinterTcp
from devices.sim.printer_wire import PrinterWire
from devices.transport.device_file import DeviceFile
from devices.transport.serial_line import SerialLine
from devices.transport.tcp import TcpLine
from devices.types import DeviceUp, Fault, Paper, PrinterChanged, PrinterStatus, PrintOutcome, PrintResult
from tests.drivers.told import Told, eventually

WIDTH, ROWS = 576, 300
PATIENCE_S = 3.0
MANNER: dict[str, Any] = {"watch_s": 0.3, "patience_s": PATIENCE_S}
PRINTED = PrintResult(PrintOutcome.PRINTED)
FINE = PrinterStatus(answered=True, online=True, paper=Paper.OK)


def picture(number: int = 1, rows: int = ROWS) -> Image.Image:
    """Every row of it has ink at its edges, so that none can be lost unseen."""
    ticket = Image.new("1", (WIDTH, rows), 1)
    draw = ImageDraw.Draw(ticket)
    draw.rectangle((0, 0, WIDTH - 1, rows - 1), outline=0, width=3)
    draw.line((0, 0, WIDTH, rows), fill=0, width=1 + number)
    return ticket


@dataclass
class Bench:
    engine: PrinterEngine
    wire: PrinterWire
    printer: TicketPrinter
    told: Told = field(default_factory=Told)

    def start(self) -> None:
        self.printer.start(self.told)
        self.told.wait(DeviceUp("printer"), PrinterChanged("printer", FINE))

    def cut_off(self) -> list[Piece]:
        return [piece for piece in self.engine.pieces if piece.cut]

    def heal(self) -> None:
        """What staff do, whatever it was."""
        self.engine.mute = self.engine.garbled = False
        self.engine.late_s = 0.0
        self.engine.set_paper(Paper.OK)
        self.engine.set_cover(open=False)
        self.engine.clear_cutter()
        self.engine.set_error(False)
        self.engine.power_on()
        self.wire.replug()
        self.told.forget()
        eventually(lambda: self.printer.status() == FINE, "the printer is well")


Trouble = tuple[Callable[[Bench], object], Fault]


def network(engine: PrinterEngine, folder: Path) -> Bench:
    wire = PrinterTcp(engine)
    return Bench(engine, wire, network_printer("printer", "127.0.0.1", wire.port, **MANNER))


def serial(engine: PrinterEngine, folder: Path) -> Bench:
    wire = PrinterPty(engine, str(folder / "port"))
    return Bench(engine, wire, serial_printer("printer", wire.path, 115200, **MANNER))


def device_file(engine: PrinterEngine, folder: Path) -> Bench:
    wire = PrinterPty(engine, str(folder / "lp0"))
    return Bench(engine, wire, file_printer("printer", wire.path, True, **MANNER))


Wire = Callable[[PrinterEngine, Path], Bench]
WIRES: tuple[Wire, ...] = (network, serial, device_file)


def on_short_breath(wire: Wire, folder: Path) -> Bench:
    """A printer with a buffer of a few lines, on a wire that waits less long for it."""
    bench = wire(PrinterEngine(buffer_bytes=1000), folder)
    place = getattr(bench.wire, "path", "")
    lines: dict[Wire, Callable[[], Line]] = {
        network: lambda: TcpLine("127.0.0.1", getattr(bench.wire, "port"), write_timeout_s=0.5),
        serial: lambda: SerialLine(place, 115200, write_timeout_s=0.5),
        device_file: lambda: DeviceFile(place, write_timeout_s=0.5),
    }
    bench.printer = EscposTicketPrinter("printer", lines[wire], Manner(**MANNER))
    return bench


def on_wires(every: dict[str, Trouble], one: dict[str, Trouble]) -> pytest.MarkDecorator:
    """Troubles that depend on the wire over every wire, the others over one."""
    cases = [(wire, trouble) for trouble in every for wire in WIRES] + [(network, trouble) for trouble in one]
    named = {**every, **one}
    return pytest.mark.parametrize(
        ("bench", "harm", "fault"),
        [(wire, *named[trouble]) for wire, trouble in cases],
        indirect=["bench"],
        ids=[f"{wire.__name__}-{trouble}" for wire, trouble in cases],
    )


def running(bench: Bench) -> Iterator[Bench]:
    bench.start()
    yield bench
    bench.printer.stop()
    bench.wire.close()
    assert bench.engine.unknown == [], "every command sent is one that printers know"


def assert_honest(bench: Bench, whole: list[Image.Image]) -> None:
    """All that was cut off is one of the whole tickets, in order, or bears the void band, or is blank."""
    kept = [piece for piece in bench.cut_off() if any(map(any, piece.rows)) and not piece.shows(void_mark(WIDTH))]
    assert len(kept) == len(whole)
    assert all(piece.shows(ticket) for piece, ticket in zip(kept, whole))
