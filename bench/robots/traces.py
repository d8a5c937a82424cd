"""One gesture of a hand as a list of moments, drawn from the figures of ``traces.toml``. Pure."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from math import pi, sin
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("traces.toml")
EVERY_S = 0.01  # touch controllers report 60 to 200 times a second

What = Literal["down", "move", "up"]


@dataclass(frozen=True)
class Moment:
    """``at_s`` from the first touch; millimetres from the middle of what was aimed at, right and down."""

    at_s: float
    what: What
    x_mm: float
    y_mm: float


@dataclass(frozen=True)
class Trace:
    """The keys of ``traces.toml``; see there."""

    name: str
    acts: bool
    rest_s: float
    hz: float = 0.0
    amplitude_mm: float = 0.0
    land_mm: tuple[float, float] = (0.0, 0.0)
    drift_mm: tuple[float, float] = (0.0, 0.0)
    strikes: int = 1
    apart_s: float = 0.0
    edge: bool = False

    def moments(self) -> list[Moment]:
        return [moment for strike in range(self.strikes) for moment in self._strike(strike * (self.rest_s + self.apart_s))]

    def _strike(self, begins_s: float) -> list[Moment]:
        steps = max(1, round(self.rest_s / EVERY_S))
        places = [self._place(begins_s + step * self.rest_s / steps, step / steps) for step in range(steps + 1)]
        middle: list[Moment] = [Moment(at, "move", x, y) for at, x, y in places[1:-1]]
        return [Moment(places[0][0], "down", *places[0][1:]), *middle, Moment(places[-1][0], "up", *places[-1][1:])]

    def tremor(self, at_s: float) -> tuple[float, float]:
        """Millimetres right and down. It is strongest along one line; across it there is a third of it, out of step."""
        turn = 2 * pi * self.hz * at_s
        return self.amplitude_mm / 3 * sin(turn + 1.1), self.amplitude_mm * sin(turn)

    def _place(self, at_s: float, part: float) -> tuple[float, float, float]:
        across, along = self.tremor(at_s)
        return at_s, self.land_mm[0] + across + part * self.drift_mm[0], self.land_mm[1] + along + part * self.drift_mm[1]


def traces() -> dict[str, Trace]:
    known = {field.name for field in fields(Trace)}
    found = {}
    for table in tomllib.loads(FILE.read_text("utf-8"))["trace"]:
        assert table.keys() <= known, f"unknown: {table.keys() - known}"
        pairs = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
        found[table["name"]] = Trace(**pairs)
    return found
