"""A panel with an icon and a sentence: who you are, what became of the paper, a word for the staff."""

from __future__ import annotations

from dataclasses import replace

from kiosk.views import Msg
from screens.desk import Desk, text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.paging import Part
from screens.sheet import Element, Mark, Role, Shape
from screens.theme import Paint
from screens.widgets.text_block import Group, Hand, Item

CODE = "trouble.code"
PAD, TIGHT, AROUND = 6.0, 3.0, 7.0  # units; tight where a view has no room otherwise


def draw_card(
    desk: Desk,
    named: tuple[str, Role, Msg, Hand],
    width: int,
    *,
    icon: str,
    paint: Paint | None = None,
    code: str = "",
) -> Part:
    """``code`` is set above the sentence (a fault's name, for the staff)."""
    id, role, words, hand = named
    paint = paint or desk.theme.card
    px = desk.scale.px
    pad, side = px(TIGHT if desk.scale.last else PAD), round(hand.px * 1.4)
    left = pad + side + px(5)
    group = desk.pen.write([Item(words, hand)], width - left - pad)
    tag = _tag(desk, code, hand, width - left - pad) if code else None
    above = tag.size[1] + px(2) if tag else 0
    high = max(group.size[1] + above, side) + 2 * pad
    y = (high - group.size[1] - above) // 2
    sentence = text_element(id, role, group, paint, x=left, y=y + above)
    mark = Mark(icon, Tone.LINE, Box(pad, (high - side) // 2, side, side), paint.ink, paint.fill)
    elements: list[Element] = [replace(sentence, face=replace(sentence.face, marks=(mark,)))]
    if tag:
        elements.insert(0, text_element(CODE, Role.TEXT, tag, paint, x=left, y=y))
    ground = Shape(Box(0, 0, width, high), paint.fill, paint.edge, px(0.5), px(3.5))
    return Part(high, tuple(elements), gap=px(AROUND), under=(ground,))


def draw_code(desk: Desk, code: str, hand: Hand, width: int) -> Part:
    """The name of a fault by itself, where a card of both has no room."""
    tag = _tag(desk, code, hand, width)
    return Part(tag.size[1], (text_element(CODE, Role.TEXT, tag, desk.theme.page),), gap=desk.scale.px(AROUND))


def _tag(desk: Desk, code: str, hand: Hand, width: int) -> Group:
    """The code on one line, or broken after its hyphens."""
    bold = replace(hand, weight="bold")
    whole = desk.pen.plain(code, bold)
    return whole if whole.size[0] <= width else desk.pen.plain(code.replace("-", "- "), bold, width)
