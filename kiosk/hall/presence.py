"""Tells the service once a minute that this machine is there and how its devices are: staff know before a resident does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.hall.link import Link

EVERY_S = 60.0
PAPER_LOW = "paper_near_end"


class Presence:
    """``health`` is asked on a thread of its own; it names devices and troubles, never a person."""

    def __init__(self, link: Link, health: Callable[[], Mapping[str, Any]], every_s: float = EVERY_S) -> None:
        self._link = link
        self._health = health
        self._every_s = every_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=2.0)

    def _run(self) -> None:
        """What cannot be told now is told in a minute, as it is then."""
        while not self._stop.wait(0):
            health = self._health()
            self._link.ask("PUT", "/presence", {"version": health["version"], "troubles": troubles(health)})
            self._stop.wait(self._every_s)


def troubles(health: Mapping[str, Any]) -> dict[str, str]:
    """By device: what is down, and paper that soon will be."""
    low = {device: PAPER_LOW for device, paper in health["paper"].items() if paper == "near_end"}
    return low | dict(health["down"])
