"""What a device told, and waiting for it with a deadline."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition
from time import monotonic, sleep
from typing import TypeVar

from devices.types import DeviceEvent

Event = TypeVar("Event", bound=DeviceEvent)
PATIENCE_S = 15.0  # against hanging; nothing here takes a third of it


class Told:
    """Pass it as ``tell``."""

    def __init__(self) -> None:
        self.events: list[DeviceEvent] = []
        self._news = Condition()

    def __call__(self, event: DeviceEvent) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in list(self.events) if isinstance(event, kind)]

    def wait(self, *wanted: DeviceEvent) -> None:
        """Until each of them has been told, in this order, after what earlier calls waited for or not."""
        with self._news:
            assert self._news.wait_for(lambda: self._has(wanted), PATIENCE_S), f"wanted {wanted}, told {self.events}"

    def forget(self) -> None:
        with self._news:
            self.events.clear()

    def _has(self, wanted: tuple[DeviceEvent, ...]) -> bool:
        told = iter(self.events)
        return all(event in told for event in wanted)


def eventually(condition: Callable[[], object], what: str = "") -> None:
    end = monotonic() + PATIENCE_S
    while not condition():
        assert monotonic() < end, f"not in {PATIENCE_S:.0f} s: {what or condition}"
        sleep(0.01)
