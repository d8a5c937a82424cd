"""Where on the glass views are laid, and above which line nothing stands that is touched.

A view fills a panel of up to 32 inches. On a larger one it is a column that the eye and the arm go through at ease, in the
middle, its keys where hands are. The reach line is that of ``kiosk.reach``; words may stand above it, as high as a seated person
reads them (``kiosk.sight``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kiosk.panel import Panel
from kiosk.reach import HAND_MM
from kiosk.sight import seated_heights
from kiosk.visit import SIZES
from screens.geometry import Box

LONG_MM, SHORT_MM = 710.0, 400.0  # a 32-inch panel; at larger text the column grows with it
CONTROLS = 218.0  # units that controls need below the reach line, at the largest text; a unit is a 12th of the body's height
TALL = 250.0  # the same for what would lie over each other there: some views in Tibetan, in the largest text
LOW_SHARE = 0.56  # of the glass's height to the lower part that low mode uses, where the mount was not measured


@dataclass(frozen=True)
class Area:
    """``box``: on the glass. ``line``: the y within the box above which nothing stands that is touched. ``held``: whether that is
    the reach line; else the panel hangs too high (or too low) for it."""

    box: Box
    line: int
    held: bool


def controls_mm(panel: Panel, body_mm: float) -> float:
    """The height that controls need."""
    return min(CONTROLS * body_mm / 12.0, panel.mm(panel.height_px))


def lowest_mm(panel: Panel, low: bool, body_mm: float) -> float:
    """The height above the floor below which nothing is reached or, by who sits, read."""
    return max(panel.reach.lowest_mm, _read(panel, body_mm)[0]) if low else panel.reach.lowest_mm


@lru_cache(maxsize=64)
def area_of(panel: Panel, step: int, low: bool, body_mm: float, last: bool = False) -> Area:
    """``last``: for a view that has no room below the line; the fixed keys stay where they are for the other views."""
    needed = min(panel.px(controls_mm(panel, body_mm)), panel.height_px)
    wide = panel.width_px > panel.height_px
    across, down = (panel.px(mm * SIZES[step]) for mm in ((LONG_MM, SHORT_MM) if wide else (SHORT_MM, LONG_MM)))
    head, foot, held = 0, panel.height_px, True
    if panel.bottom_mm is not None:
        least = int(_y(panel, lowest_mm(panel, low, body_mm)))
        ease = least if low else max(int(_y(panel, HAND_MM)), down)  # a standing person need not stoop for a column's keys
        foot = max(min(panel.height_px, least, ease), needed)
        head = min(max(0, int(_y(panel, _read(panel, body_mm)[1]))), foot - needed) if low else 0
        held = foot <= least
    w, h = min(panel.width_px, across), min(foot - head, down)
    box = Box((panel.width_px - w) // 2, foot - h, w, h)
    line, most = _line(panel, low, needed), foot - (panel.px(TALL * body_mm / 12.0) if last else needed)
    return Area(box, max(0, min(line, most) - box.y), held and line <= most)


def _read(panel: Panel, body_mm: float) -> tuple[float, float]:
    """The lowest and the highest place that is read by who sits."""
    found = seated_heights(body_mm, panel.reading_mm)
    assert found is not None, "the body's height is chosen for the distance"
    return found


def _line(panel: Panel, low: bool, needed: int) -> int:
    """The y on the glass of the reach line."""
    if panel.bottom_mm is not None:
        return max(0, -int(-_y(panel, panel.reach.line_mm(low)) // 1))
    return panel.height_px - max(needed, round(panel.height_px * LOW_SHARE)) if low else 0


def _y(panel: Panel, height_mm: float) -> float:
    """Pixels from the top of the glass down to a height above the floor."""
    assert panel.bottom_mm is not None
    return panel.height_px - (height_mm - panel.bottom_mm) / panel.pitch_mm
