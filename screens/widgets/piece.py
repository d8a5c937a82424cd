"""One of several things that are told one after the other: its drawing, its name, and what there is to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.views import Msg, Piece
from screens import icons, paging
from screens.desk import Desk, text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.paging import Part
from screens.sheet import Element, Mark, Role, Shape
from screens.theme import Colour
from screens.widgets.text_block import Group, Item

Way = tuple[bool, bool]  # whether a line leads here from the piece before, and on to the one after
PAD, APART, AROUND = 6.0, 6.0, 7.0  # units
PICTURE = 2.4  # times the body's ink height
THICK = 1.2  # units, of the line from step to step
BETWEEN = 0.55  # em between a name and what is said of it


def draw_piece(desk: Desk, piece: Piece, place: int, width: int, room: int, way: Way) -> list[Part]:
    """``place``: from 0, which gives the elements their ids. One part if it fits into ``room``, the words beside the drawing or,
    with the whole width, below it and the name, as large writing always has them; else a part for each sentence, the first
    of them with the name."""
    if not desk.scale.large:
        whole = _card(desk, piece, place, width, way)
        if whole.height <= room:
            return [whole]
    lines = _lines(desk, piece, place, width, way)
    whole_of = next((many for many in (len(lines), 2, 1) if paging.height(lines[:many]) <= room), 1)
    return [_joined(lines[:whole_of]), *lines[whole_of:]]


def _lines(desk: Desk, piece: Piece, place: int, width: int, way: Way) -> list[Part]:
    pad, side = desk.scale.px(PAD), round(desk.body.px * PICTURE)
    name, *rest = piece.words
    lines = [_line(desk, piece, place, 0, name, width, pad + side + desk.scale.px(APART), last=not rest, way=way)]
    for i, words in enumerate(rest, 1):
        lines.append(_line(desk, piece, place, i, words, width, pad, last=i == len(rest)))
    return lines


def _card(desk: Desk, piece: Piece, place: int, width: int, way: Way) -> Part:
    """The sentences beside the drawing."""
    pad, side = desk.scale.px(PAD), round(desk.body.px * PICTURE)
    left = pad + side + desk.scale.px(APART)
    group = _write(desk, piece.words, width - left - pad, first=True)
    high = max(group.size[1], side) + 2 * pad
    words = _texts(desk, group, place, 0, len(piece.words), left, (high - group.size[1]) // 2)
    box = Box(pad, pad, side, side)
    under = (_ground(desk, width, high), *_above(desk, box, way), *_below(desk, box, high, way))
    return Part(high, (_drawn(desk, words[0], piece.picture, box), *words[1:]), gap=desk.scale.px(AROUND), under=under)


def _line(
    desk: Desk, piece: Piece, place: int, i: int, words: Msg, width: int, left: int, *, last: bool, way: Way = (False, False)
) -> Part:
    """One sentence of a card that may go on on the next page; the first of them with the drawing."""
    px, first = desk.scale.px, i == 0
    pad, side = px(PAD), round(desk.body.px * PICTURE)
    group = _write(desk, [words], width - left - pad, first=first)
    top = pad if first else px(PAD / 2)
    inside = max(group.size[1], side) if first else group.size[1]
    high = top + inside + (pad if last else px(PAD / 2))
    texts = _texts(desk, group, place, i, 1, left, top + (inside - group.size[1]) // 2)
    box = Box(pad, pad, side, side)
    named = tuple(_drawn(desk, one, piece.picture, box) for one in texts) if first else texts
    under = (replace(_ground(desk, width, high), radius=0), *_above(desk, box, way))  # without corners where it goes on
    return Part(high, named, gap=px(AROUND) if first else 0, under=under)


def _write(desk: Desk, words: Sequence[Msg], width: int, *, first: bool) -> Group:
    hands = [desk.label if first and i == 0 else desk.body for i in range(len(words))]
    return desk.pen.write([Item(one, hand) for one, hand in zip(words, hands)], width, gap=BETWEEN)


def _texts(desk: Desk, group: Group, place: int, start: int, count: int, x: int, y: int) -> tuple[Element, ...]:
    return tuple(
        text_element(f"piece.{place}.{start + item}", Role.TEXT, group, desk.theme.card, item=item, x=x, y=y)
        for item in range(count)
    )


def _drawn(desk: Desk, words: Element, name: str | None, box: Box) -> Element:
    """With the drawing of what they name."""
    if name is None or not icons.known(name):
        return words
    paint, page = desk.theme.card, desk.theme.page
    colours: dict[Tone, Colour] = {Tone.FILL: page.fill, Tone.LINE: paint.ink, Tone.MARK: page.edge}
    marks = tuple(Mark(name, tone, box, colours[tone], paint.fill, decor=tone is Tone.FILL) for tone in icons.tones(name))
    return replace(words, face=replace(words.face, marks=marks))


def _ground(desk: Desk, width: int, high: int) -> Shape:
    paint = desk.theme.card
    return Shape(Box(0, 0, width, high), paint.fill, paint.edge, desk.scale.px(0.5), desk.scale.px(3.5))


def _above(desk: Desk, box: Box, way: Way) -> tuple[Shape, ...]:
    """The line from the card before down to the drawing."""
    thick, gap = desk.scale.px(THICK), desk.scale.px(AROUND)
    place = Box(box.x + (box.w - thick) // 2, -gap, thick, gap + box.y - thick)
    return (Shape(place, desk.theme.page.edge, desk.theme.page.edge),) if way[0] else ()


def _below(desk: Desk, box: Box, high: int, way: Way) -> tuple[Shape, ...]:
    """The line from the drawing down to the card's edge."""
    thick = desk.scale.px(THICK)
    place = Box(box.x + (box.w - thick) // 2, box.bottom + thick, thick, high - box.bottom - thick)
    return (Shape(place, desk.theme.page.edge, desk.theme.page.edge),) if way[1] and place.h > 0 else ()


def _joined(lines: list[Part]) -> Part:
    elements, under = paging.place(lines, 0, 0)
    return Part(paging.height(lines), tuple(elements), lines[0].gap, tuple(under))
