"""A key of the fixed parts (toolbar, back, home, pages): an icon with its words, above or beside."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Choice
from screens.desk import Desk
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Element, Face, Mark, Role, Shape
from screens.theme import Paint
from screens.widgets.button import EDGE, PRESSED, RADIUS, icon_of, paint_of
from screens.widgets.text_block import Group, Item

PAD, BETWEEN = 3.0, 2.0  # units
ICON = 1.2  # times the ink height of the words


@dataclass(frozen=True)
class Key:
    """A set key. ``above``: the icon, of ``side`` pixels, stands above the words; 0: it has none. ``size``: the least box it fits
    in."""

    choice: Choice
    words: Group
    above: bool
    size: tuple[int, int]
    side: int

    @property
    def lines(self) -> int:
        return max(len(piece.block.lines) for piece in self.words.pieces)


def set_key(
    desk: Desk, choice: Choice, *, above: bool, width: int | None = None, upright: bool = False, narrow: bool = False
) -> Key:
    """``width``: the most the key may be wide; None: as wide as its words on one line. ``upright``: Han stands in a column too,
    where there is Mongolian beside it. ``narrow``: a line for each word."""
    px = desk.scale.px
    side, pad = _icon_px(desk, choice), px(PAD)
    between = px(BETWEEN) if side else 0
    aside = 0 if above else side + between
    room = desk.scale.width if width is None else width - 2 * pad - aside
    if narrow:
        room = desk.pen.longest_word(choice.label, desk.chrome)
    words = desk.pen.write([Item(choice.label, desk.chrome, upright=upright)], max(room, 1), align="center" if above else "left")
    across, down = words.size
    size = (max(across, side), side + between + down) if above else (aside + across, max(side, down))
    least = desk.scale.target
    return Key(choice, words, above, (max(size[0] + 2 * pad, least), max(size[1] + 2 * pad, least)), side)


def draw_key(desk: Desk, key: Key, box: Box) -> Element:
    paint = paint_of(desk.theme, key.choice)
    return Element(
        id=f"choice.{key.choice.id}",
        role=Role.BUTTON,
        box=box,
        face=_face(desk, key, box, paint),
        paint=paint,
        label=key.words.label(),
        act=key.choice.id,
        down=_face(desk, key, box, paint.pressed, thick=PRESSED),
        enabled=key.choice.enabled,
    )


def _icon_px(desk: Desk, choice: Choice) -> int:
    return round(desk.chrome.px * ICON) if icon_of(choice) and not desk.bare else 0


def _face(desk: Desk, key: Key, box: Box, paint: Paint, thick: float = EDGE) -> Face:
    px = desk.scale.px
    side, between = key.side, px(BETWEEN)
    across, down = key.words.size
    name = icon_of(key.choice) if side else None
    if key.above:
        top = box.y + (box.h - (side + between + down if name else down)) // 2
        place = Box(box.x + (box.w - side) // 2, top, side, side)
        x, y = box.x + (box.w - across) // 2, top + (side + between if name else 0)
    else:
        left = box.x + (box.w - (side + between + across if name else across)) // 2
        place = Box(left, box.y + (box.h - side) // 2, side, side)
        x, y = left + (side + between if name else 0), box.y + (box.h - down) // 2
    marks = (Mark(name, Tone.LINE, place, paint.ink, paint.fill),) if name else ()
    ground = Shape(box, paint.fill, paint.edge, px(thick), px(RADIUS))
    return Face(shapes=(ground,), marks=marks, runs=key.words.runs(paint, x, y))
