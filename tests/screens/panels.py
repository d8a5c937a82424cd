"""Panels that a terminal may have, 10 to 43 inches, lying and upright, and how high they may hang.

None between 11 and 15 inches: text must be 12 mm there (row 1), and has no room; the start-up check says so.
"""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from kiosk.panel import INCH_MM, Panel

SHAPES = (
    (10.1, 1280, 800),
    (15.6, 1920, 1080),
    (18.5, 1920, 1080),
    (21.5, 1920, 1080),
    (27.0, 1920, 1080),
    (32.0, 1920, 1080),
    (43.0, 3840, 2160),
)
LOWER_EDGES_MM = (400.0, 700.0, 850.0, 1000.0)  # from a sign to the floor, to a shelf on a wall


def of_inches(inches: float, width_px: int, height_px: int) -> Panel:
    return Panel(width_px, height_px, round(inches * INCH_MM / hypot(width_px, height_px), 4), fullscreen=False)


def _named() -> dict[str, Panel]:
    found = {}
    for inches, long, short in SHAPES:
        found[f"{inches:g}-wide"] = of_inches(inches, long, short)
        found[f"{inches:g}-high"] = of_inches(inches, short, long)
    return found


TERMINALS: dict[str, Panel] = _named()


def hung(panel: Panel, bottom_mm: float | None) -> Panel:
    """The same with its lower edge at a height above the floor."""
    return replace(panel, bottom_mm=bottom_mm)
