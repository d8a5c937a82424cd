"""How a ticket printer prints, whatever its wire."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from devices.options import option

DOTS_PER_MM = 8  # 203 dpi


@dataclass(frozen=True, kw_only=True)
class Manner:
    width_dots: int = option("printable width in dots at 203 dpi: 576 on 80 mm paper, 384 on 58 mm", 576, low=320, high=576)
    speed_mm_s: int = option("printing speed in mm/s; used only if the printer does not answer GS r 1", 150, low=30, high=500)
    patience_s: float = option("seconds that one ticket may take from its first byte to the cut", 15.0, low=5, high=120)
    watch_s: float = option("seconds between two status questions while all is well", 5.0, low=1, high=60)
    paper_mark: bool = option("ask GS r 1 when a ticket is on paper; off for printers that print the command", True)
    memory: Path | None = option("a file that remembers a half-printed ticket through a power cut; its folder must exist", None)

    @property
    def rows_per_s(self) -> float:
        return self.speed_mm_s * DOTS_PER_MM
