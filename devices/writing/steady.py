"""A trembling hand's strokes, made steady; and all writing brought to one size, for the model knows no other.

Pure. Measured (``python -m bench.writing``, docs/writing.md): a small character is then read as well as a large one, and a tremor
of 2.5 % of the square to each side costs nothing; one of 4 % still costs the first place of one character in five.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from devices.types import Stroke

SIZE = 1000  # of the square that the model is given
FILLED = 0.8  # of it by the character
STEP = 15.0  # between two points, of SIZE
SWAPPED = 15  # exchanges that are tried at most, each for some hundredths of a second
REACH = 5  # points to each side that a point is the mean of: a tremor within 150 of SIZE is gone

Line = list[tuple[float, float]]


def steadied(strokes: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The same character within SIZE. Strokes without a point are dropped."""
    drawn: list[Line] = [[(float(x), float(y)) for x, y in stroke] for stroke in strokes if stroke]
    if not drawn:
        return ()
    even = [_smooth(_even(line)) for line in _sized(drawn, 1.0)]
    return tuple(tuple((round(x), round(y)) for x, y in line) for line in _sized(even, FILLED))


def orders(strokes: tuple[Stroke, ...]) -> Iterator[tuple[Stroke, ...]]:
    """The strokes as they were written, then with each two neighbours exchanged: many people, and the model in places, have an
    order of their own."""
    yield strokes
    for place in range(min(len(strokes) - 1, SWAPPED)):
        yield (*strokes[:place], strokes[place + 1], strokes[place], *strokes[place + 2 :])


def _sized(lines: list[Line], share: float) -> list[Line]:
    """In the middle, its longer side this share of SIZE."""
    xs, ys = [x for line in lines for x, _ in line], [y for line in lines for _, y in line]
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    times = SIZE * share / max(wide, high, 1.0)
    right, down = (SIZE - wide * times) / 2, (SIZE - high * times) / 2
    return [[((x - left) * times + right, (y - top) * times + down) for x, y in line] for line in lines]


def _even(line: Line) -> Line:
    """Points a STEP apart, and the last one."""
    found, since = [line[0]], 0.0
    for (x, y), (x1, y1) in zip(line, line[1:]):
        left = math.hypot(x1 - x, y1 - y)
        while left > 0 and since + left >= STEP:
            part = (STEP - since) / left
            x, y = x + (x1 - x) * part, y + (y1 - y) * part
            found.append((x, y))
            left, since = math.hypot(x1 - x, y1 - y), 0.0
        since += left
    return [*found, line[-1]]


def _smooth(line: Line) -> Line:
    """Each point the mean of its neighbours, as many on either side, so that the ends stay."""
    found = []
    for place in range(len(line)):
        reach = min(REACH, place, len(line) - 1 - place)
        near = line[place - reach : place + reach + 1]
        found.append((sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)))
    return found
