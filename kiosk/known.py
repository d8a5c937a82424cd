"""What the machine was told that outlives a visit: kept by the runner, told again to a flow that has to start anew."""

from __future__ import annotations

from typing import Any

from devices.types import DeviceDown, DeviceUp
from kiosk.events import Event, HallKnown, HallLost
from kiosk.journal import Entry, What


class Known:
    def __init__(self) -> None:
        self._hall: HallKnown | None = None
        self._service: bool | None = None  # None: not heard of yet
        self._lost: tuple[Event, ...] = ()
        self._down: dict[str, DeviceDown] = {}

    def learn(self, event: Event) -> tuple[Entry, ...]:
        """What the journal should hear of it: only changes."""
        match event:
            case HallKnown():
                self._hall, self._lost = event, ()
                return self._service_is(True)
            case HallLost():
                self._lost = (event,)
                return self._service_is(False)
            case DeviceUp(device):
                self._down.pop(device, None)
                return (Entry(What.DEVICE_UP, device),)
            case DeviceDown(device, fault):
                self._down[device] = event
                return (Entry(What.DEVICE_DOWN, f"{device} {fault.value}"),)
        return ()

    def events(self) -> tuple[Event, ...]:
        hall: tuple[Event, ...] = (self._hall,) if self._hall is not None else ()
        return hall + self._lost + tuple(self._down.values())

    def health(self) -> dict[str, Any]:
        return {"service": bool(self._service), "down": {name: one.fault.value for name, one in self._down.items()}}

    def _service_is(self, up: bool) -> tuple[Entry, ...]:
        changed = self._service is not up
        self._service = up
        return (Entry(What.SERVICE_UP if up else What.SERVICE_DOWN),) if changed else ()
