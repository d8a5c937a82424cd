"""What the machine was told that outlives a visit: kept by the runner, told again to a flow that has to start anew."""

from __future__ import annotations

from typing import Any

from devices.types import DeviceDown, DeviceUp, PrinterChanged, PrinterStatus
from kiosk.events import Event, HallKnown, HallLost, HallRemembered
from kiosk.journal import Entry, What


class Known:
    def __init__(self) -> None:
        self._hall: HallKnown | HallRemembered | None = None
        self._service: bool | None = None  # None: not heard of yet
        self._lost: tuple[Event, ...] = ()
        self._down: dict[str, DeviceDown] = {}
        self._printers: dict[str, PrinterStatus] = {}

    def learn(self, event: Event) -> tuple[Entry, ...]:
        """What the journal should hear of it: only changes."""
        match event:
            case HallKnown():
                self._hall, self._lost = event, ()
                return self._service_is(True)
            case HallRemembered() if self._hall is None:
                self._hall = event
            case HallLost():
                self._lost = (event,)
                return self._service_is(False)
            case DeviceUp(device):
                self._down.pop(device, None)
                return (Entry(What.DEVICE_UP, device),)
            case DeviceDown(device, fault):
                self._down[device] = event
                return (Entry(What.DEVICE_DOWN, f"{device} {fault.value}"),)
            case PrinterChanged(device, status):
                return self._printer_is(device, status)
        return ()

    def events(self) -> tuple[Event, ...]:
        hall: tuple[Event, ...] = (self._hall,) if self._hall is not None else ()
        return hall + self._lost + tuple(self._down.values())

    def health(self) -> dict[str, Any]:
        printers, down = dict(self._printers), dict(self._down)  # whole, since this is asked from another thread
        faults = {name: status.fault for name, status in printers.items() if status.fault is not None}
        faults |= {name: one.fault for name, one in down.items()}
        paper = {name: status.paper.value for name, status in printers.items()}
        return {"service": bool(self._service), "down": {name: one.value for name, one in faults.items()}, "paper": paper}

    def _printer_is(self, device: str, status: PrinterStatus) -> tuple[Entry, ...]:
        before = self._printers.get(device)
        self._printers[device] = status
        if status.fault is not None and (before is None or before.fault != status.fault):
            return (Entry(What.DEVICE_DOWN, f"{device} {status.fault.value}"),)
        return (Entry(What.DEVICE_UP, device),) if before is not None and before.fault and not status.fault else ()

    def _service_is(self, up: bool) -> tuple[Entry, ...]:
        changed = self._service is not up
        self._service = up
        return (Entry(What.SERVICE_UP if up else What.SERVICE_DOWN),) if changed else ()
