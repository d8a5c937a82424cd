"""Parts of a screen, laid from top to bottom and, where they do not fit, on further pages. Nothing is ever clipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.sheet import Element, Shape


@dataclass(frozen=True)
class Part:
    """What stays together. ``elements`` lie about (0, 0); ``gap``: clear pixels above, but not at the top of a page.

    ``under``: grounds drawn behind them.
    """

    height: int
    elements: tuple[Element, ...]
    gap: int = 0
    under: tuple[Shape, ...] = ()


Page = list[Part]


def height(parts: Sequence[Part]) -> int:
    return sum(part.height + (part.gap if i else 0) for i, part in enumerate(parts))


def pages(parts: Sequence[Part], room: int, pinned: Sequence[Part] = ()) -> list[Page]:
    """``parts`` in order on as few pages of ``room`` pixels as they need; at least one page. ``pinned`` end every page, unless
    they would take more than half of it or leave a part no room: then they follow the parts."""
    if pinned:
        free = room - height(pinned) - pinned[0].gap
        crowded = free < room // 2 and height([*parts, *pinned]) > room
        if crowded or any(part.height > free for part in parts):
            return pages([*parts, *pinned], room)
        return [[*page, *pinned] for page in pages(parts, free)]
    filled: list[Page] = [[]]
    for part in parts:
        if filled[-1] and height([*filled[-1], part]) > room:
            filled.append([])
        filled[-1].append(part)
    return filled


def place(page: Sequence[Part], x: int, y: int) -> tuple[list[Element], list[Shape]]:
    """Elements and grounds in their places."""
    elements: list[Element] = []
    under: list[Shape] = []
    for i, part in enumerate(page):
        y += part.gap if i else 0
        elements += [element.moved(x, y) for element in part.elements]
        under += [shape.moved(x, y) for shape in part.under]
        y += part.height
    return elements, under
