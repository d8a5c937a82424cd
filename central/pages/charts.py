"""Charts as lists of shapes, drawn as SVG by ``templates/chart.html``. Pure geometry, in pixels of the drawing.

Nothing rests on colour: a second value is hatched, nine tenths end in a whisker, a bound is a dashed line, numbers stand beside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDE, HALF = 1200.0, 580.0
"""Widths of a drawing that has the page for itself, and of one of two."""
LEFT, RIGHT, TOP, BOTTOM = 48.0, 12.0, 30.0, 30.0
PLOT = 190.0
"""Height of the columns' plot."""
NAMES, NUMBERS = 190.0, 96.0
"""Room for the names of rows, and for the numbers behind them."""
ROW = 36.0
LETTER = 15.0
"""Width of a Chinese character; a Latin one has LATIN of it."""
LATIN = 0.62


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
    width: float
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    texts: tuple[Text, ...]


def columns(points: Sequence[Point], number: Callable[[float], str], width: float, bound: float | None = None) -> Chart:
    """For what follows in time. ``number`` writes a value; ``bound``: a level to hold the columns against."""
    ticks = scale(max([point.top for point in points] + [bound or 0]))
    room = (width - LEFT - RIGHT) / max(1, len(points))
    wide = min(44.0, room * 0.62)
    y: Callable[[float], float] = lambda value: TOP + PLOT * (1 - value / ticks[-1])
    boxes, strokes, texts = [], [], []
    for tick in ticks:
        strokes.append(Stroke(LEFT, y(tick), width - RIGHT, y(tick), "grid" if tick else "base"))
        texts.append(Text(LEFT - 8, y(tick) + 5, f"{tick:g}", "tick"))
    every = ceil(max((_width(point.name) + 12 for point in points), default=0) / room)
    numbered = all(_width(_beside(point, number)) <= room for point in points)
    for place, point in enumerate(points):
        middle = LEFT + room * (place + 0.5)
        if place % every == 0:
            texts.append(Text(middle, TOP + PLOT + 21, point.name, "name-below"))
        if point.value is None:
            continue
        boxes.append(Box(middle - wide / 2, y(point.value), wide, y(0) - y(point.value), "main"))
        if point.more:
            boxes.append(Box(middle - wide / 2, y(point.value + point.more), wide, y(0) - y(point.more), "more"))
        if point.upper is not None:
            strokes.append(Stroke(middle, y(point.value), middle, y(point.upper), "whisker"))
            strokes.append(Stroke(middle - 7, y(point.upper), middle + 7, y(point.upper), "whisker"))
        if point.top and numbered:
            texts.append(Text(middle, y(point.top) - 7, _beside(point, number), "value-above"))
    if bound is not None:
        strokes.append(Stroke(LEFT, y(bound), width - RIGHT, y(bound), "bound"))
    return Chart(width, TOP + PLOT + BOTTOM, tuple(boxes), tuple(strokes), tuple(texts))


def rows(points: Sequence[Point], number: Callable[[float], str], width: float, bound: float | None = None) -> Chart:
    """For what has names."""
    most = max([point.top for point in points] + [bound or 0]) or 1.0
    x: Callable[[float], float] = lambda value: NAMES + (width - NAMES - NUMBERS) * value / most
    height = ROW * len(points) + 8
    boxes, strokes, texts = [], [Stroke(NAMES, 2, NAMES, height - 2, "base")], []
    for place, point in enumerate(points):
        top = ROW * place + 9
        middle = top + 10
        texts.append(Text(NAMES - 10, middle + 5, shortened(point.name), "name-before"))
        if point.value is None:
            texts.append(Text(NAMES + 8, middle + 5, "–", "value-after"))
            continue
        boxes.append(Box(NAMES, top, x(point.value) - NAMES, 20, "main"))
        if point.more:
            boxes.append(Box(x(point.value), top, x(point.more) - NAMES, 20, "more"))
        if point.upper is not None:
            strokes.append(Stroke(x(point.value), middle, x(point.upper), middle, "whisker"))
            strokes.append(Stroke(x(point.upper), middle - 7, x(point.upper), middle + 7, "whisker"))
        texts.append(Text(x(point.top) + 8, middle + 5, _beside(point, number), "value-after"))
    if bound is not None:
        strokes.append(Stroke(x(bound), 2, x(bound), height - 2, "bound"))
    return Chart(width, height, tuple(boxes), tuple(strokes), tuple(texts))


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
    """A row's name, cut to its room."""
    if _width(name) <= NAMES - 10:
        return name
    kept = name
    while _width(kept) > NAMES - 10 - LETTER:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _width(words: str) -> float:
    """About; fonts differ."""
    return sum(LETTER * (LATIN if ord(letter) < 0x2E80 else 1.0) for letter in words)
