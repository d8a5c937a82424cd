"""A sheet told in words: every element with its boxes, sizes, colours and sentences. Kivy's missing accessibility tree."""

from __future__ import annotations

from typing import Any

from kiosk.panel import Panel
from kiosk.text.catalog import Catalog
from kiosk.text.speech import utterances
from kiosk.views import Menu
from kiosk.visit import SIZES, Shown
from screens.geometry import Box, around
from screens.sheet import Element, Role, Sheet
from screens.theme import Colour, hexadecimal, ratio
from screens.widgets.navigation import NEXT, PREVIOUS

Json = dict[str, Any]


def tree(
    shown: Shown, sheet: Sheet, focused: str | None, panel: Panel, catalog: Catalog, speaking: str | None = None
) -> Json:
    """Everything on the glass now. Boxes are [x, y, width, height] from the top left corner. ``speaking``: the element whose
    sentence is heard.

    ``reach_mm``: between which heights above the floor every control stands, where it is known how high the glass hangs
    (``bottom_mm``).
    """
    said = spoken(shown, catalog)
    return {
        "view": sheet.view,
        "seq": sheet.seq,
        "page": sheet.page + 1,
        "pages": sheet.pages,
        "direction": "rtl" if sheet.mirrored else "ltr",
        "settings": {
            "lang": shown.settings.lang,
            "size": shown.settings.size,
            "size_percent": round(SIZES[shown.settings.size] * 100),
            "voice": shown.settings.voice,
            "rate": shown.settings.rate,
            "gain_db": shown.settings.gain_db,
            "theme": shown.settings.theme,
            "low": shown.settings.low,
        },
        "panel": {
            "size_px": list(sheet.size),
            "pitch_mm": panel.pitch_mm,
            "bottom_mm": panel.bottom_mm,
            "reach_mm": [panel.reach.lowest_mm, panel.reach.line_mm(shown.settings.low)],
        },
        "elements": [
            _element(element, said, focused, panel) | {"speaking": element.id == speaking} for element in sheet.elements
        ],
    }


def spoken(shown: Shown, catalog: Catalog) -> dict[str, str]:
    """What is said of each element, by its id; the page keys, which are the glass's own, included."""
    lang = shown.settings.lang
    turning = Menu(PREVIOUS.label, choices=(PREVIOUS, NEXT))
    said = [*utterances(turning, (), catalog, lang), *utterances(shown.view, shown.tools, catalog, lang)]
    return {one.element: one.text for one in said}


def _element(element: Element, said: dict[str, str], focused: str | None, panel: Panel) -> Json:
    found: Json = {
        "id": element.id,
        "role": element.role.value,
        "label": dict(element.label),
        "spoken": said.get(element.id),
        "box_px": _px(element.box),
        "box_mm": _mm(element.box, panel),
        "text_mm": text_mm(element, panel),
        "colours": colours(element),
        "enabled": element.enabled,
        "focused": element.id == focused,
        "overflow": overflows(element, panel),
        "texts": [
            {
                "lang": run.lang,
                "text": run.block.text,
                "box_px": _px(run.box),
                "text_mm": round(panel.mm(run.block.ink_px), 2),
                "lines": len(run.block.lines),
                "line_mm": round(panel.mm(run.block.pitch_px), 2),
            }
            for run in element.face.runs
        ],
    }
    if element.hint:
        found["hint"] = {"label": dict(element.hint), "spoken": said.get(f"{element.id}.hint")}
    if element.role is Role.SWITCH:
        found["selected"] = element.selected
    return found


def text_mm(element: Element, panel: Panel) -> float | None:
    """Ink height of the smallest words of an element in its first language, in millimetres; None if it has no words. The other
    language says the same, smaller; its height is with its words in ``texts``."""
    first = element.label[0][0] if element.label else None
    heights = [run.block.ink_px for run in element.face.runs if first is None or run.lang == first]
    return round(panel.mm(min(heights)), 2) if heights else None


def colours(element: Element) -> Json | None:
    """The pair of the least contrast that carries meaning in an element."""
    pairs: list[tuple[Colour, Colour]] = [(run.colour, run.ground) for run in element.face.runs]
    pairs += [(mark.colour, mark.ground) for mark in element.face.marks if not mark.decor]
    pairs += [(dots.dark, dots.light) for dots in element.face.dots]
    if not pairs:
        return None
    ink, ground = min(pairs, key=lambda pair: ratio(*pair))
    return {"fg": hexadecimal(ink), "bg": hexadecimal(ground), "ratio": round(ratio(ink, ground), 2)}


def overflows(element: Element, panel: Panel) -> bool:
    """Whether words were dropped, stand outside of their button, or outside of the glass."""
    blocks = [run.block for run in element.face.runs]
    boxes = tuple(run.box for run in element.face.runs)
    glass = Box(0, 0, panel.width_px, panel.height_px)
    within = element.box if element.act or not boxes else glass
    every = around((element.box, *boxes)) if boxes else element.box
    return any(block.overflow for block in blocks) or not glass.holds(every) or not all(within.holds(box) for box in boxes)


def _px(box: Box) -> list[int]:
    return [box.x, box.y, box.w, box.h]


def _mm(box: Box, panel: Panel) -> list[float]:
    return [round(panel.mm(value), 2) for value in _px(box)]
