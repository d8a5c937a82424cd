"""What a screen does with its hall's events: it looks again, as the terminal and the staff's pages do."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.central.halls import BenchHall
from bench.central.listening import Event, Screen
from bench.central.seen import Seen
from bench.central.wire import Lost, Play, Seat, Stage, request

CHANGES = frozenset({"hall.changed", "ticket.issued", "ticket.called", "ticket.finished", "ticket.no_show"})
TERMINAL_GATHERS_S = 2.0  # kiosk/hall/stream.py, BETWEEN_LOOKS_S
CONSOLE_GATHERS_S = 0.06  # central/pages/static/stream.js, GATHER_MS


@dataclass
class Heard:
    """When which screen heard of what: (hall, event, number) -> moments of arrival."""

    arrivals: defaultdict[tuple[str, str, str], array[float]] = field(default_factory=lambda: defaultdict(lambda: array("d")))
    sent: dict[tuple[str, str, str], float] = field(default_factory=dict)
    """When it was asked for what the event tells of."""

    def delays_ms(self) -> list[float]:
        """From the request of whoever did it to each screen, sorted: an upper bound of what the event took."""
        return sorted((at - self.sent[what]) * 1000 for what, times in self.arrivals.items() if what in self.sent for at in times)


class Looking:
    """A screen that fetches ``page`` when it heard something, once for all it heard within ``gathers_s``."""

    def __init__(self, stage: Stage, seen: Seen, page: bytes, gathers_s: float, kind: str) -> None:
        self._stage = stage
        self._seen = seen
        self._page = page
        self._gathers_s = gathers_s
        self._kind = kind
        self._wanted = self._under_way = False
        self.seat: Seat = stage.enter(self._play())

    def heard(self) -> None:
        if not self._wanted and not self._under_way:
            self._stage.later(self._gathers_s, self.seat)
        self._wanted = True

    def _play(self) -> Play:
        """Rests between looks; whoever hears something sends it on its way."""
        while True:
            yield None
            self._under_way = True
            while self._wanted:
                self._wanted = False
                try:
                    answer = yield self._page
                except Lost:
                    self._seen.tally["idle connections closed"] += 1
                    self._wanted = True
                    continue
                self._seen.took(self._kind, answer)
                self._seen.expect(self._kind, answer, 200)
                if self._wanted:
                    yield self._gathers_s
            self._under_way = False


def subscribe(stage: Stage, hall: BenchHall, seen: Seen, heard: Heard, looks: bool) -> None:
    """All screens of a hall begin to listen; ``looks``: they also do what they do then."""
    doors = [(token, f"/api/v1/halls/{hall.id}", TERMINAL_GATHERS_S, "terminal looks") for token in hall.terminals]
    doors += [(token, f"/console/windows/{window}", CONSOLE_GATHERS_S, "console looks") for window, token in hall.windows.items()]
    for token, path, gathers_s, kind in doors:
        looking = Looking(stage, seen, request("GET", path, token), gathers_s, kind) if looks else None
        ids = array("q")
        screen = Screen(stage, hall.id, token, _taking(hall.id, heard, ids, looking))
        seen.screens.append((screen, hall.id, ids))
        stage.later(0.0, screen)


def _taking(hall: str, heard: Heard, ids: array[int], looking: Looking | None) -> Callable[[Event], None]:
    def take(event: Event) -> None:
        ids.append(event.id)
        data: dict[str, Any] = event.told()
        if "number" in data:
            heard.arrivals[hall, event.name, data["number"]].append(event.at)
        if looking is not None and event.name in CHANGES:
            looking.heard()

    return take
