"""Residents who come at random, and clerks who serve them."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from bench.central.halls import BenchHall, lines_of
from bench.central.players import Desk, Scene
from bench.central.wire import Play, Seat, request
from bench.region.screens import Heard


@dataclass(frozen=True)
class Pace:
    """Seconds. ``think``: until a clerk who is free calls; ``serve``: at the window; each between two bounds, evenly."""

    think: tuple[float, float] = (1.0, 3.0)
    serve: tuple[float, float] = (20.0, 60.0)


class Clerk:
    """Calls when somebody is told to wait for one of the window's lines, serves, and rests when nobody is left."""

    def __init__(self, scene: Scene, desk: Desk, lines: tuple[str, ...], pace: Pace, heard: Heard) -> None:
        self.lines = lines
        self.idle = True
        self._scene, self._desk, self._pace, self._heard = scene, desk, pace, heard
        self._seat: Seat = scene.stage.enter(self._play())

    def wake(self) -> None:
        self.idle = False
        self._scene.stage.later(0.0, self._seat)

    def _play(self) -> Play:
        seen, chance = self._scene.seen, self._scene.chance
        while True:
            self.idle = True
            yield None
            while True:
                yield chance.uniform(*self._pace.think)
                answer, _ = yield from self._scene.insist(self._desk.next)
                seen.took("next", answer)
                if not seen.expect("next", answer, 200, 204) or answer.status == 204:
                    break
                ticket = json.loads(answer.body)
                self._heard.sent[self._desk.hall, "ticket.called", ticket["number"]] = perf_counter() - answer.took_s
                seen.call(self._desk.hall, self._desk.window, ticket["id"])
                yield chance.uniform(*self._pace.serve)
                answer, _ = yield from self._scene.insist(self._desk.step(ticket["id"], "finish"))
                seen.took("finish", answer)
                self._heard.sent[self._desk.hall, "ticket.finished", ticket["number"]] = perf_counter() - answer.took_s
                if seen.expect("finish", answer, 200):
                    seen.closed[ticket["id"]] = "finish"


class Region:
    """All halls' clerks, and the residents, each of whom goes to a hall and a terminal at random."""

    def __init__(
        self, scene: Scene, halls: Sequence[BenchHall], desks: Mapping[tuple[str, str], Desk], pace: Pace, heard: Heard
    ) -> None:
        self._scene, self._halls, self._heard = scene, halls, heard
        self._clerks = {hall.id: list[Clerk]() for hall in halls}
        for hall in halls:
            for place, window in enumerate(hall.windows):
                clerk = Clerk(scene, desks[hall.id, window], lines_of(hall, place), pace, heard)
                self._clerks[hall.id].append(clerk)

    def arrivals(self, a_minute: float) -> Play:
        chance: random.Random = self._scene.chance
        number, due = 0, perf_counter()
        while not self._scene.stage.over:
            due += chance.expovariate(a_minute / 60)  # by the clock: who comes late holds up nobody behind
            yield max(0.0, due - perf_counter())
            number += 1
            self._scene.stage.enter(self._resident(chance.choice(self._halls), number))

    def _resident(self, hall: BenchHall, number: int) -> Play:
        seen, chance = self._scene.seen, self._scene.chance
        line, token, key = chance.choice(hall.lines), chance.choice(hall.terminals), f"resident-{number:08}"
        body = json.dumps({"line": line}).encode()
        seen.asked.add(key)
        wanted = request("POST", f"/api/v1/halls/{hall.id}/tickets", token, f"idempotency-key: {key}\r\n", body)
        answer, _ = yield from self._scene.insist(wanted)
        seen.took("issue", answer)
        if not seen.expect("issue", answer, 201):
            return
        ticket = json.loads(answer.body)
        seen.confirm(key, hall.id, line, ticket)
        self._heard.sent[hall.id, "ticket.issued", ticket["number"]] = perf_counter() - answer.took_s
        free = [clerk for clerk in self._clerks[hall.id] if clerk.idle and line in clerk.lines]
        if free:
            chance.choice(free).wake()
