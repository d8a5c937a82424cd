"""Characters as hands write them: the middle lines of printed strokes, made larger, smaller, shaky, or written in another order.

The lines are those of hanzi-writer-data (Arphic Public License), which the bench fetches and nothing else uses.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

Line = list[tuple[float, float]]
Hand = Callable[[list[Line], Random], list[Line]]
Strokes = tuple[tuple[tuple[int, int], ...], ...]

FOLDER = Path(__file__).parent / "node_modules" / "hanzi-writer-data"
TOP, SIZE = 900, 1024  # of the data's own grid, which counts from the foot
STEP = 12.0  # between two points of a finger, in that grid


@cache
def printed(char: str) -> list[Line] | None:
    """The strokes of a character in their order; None if the data have none."""
    path = FOLDER / f"{char}.json"
    if not path.exists():
        return None
    medians = json.loads(path.read_text("utf-8"))["medians"]
    return [[(float(x), float(TOP - y)) for x, y in line] for line in medians]


def common() -> list[str]:
    """The 3755 characters of GB 2312's first level, by their order there: by sound, so every n-th is a fair sample."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return [char for code in codes if (char := code.decode("gb2312", "ignore"))]


def strokes(char: str, hand: Hand, seed: int) -> Strokes | None:
    """As a writing square would tell them, in thousandths; one hand writes one character the same way each time."""
    lines = printed(char)
    if lines is None:
        return None
    written = hand(lines, Random(f"{char}{seed}"))
    return tuple(tuple((round(x * 1000 / SIZE), round(y * 1000 / SIZE)) for x, y in line) for line in written)


def steady(lines: list[Line], _dice: Random) -> list[Line]:
    return [list(_points(line)) for line in lines]


def small(lines: list[Line], _dice: Random) -> list[Line]:
    """Two fifths of the size, in a corner."""
    return [[(x * 0.4 + 40, y * 0.4 + 40) for x, y in _points(line)] for line in lines]


def noisy(lines: list[Line], dice: Random) -> list[Line]:
    """Each point up to some 4 % of the square off: a worn or wet panel."""
    return [[(x + dice.gauss(0, 20), y + dice.gauss(0, 20)) for x, y in _points(line)] for line in lines]


def trembling(lines: list[Line], dice: Random) -> list[Line]:
    """A tremor of 2.5 % of the square to each side, some ten waves in a stroke as long as the square."""
    return [_shaken(line, 25, dice) for line in lines]


def shaking(lines: list[Line], dice: Random) -> list[Line]:
    """The same with 4 %."""
    return [_shaken(line, 40, dice) for line in lines]


def own_order(lines: list[Line], dice: Random) -> list[Line]:
    """Two neighbouring strokes exchanged, as many people write."""
    written = steady(lines, dice)
    if len(written) > 1:
        place = dice.randrange(len(written) - 1)
        written[place], written[place + 1] = written[place + 1], written[place]
    return written


HANDS: dict[str, Hand] = {
    "steady": steady,
    "small": small,
    "noisy": noisy,
    "trembling": trembling,
    "shaking": shaking,
    "own order": own_order,
}


def _shaken(line: Line, by: float, dice: Random) -> Line:
    across, down = dice.uniform(0, math.tau), dice.uniform(0, math.tau)
    waves = [(math.sin(across + i * 0.75), math.sin(down + i * 0.65)) for i in range(int(SIZE * 4 / STEP))]
    return [(x + by * dx, y + by * dy) for (x, y), (dx, dy) in zip(_points(line), waves)]


def _points(line: Line) -> Iterator[tuple[float, float]]:
    """As close as a panel tells them."""
    for (x, y), (x1, y1) in zip(line, line[1:]):
        parts = max(1, int(math.hypot(x1 - x, y1 - y) // STEP))
        for i in range(parts):
            yield x + (x1 - x) * i / parts, y + (y1 - y) * i / parts
    yield line[-1]
