"""The piece of glass in front of the resident. Sizes in the house are millimetres; here they become pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Panel:
    """``pitch_mm``: millimetres per pixel (0.248 on a 21.5-inch 1080x1920 panel, accessibility.md, conversions)."""

    width_px: int
    height_px: int
    pitch_mm: float
    fullscreen: bool = True

    def px(self, mm: float) -> int:
        """Pixels that cover at least ``mm``, rounded up so that no least size is missed."""
        return int(-(-mm // self.pitch_mm))

    def mm(self, px: float) -> float:
        return px * self.pitch_mm

    @property
    def diagonal_mm(self) -> float:
        return float((self.width_px**2 + self.height_px**2) ** 0.5 * self.pitch_mm)
