"""The band that says where one is: the title, or on the home view the hall's name and the clock.

It lies across the top; on a wide panel Mongolian has it stand at the left, where its columns have their length.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.views import Msg
from screens.desk import Desk, text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Element, Mark, Role, Shape
from screens.theme import Paint
from screens.widgets.text_block import Hand, Item, is_vertical

PAD, TIGHT = 7.0, 3.0  # units around the words; where a view has no room otherwise
ICON = 1.4  # times the ink height of the words
Sentence = tuple[str, Role, Msg, Hand]


@dataclass(frozen=True)
class Band:
    """What the band says, with an icon before it and something short at its end (the clock, a number)."""

    words: Sentence
    paint: Paint
    icon: str | None = None
    aside: Sentence | None = None


@dataclass(frozen=True)
class Headed:
    """A drawn band, and the room that it leaves."""

    elements: tuple[Element, ...]
    grounds: tuple[Shape, ...]
    rest: Box


def draw_header(desk: Desk, band: Band, foot: int) -> Headed:
    """``foot``: the y at which the panel's fixed keys begin."""
    upright = is_vertical(desk.pen.both(band.words[2])[0])
    return _standing(desk, band, foot) if upright and desk.scale.wide else _lying(desk, band, foot)


def _lying(desk: Desk, band: Band, foot: int) -> Headed:
    px, width, margin = desk.scale.px, desk.scale.width, desk.scale.margin
    id, role, words, hand = band.words
    side = round(hand.px * ICON) if band.icon else 0
    left = margin + (side + px(5) if band.icon else 0)
    aside = desk.pen.write([Item(band.aside[2], band.aside[3])], width // 3) if band.aside else None
    group = desk.pen.write([Item(words, hand)], width - left - margin - (aside.size[0] + px(8) if aside else 0))
    high = max(group.size[1], side, aside.size[1] if aside else 0) + 2 * px(TIGHT if desk.scale.last else PAD)
    title = text_element(id, role, group, band.paint, x=left, y=(high - group.size[1]) // 2)
    elements = [_with_icon(title, band, Box(margin, (high - side) // 2, side, side))]
    if band.aside and aside:
        x, y = width - margin - aside.size[0], (high - aside.size[1]) // 2
        elements.append(text_element(band.aside[0], band.aside[1], aside, band.paint, x=x, y=y))
    edge = Box(0, high - px(0.8), width, px(0.8))
    return Headed(tuple(elements), _grounds(desk, band.paint, Box(0, 0, width, high), edge), Box(0, high, width, foot - high))


def _standing(desk: Desk, band: Band, foot: int) -> Headed:
    """What is short and level, such as a clock, stands at the foot of the band; all else in its columns."""
    px, width, margin = desk.scale.px, desk.scale.width, desk.scale.margin
    side = round(band.words[3].px * ICON) if band.icon else 0
    top = margin + (side + px(PAD) if band.icon else 0)
    said, level = [band.words], None
    if band.aside and is_vertical(desk.pen.both(band.aside[2])[0]):
        said.append(band.aside)
    elif band.aside:
        level = desk.pen.write([Item(band.aside[2], band.aside[3])], width // 4)
    tall = foot - top - margin - (level.size[1] + px(PAD) if level else 0)
    group = desk.pen.write([Item(words, hand, upright=True) for _, _, words, hand in said], width // 3, tall=tall)
    wide = max(group.size[0], side, level.size[0] if level else 0) + 2 * margin
    elements = [text_element(id, role, group, band.paint, item=i, x=margin, y=top) for i, (id, role, _, _) in enumerate(said)]
    elements[0] = _with_icon(elements[0], band, Box(margin, margin, side, side))
    if band.aside and level:
        y = foot - margin - level.size[1]
        elements.append(text_element(band.aside[0], band.aside[1], level, band.paint, x=margin, y=y))
    edge = Box(wide - px(0.8), 0, px(0.8), foot)
    return Headed(tuple(elements), _grounds(desk, band.paint, Box(0, 0, wide, foot), edge), Box(wide, 0, width - wide, foot))


def _with_icon(element: Element, band: Band, place: Box) -> Element:
    if band.icon is None:
        return element
    mark = Mark(band.icon, Tone.LINE, place, band.paint.ink, band.paint.fill)
    return replace(element, face=replace(element.face, marks=(mark,)))


def _grounds(desk: Desk, paint: Paint, box: Box, edge: Box) -> tuple[Shape, ...]:
    """The band, and a line at its edge where its ground is the page's own (themes of two colours)."""
    band = Shape(box, paint.fill, paint.fill)
    return (band,) if paint.fill != desk.theme.page.fill else (band, Shape(edge, paint.edge, paint.edge))
