"""What every picture of the hall's display has above: what it is, the hall and the clock; and the size of its words."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.hall.messages import HallName
from kiosk.sight import least_mm
from kiosk.views import msg
from screens.desk import Desk, text_element
from screens.geometry import Box
from screens.sheet import Element, Role, Shape
from screens.widgets.text_block import Group, Hand, Item

NEAR = 20 / 60  # degrees: the words are held to the ergonomic floor (row 53: 29 to 32 mm at 5 m)
BAND = 0.13  # of the panel's height
PAD = 0.02  # of the panel's width


@dataclass(frozen=True)
class BoardBand:
    """The band's elements and grounds, and the ``room`` that is left below it."""

    elements: tuple[Element, ...]
    grounds: tuple[Shape, ...]
    room: Box


def pad(desk: Desk) -> int:
    return round(desk.scale.panel.width_px * PAD)


def near(desk: Desk, times: float = 1.0) -> Hand:
    """Words: readable from the farthest seat where the panel allows, never so large that the numbers lack room."""
    panel = desk.scale.panel
    px = round(min(panel.px(least_mm(panel.farthest_mm, NEAR)), panel.height_px * BAND * 0.36) * times)
    return Hand(px, "bold", second=round(px * desk.scale.ratio))


def draw_band(desk: Desk, title: Group, hall: HallName | None, clock: str) -> BoardBand:
    """``title``: what the picture is, written by ``near`` or larger."""
    theme, panel, pen, around = desk.theme, desk.scale.panel, desk.pen, pad(desk)
    right = panel.width_px - around
    laid = [("title", Role.TITLE, title, around)]
    if clock:
        time = pen.plain(clock, near(desk))
        right -= time.size[0]
        laid.append(("board.clock", Role.TEXT, time, right))
        right -= around
    if hall:
        room = right - title.size[0] - 2 * around
        name = pen.write([Item(msg("paper-hall", hall=hall), near(desk, 0.8))], room)
        laid.append(("board.hall", Role.TEXT, name, right - name.size[0]))
    high = max(round(panel.height_px * BAND), *(group.size[1] + around for _, _, group, _ in laid))
    elements = [
        text_element(id, role, group, theme.header, x=x, y=(high - group.size[1]) // 2) for id, role, group, x in laid
    ]
    rule = Box(0, high - desk.scale.px(1), panel.width_px, desk.scale.px(1))
    grounds = (
        Shape(Box(0, 0, panel.width_px, high), theme.header.fill, theme.header.fill),
        Shape(rule, theme.header.edge, theme.header.edge),
    )
    room_below = Box(around, high + around, panel.width_px - 2 * around, panel.height_px - high - 2 * around)
    return BoardBand(tuple(elements), grounds, room_below)
