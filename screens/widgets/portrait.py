"""A picture of one of the staff, 3:4."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from screens.desk import Desk
from screens.geometry import Box, centred
from screens.paging import Part
from screens.sheet import Element, Face, Photo, Role, Shape

HIGH = 60.0  # units
ASPECT = 3 / 4
ID = "picture"


def draw_portrait(desk: Desk, jpeg: bytes, width: int) -> Part:
    """In the middle of ``width``."""
    high = min(desk.scale.px(HIGH), round(width / ASPECT))
    return Part(high, (portrait(desk, jpeg, centred(round(high * ASPECT), high, Box(0, 0, width, high))),))


def portrait(desk: Desk, jpeg: bytes, box: Box) -> Element:
    paint, thick = desk.theme.card, desk.scale.px(0.5)
    frame = Shape(box, paint.fill, paint.edge, thick)
    return Element(ID, Role.IMAGE, box, Face(shapes=(frame,), photos=(Photo(jpeg, box.inset(thick)),)), paint)


def within(box: Box) -> Box:
    """The largest of its form in the middle of ``box``."""
    high = min(box.h, round(box.w / ASPECT))
    return centred(round(high * ASPECT), high, box)


@lru_cache(maxsize=64)
def readable(jpeg: bytes) -> bool:
    """Whether there is a picture; none is b""."""
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as image:
            image.load()
        return True
    except (UnidentifiedImageError, OSError, ValueError):
        return False
