"""How high above the floor a control may stand, for whoever stands before the glass and whoever sits. Pure; millimetres.

Row 36 of accessibility.md: 380 to 1220 mm (EN 301 549 8.3.3, ADA 308.2). A wheelchair before a terminal reaches over its own foot
plates: over an obstruction of 510 to 635 mm the limit is 1120 mm (ADA 308.2.2), and that is the line of low mode.
"""

from __future__ import annotations

from dataclasses import dataclass

LOWEST_MM, HIGHEST_MM, SEATED_MM = 380.0, 1220.0, 1120.0
HAND_MM = 700.0  # a standing person is not made to stoop below the top of a low counter (row 39), where there is the choice


@dataclass(frozen=True)
class Reach:
    """Heights above the floor that a hall keeps its controls between; ``seated_mm``: the highest in low mode."""

    lowest_mm: float = LOWEST_MM
    highest_mm: float = HIGHEST_MM
    seated_mm: float = SEATED_MM

    def line_mm(self, low: bool) -> float:
        """The reach line: no control stands above it."""
        return self.seated_mm if low else self.highest_mm
