"""One character written in a square: what it may be below or beside it, then the ways to mend it.

The square and the place for what it may be keep their size while somebody writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Choice, Writing
from screens import paging
from screens.base import AROUND, Screen
from screens.geometry import Box, Room
from screens.paging import Page, Part
from screens.sheet import Element, Face, Role, Shape
from screens.widgets import grid
from screens.widgets.button import EDGE, RADIUS, draw_button, set_below
from screens.widgets.grid import PAD_TIGHT
from screens.widgets.header import Band, Sentence

SQUARE = "ink.square"
LEAST_MM = 36.0  # of the square's side: a finger writes no smaller
HALF = 0.5  # of a wide panel's width to the square, at most
ONE_LINE = 1.5  # times the height of a label: the character in a key
MENDING = 3  # ways to mend it, in a row


class WritingScreen(Screen[Writing]):
    whole = True  # nobody turns a page between the ink and what it may be

    def band(self, view: Writing) -> Band:
        aside: list[Sentence] = [(fact.element, Role.TEXT, fact.words, self.desk.title) for fact in facts(view)]
        return replace(super().band(view), aside=aside[0] if aside else None)

    def words(self, view: Writing) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]

    def _high(self, view: Writing, room: Room) -> list[list[Page]]:
        words = self.sentences(self.words(view), room.w, room.h)
        top = max(paging.height(words) + self._gap, room.line)
        for below in self._ways(view, room.w):
            side = min(room.w, room.h - top - self._gap - paging.height(below))
            if side >= self._least:
                square = self._square(view, (room.w - side) // 2, side)
                return [[[*words, replace(square, gap=top - paging.height(words)), replace(below[0], gap=self._gap), *below[1:]]]]
        return self._nowhere(view, room)

    def _wide(self, view: Writing, room: Room) -> list[list[Page]]:
        left, right = self._halves(view, room)
        words = self.sentences(self.words(view), right.w, room.h)
        for beside in self._ways(view, right.w):
            page = [*words, replace(beside[0], gap=self._gap), *beside[1:]]
            if paging.height(page, right.line) <= right.h and left.w >= self._least:
                return [[[self._square(view, 0, left.w)], page]]
        return self._nowhere(view, room)

    @property
    def _gap(self) -> int:
        """On a wide panel every millimetre of height goes to the square."""
        return self.desk.scale.px(AROUND / 2) if self.desk.scale.wide else super()._gap

    def _nowhere(self, view: Writing, room: Room) -> list[list[Page]]:
        """Higher than any room, so that another size of text is tried; after the smallest, on further pages."""
        if not self.desk.smallest:
            return [[[Part(room.h + 1, ())]]]
        square = replace(self._square(view, 0, min(room.w, room.h - room.line)), gap=room.line)
        words = self.sentences(self.words(view), room.w, room.h)
        choices = next(self._ways(view, room.w))
        return [[[square]], *([page] for page in paging.pages([*words, *choices], room.h, line=room.line))]

    def _halves(self, view: Writing, room: Room) -> tuple[Room, Room]:
        side = min(room.h - room.line, round(room.w * HALF))
        left = replace(room, y=room.y + room.line, h=room.h - room.line, w=side, line=0)
        return left, replace(room, x=room.x + side + self._gap, w=room.w - side - self._gap)

    @property
    def _least(self) -> int:
        return self.desk.scale.panel.px(LEAST_MM)

    # ---- parts ----

    def _square(self, view: Writing, x: int, side: int) -> Part:
        """A frame, with a cross to write about. It says what its view says."""
        page, px = self.desk.theme.page, self.desk.scale.px
        box, thin = Box(x, 0, side, side), px(EDGE / 3)
        cross = (Box(x, (side - thin) // 2, side, thin), Box(x + (side - thin) // 2, 0, thin, side))
        frame = Shape(box, page.fill, page.edge, px(EDGE * 2), px(RADIUS))
        guides = tuple(Shape(line, page.soft, page.soft) for line in cross)
        inner = tuple(replace(guide, box=_within(guide.box, box, px(EDGE * 2))) for guide in guides)
        return Part(side, (Element(SQUARE, Role.IMAGE, box, Face((frame, *inner)), page, ink=view.strokes),))

    def _ways(self, view: Writing, width: int) -> Iterator[list[Part]]:
        """All ways to set what it may be and the ways to mend it, the most comfortable first."""
        meant = tuple(choice for choice in view.choices if choice.id.startswith("char."))
        keys = self.desk.keys
        grids = grid.set_grids(keys, view.choices[len(meant) :], width, MENDING)
        for mending in sorted([one for one in grids if not one.broken] or grids, key=lambda one: one.total):
            for columns in (MENDING, view.slots) if self.desk.scale.wide else (view.slots, MENDING):
                rows = grid.parts(keys, mending)
                yield [self._meant(view, meant, width, columns), replace(rows[0], gap=self._gap), *rows[1:]]

    def _meant(self, view: Writing, meant: tuple[Choice, ...], width: int, columns: int) -> Part:
        """Room for all there can be."""
        scale = self.desk.scale
        gap, rows = scale.gap, -(-view.slots // columns)
        each = (width - gap * (columns - 1)) // columns
        high = max(scale.target, round(self.desk.label.px * ONE_LINE) + 2 * scale.px(PAD_TIGHT))
        buttons = [set_below(self.desk, choice, each, 0) for choice in meant]
        places = (Box(i % columns * (each + gap), i // columns * (high + gap), each, high) for i in range(len(buttons)))
        drawn = tuple(draw_button(self.desk, button, box) for button, box in zip(buttons, places))
        return Part(rows * (high + gap) - gap, drawn)


def _within(line: Box, box: Box, edge: int) -> Box:
    inner = box.inset(edge)
    x, y = max(line.x, inner.x), max(line.y, inner.y)
    return Box(x, y, min(line.right, inner.right) - x, min(line.bottom, inner.bottom) - y)
