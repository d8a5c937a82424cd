"""The piece of glass in front of the resident. Sizes in the house are millimetres; here they become pixels."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.reach import Reach

LARGE_MM = 280.0  # diagonal; accessibility.md row 1: the least text is 12 mm above it, 7.25 mm below
INCH_MM = 25.4


@dataclass(frozen=True)
class Panel:
    """``pitch_mm``: millimetres per pixel (0.248 on a 21.5-inch 1080x1920 panel, accessibility.md, conversions).

    ``bottom_mm``: height of the glass's lower edge above the floor; None where nobody has measured it. ``reach``: where a control
    may stand. ``farthest_mm``: from the glass to the last seat, for a hall's display.
    """

    width_px: int
    height_px: int
    pitch_mm: float
    fullscreen: bool = True
    bottom_mm: float | None = None
    reach: Reach = Reach()
    farthest_mm: float = 5000.0

    def px(self, mm: float) -> int:
        """Pixels that cover at least ``mm``, rounded up so that no least size is missed."""
        return int(-(-mm // self.pitch_mm))

    def mm(self, px: float) -> float:
        return px * self.pitch_mm

    @property
    def diagonal_mm(self) -> float:
        return float((self.width_px**2 + self.height_px**2) ** 0.5 * self.pitch_mm)

    @property
    def inches(self) -> float:
        return self.diagonal_mm / INCH_MM

    @property
    def large(self) -> bool:
        return self.diagonal_mm > LARGE_MM

    @property
    def reading_mm(self) -> float:
        """From the eyes to the glass: 600 mm before a large one, 400 mm before a small one (EN 301 549's reckoning; row 1)."""
        return 600.0 if self.large else 400.0

    def height_mm(self, y: float) -> float | None:
        """Height above the floor of a pixel row, counted from the top of the glass."""
        return None if self.bottom_mm is None else self.bottom_mm + self.mm(self.height_px - y)
