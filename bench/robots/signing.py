"""A name written with a finger that moves as a trace has it. Pure."""

from __future__ import annotations

from bench.robots.traces import EVERY_S, Moment, Trace

STROKE_S = 0.8  # a slow hand; what comes at once is one point to a window
NAME = ((300, 200), (300, 800)), ((150, 500), (450, 500)), ((600, 500), (900, 500))
"""十一: where each stroke begins and ends, in thousandths of the frame."""

Place = tuple[int, int]


def written(trace: Trace, stroke: tuple[Place, Place], width_mm: float, height_mm: float) -> list[Moment]:
    """From the middle of a frame of this size. The hand trembles as it does over a button, all the while."""
    steps = round(STROKE_S / EVERY_S)
    places = [_place(trace, stroke, step / steps, width_mm, height_mm) for step in range(steps + 1)]
    middle = [Moment(at, "move", x, y) for at, x, y in places[1:-1]]
    return [Moment(places[0][0], "down", *places[0][1:]), *middle, Moment(places[-1][0], "up", *places[-1][1:])]


def _place(trace: Trace, stroke: tuple[Place, Place], part: float, width: float, height: float) -> tuple[float, float, float]:
    (x0, y0), (x1, y1) = stroke
    at_s = part * STROKE_S
    across, along = trace.tremor(at_s)
    x = ((x0 + part * (x1 - x0)) / 1000 - 0.5) * width + across
    return at_s, x, ((y0 + part * (y1 - y0)) / 1000 - 0.5) * height + along
