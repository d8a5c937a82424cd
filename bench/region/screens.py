"""What a screen does with its hall's events: it looks again, as the terminal and the staff's pages do."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.central.halls import BenchHall, lines_of
from bench.central.listening import Event, Screen
from bench.central.players import Scene
from bench.central.wire import Lost, Play, Seat, request

CHANGES = {
    "terminal looks": frozenset({"hall.changed", "ticket.issued", "ticket.called"}),  # kiosk/hall/news.py
    "console looks": frozenset({"hall.changed", "ticket.issued", "ticket.called", "ticket.finished", "ticket.no_show"}),
}


Concerns = Callable[[str, dict[str, Any]], bool]
"""Whether an event, by its name and what it tells, changes anything on a screen."""


@dataclass(frozen=True)
class Manners:
    """Seconds: it looks ``gathers_s`` after the first of what it heard, and ``anyway_s`` after the last time though it heard
    nothing."""

    kind: str
    gathers_s: float
    anyway_s: float


TERMINAL = Manners("terminal looks", gathers_s=2.0, anyway_s=60.0)  # kiosk/hall/stream.py: BETWEEN_LOOKS_S, LOOK_ANYWAY_S
CONSOLE = Manners("console looks", gathers_s=0.06, anyway_s=60.0)  # central/pages/static/stream.js: GATHER_MS, LOOK_MS


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
    """A screen that fetches ``path`` when it heard something, and now and then; then it takes "still the same" for an answer."""

    def __init__(self, scene: Scene, token: str, path: str, manners: Manners) -> None:
        self._stage = scene.stage
        self._seen = scene.seen
        self._token, self._path = token, path
        self._manners = manners
        self.kind = manners.kind
        self._wanted = self._under_way = False
        self._idle = True  # it looks though nothing was heard
        self._mark = ""
        self._seat: Seat = self._stage.enter(self._play())
        self._stage.later(scene.chance.uniform(0.0, manners.anyway_s), self)

    def heard(self, idle: bool = False) -> None:
        self._idle = idle and (self._idle or not self._wanted)
        if not self._wanted and not self._under_way:
            self._stage.later(self._manners.gathers_s, self._seat)
        self._wanted = True

    def go(self) -> None:
        """It is time to look, whether anything was heard or not."""
        self.heard(idle=True)
        self._stage.later(self._manners.anyway_s, self)

    def _play(self) -> Play:
        """Rests between looks; whoever hears something sends it on its way."""
        while True:
            yield None
            self._under_way = True
            while self._wanted:
                self._wanted = False
                try:
                    answer = yield self._request()
                except Lost:
                    self._seen.tally["idle connections closed"] += 1
                    self._wanted = True
                    continue
                self._seen.took(self._manners.kind, answer)
                self._seen.expect(self._manners.kind, answer, 200, 304)
                self._seen.tally["still the same"] += answer.status == 304
                self._mark = answer.mark
                if self._wanted:
                    yield self._manners.gathers_s
            self._under_way = False

    def _request(self) -> bytes:
        mark = f"if-none-match: {self._mark}\r\n" if self._idle and self._mark else ""
        return request("GET", self._path, self._token, mark)


def _always(name: str, told: dict[str, Any]) -> bool:
    return True


def _concerns(window: str, lines: tuple[str, ...]) -> Concerns:
    """As central/pages/static/stream.js decides."""

    def concerns(name: str, told: dict[str, Any]) -> bool:
        if not name.startswith("ticket.") or not ("line" in told or "window" in told):
            return True
        return window in (told.get("window"), told.get("for_window")) or told.get("line") in lines

    return concerns


def subscribe(scene: Scene, hall: BenchHall, heard: Heard, looks: bool) -> None:
    """All screens of a hall begin to listen; ``looks``: they also do what they do then."""
    doors: list[tuple[str, str, Manners, Concerns]] = []
    doors += [(token, f"/api/v1/halls/{hall.id}", TERMINAL, _always) for token in hall.terminals]
    for place, (window, token) in enumerate(hall.windows.items()):
        doors.append((token, f"/console/windows/{window}", CONSOLE, _concerns(window, lines_of(hall, place))))
    for token, path, manners, concerns in doors:
        looking = Looking(scene, token, path, manners) if looks else None
        ids = array("q")
        screen = Screen(scene.stage, hall.id, token, _taking(hall.id, heard, ids, looking, concerns))
        scene.seen.screens.append((screen, hall.id, ids))
        scene.stage.later(0.0, screen)


def _taking(hall: str, heard: Heard, ids: array[int], looking: Looking | None, concerns: Concerns) -> Callable[[Event], None]:
    def take(event: Event) -> None:
        ids.append(event.id)
        data: dict[str, Any] = event.told()
        if "number" in data:
            heard.arrivals[hall, event.name, data["number"]].append(event.at)
        if looking is not None and event.name in CHANGES[looking.kind] and concerns(event.name, data):
            looking.heard()

    return take
