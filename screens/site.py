"""What a technician should know of the panel and of where it hangs: told in the log at start, and in /health.

None of it keeps the machine from its work.
"""

from __future__ import annotations

from math import ceil, floor

from kiosk.panel import Panel
from kiosk.text.catalog import Catalog
from kiosk.text.shape import Shaper
from screens.area import area_of, controls_mm, lowest_mm
from screens.board import BoardScreen
from screens.desk import Desk
from screens.theme import Scale

LEAST_INCHES = 12.0  # VVSG 8.1-A (accessibility.md row 40)
LARGE_INCHES = 15.0  # text of 12 mm, which row 1 asks of all but small panels, has no room on less
LEAST_PX = (1920, 1080)  # the same, either way round


def notes(panel: Panel, role: str, catalog: Catalog, shaper: Shaper) -> list[str]:
    """One line each, by the key of the configuration that it is about."""
    if role == "display":
        return _seats(panel, catalog, shaper)
    return [*_glass(panel), *_mount(panel)] if role == "terminal" else []


def _glass(panel: Panel) -> list[str]:
    found = []
    least = LARGE_INCHES if panel.large else LEAST_INCHES
    if panel.inches < least:
        found.append(f"[panel] pitch_mm: the glass measures {panel.inches:.1f} inches; {least:.0f} at least are advised")
    long, short = sorted((panel.width_px, panel.height_px), reverse=True)
    if long < LEAST_PX[0] or short < LEAST_PX[1]:
        found.append(f"[panel] width_px: {long}x{short} pixels; {LEAST_PX[0]}x{LEAST_PX[1]} at least are advised")
    return found


def _mount(panel: Panel) -> list[str]:
    """Whether every control stands between the lowest and the highest height (row 36), standing and in low mode."""
    if panel.bottom_mm is None:
        return ["[panel] bottom_mm: not measured, so nobody sees to it that every control can be reached"]
    body_mm = Scale(panel).body_mm
    return [
        f"[panel] bottom_mm: {'seated' if low else 'standing'}, {_wrong(panel, panel.bottom_mm, low, body_mm)}"
        for low in (False, True)
        if not area_of(panel, 0, low, body_mm).held
    ]


def _wrong(panel: Panel, bottom_mm: float, low: bool, body_mm: float) -> str:
    """What is wrong with the height of the glass, and which height would do, in whole centimetres."""
    needed = controls_mm(panel, body_mm) + 2 * panel.pitch_mm  # the line and the controls each end with a whole pixel
    lowest, line = lowest_mm(panel, low, body_mm), panel.reach.line_mm(low)
    least = ceil((lowest + needed - panel.mm(panel.height_px)) / 10) * 10
    if bottom_mm < least:
        return f"some of it stands below {lowest:.0f} mm; hang the glass {least:.0f} mm high at least"
    return f"controls stand above {line:.0f} mm; hang the glass {floor((line - needed) / 10) * 10} mm high at most"


def _seats(panel: Panel, catalog: Catalog, shaper: Shaper) -> list[str]:
    """Whether a call is read from the farthest seat (row 53)."""
    served = BoardScreen(Desk.laid(panel, catalog, shaper, lang="zh", step=0)).served_mm()
    if served >= panel.farthest_mm:
        return []
    return [
        f"[display] farthest_m: {panel.farthest_mm / 1000:g} m is asked for, and a call on this panel is read from "
        f"{served // 100 / 10:.1f} m; hang a larger one, or another nearer to the last seats"
    ]
