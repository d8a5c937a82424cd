"""Every driver by name: what it is for, where its class is, which options it takes. Nothing is found by magic.

A package of a third party adds a driver by an entry point of the group ``bangban.drivers`` whose name is the driver's and
whose object is a :class:`Driver`. The names below cannot be taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from devices import options
from devices.options import Mistake, option
from devices.ports import CardReader, Device, Jack, Keypad, RatingPad, Recogniser, Speaker, TicketPrinter
from devices.printers.manner import Manner
from devices.types import Key

GROUP = "bangban.drivers"
BAUDS = (9600, 19200, 38400, 57600, 115200)
_KEYS = "|".join(key.value for key in Key)


@dataclass(frozen=True)
class SerialIdCard:
    port: str = option("serial port, best by its name under /dev/serial/by-id")
    baud: int = option("bits a second; the reader's own setting", 115200, among=BAUDS)


@dataclass(frozen=True)
class PcscCard:
    reader: str | None = option("part of the reader's name, in any case; without it the first reader is taken", None)


@dataclass(frozen=True, kw_only=True)
class NetworkPrinter(Manner):
    host: str = option("address of the printer")
    port: int = option("TCP port", 9100, low=1, high=65535)


@dataclass(frozen=True, kw_only=True)
class SerialPrinter(Manner):
    port: str = option("serial port, best by its name under /dev/serial/by-id")
    baud: int = option("bits a second; the printer's own setting", 115200, among=BAUDS)


@dataclass(frozen=True, kw_only=True)
class FilePrinter(Manner):
    path: str = option("device file, such as /dev/usb/lp0")
    back_channel: bool = option("whether the device file answers; without answers no ticket is ever confirmed", True)


@dataclass(frozen=True)
class SerialPad:
    port: str = option("serial port, best by its name under /dev/serial/by-id")
    baud: int = option("bits a second", 9600, among=BAUDS)
    address: int = option("the pad's address on the bus", 1, low=1, high=254)
    levels: tuple[int, ...] = option(
        "levels of the keys 00, 01, 02 ... as they are labelled", (5, 4, 3, 2, 1), low=1, high=5, distinct=True
    )


@dataclass(frozen=True)
class HidPad:
    path: str = option("input device, best by its name under /dev/input/by-id")
    levels: tuple[int, ...] = option(
        "levels of the keys 1, 2, 3 ... as they are labelled", (1, 2, 3, 4, 5), low=1, high=5, distinct=True
    )


@dataclass(frozen=True)
class HidKeypad:
    path: str = option("input device, best by its name under /dev/input/by-id")
    keys: tuple[str, ...] = option("key codes of this model, as '183=help'", (), form=rf"[0-9]{{1,3}}=({_KEYS})")


@dataclass(frozen=True)
class HidJack:
    path: str = option("input device of the socket, best by its name under /dev/input/by-path")


@dataclass(frozen=True)
class Voice:
    voices: Path = option("folder of the recordings, with a folder for each language")
    cache: Path = option("folder of this device alone, for sentences that were synthesised")
    player: str | None = option("the player to use; without it the first that works", None, among=("pacat", "aplay"))
    sink: str | None = option("the loudspeaker's sink, or ALSA device for aplay; without it the default one", None)
    headphone_sink: str | None = option("the headphones'; without it the same, for cards that switch over by themselves", None)
    calibration_db: float = option(
        "gain at which the hall's level was measured, in dB; what is left above it is for who hears badly", -12.0, low=-40, high=0
    )


@dataclass(frozen=True)
class Transcript:
    path: Path = option("file that each sentence is written to as a line of JSON; what names a person without its words")


@dataclass(frozen=True)
class Zinnia:
    model: str | None = option("file of the model; without it the one that Debian has for simplified Chinese", None)


@dataclass(frozen=True)
class Driver:
    """``maker``: "module:callable", called with ``name`` and the options by keyword; gives a ``port``.

    ``usb``: vendor and product, as hexadecimal, of devices of this kind that need this driver; for finding, not for binding.
    """

    maker: str
    options: type
    port: type
    usb: tuple[str, ...] = ()


DRIVERS: Mapping[str, Driver] = {
    "serial-idcard": Driver("devices.readers.serial_idcard:SerialIdCardReader", SerialIdCard, CardReader),
    "pcsc-card": Driver("devices.readers.pcsc_card:PcscCardReader", PcscCard, CardReader),
    "escpos-network": Driver("devices.printers.wires:network_printer", NetworkPrinter, TicketPrinter),
    "escpos-serial": Driver("devices.printers.wires:serial_printer", SerialPrinter, TicketPrinter),
    "escpos-file": Driver(
        "devices.printers.wires:file_printer",
        FilePrinter,
        TicketPrinter,
        usb=("04b8:0202", "04b8:0e03", "0416:5011"),
    ),
    "serial-pad": Driver("devices.pads.serial_pad:SerialPad", SerialPad, RatingPad),
    "hid-pad": Driver("devices.pads.hid_pad:HidPad", HidPad, RatingPad),
    "hid-keypad": Driver("devices.pads.hid_keypad:HidKeypad", HidKeypad, Keypad),
    "hid-jack": Driver("devices.jacks.hid_jack:HidJack", HidJack, Jack),
    "voice": Driver("devices.voice.speaker:VoiceSpeaker", Voice, Speaker),
    "transcript": Driver("devices.voice.transcript:TranscriptSpeaker", Transcript, Speaker),
    "zinnia": Driver("devices.writing.zinnia:ZinniaRecogniser", Zinnia, Recogniser),
}


class WrongOptions(ValueError):
    """``mistakes`` has all of them; so has the message, one a line."""

    def __init__(self, name: str, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join([f"device {name!r}:", *(f"  {mistake}" for mistake in mistakes)]))
        self.mistakes = mistakes


def drivers() -> dict[str, Driver]:
    """All drivers by name: those of the table, and those that installed packages add."""
    return {**DRIVERS, **added()}


@cache
def added() -> dict[str, Driver]:
    """Asked once: every package that is installed is opened for it."""
    return {point.name: point.load() for point in entry_points(group=GROUP) if point.name not in DRIVERS}


def check(driver: str, given: Mapping[str, object]) -> list[Mistake]:
    """Every mistake in the options, by key; an unknown driver is one under "driver"."""
    known = drivers()
    if driver not in known:
        return [Mistake("driver", f"{driver!r} is unknown; known are {', '.join(sorted(known))}")]
    return options.check(known[driver].options, given)


def build(driver: str, name: str, given: Mapping[str, object]) -> Device:
    """The device, not started. Raises :class:`WrongOptions`."""
    mistakes = check(driver, given)
    if mistakes:
        raise WrongOptions(name, mistakes)
    row = drivers()[driver]
    module, _, maker = row.maker.partition(":")
    make: Callable[..., Device] = getattr(import_module(module), maker)
    return make(name=name, **_fields(options.build(row.options, given)))


def _fields(chosen: Any) -> dict[str, Any]:
    return {name: getattr(chosen, name) for name in type(chosen).__dataclass_fields__}
