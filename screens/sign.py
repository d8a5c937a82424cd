"""A frame to sign in, as wide as the glass has room for; above it what to do, below it or beside it the ways on.

The frame keeps its shape on every panel, so that a signature looks on paper as it was written.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.signature import SHAPE
from kiosk.views import Signing
from screens import paging
from screens.base import AROUND, Screen
from screens.geometry import Box, Room
from screens.paging import Page, Part
from screens.sheet import Element, Face, Role, Shape
from screens.widgets.button import EDGE, RADIUS
from screens.widgets.grid import Grid, set_grids

FRAME = "sign.frame"
LEAST_MM = 90.0  # of the frame's width: two or three characters of a finger
NARROWER_MM = 5.0  # from one try to the next
SHARE = 0.6  # of a wide panel's width to the frame, at most
BASE = 0.8  # of its height, where the line to sign on runs
SIDE = 0.06  # of its width, clear on either side of that line


class SignScreen(Screen[Signing]):
    whole = True  # nobody turns a page between the frame and the way on
    quiet_below = True

    def _high(self, view: Signing, room: Room) -> list[list[Page]]:
        words = self.sentences(self.words(view), room.w, room.h)
        top = max(paging.height(words) + self._gap, room.line)

        def width(found: Grid) -> int:
            return min(room.w, (room.h - top - self._gap - found.total) * SHAPE[0] // SHAPE[1])

        best = max(self._ways(view, room.w), key=width)  # of equals the first: the most comfortable
        wide = width(best)
        if wide < self._least:
            return self._nowhere(view, room)
        frame = self._frame(view, (room.w - wide) // 2, wide)
        return [[[*words, replace(frame, gap=top - paging.height(words)), *self._spaced(best, self._gap)]]]

    def _wide(self, view: Signing, room: Room) -> list[list[Page]]:
        left, right = self._halves(view, room)
        ways = self._beside(view, right)
        if ways is None or left.w < self._least:
            return self._nowhere(view, room)
        page = [*self.sentences(self.words(view), right.w, right.h), *self._spaced(ways, self._gap)]
        return [[[self._frame(view, 0, left.w)], page]]

    def _beside(self, view: Signing, right: Room) -> Grid | None:
        """The ways on, with the fewest broken lines; None where they are too high below the words."""
        words = self.sentences(self.words(view), right.w, right.h)
        fitting = (
            one
            for one in self._ways(view, right.w)
            if paging.height([*words, *self._spaced(one, self._gap)], right.line) <= right.h
        )
        return min(fitting, key=lambda one: one.lines, default=None)

    @property
    def _gap(self) -> int:
        """On a wide panel every millimetre of height goes to the frame."""
        return self.desk.scale.px(AROUND / 2) if self.desk.scale.wide else super()._gap

    @property
    def _least(self) -> int:
        return self.desk.scale.panel.px(LEAST_MM)

    def _halves(self, view: Signing, room: Room) -> tuple[Room, Room]:
        """The frame as wide as leaves what one does next its lines whole."""
        widest = min((room.h - room.line) * SHAPE[0] // SHAPE[1], round(room.w * SHARE))
        widths = range(widest, self._least - 1, -self.desk.scale.panel.px(NARROWER_MM))
        parted = [self._parted(room, wide) for wide in widths]
        found = [(ways.lines, two) for two in parted if (ways := self._beside(view, two[1])) is not None]
        return min(found, key=lambda one: one[0])[1] if found else self._parted(room, widest)

    def _parted(self, room: Room, wide: int) -> tuple[Room, Room]:
        left = replace(room, y=room.y + room.line, h=room.h - room.line, w=wide, line=0)
        return left, replace(room, x=room.x + wide + self._gap, w=room.w - wide - self._gap)

    def _nowhere(self, view: Signing, room: Room) -> list[list[Page]]:
        """Higher than any room, so that another size of text is tried; after the smallest, on further pages."""
        if not self.desk.smallest:
            return [[[Part(room.h + 1, ())]]]
        wide = min(room.w, (room.h - room.line) * SHAPE[0] // SHAPE[1])
        words = self.sentences(self.words(view), room.w, room.h)
        rows = self._spaced(self._ways(view, room.w)[0], self._gap)
        rest = paging.pages([*words, *rows], room.h, line=room.line)
        return [[[replace(self._frame(view, 0, wide), gap=room.line)]], *([page] for page in rest)]

    def _ways(self, view: Signing, width: int) -> list[Grid]:
        """All ways to set what can be done, the most comfortable first, at last all side by side; at worst with broken words."""
        grids = [*self._grids(view, width), *set_grids(self.desk, view.choices, width, len(view.choices))]
        return [one for one in grids if not one.broken] or grids

    def _frame(self, view: Signing, x: int, wide: int) -> Part:
        """With a line to sign on. It says what its view says."""
        page, px = self.desk.theme.page, self.desk.scale.px
        high = wide * SHAPE[1] // SHAPE[0]
        box, side = Box(x, 0, wide, high), round(wide * SIDE)
        frame = Shape(box, page.fill, page.edge, px(EDGE * 2), px(RADIUS))
        line = Shape(Box(x + side, round(high * BASE), wide - 2 * side, px(EDGE / 2)), page.soft, page.soft)
        return Part(high, (Element(FRAME, Role.IMAGE, box, Face((frame, line)), page, ink=view.strokes),))
