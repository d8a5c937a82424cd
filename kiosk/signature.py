"""A signature on the glass: strokes of a finger, and the picture that goes into the folder."""

from __future__ import annotations

import base64
import io
from math import hypot

from PIL import Image, ImageDraw

from kiosk.views import Stroke

SHAPE = (2, 1)
"""Width to height of what one signs in: two or three characters beside each other."""
WIDTH, HEIGHT = 640, 320  # points of the picture: 80 x 40 mm on paper of 203 dpi
THICK = 7
LEAST = 0.25
"""Of the height: a tip of the finger is no signature, and a cross (押) is one."""
MOST = 200  # strokes; no name has as many, and a hand that rests on the glass makes no end of them


def is_enough(strokes: tuple[Stroke, ...]) -> bool:
    """Whether somebody signed, and did not only touch it."""
    return sum(_length(stroke) for stroke in strokes) >= LEAST * HEIGHT


def picture(strokes: tuple[Stroke, ...], width: int = WIDTH) -> Image.Image:
    """Ink as 255 on nothing, ``width`` wide."""
    height = width * SHAPE[1] // SHAPE[0]
    sheet = Image.new("L", (width, height))
    draw = ImageDraw.Draw(sheet)
    pen = max(1, round(THICK * width / WIDTH))
    for stroke in strokes:
        points = [(x * width / 1000, y * height / 1000) for x, y in stroke]
        draw.line(points, fill=255, width=pen, joint="curve")
        for x, y in points:
            draw.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill=255)
    return sheet


def as_png(strokes: tuple[Stroke, ...]) -> str:
    """Black on white, in Base64, as the service takes it: two colours, so never more than 30,000 signs."""
    written = picture(strokes).point([0 if value >= 128 else 255 for value in range(256)], "1")
    kept = io.BytesIO()
    written.save(kept, "PNG", optimize=True)
    return base64.b64encode(kept.getvalue()).decode("ascii")


def _length(stroke: Stroke) -> float:
    points = [(x * WIDTH / 1000, y * HEIGHT / 1000) for x, y in stroke]
    return sum(hypot(after[0] - before[0], after[1] - before[1]) for before, after in zip(points, points[1:]))
