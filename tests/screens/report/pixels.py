"""Contrast as the glass really shows it: each sheet is painted, and the colours of its words and grounds are counted."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from screens.theme import ratio
from tests.screens.report.cases import Seen
from tests.screens.report.rules import Found, Rule
from tests.screens.report.seeing import LOW

INK = 0.005  # of an area: what fewer dots have is an edge between two colours
CONTRAST = Rule("7", "文字的对比度（从像素数出）", "contrast of words, counted in the pixels", 10.0, ":1", least=True)
LEAST = Rule("8", "低对比度配色的下限（像素）", "the low-contrast choice in the pixels, least", 4.5, ":1", least=True)


def rule(seen: Seen) -> Rule:
    return LEAST if seen.setting.theme == LOW else CONTRAST


def contrasts(seen: Seen, picture: Image.Image) -> Iterator[Found]:
    """Of every block of words: the most frequent colour of its box is the ground, the one farthest from it the ink."""
    for element in seen.sheet.elements:
        for run in element.face.runs:
            box = run.box
            counted = picture.crop((box.x, box.y, box.right, box.bottom)).getcolors(box.w * box.h) or []
            found = _contrast(counted, box.w * box.h)
            if found:
                yield found, seen.where(element.id)


def _contrast(counted: list[tuple[int, tuple[int, int, int]]], dots: int) -> float:
    if not counted:
        return 0.0
    ground = max(counted)[1]
    return max(ratio(ground, colour) for count, colour in counted if count >= max(2, INK * dots / 10))
