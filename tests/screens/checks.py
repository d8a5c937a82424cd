"""What holds for every sheet, whatever view, language, size and panel: nothing clipped, too small, too near or out of reach."""

from __future__ import annotations

from itertools import combinations

from kiosk.panel import Panel
from kiosk.sight import seated_heights
from screens.geometry import Box
from screens.sheet import Element, Role, Sheet
from screens.theme import LEAST_GAP_MM, LEAST_TARGET_MM, Scale
from screens.tree import overflows
from screens.widgets.text_block import cut
from tests.screens.languages import Tongue


def inside(sheet: Sheet, panel: Panel, where: str) -> None:
    """Rows 2 and 3: nothing is clipped, no word is cut."""
    glass = Box(0, 0, panel.width_px, panel.height_px)
    for element in sheet.elements:
        assert glass.holds(element.box), f"{element.id} leaves the glass, {where}"
        assert not overflows(element, panel), f"{element.id} overflows, {where}"
        assert not any(cut(run.block) for run in element.face.runs), f"a word of {element.id} is cut, {where}"


def apart(sheet: Sheet, panel: Panel, where: str) -> None:
    """Row 13: targets have clear space between them, and nothing lies over anything."""
    for one, other in combinations(sheet.elements, 2):
        if one.act and other.act:
            between = panel.mm(one.box.gap(other.box))
            assert between >= LEAST_GAP_MM, f"{one.id} and {other.id} are {between:.1f} mm apart, {where}"
        for mine in _boxes(one):
            for theirs in _boxes(other):
                assert not mine.overlaps(theirs), f"{one.id} and {other.id} overlap, {where}"


def _boxes(element: Element) -> list[Box]:
    """What an element really covers: a target all of its box, a text the boxes of its words."""
    return [element.box] if element.act or element.role is Role.IMAGE else [run.box for run in element.face.runs]


def large(sheet: Sheet, panel: Panel, tongue: Tongue, step: int, where: str) -> None:
    """Rows 1 and 13."""
    scale = Scale(panel, step)
    for element in sheet.elements:
        if element.act:
            assert min(panel.mm(element.box.w), panel.mm(element.box.h)) >= LEAST_TARGET_MM, f"{element.id} is small, {where}"
        own = tongue.lang in {run.lang for run in element.face.runs}
        for run in element.face.runs:
            first = run.lang == tongue.lang if own else bool(element.label) and run.lang == element.label[0][0] != "mn"
            least = scale.body_mm if first else scale.second_mm
            if not sheet.view == "board":
                assert panel.mm(run.block.ink_px) >= least, f"{run.block.text} of {element.id} is small, {where}"


def reached(sheet: Sheet, panel: Panel, low: bool, where: str) -> None:
    """Row 36: every control stands between the lowest and the highest height. Row 37: in low mode every word of the first
    language is read from the seated sight line."""
    for element in sheet.elements:
        top, foot = panel.height_mm(element.box.y), panel.height_mm(element.box.bottom)
        assert top is not None and foot is not None, "the mount is known"
        if element.act:
            assert top <= panel.reach.line_mm(low), f"{element.id} stands {top:.0f} mm high, {where}"
            assert foot >= panel.reach.lowest_mm, f"{element.id} stands {foot:.0f} mm low, {where}"
        for run in element.face.runs if low else ():
            if run.lang == sheet.lang:
                _read(panel, run.box, panel.mm(run.block.ink_px), f"{run.block.text} of {element.id}, {where}")


def _read(panel: Panel, box: Box, ink_mm: float, what: str) -> None:
    heights = seated_heights(ink_mm, panel.reading_mm)
    top, foot = panel.height_mm(box.y), panel.height_mm(box.bottom)
    assert heights is not None and top is not None and foot is not None
    assert heights[0] <= foot and top <= heights[1], f"from {foot:.0f} to {top:.0f} mm, read from {heights}: {what}"
