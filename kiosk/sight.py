"""What can be read from where: the angle under which writing is seen. Pure; lengths are millimetres.

EN 301 549 measures writing by the angle that its height fills: 0.7 degrees is what those who see poorly must be given
(accessibility.md, conversions and rows 1, 37 and 53).
"""

from __future__ import annotations

from math import pi, sqrt

ANGLE = 0.7  # degrees
SEATED_EYE_MM = 1015.0  # height of a seated person's eyes above the floor (ADA 707.7.1, EN 301 549 8.3.4; row 37)


def least_mm(distance_mm: float, angle: float = ANGLE) -> float:
    """The least height of writing that is read from a distance: 61 mm at 5 m, 122 mm at 10 m."""
    return pi * distance_mm * angle / 180


def farthest_mm(ink_mm: float, angle: float = ANGLE) -> float:
    """The distance from which writing of this height is still read."""
    return 180 * ink_mm / (pi * angle)


def seated_heights(ink_mm: float, before_mm: float) -> tuple[float, float] | None:
    """The lowest and the highest place on an upright glass where writing is read from the seated sight line, by eyes
    ``before_mm`` in front of the glass; None: nowhere.

    Off the line it is farther away, and it is seen aslant, so that its height shrinks by the same angle: ``h`` above or below,
    it looks as it would at ``(before_mm ** 2 + h ** 2) / before_mm`` straight ahead.
    """
    beyond = (farthest_mm(ink_mm) - before_mm) * before_mm
    if beyond < 0:
        return None
    return SEATED_EYE_MM - sqrt(beyond), SEATED_EYE_MM + sqrt(beyond)
