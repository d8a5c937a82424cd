"""The band that makes a half-printed ticket worthless: 作废 ("void") between hatched stripes, readable without any font."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw

_WORDS = """
....................................###.........
......###...###.....................###.........
......###...##.............###################..
.....###...###.............###################..
.....###...###########.....###################..
....###...############.....###..###..###.##.....
...####...############.....###..###.###..###....
..#####..###.###...........###.####.###...##....
..#####.###..###...........###.###############..
..#####.###..#########.....###.###############..
..#####......#########.....###.....###..........
....###......###...........###.....###..........
....###......###...........###....##########....
....###......###...........###...############...
....###......#########.....###..#####...####....
....###......#########.....###.#######.####.....
....###......###...........#######..######......
....###......###..........#######...######......
....###......###..........###..###############..
....###......###..........###...######..######..
....###......###...........#.....##........##...
""".split()
_DOTS = 4  # a square of the words, in printer dots: the signs are 11 mm high
_STRIPE = 24  # dots; 3 mm
_MARGIN = 2 * _DOTS


@cache
def void_mark(width: int) -> Image.Image:
    """Mode "1", ``width`` dots wide, black on white."""
    words = _words()
    height = words.height + 2 * (_MARGIN + _STRIPE)
    band = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(band)
    for left in range(-height, width, 2 * _STRIPE):
        draw.polygon(((left, height), (left + height, 0), (left + height + _STRIPE, 0), (left + _STRIPE, height)), fill=0)
    box = (words.width + 4 * _MARGIN, words.height + 2 * _MARGIN)
    band.paste(1, ((width - box[0]) // 2, _STRIPE, (width + box[0]) // 2, _STRIPE + box[1]))
    band.paste(words, ((width - words.width) // 2, _STRIPE + _MARGIN))
    return band


def _words() -> Image.Image:
    small = Image.new("1", (len(_WORDS[0]), len(_WORDS)))
    small.putdata([0 if dot == "#" else 255 for row in _WORDS for dot in row])
    return small.resize((small.width * _DOTS, small.height * _DOTS), Image.Resampling.NEAREST)
