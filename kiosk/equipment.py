"""The devices of the configuration, built, sorted by what they are for, started and stopped together."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_type_hints

from devices import registry
from devices.ports import CardReader, Device, Jack, Keypad, RatingPad, Recogniser, Speaker, Tell, TicketPrinter
from devices.types import DeviceDown, Fault
from kiosk import failure
from kiosk.config import DeviceConfig
from kiosk.flows.step import Fittings, Turns

STOP_WITHIN_S = 3.0  # a device promises two
DOWN: dict[type, Fault] = {
    CardReader: Fault.READER_DOWN,
    TicketPrinter: Fault.PRINTER_DOWN,
    RatingPad: Fault.PAD_DOWN,
    Keypad: Fault.KEYPAD_DOWN,
    Speaker: Fault.VOICE_DOWN,
    Jack: Fault.JACK_DOWN,
    Recogniser: Fault.WRITING_DOWN,
}

log = logging.getLogger("bangban.devices")


def check_device(driver: str, options: Mapping[str, Any]) -> list[str]:
    """Every mistake in a driver's options, each by its key."""
    return [str(mistake) for mistake in registry.check(driver, options)]


def surplus(configured: Sequence[DeviceConfig]) -> list[str]:
    """A machine prints on one printer and speaks with one voice; each beyond that is a mistake."""
    mistakes = []
    for port, what in ((TicketPrinter, "printer"), (Speaker, "voice"), (Recogniser, "recogniser")):
        names = [one.name for one in configured if registry.drivers()[one.driver].port is port]
        mistakes += [f"[[device]] {name}: one {what} serves a machine, and {names[0]} is one already" for name in names[1:]]
    return mistakes


class Equipment:
    """``folder``: where relative paths begin. ``window``: that of a pad, ``area`` and ``turns``: of a display. A device that
    cannot even be built is down, and the rest works."""

    def __init__(
        self, configured: Sequence[DeviceConfig], *, folder: Path, window: str, area: str = "", turns: Turns = Turns()
    ) -> None:
        drivers = registry.drivers()
        self._devices: list[tuple[Device, Fault]] = []
        self._stillborn: list[DeviceDown] = []
        built: dict[type, list[Any]] = {port: [] for port in DOWN}
        for one in configured:
            port = drivers[one.driver].port
            try:
                device = registry.build(one.driver, one.name, _placed(one, folder))
            except Exception as error:  # a library of the system that is missing, most likely
                log.error("%s cannot be built: %s", one.name, failure.place_of(error))
                self._stillborn.append(DeviceDown(one.name, DOWN[port]))
                continue
            self._devices.append((device, DOWN[port]))
            built[port].append(device)
        self.printer: TicketPrinter | None = next(iter(built[TicketPrinter]), None)
        self.speaker: Speaker | None = next(iter(built[Speaker]), None)
        self.recogniser: Recogniser | None = next(iter(built[Recogniser]), None)
        self.pads: tuple[RatingPad, ...] = tuple(built[RatingPad])
        readers = frozenset(one.name for one in configured if drivers[one.driver].port is CardReader)
        self.fittings = Fittings(
            readers=readers,
            printer=self.printer is not None,
            window=window,
            area=area,
            turns=turns,
            recogniser=next((one.name for one in configured if drivers[one.driver].port is Recogniser), ""),
        )

    def start(self, tell: Tell) -> None:
        for event in self._stillborn:
            tell(event)
        for device, fault in self._devices:
            try:
                device.start(tell)
            except Exception as error:
                log.error("%s cannot be started: %s", device.name, failure.place_of(error))
                tell(DeviceDown(device.name, fault))

    def stop(self) -> None:
        """All at once: each may take its two seconds."""
        threads = [threading.Thread(target=device.stop, name=f"stop {device.name}", daemon=True) for device, _ in self._devices]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(STOP_WITHIN_S)


def _placed(device: DeviceConfig, folder: Path) -> dict[str, Any]:
    """The options with folders and files that are relative to the configuration made absolute."""
    types = get_type_hints(registry.drivers()[device.driver].options)
    return {key: str(folder / value) if types.get(key) is Path else value for key, value in device.options.items()}
