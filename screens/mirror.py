"""A sheet for a language that runs from right to left: all that stood at the left stands at the right.

Screens lay every sheet from left to right; here it is turned as a whole, once, so that no screen knows of it. Words keep their
letters and pictures their drawing: only their places change. What points somewhere points the other way (``POINTING``). Keys that
one types on stay as they are on every telephone and keyboard of the region: 1 stands at the left of 2.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from kiosk.text.bidi import RIGHT_TO_LEFT
from screens.geometry import Box, around
from screens.sheet import Element, Face, Mark, Shape, Sheet

POINTING = frozenset({"back", "previous", "next", "arrow", "list", "voice", "call"})

S = TypeVar("S", Shape, Mark)


def is_mirrored(lang: str) -> bool:
    return lang in RIGHT_TO_LEFT


def mirrored(sheet: Sheet) -> Sheet:
    """The same with right and left exchanged; the order of reading stays."""
    width = sheet.size[0]
    board = _keyboard(sheet.elements)
    elements = []
    for element in sheet.elements:
        turned = _element(element, width)
        if board and element.act is not None and board.overlaps(element.box):
            turned = turned.moved(board.mirrored(width).x - board.x + element.box.x - turned.box.x, 0)
        elements.append(turned)
    under = tuple(replace(shape, box=shape.box.mirrored(width)) for shape in sheet.under)
    return replace(sheet, under=under, elements=tuple(elements), mirrored=True)


def _keyboard(elements: tuple[Element, ...]) -> Box | None:
    """Where the keys lie that one types on, and with them those that erase and end it."""
    keys = tuple(element.box for element in elements if element.typing)
    return around(keys) if keys else None


def _element(element: Element, width: int) -> Element:
    return replace(
        element,
        box=element.box.mirrored(width),
        face=_face(element.face, width),
        down=_face(element.down, width) if element.down else None,
    )


def _face(face: Face, width: int) -> Face:
    """Every layer of it, whatever there is to be painted."""
    layers = {layer.name: tuple(_turned(one, width) for one in getattr(face, layer.name)) for layer in fields(face)}
    return Face(**layers)


def _turned(one: S, width: int) -> S:
    turned = replace(one, box=one.box.mirrored(width))
    return replace(turned, mirrored=one.name in POINTING) if isinstance(turned, Mark) and isinstance(one, Mark) else turned
