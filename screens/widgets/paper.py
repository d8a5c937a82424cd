"""The ticket on the glass: a slip of paper with its number as large as it goes, and what it is for."""

from __future__ import annotations

from dataclasses import replace

import segno

from kiosk.text.facts import Fact, facts
from kiosk.views import TicketShown, View
from screens.desk import Desk, text_element
from screens.geometry import Box
from screens.paging import Part
from screens.sheet import Dots, Element, Face, Role, Shape
from screens.theme import Paint
from screens.widgets.text_block import Hand, Item

NUMBER_MM = (44.0, 34.0)  # ink height of a Han character beside it; digits are 0.84 of that
PAD, GAP = 8.0, 11.0  # units
QR_MM = 46.0  # a phone reads it from half a metre: 25 to 33 modules of more than 1 mm
LEAST_DOT_MM = 0.6  # of a longer text, for which a phone is held nearer
QUIET = 4  # modules kept light around a QR code (ISO/IEC 18004)
ON_PAPER = ("ticket.line", "ticket.when", "ticket.ahead", "ticket.wait", "ticket.windows")


def draw_paper(desk: Desk, view: TicketShown, width: int, room: int) -> list[Part]:
    """One part if the whole slip fits into ``room``; else its pieces, each a part."""
    pad, gap = desk.scale.px(PAD), desk.scale.px(GAP)
    paint = desk.theme.paper
    inner = width - 2 * pad
    lines = [fact for fact in facts(view) if fact.element in ON_PAPER]
    told = _told(desk, lines, inner, paint)
    for number_mm in NUMBER_MM:
        pieces = [_number(desk, view, inner, paint, number_mm), *told]
        high = sum(piece.height for piece in pieces) + gap * (len(pieces) - 1) + 2 * pad
        if high <= room:
            break
    else:
        told = [piece for fact in lines for piece in _told(desk, [fact], inner, paint)]
        return [_alone(desk, piece, width, pad) for piece in [pieces[0], *told]]
    elements: list[Element] = []
    y = pad
    for piece in pieces:
        elements += [element.moved(pad, y) for element in piece.elements]
        y += piece.height + gap
    return [Part(high, tuple(elements), gap=gap, under=_slip(desk, width, high, paint, pad + pieces[0].height + gap * 2 // 5))]


def _number(desk: Desk, view: TicketShown, width: int, paint: Paint, number_mm: float) -> Part:
    px = desk.scale.panel.px(number_mm * desk.scale.unit)
    group = desk.pen.plain(view.number, Hand(px, "bold"))
    if group.size[0] > width:
        group = desk.pen.plain(view.number, Hand(max(1, px * width // group.size[0] - 1), "bold"))
    element = text_element("ticket.number", Role.NUMBER, group, paint, x=(width - group.size[0]) // 2)
    return Part(group.size[1], (element,))


def _told(desk: Desk, lines: list[Fact], width: int, paint: Paint) -> list[Part]:
    hands = {"ticket.line": desk.label, "ticket.when": desk.label}
    named = [(fact, hands.get(fact.element, desk.body)) for fact in lines]
    group = desk.pen.write([Item(fact.words, hand) for fact, hand in named], width, align="center")
    x = (width - group.size[0]) // 2
    elements = tuple(text_element(fact.element, Role.TEXT, group, paint, item=i, x=x) for i, (fact, _) in enumerate(named))
    return [Part(group.size[1], elements)] if named else []


def draw_scan(desk: Desk, data: str, of: str, view: View, width: int) -> list[Part]:
    """The QR code of ``data`` with its sentence beside it. Dark on light in every theme: many phones read no other. ``of``: what
    the ids of its elements begin with."""
    words = next((fact.words for fact in facts(view) if fact.element == f"{of}.scan"), None)
    if words is None:
        return []
    paint = desk.theme.page
    rows = _dots_of(data)
    whole = len(rows) + 2 * QUIET
    dot = max(desk.scale.panel.px(LEAST_DOT_MM), desk.scale.panel.px(QR_MM * desk.scale.unit) // whole)
    side = dot * whole
    beside = desk.scale.px(GAP)
    group = desk.pen.write([Item(words, desk.body)], width - side - beside)
    high = max(side, group.size[1])
    place = Box(0, (high - side) // 2, side, side)
    dots = Dots(rows, place.inset(dot * QUIET), (0, 0, 0), (255, 255, 255))
    light = Shape(place, (255, 255, 255), (255, 255, 255))
    code = Element(f"{of}.qr", Role.IMAGE, place, Face(shapes=(light,), dots=(dots,)), paint)
    sentence = text_element(f"{of}.scan", Role.TEXT, group, paint, x=side + beside, y=(high - group.size[1]) // 2)
    return [Part(high, (sentence, code), gap=desk.scale.px(GAP))]


def _dots_of(data: str) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(int(bit) for bit in row) for row in segno.make_qr(data, error="m").matrix)


def _slip(desk: Desk, width: int, high: int, paint: Paint, tear: int) -> tuple[Shape, ...]:
    """The paper's ground, and a torn line below the number."""
    px = desk.scale.px
    ground = Shape(Box(0, 0, width, high), paint.fill, paint.edge, px(0.7), px(3))
    dash, thick = px(3), px(0.6)
    dashes = tuple(
        Shape(Box(x, tear, dash, thick), paint.edge, paint.edge) for x in range(px(PAD), width - px(PAD) - dash + 1, 2 * dash)
    )
    notch = px(7)
    notches = tuple(
        Shape(Box(x - notch // 2, tear - notch // 2, notch, notch), desk.theme.page.fill, paint.edge, px(0.7), notch // 2)
        for x in (0, width)
    )
    outside = tuple(
        Shape(Box(x, tear - notch // 2, notch, notch), desk.theme.page.fill, desk.theme.page.fill) for x in (-notch, width)
    )
    return (ground, *dashes, *notches, *outside)


def _alone(desk: Desk, piece: Part, width: int, pad: int) -> Part:
    return replace(piece, elements=tuple(element.moved(pad, 0) for element in piece.elements), gap=desk.scale.px(GAP))
