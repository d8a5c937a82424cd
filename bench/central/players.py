"""Who asks: terminals that issue, windows that call and finish. Closed loops: each asks again when it has its answer."""

from __future__ import annotations

import json
import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from bench.central.halls import BenchHall
from bench.central.seen import Seen
from bench.central.wire import Answer, Lost, Play, Stage, Unread, request

AGAIN_S = 0.05  # when nobody waits, and after a broken connection, then twice as long each time
LONGEST_AGAIN_S = 0.5


@dataclass(frozen=True)
class Habits:
    """How often something else than the plain way happens: one in so many, 0 never."""

    holder: int = 4
    priority: int = 5
    repeat: int = 50  # the whole request again, though it was answered
    cut_off: int = 200  # the connection breaks before the answer; asked again with the same key
    recall: int = 10
    no_show: int = 20


PLAIN = Habits(0, 0, 0, 0, 0, 0)
_persons = count(1)  # document numbers that nobody has


@dataclass(frozen=True)
class Scene:
    """``may_break``: the service is being killed, so a lost connection is no fault."""

    stage: Stage
    seen: Seen
    chance: random.Random
    habits: Habits
    may_break: bool = False

    def happens(self, one_in: int) -> bool:
        return one_in > 0 and self.chance.random() * one_in < 1.0

    def insist(self, wanted: bytes) -> Generator[bytes | float | None, Any, tuple[Answer, bool]]:
        """The answer, and whether an earlier sending was lost: it may have been done all the same."""
        pause_s = 0.0
        while True:
            try:
                answer = yield wanted
                return answer, pause_s > 0
            except Lost:
                self.seen.tally["connections lost or refused"] += 1
                if not self.may_break:
                    self.seen.fault("a connection was lost")
                pause_s = min(max(AGAIN_S, pause_s * 2), LONGEST_AGAIN_S)
                yield pause_s


def bodies(scene: Scene, hall: BenchHall, name: str) -> Iterator[tuple[str, str, bytes]]:
    """Endless fresh requests for a ticket: key, line and body. The persons are invented, each another one."""
    plain = [(line, json.dumps({"line": line}).encode()) for line in hall.lines]
    for number in count(1):
        if scene.habits is PLAIN:
            yield f"{name}-{number:08}", *plain[number % len(plain)]
            continue
        line = scene.chance.choice(hall.lines)
        body: dict[str, Any] = {"line": line}
        if scene.happens(scene.habits.holder):
            person = {"kind": "resident", "name": "测试甲", "id_number": f"{next(_persons):018}", "birth": "1950-01-01"}
            body["holder"] = person
        if scene.happens(scene.habits.priority):
            body["priority"] = {"class": "elderly", "evidence": "own_word"}
        yield f"{name}-{number:08}", line, json.dumps(body).encode()


def terminal(scene: Scene, hall: BenchHall, name: str, token: str) -> Play:
    """Issues tickets; ``name`` begins its request keys and is nobody else's."""
    seen, path = scene.seen, f"/api/v1/halls/{hall.id}/tickets"
    for key, line, body in bodies(scene, hall, name):
        if scene.stage.over:
            return
        wanted = request("POST", path, token, f"idempotency-key: {key}\r\n", body)
        seen.asked.add(key)
        cut_off = scene.happens(scene.habits.cut_off)
        if cut_off:
            yield Unread(wanted)
        answer, again = yield from scene.insist(wanted)
        seen.took("issue", answer)
        if not seen.expect("issue", answer, *((200, 201) if cut_off or again else (201,))):
            continue
        seen.confirm(key, hall.id, line, json.loads(answer.body))
        if scene.happens(scene.habits.repeat):
            answer, _ = yield from scene.insist(wanted)
            seen.took("repeat", answer)
            if seen.expect("repeat", answer, 200):
                seen.confirm(key, hall.id, line, json.loads(answer.body))


@dataclass
class Desk:
    """A window. ``told``: the ticket that the hall's events named for it last; so its clerk learns what a lost answer was."""

    hall: str
    window: str
    token: str
    told: str | None = None

    def step(self, ticket: str, step: str) -> bytes:
        return request("POST", f"/api/v1/tickets/{ticket}/{step}", self.token)

    @property
    def next(self) -> bytes:
        return request("POST", f"/api/v1/halls/{self.hall}/windows/{self.window}/next", self.token)


def window(scene: Scene, desk: Desk, drain: bool = False) -> Play:
    """Calls and serves; ``drain``: goes home when nobody waits."""
    seen = scene.seen
    while not scene.stage.over:
        answer, again = yield from scene.insist(desk.next)
        if answer.status == 204:
            seen.took("next, nobody waits", answer)
            if drain:
                return
            yield AGAIN_S
            continue
        if answer.status == 409 and again:
            ticket = yield from _called_meanwhile(scene, desk)
        elif seen.expect("next", answer, 200):
            seen.took("next", answer)
            ticket = json.loads(answer.body)["id"]
        else:
            yield AGAIN_S
            continue
        seen.call(desk.hall, desk.window, ticket)
        yield from _serve(scene, desk, ticket)


def _called_meanwhile(scene: Scene, desk: Desk) -> Generator[bytes | float | None, Any, str]:
    """The ticket whose call was done though its answer was lost: the hall's events tell of it."""
    while desk.told is None or desk.told in scene.seen.called:
        yield AGAIN_S
    scene.seen.tally["calls learnt from events"] += 1
    return desk.told


def _serve(scene: Scene, desk: Desk, ticket: str) -> Generator[bytes | float | None, Any, None]:
    seen = scene.seen
    if scene.happens(scene.habits.recall):
        answer, _ = yield from scene.insist(desk.step(ticket, "recall"))
        seen.took("recall", answer)
        seen.expect("recall", answer, 200)
    step = "no-show" if scene.happens(scene.habits.no_show) else "finish"
    answer, again = yield from scene.insist(desk.step(ticket, step))
    seen.took(step, answer)
    if seen.expect(step, answer, *((200, 409) if again else (200,))):
        seen.closed[ticket] = step
