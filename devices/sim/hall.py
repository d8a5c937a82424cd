"""A hall's worth of hardware on one machine, each piece at the end of a real wire in one folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from devices.sim.card_vpcd import PORT
from devices.sim.printer_stand import PrinterStand
from devices.sim.stands import CannotDo, CardReaderStand, IdReaderStand, JackStand, KeypadStand, PadStand, Stand


class Hall:
    """``folder`` must exist; what an earlier hall left in it goes. ``card_port``: vpcd's, or None for no card reader."""

    def __init__(
        self, folder: Path, *, card_port: int | None = PORT, printer_port: int = 0, tickets: Path | None = None
    ) -> None:
        places = {name: folder / name for name in ("id-reader", "pad", "keypad", "pad-keypad", "jack")}
        for place in places.values():
            place.unlink(missing_ok=True)
        self.printer = PrinterStand(printer_port, tickets)
        self.stands: dict[str, Stand] = {
            "id-reader": IdReaderStand(str(places["id-reader"])),
            "printer": self.printer,
            "pad": PadStand(str(places["pad"])),
            "keypad": KeypadStand(str(places["keypad"])),
            "pad-keypad": KeypadStand(str(places["pad-keypad"])),
            "jack": JackStand(str(places["jack"])),
        }
        if card_port is not None:
            self.stands["card-reader"] = CardReaderStand(card_port)
        self.devices = _tables(places, self.printer.port, card_port is not None)

    def __enter__(self) -> Hall:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def do(self, device: str, what: str, **details: Any) -> None:
        """Raises :class:`devices.sim.stands.CannotDo`."""
        if device not in self.stands:
            raise CannotDo(f"no device {device!r}; there are {', '.join(self.stands)}")
        self.stands[device].do(what, **details)

    def state(self) -> dict[str, Any]:
        return {name: stand.state() for name, stand in self.stands.items()}

    def toml(self) -> str:
        """The [[device]] tables of a kiosk that is wired to this hall."""
        return "\n".join("[[device]]\n" + "".join(_line(*item) for item in table.items()) for table in self.devices)

    def close(self) -> None:
        for stand in self.stands.values():
            stand.close()


def _line(key: str, value: object) -> str:
    return f"{key} = {json.dumps(value, ensure_ascii=False)}\n"


def _tables(places: dict[str, Path], printer_port: int, card_reader: bool) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = [
        {"name": "id-reader", "driver": "serial-idcard", "port": str(places["id-reader"])},
        {"name": "printer", "driver": "escpos-network", "host": "127.0.0.1", "port": printer_port},
        {"name": "pad", "driver": "serial-pad", "port": str(places["pad"])},
        {"name": "keypad", "driver": "hid-keypad", "path": str(places["keypad"])},
        {"name": "pad-keypad", "driver": "hid-keypad", "path": str(places["pad-keypad"])},
        {"name": "jack", "driver": "hid-jack", "path": str(places["jack"])},
    ]
    if card_reader:
        tables.insert(1, {"name": "card-reader", "driver": "pcsc-card", "reader": "Virtual PCD 00 00"})
    return tables
