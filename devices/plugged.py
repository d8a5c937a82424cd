"""What is plugged into this machine that a driver could serve, without opening any of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from serial.tools.list_ports import comports

from devices.transport.pcsc import CardService, PcscLost


class Kind(Enum):
    SERIAL = "serial"
    PRINTER = "printer"
    INPUT = "input"
    SMART_CARD = "smart_card"


@dataclass(frozen=True)
class Found:
    """``place`` goes into the configuration: the name that stays when things are plugged in again, where there is one."""

    kind: Kind
    place: str
    about: str = ""


def everything(root: Path = Path("/")) -> list[Found]:
    return [*serial_ports(root), *card_readers(), *printer_files(root), *input_devices(root)]


def serial_ports(root: Path = Path("/")) -> Iterator[Found]:
    """By adapter where the adapter has a serial number, by socket (by-path) where it has none, then the built-in ports."""
    named: set[Path] = set()
    for folder in ("by-id", "by-path"):
        for link in _in(root / "dev/serial" / folder):
            if link.resolve() not in named:
                named.add(link.resolve())
                yield Found(Kind.SERIAL, str(link), f"→ {link.resolve().name}")
    for port in comports() if root == Path("/") else ():
        if Path(port.device) not in named:
            yield Found(Kind.SERIAL, port.device, "" if port.description == "n/a" else port.description)


def printer_files(root: Path = Path("/")) -> Iterator[Found]:
    for path in _in(root / "dev/usb"):
        if path.name.startswith("lp"):
            yield Found(Kind.PRINTER, str(path))


def input_devices(root: Path = Path("/")) -> Iterator[Found]:
    """Keyboards, which is what keypads and number pads are to Linux."""
    for link in _in(root / "dev/input/by-id"):
        if link.name.endswith("-event-kbd"):
            yield Found(Kind.INPUT, str(link), f"→ {link.resolve().name}")


def card_readers() -> Iterator[Found]:
    """None where pcscd does not run."""
    try:
        with CardService() as service:
            for name in service.readers():
                yield Found(Kind.SMART_CARD, name)
    except PcscLost:
        return


def _in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
