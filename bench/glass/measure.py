"""One program's turn: its start, its memory, its rest, and touches on it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.central.service import cpu_s, memory_mb
from bench.glass.eye import Box, Eye
from bench.glass.programs import Program
from script.pointer import Pointer

QUIET_S = 1.5  # a picture that stood for so long is the first view
CALM = 0.05  # of a core: what a program that has finished starting may still take
CALM_WITHIN_S = 60.0
CALM_FOR_S = 6.0  # longer than a terminal waits before it gets ready what can wait
RESTS_S = 0.08  # how long a finger stays on the glass
AGAIN_S = 0.6  # between letting go and touching again: less is a double strike (accessibility.md row 16)


@dataclass(frozen=True)
class Places:
    """What is touched, and where one sees that it was understood. ``line`` leads to the next view, ``back`` to the first;
    ``other`` has words on both."""

    line: Box
    back: Box
    other: Box


@dataclass
class Turn:
    """Seconds, megabytes, parts of a core, milliseconds."""

    usable_s: float = 0.0
    memory_mb: float = 0.0
    idle: float = 0.0
    pressed_ms: list[float] = field(default_factory=list)
    next_ms: list[float] = field(default_factory=list)


@dataclass
class Desk:
    """``chance``: so that touches do not fall into step with frames."""

    eye: Eye
    pointer: Pointer
    chance: random.Random

    def turn(self, program: Program, places: Places, *, touches: int, idle_s: float) -> Turn:
        """Start ``program``, measure it, and end it."""
        found = Turn()
        try:
            found.usable_s = self.started(program)
            calm(program)
            found.idle = _share(program, idle_s)
            found.memory_mb = memory_mb(program.pids())
            for _ in range(touches):
                self._there_and_back(program, places, found)
        finally:
            program.stop()
        return found

    def started(self, program: Program) -> float:
        """Seconds from the start of the process to the first view that can be used, whole on the glass."""
        self.pointer.move(self.eye.width - 1, self.eye.height - 1)
        time.sleep(0.5)
        nothing = self.eye.whole()
        begun = time.monotonic()
        program.start()
        _, first = self.eye.settled(lambda: self.eye.whole() != nothing and program.shown(), QUIET_S)
        return first - begun

    def _there_and_back(self, program: Program, places: Places, found: Turn) -> None:
        for target in (places.line, places.back):
            _until(program.takes_touch)
            time.sleep(AGAIN_S + self.chance.uniform(0.0, 0.05))
            before, elsewhere = self.eye.part(target), self.eye.part(places.other)
            self.pointer.move(target[0] + target[2] / 2, target[1] + target[3] / 2)
            touched = self.pointer.down()
            found.pressed_ms.append(1000 * (self.eye.wait_for_change(target, before) - touched))
            time.sleep(RESTS_S)
            let_go = self.pointer.up()
            found.next_ms.append(1000 * (self.eye.wait_for_change(places.other, elsewhere) - let_go))


def calm(program: Program, within_s: float = CALM_WITHIN_S) -> None:
    """Until it has done what it does after its start: for some seconds on end it does next to nothing."""
    end = time.monotonic() + within_s
    quiet = 0.0
    while quiet < CALM_FOR_S and time.monotonic() < end:
        quiet = quiet + 1.0 if _share(program, 1.0) < CALM else 0.0


def _share(program: Program, seconds: float) -> float:
    """Processor time in this while, as a part of one core."""
    begun, before = time.monotonic(), cpu_s(program.pids())
    time.sleep(seconds)
    return (cpu_s(program.pids()) - before) / (time.monotonic() - begun)


def _until(holds: Callable[[], bool], within_s: float = 5.0) -> None:
    end = time.monotonic() + within_s
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
