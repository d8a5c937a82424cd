"""Boxes on the glass, in whole pixels from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def moved(self, dx: int, dy: int) -> Box:
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def mirrored(self, width: int) -> Box:
        """On a glass of this ``width``, with right and left exchanged."""
        return Box(width - self.right, self.y, self.w, self.h)

    def inset(self, by: int) -> Box:
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Box) -> bool:
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def gap(self, other: Box) -> int:
        """Pixels between two boxes that do not overlap, along the axis where they are apart most; negative if they do."""
        across = max(other.x - self.right, self.x - other.right)
        down = max(other.y - self.bottom, self.y - other.bottom)
        return max(across, down)


@dataclass(frozen=True)
class Room(Box):
    """Where a view's own parts are laid. ``line``: pixels from its top above which nothing stands that is touched."""

    line: int = 0


def around(boxes: tuple[Box, ...]) -> Box:
    """The smallest box that holds all of them."""
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


def centred(w: int, h: int, within: Box) -> Box:
    return Box(within.x + (within.w - w) // 2, within.y + (within.h - h) // 2, w, h)
