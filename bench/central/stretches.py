"""Stretches of load on the service, each with what it took."""

from __future__ import annotations

import random
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from time import perf_counter

from bench.central import checks, players, service
from bench.central.bench import Bench
from bench.central.figures import Stretch
from bench.central.halls import BenchHall
from bench.central.listening import Event, Screen
from bench.central.players import PLAIN, Habits, Scene
from bench.central.seen import Seen
from bench.central.service import Killer, Process
from bench.central.wire import Play, Stage

CAUGHT_UP_S = 20.0
_run = count(1)


def issue(bench: Bench, seconds: float) -> Stretch:
    """Terminals alone, with nothing but tickets."""
    with _listened(bench, PLAIN) as scene:
        for play in _terminals(bench, scene):
            scene.stage.enter(play)
        return _measured(bench, bench.service, scene.stage, seconds, bench.seen, ("issue",), ("issue",))


def call(bench: Bench, seconds: float) -> Stretch:
    """Windows alone: they call and finish until the time is over or nobody waits."""
    with _listened(bench, PLAIN) as scene:
        for desk in bench.desks.values():
            scene.stage.enter(players.window(scene, desk, drain=True))
        return _measured(bench, bench.service, scene.stage, seconds, bench.seen, ("next",), ("next", "finish"))


def mixed(bench: Bench, seconds: float, habits: Habits, kills: int = 0, seed: int = 0) -> Stretch:
    """A day's life in a hurry: terminals and windows at once, while the service may be killed."""
    chance = random.Random(f"{seed} {next(_run)}")
    with _listened(bench, habits, kills > 0, chance) as scene:
        for play in _terminals(bench, scene):
            scene.stage.enter(play)
        for desk in bench.desks.values():
            scene.stage.enter(players.window(scene, desk))
        killer = Killer(bench.service, kills, chance) if kills else None
        if killer:
            killer.start()
        kinds = ("issue", "repeat", "next", "recall", "finish", "no-show")
        return _measured(bench, bench.service, scene.stage, seconds, bench.seen, ("issue",), kinds, killer)


def bare(bench: Bench, seconds: float, kind: str) -> Stretch:
    """The same players' requests to the endpoints that do nothing."""
    assert bench.bare is not None
    seen, stage = Seen(), Stage(bench.bare.port)
    scene = Scene(stage, seen, random.Random(0), PLAIN)
    if kind == "issue":
        plays = list(_terminals(bench, scene))
    else:
        plays = [players.window(scene, desk) for desk in bench.desks.values()]
    for play in plays:
        stage.enter(play)
    kinds = ("issue",) if kind == "issue" else ("next", "finish")
    try:
        return _measured(bench, bench.bare, stage, seconds, seen, kinds[:1], kinds)
    finally:
        stage.close()


def _terminals(bench: Bench, scene: Scene) -> Iterator[Play]:
    run = next(_run)
    for hall in bench.halls:
        for number, token in enumerate(hall.terminals, 1):
            yield players.terminal(scene, hall, f"{hall.id}-{run}-{number}", token)


@contextmanager
def _listened(bench: Bench, habits: Habits, may_break: bool = False, chance: random.Random | None = None) -> Iterator[Scene]:
    """A scene to which the halls' displays listen; it ends when they have heard all there is to hear."""
    stage = Stage(bench.service.port)
    screens = [_display(bench, stage, hall, token) for hall in bench.halls for token in hall.displays]
    try:
        _until(stage, lambda: all(screen.began >= 0 for screen in screens), "no event stream began")
        yield Scene(stage, bench.seen, chance or random.Random(0), habits, may_break)
        newest = {hall.id: checks.newest_event(bench.engine, hall.id) for hall in bench.halls}
        _until(stage, lambda: all(screen.last >= newest[screen.hall] for screen in screens), "a display did not hear all")
        if not may_break and any(screen.breaks for screen in screens):
            bench.seen.fault("an event stream broke")
    finally:
        stage.close()


def _display(bench: Bench, stage: Stage, hall: BenchHall, token: str) -> Screen:
    ids = array("q")

    def take(event: Event) -> None:
        ids.append(event.id)
        if event.name == "ticket.called":
            told = event.told()
            bench.desks[hall.id, told["window"]].told = told["ticket"]

    screen = Screen(stage, hall.id, token, take)
    bench.seen.screens.append((screen, hall.id, ids))
    screen.go()
    return screen


def _until(stage: Stage, reached: Callable[[], bool], otherwise: str) -> None:
    deadline = perf_counter() + CAUGHT_UP_S
    while not reached():
        stage.turn()
        if perf_counter() > deadline:
            raise TimeoutError(otherwise)


def _measured(
    bench: Bench,
    asked: Process,
    stage: Stage,
    seconds: float,
    seen: Seen,
    units: tuple[str, ...],
    kinds: tuple[str, ...],
    killer: Killer | None = None,
) -> Stretch:
    """Plays; ``units`` are the kinds of request that count as one piece of work, ``kinds`` those whose times are told."""
    before = {kind: len(seen.times.get(kind, ())) for kind in kinds}
    spent = {part: service.cpu_s(pids) for part, pids in bench.parts(asked).items()} | {"load": time.process_time()}
    took_s = stage.run(seconds, (lambda: killer.left == 0) if killer else None)
    if killer and killer.trouble:
        raise killer.trouble
    parts = bench.parts(asked)
    stretch = Stretch(took_s)
    for kind in kinds:
        times = seen.times.get(kind, array("d"))[before[kind] :]
        stretch.times.extend(times)
        stretch.requests += len(times)
        stretch.units += len(times) if kind in units else 0
    now = {part: service.cpu_s(pids) for part, pids in parts.items()} | {"load": time.process_time()}
    stretch.cpu = {} if killer else {part: now[part] - spent[part] for part in now}
    stretch.memory_mb = {part: service.memory_mb(pids) for part, pids in parts.items()}
    return stretch
