"""The simulated printer as it stands on the bench."""

from __future__ import annotations

import io
from dataclasses import asdict
from pathlib import Path
from typing import Any

from devices.sim.paper import Piece
from devices.sim.printer import PrinterEngine
from devices.sim.printer_tcp import PrinterTcp
from devices.sim.stands import Stand
from devices.types import Paper

SPEED_MM_S = 150.0  # as kiosk printers have


class PrinterStand(Stand):
    """``folder``: where to keep a PNG of every piece of paper, if at all."""

    can = (
        "tear",
        "refill",
        "near-end",
        "end-after",
        "open-cover",
        "close-cover",
        "jam",
        "clear-jam",
        "heat",
        "power-off",
        "power-off-after",
        "power-on",
        "mute",
        "garble",
        "late",
        "speed",
        "unplug",
        "replug",
    )

    def __init__(self, port: int = 0, folder: Path | None = None) -> None:
        self._engine = PrinterEngine(speed_mm_s=SPEED_MM_S, folder=folder)
        self._wire = PrinterTcp(self._engine, port)

    @property
    def port(self) -> int:
        return self._wire.port

    def tear(self) -> None:
        """No paper any more."""
        self._engine.set_paper(Paper.OUT)

    def refill(self) -> None:
        self._engine.set_paper(Paper.OK)

    def near_end(self) -> None:
        self._engine.set_paper(Paper.NEAR_END)

    def end_after(self, mm: float) -> None:
        """The paper ends when so much more of it has been used."""
        self._engine.paper_ends_after(round(float(mm) * 8))

    def open_cover(self) -> None:
        self._engine.set_cover(open=True)

    def close_cover(self) -> None:
        self._engine.set_cover(open=False)

    def jam(self) -> None:
        """The cutter jams at its next cut."""
        self._engine.jam_at_next_cut()

    def clear_jam(self) -> None:
        self._engine.clear_cutter()

    def heat(self, on: bool = True) -> None:
        """The print head is too hot."""
        self._engine.set_error(on)

    def power_off(self) -> None:
        self._engine.power_off()

    def power_off_after(self, bytes: int) -> None:
        """When so many more bytes have come."""
        self._engine.power_off_after(int(bytes))

    def power_on(self) -> None:
        self._engine.power_on()

    def mute(self, on: bool = True) -> None:
        self._engine.mute = on

    def garble(self, on: bool = True) -> None:
        self._engine.garbled = on

    def late(self, seconds: float) -> None:
        """Every answer comes so late; 0 ends it."""
        self._engine.late_s = float(seconds)

    def speed(self, mm_s: float) -> None:
        self._engine.speed_mm_s = float(mm_s) or None

    def unplug(self) -> None:
        self._wire.unplug()

    def replug(self) -> None:
        self._wire.replug()

    def state(self) -> dict[str, Any]:
        """``jobs``: what came off, in order; ``first_byte`` is the monotonic time at which it began to arrive."""
        engine = self._engine
        return {
            "plugged": self._wire.plugged,
            "on": engine.on,
            "mute": engine.mute,
            "garble": engine.garbled,
            "late": engine.late_s,
            "speed": engine.speed_mm_s,
            "status": {**asdict(engine.status), "paper": engine.status.paper.value},
            "hanging_mm": round(engine.hanging_rows / 8),
            "jobs": [
                {"first_byte": piece.first_byte_at, "finished": piece.finished_at, "cut": piece.cut, "mm": len(piece.rows) // 8}
                for piece in engine.pieces
            ],
        }

    def picture(self, number: int = -1) -> bytes | None:
        """PNG of the piece with this number, from 0; -1 is the last. None when there is none."""
        pieces: list[Piece] = self._engine.pieces
        if not -len(pieces) <= number < len(pieces):
            return None
        png = io.BytesIO()
        pieces[number].picture.save(png, "PNG")
        return png.getvalue()

    def close(self) -> None:
        self._wire.close()
