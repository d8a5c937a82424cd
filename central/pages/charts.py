"""Charts as lists of shapes, drawn as SVG by ``templates/chart.html``. Pure geometry, in pixels of the drawing.

Nothing rests on colour: a second value is hatched, nine tenths end in a whisker, a bound is a dashed line, numbers stand beside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH = 720.0
LEFT, RIGHT, TOP, BOTTOM = 48.0, 12.0, 30.0, 30.0
PLOT = 190.0
"""Height of the columns' plot."""
NAMES = 210.0
"""Room for the names of rows."""
ROW = 38.0
LABELLED = 31
"""Columns, up to which each has its number."""
NAME_LENGTH = 14.0
"""Characters of a row's name; a Latin one is half as wide as a Chinese one."""


@dataclass(frozen=True)
class Point:
    """``more``: stacked on ``value``; ``upper``: end of a whisker. None: there is nothing to show."""

    name: str
    value: float | None
    more: float = 0.0
    upper: float | None = None

    @property
    def top(self) -> float:
        return max((self.value or 0) + self.more, self.upper or 0)


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True)
class Stroke:
    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True)
class Text:
    x: float
    y: float
    words: str
    look: str


@dataclass(frozen=True)
class Chart:
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    texts: tuple[Text, ...]


def columns(points: Sequence[Point], number: Callable[[float], str], bound: float | None = None) -> Chart:
    """For what follows in time. ``number`` writes a value; ``bound``: a level to hold the columns against."""
    ticks = scale(max([point.top for point in points] + [bound or 0]))
    room = (WIDTH - LEFT - RIGHT) / max(1, len(points))
    wide = min(44.0, room * 0.62)
    y: Callable[[float], float] = lambda value: TOP + PLOT * (1 - value / ticks[-1])
    boxes, strokes, texts = [], [], []
    for tick in ticks:
        strokes.append(Stroke(LEFT, y(tick), WIDTH - RIGHT, y(tick), "grid" if tick else "base"))
        texts.append(Text(LEFT - 8, y(tick) + 5, number(tick), "tick"))
    step = ceil(len(points) / LABELLED * 2.2) if len(points) > 12 else 1
    for place, point in enumerate(points):
        middle = LEFT + room * (place + 0.5)
        if place % step == 0:
            texts.append(Text(middle, TOP + PLOT + 21, point.name, "name-below"))
        if point.value is None:
            continue
        boxes.append(Box(middle - wide / 2, y(point.value), wide, y(0) - y(point.value), "main"))
        if point.more:
            boxes.append(Box(middle - wide / 2, y(point.value + point.more), wide, y(0) - y(point.more), "more"))
        if point.upper is not None:
            strokes.append(Stroke(middle, y(point.value), middle, y(point.upper), "whisker"))
            strokes.append(Stroke(middle - 7, y(point.upper), middle + 7, y(point.upper), "whisker"))
        if len(points) <= LABELLED / 1.5 and point.top:
            texts.append(Text(middle, y(point.top) - 7, number(point.upper or point.value), "value-above"))
    if bound is not None:
        strokes.append(Stroke(LEFT, y(bound), WIDTH - RIGHT, y(bound), "bound"))
    return Chart(TOP + PLOT + BOTTOM, tuple(boxes), tuple(strokes), tuple(texts))


def rows(points: Sequence[Point], number: Callable[[float], str], bound: float | None = None) -> Chart:
    """For what has names."""
    most = max([point.top for point in points] + [bound or 0]) or 1.0
    x: Callable[[float], float] = lambda value: NAMES + (WIDTH - NAMES - 74) * value / most
    height = ROW * len(points) + 8
    boxes, strokes, texts = [], [Stroke(NAMES, 2, NAMES, height - 2, "base")], []
    for place, point in enumerate(points):
        top = ROW * place + 9
        middle = top + 11
        texts.append(Text(NAMES - 10, middle + 5, shortened(point.name), "name-before"))
        if point.value is None:
            texts.append(Text(NAMES + 8, middle + 5, "–", "value-after"))
            continue
        boxes.append(Box(NAMES, top, x(point.value) - NAMES, 22, "main"))
        if point.more:
            boxes.append(Box(x(point.value), top, x(point.more) - NAMES, 22, "more"))
        if point.upper is not None:
            strokes.append(Stroke(x(point.value), middle, x(point.upper), middle, "whisker"))
            strokes.append(Stroke(x(point.upper), middle - 7, x(point.upper), middle + 7, "whisker"))
        texts.append(Text(x(point.top) + 8, middle + 5, _beside(point, number), "value-after"))
    if bound is not None:
        strokes.append(Stroke(x(bound), 2, x(bound), height - 2, "bound"))
    return Chart(height, tuple(boxes), tuple(strokes), tuple(texts))


def _beside(point: Point, number: Callable[[float], str]) -> str:
    value = number(point.value or 0)
    if point.upper is not None:
        return f"{value} · {number(point.upper)}"
    return f"{value} + {number(point.more)}" if point.more else value


def scale(most: float) -> list[float]:
    """Round levels from 0 to what holds ``most``; three to five steps of 1, 2 or 5 times a power of ten, never under 1."""
    rough = max(most, 1.0) / 4
    power = 10.0 ** floor(log10(rough))
    step = max(1.0, next(power * each for each in (1, 2, 5, 10) if power * each >= rough))
    return [step * number for number in range(ceil(max(most, 1.0) / step) + 1)]


def shortened(name: str) -> str:
    width, kept = 0.0, ""
    for letter in name:
        width += 0.55 if ord(letter) < 0x2E80 else 1.0
        if width > NAME_LENGTH:
            return kept.rstrip() + "…"
        kept += letter
    return kept
